import { foldName } from "./fold-name.ts";
import { HABIT, type Named, type WeakNames } from "./identity.ts";
import type { Likeness } from "./likeness.ts";
import { type Resemblance, resemblanceOf, showOtherThings } from "./resemblance.ts";

type NamedItem = Named & Likeness;

/**
 * Adds the names that a document shows to be weak: two of its items carry one name and are plainly not one article.
 */
export function learnWeakNames(items: readonly NamedItem[], known: WeakNames): WeakNames {
  const guids = sharedBy(items, (item) => item.guid, known.guids);
  const addresses = sharedBy(items, (item) => item.address, known.addresses);
  return {
    guids: learn(known.guids, guids, areTwoUnderOneGuid),
    addresses: learn(known.addresses, addresses, areTwoAtOneAddress),
  };
}

/** Groups items by each name that several of them carry and that is not known as weak. */
function sharedBy(
  items: readonly NamedItem[],
  nameOf: (item: NamedItem) => string | null,
  weak: readonly string[],
): ReadonlyMap<string, readonly NamedItem[]> {
  if (weak.length >= HABIT) return new Map();
  const named = items.filter((item) => nameOf(item) !== null);
  const groups = Map.groupBy(named, (item) => foldName(nameOf(item) ?? ""));
  return new Map([...groups].filter(([name, { length }]) => length > 1 && !weak.includes(name)));
}

function learn(
  weak: readonly string[],
  groups: ReadonlyMap<string, readonly NamedItem[]>,
  areTwo: (a: NamedItem, b: NamedItem) => boolean,
): readonly string[] {
  const learned = [...weak];
  for (const [name, [first, ...others]] of groups) {
    if (learned.length >= HABIT) break;
    if (first && others.some((other) => areTwo(first, other))) learned.push(name);
  }
  return learned;
}

/** A ticker may list its versions under one guid and address: these continue each other, and are one article. */
function areTwoUnderOneGuid(a: NamedItem, b: NamedItem): boolean {
  if (a.guid !== b.guid) return false;
  const likeness = resemblanceOf(a, b);
  if (showOtherThings(likeness) || likeness.addresses === "other") return true;
  if (likeness.addresses !== "same") return !areRepeats(likeness);
  return !areVersions(likeness);
}

/** Items with one guid are two unless they are versions; all others are two unless they repeat each other. */
function areTwoAtOneAddress(a: NamedItem, b: NamedItem): boolean {
  const likeness = resemblanceOf(a, b);
  if (showOtherThings(likeness)) return true;
  if (a.guid !== null && a.guid === b.guid) return !areVersions(likeness);
  return !areRepeats(likeness);
}

/** A new version changes the text; the same text under two headlines is a blurb. */
export function areVersions({ titles, texts }: Resemblance): boolean {
  if (titles === "other" && texts() === "same") return false;
  if (["same", "near", "edited"].includes(texts())) return true;
  return titles === "same" && texts() === "form";
}

function areRepeats({ titles, hasSameText, words, texts }: Resemblance): boolean {
  if (titles !== "same" && titles !== "unknown") return false;
  if (hasSameText || ["near", "edited"].includes(texts())) return true;
  return titles === "same" && words === 0;
}
