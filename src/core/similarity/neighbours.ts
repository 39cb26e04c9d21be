import type { Fingerprint } from "./fingerprint.ts";
import { isComparable } from "./same-text.ts";
import { isEvenKey } from "./shingles.ts";

/** What an article is found by. */
export type Indexed = {
  readonly id: string;
  readonly textHash: string;
  readonly tokenCount: number;
  readonly fingerprint: Fingerprint;
};

/** Articles by their texts, to find those that may be the same. */
export type Neighbours = {
  add(article: Indexed): void;
  remove(article: Indexed): void;
  /** Ids of the articles with most of the same keys and those with an equal text, the nearest first. */
  of(article: Indexed): readonly string[];
};

/** Two shared keys: one is shared by chance, two are by all of 1,437 true pairs. */
export const MIN_HITS = 2;
/** How many of the nearest are compared. */
const NEAREST = 12;
/** At most so many articles with one key or text are looked at: what more articles share tells nothing. */
export const MAX_SHARED = 60;

export function createNeighbours(): Neighbours {
  const byKey = new Map<number, Set<string>>();
  const byText = new Map<string, Set<string>>();
  // One article is asked for several times while it is placed.
  let last: { readonly article: Indexed; readonly ids: readonly string[] } | null = null;
  const search = ({ id, fingerprint, textHash }: Indexed): readonly string[] => {
    const hits: Hits<string> = new Map();
    for (const key of fingerprint.keys) hitAll(hits, byKey.get(key) ?? NOBODY, key);
    const equal = firstOf(byText.get(textHash) ?? NOBODY);
    return [...new Set([...equal, ...nearest(hits)])].filter((other) => other !== id);
  };
  return {
    add({ id, fingerprint, ...text }) {
      last = null;
      for (const key of fingerprint.keys) put(byKey, key, id);
      if (isComparable(text)) put(byText, text.textHash, id);
    },
    remove({ id, fingerprint, textHash }) {
      last = null;
      for (const key of fingerprint.keys) byKey.get(key)?.delete(id);
      byText.get(textHash)?.delete(id);
    },
    of(article) {
      if (last === null || !isAsked(last.article, article))
        last = { article, ids: search(article) };
      return last.ids;
    },
  };
}

/** Whether two of these texts may be neighbours of each other. */
export function mayBeNeighbours(
  texts: readonly Pick<Indexed, "textHash" | "fingerprint">[],
): boolean {
  const seen = new Set<number | string>();
  return texts.some(({ fingerprint, textHash }) => {
    const own = new Set([textHash, ...fingerprint.keys]);
    const isNear = [...own].some((each) => seen.has(each));
    for (const each of own) seen.add(each);
    return isNear;
  });
}

const NOBODY: ReadonlySet<string> = new Set();

const isAsked = (a: Indexed, b: Indexed): boolean =>
  a.id === b.id && a.fingerprint === b.fingerprint && a.textHash === b.textHash;

const firstOf = (ids: ReadonlySet<string>): readonly string[] => [...ids].slice(0, MAX_SHARED);

function hitAll(hits: Hits<string>, ids: ReadonlySet<string>, key: number): void {
  let left = MAX_SHARED;
  for (const id of ids) {
    if (left-- === 0) return;
    hit(hits, id, key);
  }
}

function put<K>(index: Map<K, Set<string>>, key: K, id: string): void {
  const ids = index.get(key);
  if (ids === undefined) index.set(key, new Set([id]));
  else ids.add(id);
}

/**
 * Number of keys that others share with an article: all keys, plus EVEN times those that texts of every length sample
 * (even keys).
 */
export type Hits<T> = Map<T, number>;

/** More than there are keys of one text, so that the numbers compare as pairs of (even, all). */
const EVEN = 1024;

export function hit<T>(hits: Hits<T>, id: T, key: number): void {
  hits.set(id, (hits.get(id) ?? 0) + (isEvenKey(key) ? EVEN + 1 : 1));
}

/**
 * Ids with enough hits, most first. Even keys count first, or short texts that share a footer would come before the long
 * text that begins with one of them. One more than are compared: an article finds itself.
 */
export function nearest<T extends string | number>(hits: Hits<T>): readonly T[] {
  const enough: (readonly [T, number])[] = [];
  for (const entry of hits) if (entry[1] % EVEN >= MIN_HITS) enough.push(entry);
  return enough
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, NEAREST + 1)
    .map(([id]) => id);
}
