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
  /** The page's own description, plain text. */
  readonly description: string | null;
  /** Blocks that the page reader took out. */
  readonly removed: readonly RemovedBlock[];
  /** Whether the text is from a fetched page; false for a file that is a page. */
  readonly isFromPage: boolean;
  /** Whether the text is only a part of the article: its summary, or some of its pages. */
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

/** Shows readers of a part that the article goes on. */
const ELLIPSIS = "\n<p>…</p>";

/** Takes out enclosed pictures; the item's own picture is left out when the draft is composed. */
const withoutPictures = (item: Item): Item => ({
  ...item,
  enclosures: item.enclosures.filter((file) => !isPicture(file)),
});

/** The HTML is our own sanitised form. */
const PICTURES = /<img (?:[^">]|"[^"]*")*>/g;
