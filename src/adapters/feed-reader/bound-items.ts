import type { Item } from "../../core/articles/item.ts";
import type { ParsedFeed, ReadWarning } from "../../core/sources/feed.ts";
import { CUT_TEXT, cutText, describeCut } from "../markup/cut-text.ts";

/** Longer addresses are mistakes or attacks; cut, they would lead elsewhere. */
const MAX_ADDRESS_LENGTH = 20_000;
const MAX_WARNINGS = 100;

/**
 * Bounds the items of a feed. A longer text is cut, and is an excerpt then; a longer address is dropped; each with a
 * warning.
 */
export function boundItems(feed: ParsedFeed): ParsedFeed {
  const warnings: ReadWarning[] = [];
  const items = feed.items.map((item, index) => {
    const own: ReadWarning[] = [];
    const bounded = withoutLongAddresses(withoutLongText(item, own), own);
    warnings.push(
      ...own.map(({ kind, detail }) => ({ kind, detail: `item ${index + 1}: ${detail}` })),
    );
    return bounded;
  });
  if (warnings.length === 0) return feed;
  return { ...feed, items, warnings: [...feed.warnings, ...warnings].slice(0, MAX_WARNINGS) };
}

function withoutLongText(item: Item, warnings: ReadWarning[]): Item {
  const cut = cutText(item.contentHtml) ?? cutText(item.summaryHtml);
  if (cut === null) return item;
  warnings.push({ kind: CUT_TEXT, detail: describeCut(cut) });
  return { ...item, contentHtml: null, summaryHtml: cut.html };
}

function withoutLongAddresses(item: Item, warnings: ReadWarning[]): Item {
  const isLong = (address: string | null): boolean => (address?.length ?? 0) > MAX_ADDRESS_LENGTH;
  const enclosures = item.enclosures.filter(({ url }) => !isLong(url));
  const isLinkLong = isLong(item.link);
  if (!isLinkLong && enclosures.length === item.enclosures.length) return item;
  warnings.push({
    kind: "link-dropped",
    detail: `an address of more than ${MAX_ADDRESS_LENGTH} characters was dropped`,
  });
  return { ...item, enclosures, link: isLinkLong ? null : item.link };
}
