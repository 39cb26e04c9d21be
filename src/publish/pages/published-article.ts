import type { Entry } from "../../core/entries/entry.ts";
import type { FeedDefinition } from "../../core/settings/definitions.ts";
import { withoutAttribution } from "../feeds/attribution.ts";
import { withoutLeadImage } from "../feeds/lead-image.ts";
import type { FeedPage, FoundArticle } from "./page-model.ts";

/** An entry as a feed carries it. */
export type CarriedEntry = {
  readonly feed: FeedDefinition;
  readonly entry: Entry;
  readonly derived: FoundArticle["derived"];
};

/** Finds an article among the feeds as they were last published, in the order of the configuration. */
export const carriedEntries = (
  articleId: string,
  pages: readonly FeedPage[],
): readonly CarriedEntry[] =>
  pages.flatMap(({ summary: { feed }, entries, derived }) => {
    const entry = entries.find((each) => each.articleId === articleId);
    return entry === undefined ? [] : [{ feed, entry, derived: derived?.[articleId] ?? [] }];
  });

/**
 * The page of an article, made of what feeds carry of it: for when the database does not answer. It shows what was published
 * last, and names only feeds that carry the article now.
 *
 * @param carried from all feeds, the one with most of the text first.
 * @param contentHtml the text in that feed; `null` when it carries less than the text.
 */
export function publishedArticle(
  carried: readonly [CarriedEntry, ...CarriedEntry[]],
  contentHtml: string | null,
): FoundArticle {
  const [{ feed, entry, derived }] = carried;
  const { url, feedUrl } = entry.via ?? entry.source;
  const whole = { ...entry, contentHtml };
  return {
    kind: "found",
    entry: withoutLeadImage(withoutAttribution(whole, feed.language)),
    isOwn: entry.link === entry.page && url === null && feedUrl === null,
    derived,
    feeds: carried.map((each) => each.feed),
  };
}
