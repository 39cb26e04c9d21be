import type { Fingerprint } from "./fingerprint.ts";
import { isComparable } from "./same-text.ts";

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
export const NEAREST = 12;
/** A key or text that more articles share tells nothing, and is looked at so far only. */
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
      const hits = new Map<string, number>();
      for (const key of fingerprint.keys) count(hits, byKey.get(key));
      const equal = [...(byText.get(textHash) ?? [])].slice(0, MAX_SHARED);
      return [...new Set([...equal, ...nearest(hits)])].filter((other) => other !== id);
    },
  };
}

function put<K>(index: Map<K, Set<string>>, key: K, id: string): void {
  const ids = index.get(key) ?? new Set();
  index.set(key, ids.add(id));
}

function count(hits: Map<string, number>, ids: Iterable<string> = []): void {
  let seen = 0;
  for (const id of ids) {
    hits.set(id, (hits.get(id) ?? 0) + 1);
    seen += 1;
    if (seen === MAX_SHARED) return;
  }
}

/** Those with enough hits, most first. One more than are compared: an article finds itself. */
export function nearest<T extends string | number>(hits: ReadonlyMap<T, number>): readonly T[] {
  return [...hits]
    .filter(([, hitCount]) => hitCount >= MIN_HITS)
    .sort(([a, hitsOfA], [b, hitsOfB]) => hitsOfB - hitsOfA || (a < b ? -1 : 1))
    .slice(0, NEAREST + 1)
    .map(([id]) => id);
}
