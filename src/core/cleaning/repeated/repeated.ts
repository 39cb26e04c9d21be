import type { Outline, OutlineLine } from "./outline.ts";
import { storiesOf } from "./stories.ts";
import {
  HEAD_LINES,
  keysAtEdge,
  keyText,
  TAIL_LINES,
  takeRepeated,
  type Zone,
} from "./take-repeated.ts";
import { hasTrait, TRAITS } from "./traits.ts";

/** A line that a source repeats: all of it (`exact`), or its first six words before a changing headline (`lead`). */
export type RepeatedKey = {
  readonly zone: Zone;
  readonly kind: "exact" | "lead";
  readonly hash: string;
};

/** How a repeated line is stored, and handed to the cleaner (CleanupContext.repeated). */
export const lineKey = ({ zone, kind, hash }: RepeatedKey): string => keyText(zone, kind, hash);

/** The newest articles of a source, which are looked at. */
export const MAX_OUTLINES = 50;
/** Articles that must carry a line, and their share of those looked at. */
const MIN_CARRIERS = 3;
const MIN_SHARE = 0.2;
/** Share for plain sentences: one in a fifth of the articles may be the background of a long story. */
const MIN_PROSE_SHARE = 0.5;
/** This many lines with changing numbers are values in a template, not a wrapper. */
const TEMPLATE_VALUES = 3;
/** A wrapper of more lines than a zone has is found in several rounds. */
const MAX_ROUNDS = 8;

/**
 * Learns the lines that a source repeats from its articles, newest first. It counts the articles that have a line in a
 * zone (document frequency), and knows no language. Versions of one story count once. Deterministic.
 */
export function learnRepeated(outlines: readonly Outline[]): readonly RepeatedKey[] {
  const looked = outlines.slice(0, MAX_OUTLINES);
  if (looked.length < MIN_CARRIERS) return [];
  const stories = storiesOf(looked);
  const found = new Map<string, Sightings>();
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const keys = new Set(found.keys());
    const seen = sightingsIn(
      looked.map((outline) => without(outline, keys)),
      stories,
    );
    const fresh = [...seen].filter(
      ([text, one]) => !found.has(text) && isRepeated(one, looked.length),
    );
    if (fresh.length === 0) break;
    for (const [text, one] of fresh) found.set(text, one);
  }
  return confirmed(withoutTemplate(found), looked, stories).map(({ key }) => key);
}

/** The known keys whose lines no longer stand anywhere in the articles that are looked at. */
export function retiredKeys(
  known: readonly string[],
  outlines: readonly Outline[],
): readonly string[] {
  const carried = new Set<string>();
  for (const { hash, lead } of outlines.slice(0, MAX_OUTLINES).flat()) {
    carried.add(`exact:${hash}`);
    if (lead !== null) carried.add(`lead:${lead}`);
  }
  return known.filter((text) => !carried.has(text.slice(text.indexOf(":") + 1)));
}

/** Where a line was seen. */
type Sightings = {
  readonly key: RepeatedKey;
  readonly stories: Set<number>;
  readonly hashes: Set<string>;
  readonly digits: Set<number>;
  lines: number;
  proseLines: number;
};

const without = (outline: Outline, keys: ReadonlySet<string>): Outline => {
  const taken = takeRepeated(outline, keys);
  return outline.filter((_, index) => !taken.has(index));
};

function sightingsIn(
  outlines: readonly Outline[],
  stories: readonly number[],
): ReadonlyMap<string, Sightings> {
  const seen = new Map<string, Sightings>();
  for (const [article, outline] of outlines.entries()) {
    for (const [index, line] of outline.entries()) {
      for (const key of keysAt(line, index, outline.length)) {
        note(seen, key, { line, story: stories[article] ?? 0 });
      }
    }
  }
  return seen;
}

/** The keys of a line at its place. In a short text, a line stands at the head and at the tail. */
function keysAt(line: OutlineLine, index: number, length: number): string[] {
  const isHead = index < HEAD_LINES;
  const isTail = index >= length - TAIL_LINES;
  if (isHead || isTail) {
    return [
      ...(isHead ? keysAtEdge(line, "head") : []),
      ...(isTail ? keysAtEdge(line, "tail") : []),
    ];
  }
  return hasTrait(line, TRAITS.middle) ? [keyText("middle", "exact", line.hash)] : [];
}

function note(
  seen: Map<string, Sightings>,
  text: string,
  { line, story }: { readonly line: OutlineLine; readonly story: number },
): void {
  const one = seen.get(text) ?? {
    key: parseKey(text),
    stories: new Set(),
    hashes: new Set(),
    digits: new Set(),
    lines: 0,
    proseLines: 0,
  };
  seen.set(text, one);
  one.stories.add(story);
  one.hashes.add(line.hash);
  one.digits.add(line.digits);
  one.lines += 1;
  if (hasTrait(line, TRAITS.prose)) one.proseLines += 1;
}

function parseKey(text: string): RepeatedKey {
  const [zone, kind, hash = ""] = text.split(":");
  return { zone: zone as Zone, kind: kind as RepeatedKey["kind"], hash };
}

function isRepeated(one: Sightings, looked: number): boolean {
  const isVaried = one.key.kind === "lead" ? one.hashes.size > 1 : one.digits.size > 1;
  if (one.key.kind === "lead" && !isVaried) return false;
  // A sentence with other numbers each time is news: "Witnesses may call 832 2916".
  if (one.key.kind === "exact" && isVaried && isProse(one)) return false;
  return one.stories.size >= leastCarriers(one, looked);
}

const isProse = ({ lines, proseLines }: Pick<Sightings, "lines" | "proseLines">): boolean =>
  proseLines > lines / 2;

function leastCarriers({ key, lines, proseLines }: Sightings, looked: number): number {
  const share = isProse({ lines, proseLines }) ? MIN_PROSE_SHARE : MIN_SHARE;
  const least = Math.max(MIN_CARRIERS, Math.ceil(share * looked));
  return key.zone === "middle" ? least + 1 : least;
}

/** Drops the lines of a template: reports that are made from it repeat its lines with other values. */
function withoutTemplate(found: ReadonlyMap<string, Sightings>): ReadonlyMap<string, Sightings> {
  const values = [...found].filter(
    ([, { key, digits }]) => key.kind === "exact" && digits.size > 1,
  );
  const lines = new Set(values.map(([, { key }]) => key.hash));
  if (lines.size < TEMPLATE_VALUES) return found;
  const dropped = new Set(values.map(([text]) => text));
  return new Map([...found].filter(([text]) => !dropped.has(text)));
}

/** Keeps the lines that can be removed from enough articles: a heading whose text stays is no repeated line. */
function confirmed(
  found: ReadonlyMap<string, Sightings>,
  outlines: readonly Outline[],
  stories: readonly number[],
): readonly Sightings[] {
  const keys = new Set(found.keys());
  const going = new Map<string, Set<number>>();
  for (const [article, outline] of outlines.entries()) {
    for (const key of takeRepeated(outline, keys).values()) {
      going.set(key, (going.get(key) ?? new Set()).add(stories[article] ?? 0));
    }
  }
  return [...found]
    .filter(([text, one]) => (going.get(text)?.size ?? 0) >= leastCarriers(one, outlines.length))
    .map(([, one]) => one);
}
