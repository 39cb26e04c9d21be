import type { ArticleDraft } from "../articles/article-draft.ts";
import type { AssignedItem, AssignedKeys } from "../articles/identity/assign-keys.ts";
import {
  type DocumentEntry,
  type DocumentListing,
  dateOfStamp,
  type ItemStamp,
  isNewer,
} from "../articles/listing.ts";

/** An article of a document: an item that was drafted, or one that was recognised. */
export type OrderedItem = AssignedItem | { readonly articleId: string };

/**
 * The articles of a document by date, the oldest first, each once. Items without a date come last, in the reverse order of
 * the document: feeds list the newest first.
 */
export function oldestFirst(
  entries: readonly DocumentEntry[],
  { items, keys }: Pick<AssignedKeys, "items" | "keys">,
): readonly OrderedItem[] {
  const left = new Map(items.map((item) => [item.draft.key, item]));
  const counting = countingStamps(entries);
  const dated = entries.flatMap(({ found }): DatedItem | [] => {
    if ("listed" in found) {
      const { articleId } = found.listed;
      const counts = counting.get(articleId);
      counting.delete(articleId);
      return counts ? { at: dateOfStamp(counts), item: { articleId } } : [];
    }
    const key = keys[found.draft] ?? "";
    const item = left.get(key);
    left.delete(key);
    return item ? { at: item.draft.publishedAt, item } : [];
  });
  return dated
    .toReversed()
    .sort((a, b) => (a.at ?? UNDATED) - (b.at ?? UNDATED))
    .map(({ item }) => item);
}

/** Of each recognised article the stamp of the version that counts. */
function countingStamps(entries: readonly DocumentEntry[]): Map<string, ItemStamp> {
  const counting = new Map<string, ItemStamp>();
  for (const { stamp, found } of entries) {
    if (!("listed" in found)) continue;
    const { articleId } = found.listed;
    const before = counting.get(articleId);
    if (before === undefined || isNewer(stamp, before)) counting.set(articleId, stamp);
  }
  return counting;
}

type DatedItem = { readonly at: number | null; readonly item: OrderedItem };

const UNDATED = Number.MAX_SAFE_INTEGER;

/** The files of a folder, of which none was recognised. */
export const unlisted = (drafts: readonly ArticleDraft[]): DocumentListing => ({
  entries: drafts.map(({ publishedAt, updatedAt }, draft) => ({
    stamp: { hash: "", publishedAt, updatedAt },
    written: null,
    found: { draft },
  })),
  around: null,
  shared: [],
  token: null,
});
