import type { RemovedBlock } from "../cleaning/clean-content.ts";
import { isRecording } from "../media/file-type.ts";
import type { SourceDefinition } from "../settings/definitions.ts";
import { canonicalUrl, isHomePage } from "../urls/canonical-url.ts";
import { endsInEllipsis } from "./ellipsis.ts";
import type { Item } from "./item.ts";

/*
 * Whether the page of an item is to be fetched, because the feed gives less than the article.
 *
 * `fullText: never` fetches nothing, `always` each address that can be an article's. With `auto` an
 * item is taken for a part of its article when
 *   - its text ends in an ellipsis, or a link to the rest ("read more") was taken out of a summary or
 *     of short content;
 *   - it has only a summary, which does not look like the whole text (several paragraphs, the length of an article);
 *   - its content is as short as a summary.
 * An item with a recording is complete: its text is only the notes. So is an item without a title, unless it breaks off: a
 * short message is all there is. Texts of a drop folder are complete. Where less than the full text may be republished, no
 * page is fetched, as its text could not be shown.
 *
 * A page that was fetched for nothing costs one request (judgePage refuses it); an article that stays
 * a summary costs the reader the text. So in doubt the page is fetched.
 */

export type PageNeed = {
  readonly item: Item;
  readonly source: Pick<SourceDefinition, "kind" | "fullText" | "rights">;
  /** The item's content, else its summary, cleaned. */
  readonly body: { readonly text: string; readonly removed: readonly RemovedBlock[] };
};

export function needsPage({ item, source, body }: PageNeed): boolean {
  if (!asksForPages(source) || !isArticleAddress(item.link)) return false;
  if (source.fullText === "always") return true;
  if (hasRecording(item)) return false;
  return isCutOff(item, body) || (item.title !== null && isShort(item, body.text));
}

/** Whether pages of the source are fetched at all. */
export function asksForPages({ kind, fullText, rights }: PageNeed["source"]): boolean {
  if (fullText !== "auto") return fullText === "always";
  return kind === "remote" && rights === "full";
}

/** A home page is the address of no article. */
function isArticleAddress(link: string | null): boolean {
  const address = link === null ? null : canonicalUrl(link);
  return address !== null && !isHomePage(address);
}

/** Fewer words than the shortest reports: content of this length is a summary, or all there is to say. */
const SUMMARY_WORDS = 60;
/** A summary with so many words, in several paragraphs, is the article. */
const ARTICLE_WORDS = 250;
const ARTICLE_PARAGRAPHS = 3;

const hasRecording = ({ enclosures }: Item): boolean => enclosures.some(isRecording);

function isShort(item: Item, text: string): boolean {
  const words = countWords(text);
  if (item.contentHtml !== null) return words < SUMMARY_WORDS;
  return words < ARTICLE_WORDS || text.split("\n\n").length < ARTICLE_PARAGRAPHS;
}

function isCutOff({ contentHtml }: Item, { text, removed }: PageNeed["body"]): boolean {
  if (endsInEllipsis(text)) return true;
  const links = removed.filter(({ rule }) => rule === "read-more");
  // Several such links mark a digest.
  return links.length === 1 && (contentHtml === null || countWords(text) < ARTICLE_WORDS);
}

const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;
