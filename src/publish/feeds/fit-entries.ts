import type { FeedDocument, FeedRenderers } from "../../core/entries/entry.ts";
import { FORMATS } from "../../core/entries/formats.ts";

/**
 * The newest entries that fit into `bytes`, at least one. Finds the size of a document by rendering it,
 * because escaping differs by format and text. Searches by halving: a feed of a thousand entries is
 * rendered at most eleven times.
 */
export function fitEntries<T>(
  entries: readonly T[],
  bytes: number | null,
  measure: (entries: readonly T[]) => number,
): readonly T[] {
  if (bytes === null || entries.length <= 1 || measure(entries) <= bytes) return entries;
  let [fitting, tooMany] = [1, entries.length];
  while (tooMany - fitting > 1) {
    const count = Math.floor((fitting + tooMany) / 2);
    if (measure(entries.slice(0, count)) <= bytes) fitting = count;
    else tooMany = count;
  }
  return entries.slice(0, fitting);
}

/** Bytes of the document in the format in which it is largest, without compression. */
export const largestRendering = (document: FeedDocument, renderers: FeedRenderers): number =>
  Math.max(...FORMATS.map((format) => Buffer.byteLength(renderers[format](document))));
