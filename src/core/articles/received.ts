import type { UsageHeaders } from "../rights/usage-terms.ts";
import type { DerivedField } from "./article-draft.ts";
import type { Item } from "./item.ts";

/**
 * One article as we got it, before anything of ours was applied: what every draft of it is made from,
 * so that a better cleaner can be applied again. Kept compressed, as JSON.
 */
export type Received = {
  readonly item: Item;
  /** Address of the document that the item was in; `null` for a file. */
  readonly documentUrl: string | null;
  /** The home page of the house, as its feed gives it. */
  readonly siteUrl: string | null;
  /** Which fields of the item our reader worked out itself. */
  readonly derived: readonly DerivedField[];
  /** The page with the whole article: of an item that was completed, or the file of a drop folder that is one. */
  readonly page: ReceivedPage | null;
  /** The text that is published in the place of the item's: what it had before its feed showed only the beginning. */
  readonly formerText?: FormerText;
  /** The item shows only the beginning of what is kept; only while it waits to be drafted (`keptWith`). */
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

/** An item that changed, with what is kept of its article: the page, and the text where the item shows only its beginning. */
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
