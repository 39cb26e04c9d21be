import type { UsageHeaders } from "../rights/usage-terms.ts";
import type { DerivedField } from "./article-draft.ts";
import type { Item } from "./item.ts";

/**
 * One article as received, before any of our rules. Every draft is made from it, so that a better cleaner can be applied
 * later. Kept as compressed JSON.
 */
export type Received = {
  readonly item: Item;
  /** Address of the document that the item was in; `null` for a file. */
  readonly documentUrl: string | null;
  /** The home page of the house, as its feed gives it. */
  readonly siteUrl: string | null;
  /** Which fields of the item our reader worked out itself. */
  readonly derived: readonly DerivedField[];
  /** The page with the whole article: that of a completed item, or an HTML file of a drop folder. */
  readonly page: ReceivedPage | null;
  /** Published instead of the item's text: the text from before its feed showed only the beginning. */
  readonly formerText?: FormerText;
  /** The item has only the beginning of the kept text. Set only while it waits to be drafted (`keptWith`). */
  readonly isShortened?: true;
};

export type FormerText = Pick<Item, "contentHtml" | "summaryHtml">;

export type ReceivedPage = {
  /** Address that answered, after redirects; `null` for a file. */
  readonly url: string | null;
  /** Decoded and guarded (no scripts but JSON-LD, bounded), not cleaned. */
  readonly html: string;
  /** Further pages of the article, in the order in which they were asked for. */
  readonly further?: readonly Pick<ReceivedPage, "url" | "html">[];
  /** What its response said about its use. */
  readonly headers: UsageHeaders;
};

/**
 * What was received, from its JSON. Rows from before pages were kept hold the item alone.
 */
export function parseReceived(raw: string): Received {
  const kept = JSON.parse(raw) as Received | Item;
  return "item" in kept
    ? kept
    : { item: kept, documentUrl: null, siteUrl: null, derived: [], page: null };
}

/** @param raw an item that was received, as JSON. */
export const asShortened = (raw: string): string =>
  JSON.stringify({ ...parseReceived(raw), isShortened: true } satisfies Received);

/** Joins a changed item with the page that is kept of its article, and with the kept text where the item is shortened. */
export function keptWith({ isShortened, ...changed }: Received, kept: Received): Received {
  const { page } = kept;
  return isShortened ? { ...changed, page, formerText: textOf(kept) } : { ...changed, page };
}

/** The text that counts: the item's, unless its feed shortened it. */
export const textOf = ({ formerText, item }: Received): FormerText => {
  const { contentHtml, summaryHtml } = formerText ?? item;
  return { contentHtml, summaryHtml };
};

/** Whether an article is a page by itself, as an HTML file is: nothing is known of it but the page. */
export const isOwnPage = ({ page }: Pick<Received, "page">): boolean =>
  page !== null && page.url === null;
