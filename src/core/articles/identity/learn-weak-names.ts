import { foldName } from "./fold-name.ts";
import { HABIT, type Named, type WeakNames } from "./identity.ts";
import type { Likeness } from "./likeness.ts";
import { type Resemblance, resemblanceOf, showOtherThings } from "./resemblance.ts";

type NamedItem = Named & Likeness;

/**
 * The names that are weak, with those of which a document shows it: two of its items carry one, and they are plainly
 * not one article.
 */
export function learnWeakNames(items: readonly NamedItem[], known: WeakNames): WeakNames {
  const guids = sharedBy(items, (item) => item.guid, known.guids);
  const addresses = sharedBy(items, (item) => item.address, known.addresses);
  return {
    guids: learn(known.guids, guids, areTwoUnderOneGuid),
    addresses: learn(known.addresses, addresses, areTwoAtOneAddress),
  };
}

/** Items by a name that more than one of them carries, unless it is known as weak. */
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

/** A ticker lists its versions under one guid, at one address: they go on from each other. */
function areTwoUnderOneGuid(a: NamedItem, b: NamedItem): boolean {
  if (a.guid !== b.guid) return false;
  const likeness = resemblanceOf(a, b);
  if (showOtherThings(likeness) || likeness.addresses === "other") return true;
  if (likeness.addresses !== "same") return !areRepeats(likeness);
  return !areVersions(likeness);
}

/** Items without guids; of items with guids of their own the publisher says it, unless their texts are one. */
function areTwoAtOneAddress(a: NamedItem, b: NamedItem): boolean {
  const likeness = resemblanceOf(a, b);
  if (showOtherThings(likeness)) return true;
  if (a.guid !== null && a.guid === b.guid) return !areVersions(likeness);
  return !areRepeats(likeness);
}

/** A new version says more or something else; one text under two headlines is a blurb. */
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
