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
const MIN_HITS = 2;
/** How many of the nearest are compared. */
const NEAREST = 12;
/** At most so many articles with one key or text are looked at: what more articles share tells nothing. */
export const MAX_SHARED = 60;

export function createNeighbours(): Neighbours {
  const byKey = new Map<number, Set<string>>();
  const byText = new Map<string, Set<string>>();
  return {
    add({ id, fingerprint, ...text }) {
      for (const key of fingerprint.keys) put(byKey, key, id);
      if (isComparable(text)) put(byText, text.textHash, id);
    },
    remove({ id, fingerprint, textHash }) {
      for (const key of fingerprint.keys) byKey.get(key)?.delete(id);
      byText.get(textHash)?.delete(id);
    },
    of({ id, fingerprint, textHash }) {
      const hits: Hits<string> = new Map();
      for (const key of fingerprint.keys) {
        for (const other of [...(byKey.get(key) ?? [])].slice(0, MAX_SHARED)) hit(hits, other, key);
      }
      const equal = [...(byText.get(textHash) ?? [])].slice(0, MAX_SHARED);
      return [...new Set([...equal, ...nearest(hits)])].filter((other) => other !== id);
    },
  };
}

function put<K>(index: Map<K, Set<string>>, key: K, id: string): void {
  const ids = index.get(key) ?? new Set();
  index.set(key, ids.add(id));
}

/** Number of keys that others share with an article: of all keys, and of those that texts of every length sample (even keys). */
export type Hits<T> = Map<T, { readonly all: number; readonly even: number }>;

export function hit<T>(hits: Hits<T>, id: T, key: number): void {
  const { all, even } = hits.get(id) ?? { all: 0, even: 0 };
  hits.set(id, { all: all + 1, even: even + Number(isEvenKey(key)) });
}

/**
 * Ids with enough hits, most first. Even keys count first, or short texts that share a footer would come before the long
 * text that begins with one of them. One more than are compared: an article finds itself.
 */
export function nearest<T extends string | number>(hits: Hits<T>): readonly T[] {
  return [...hits]
    .filter(([, { all }]) => all >= MIN_HITS)
    .sort(
      ([a, one], [b, other]) => other.even - one.even || other.all - one.all || (a < b ? -1 : 1),
    )
    .slice(0, NEAREST + 1)
    .map(([id]) => id);
}
