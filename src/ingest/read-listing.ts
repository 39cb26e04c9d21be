import { hash } from "node:crypto";
import type { ArticleDraft } from "../core/articles/article-draft.ts";
import { markupWithoutCounts } from "../core/articles/counting.ts";
import { identifiedDraft } from "../core/articles/identity/identified.ts";
import { NO_WEAK_NAMES } from "../core/articles/identity/identity.ts";
import { type Mark, marksOf } from "../core/articles/identity/marks.ts";
import { mustTestify, recognise } from "../core/articles/identity/recognise.ts";
import type { Item, ItemDates } from "../core/articles/item.ts";
import {
  type DocumentEntry,
  type DocumentListing,
  type ItemStamp,
  type ListedItem,
  type Listing,
  listingBasis,
  plausibleDate,
  type StoredListing,
} from "../core/articles/listing.ts";
import type { SourceDefinition } from "../core/settings/definitions.ts";
import type { WrittenItems } from "../core/sources/feed.ts";

/** A document that was read, as far as its items had to be parsed. */
export type ItemsToList = {
  /** In the order of the document; `null` for an item that is written as in the last document, but for its dates at most. */
  readonly items: readonly (Item | null)[];
  readonly written: WrittenItems | null;
};

export type ListingOptions = {
  readonly source: SourceDefinition;
  /** Of the last document; `null` for none, and when every item is to be drafted. */
  readonly last: StoredListing | null;
  /** Drafts the item at this place of the document; `null` when it becomes no article. */
  readonly draft: (index: number) => ArticleDraft | null;
};

export type ReadListing = DocumentListing & { readonly drafts: readonly ArticleDraft[] };

/** A listing that was made on today's basis; another is of no use. */
export const usableListing = (
  source: SourceDefinition,
  last: StoredListing | null,
): StoredListing | null => (last?.listing.basis === listingBasis(source) ? last : null);

/** Drafts the items of a document that are not those of the last one, and those that must be compared with them. */
export function readListing(document: ItemsToList, options: ListingOptions): ReadListing {
  const usable = usableListing(options.source, options.last);
  const listing = usable?.listing ?? NOTHING_LISTED;
  const stamps = stampsOf(document, listing);
  const found = recognise(stamps, listing);
  const shared = stillShared(found, listing.shared);
  const drafts = draftOpen(found, new Set(shared), options.draft);
  const kept: ArticleDraft[] = [];
  const entries = stamps.flatMap((stamp, at): DocumentEntry | [] => {
    const [draft, listed] = [drafts.get(at), found[at]];
    if (draft === null || stamp === null) return [];
    const written = document.written?.hashes[at] ?? null;
    if (draft !== undefined) return { stamp, written, found: { draft: kept.push(draft) - 1 } };
    return listed ? { stamp, written, found: { listed } } : [];
  });
  const around = document.written?.around ?? null;
  return { entries, around, shared, token: usable?.token ?? null, drafts: kept };
}

const NOTHING_LISTED: Pick<Listing, "items" | "shared"> = { items: [], shared: [] };

/** The stamp of each item. What is written as in the last document says the same, but for its dates, and was not parsed. */
function stampsOf(
  { items, written }: ItemsToList,
  listing: Pick<Listing, "items">,
): readonly (ItemStamp | null)[] {
  const whole = new Map(listing.items.map((listed) => [listed.written?.whole, listed]));
  const undated = new Map(listing.items.map((listed) => [listed.written?.undated, listed]));
  return items.map((item, at) => {
    if (item !== null) return stampOf(item);
    const [hashes, dates] = [written?.hashes[at], written?.redated.get(at)];
    const listed = dates ? undated.get(hashes?.undated) : whole.get(hashes?.whole);
    return listed === undefined ? null : { ...stampOfListed(listed), ...(dates && dated(dates)) };
  });
}

/** By place in the document. */
type Drafts = ReadonlyMap<number, ArticleDraft | null>;

function draftOpen(
  found: readonly (ListedItem | null)[],
  shared: ReadonlySet<Mark>,
  draft: ListingOptions["draft"],
): Drafts {
  const drafts = draftUnlisted(found, draft);
  // Marks are only compared with those of items that were recognised.
  if (drafts.size === found.length) return drafts;
  const open = new Set(
    [...drafts.values()].flatMap((drafted) => (drafted ? everyMark(drafted) : [])),
  );
  // All versions of an article, or none: its key is given once.
  const asked = new Set(
    found.flatMap((listed) =>
      listed !== null && mustTestify(listed, open, shared) ? listed.articleId : [],
    ),
  );
  for (const [at, listed] of found.entries()) {
    if (listed !== null && asked.has(listed.articleId)) drafts.set(at, draft(at));
  }
  return drafts;
}

const draftUnlisted = (
  found: readonly (ListedItem | null)[],
  draft: ListingOptions["draft"],
): Map<number, ArticleDraft | null> =>
  new Map(found.flatMap((listed, at) => (listed === null ? [[at, draft(at)]] : [])));

function everyMark(draft: ArticleDraft): readonly Mark[] {
  const { names, traits } = marksOf(identifiedDraft(draft), NO_WEAK_NAMES);
  return [...names, ...traits];
}

/** Traits that were shared in the last document, as far as two of its items are still there. */
function stillShared(
  found: readonly (ListedItem | null)[],
  shared: readonly Mark[],
): readonly Mark[] {
  if (shared.length === 0) return shared;
  const carriers = new Map(shared.map((mark) => [mark, 0]));
  for (const trait of found.flatMap((listed) => [...new Set(listed?.traits)])) {
    const count = carriers.get(trait);
    if (count !== undefined) carriers.set(trait, count + 1);
  }
  return shared.filter((mark) => (carriers.get(mark) ?? 0) > 1);
}

const stampOfListed = ({ hash, publishedAt, updatedAt }: ListedItem): ItemStamp => ({
  hash,
  publishedAt,
  updatedAt,
});

function stampOf({ publishedAt, updatedAt, summaryHtml, contentHtml, ...said }: Item): ItemStamp {
  const steady = [summaryHtml, contentHtml].map(withoutCounters);
  const digest = hash("sha256", JSON.stringify([said, steady]), "base64url");
  return { hash: digest.slice(0, STAMP_LENGTH), ...dated({ publishedAt, updatedAt }) };
}

const dated = ({ publishedAt, updatedAt }: ItemDates): Omit<ItemStamp, "hash"> => ({
  publishedAt: plausibleDate(publishedAt),
  updatedAt: plausibleDate(updatedAt),
});

/** How often an item was read or commented on changes with every poll, and is no change of its article. */
const withoutCounters = (html: string | null): string | null => html && markupWithoutCounts(html);

/** 128 bits in base64url. */
const STAMP_LENGTH = 22;
