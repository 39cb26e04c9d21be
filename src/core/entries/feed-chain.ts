import { archivePath, feedPath } from "./addresses.ts";
import type { FeedDocument } from "./entry.ts";
import type { Format } from "./formats.ts";

export type ChainLink = {
  /** A link relation of RFC 5005 §4. */
  readonly rel: "current" | "next-archive" | "prev-archive";
  /** Absolute. */
  readonly url: string;
};

/**
 * The links between the documents that together hold the complete feed, in one format (RFC 5005 §4). An archive
 * document links to its successor before that exists, because its bytes never change.
 */
export function chainLinks(
  { site, feed, chain }: Pick<FeedDocument, "site" | "feed" | "chain">,
  format: Format,
): readonly ChainLink[] {
  const { page, previous } = chain;
  const urlOf = (number: number): string => `${site.url}${archivePath(feed.id, number, format)}`;
  const links: ChainLink[] = [];
  if (page !== null) {
    links.push({ rel: "current", url: `${site.url}${feedPath(feed.id, format)}` });
    links.push({ rel: "next-archive", url: urlOf(page + 1) });
  }
  if (previous !== null) links.push({ rel: "prev-archive", url: urlOf(previous) });
  return links;
}
