import type { Item } from "../core/articles/item.ts";
import { isOwnPage, type Received } from "../core/articles/received.ts";
import type { RemovedBlock } from "../core/cleaning/clean-content.ts";
import { isPicture } from "../core/media/file-type.ts";
import { type CompletedItem, completeItem } from "../core/pages/complete-item.ts";
import type { Page } from "../core/pages/page.ts";
import type { Rights } from "../core/rights/rights.ts";
import { decideUsage, NO_USAGE_HEADERS, type UsageDecision } from "../core/rights/usage-terms.ts";
import { canonicalUrl } from "../core/urls/canonical-url.ts";

/** What a draft is made of, before it is cleaned: an item alone, or with its page. */
export type DraftMaterial = CompletedItem & {
  /** The text: the item's own content or summary, or that of its page. */
  readonly html: string;
  /** What the page says that it is about, plain text. */
  readonly description: string | null;
  /** What its reader took out of the page. */
  readonly removed: readonly RemovedBlock[];
  /** The item's page was fetched for its text. A file that is a page was not. */
  readonly isFromPage: boolean;
  /** No more than a part of the article: its summary, or some of its pages. */
  readonly isSummaryOnly: boolean;
  readonly usage: UsageDecision;
};

export const materialOfItem = ({ item, derived }: Received, ceiling: Rights): DraftMaterial => ({
  item,
  derived,
  canonicalUrl: canonicalUrl(item.link ?? ""),
  provenance: {},
  html: item.contentHtml ?? item.summaryHtml ?? "",
  description: null,
  removed: [],
  isFromPage: false,
  isSummaryOnly: item.contentHtml === null,
  usage: { republish: ceiling, lowered: [], maxSnippet: null, mayShowImage: true },
});

export function materialOfPage(received: Received, page: Page, ceiling: Rights): DraftMaterial {
  const headers = received.page?.headers ?? NO_USAGE_HEADERS;
  const usage = decideUsage({ ceiling, terms: page.terms, headers });
  const completed = completeItem({ item: received.item, derived: received.derived, page });
  const { mayShowImage } = usage;
  const isFromPage = !isOwnPage(received);
  const isPart = isFromPage && page.goesOn;
  const html = isPart ? `${page.contentHtml}${ELLIPSIS}` : page.contentHtml;
  return {
    ...completed,
    item: mayShowImage ? completed.item : withoutPictures(completed.item),
    html: mayShowImage ? html : html.replace(PICTURES, ""),
    description: page.description,
    removed: page.removed,
    isFromPage,
    isSummaryOnly: isPart,
    usage,
  };
}

/** Readers of a part see that it goes on. */
const ELLIPSIS = "\n<p>…</p>";

/** Those that its feed sends along; the one that it names is left out with the draft's. */
const withoutPictures = (item: Item): Item => ({
  ...item,
  enclosures: item.enclosures.filter((file) => !isPicture(file)),
});

/** In our own sanitised form. */
const PICTURES = /<img (?:[^">]|"[^"]*")*>/g;
