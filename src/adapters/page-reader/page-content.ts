import type { CleanedContent, ContentContext } from "../../core/cleaning/clean-content.ts";
import type { CleanupContext } from "../../core/cleaning/exceptions.ts";
import { fold } from "../../core/text/fold.ts";
import { cleanContent } from "../markup/clean-content.ts";
import { pageBody } from "../markup/page-body.ts";
import { plainTextToHtml } from "../markup/plain-text.ts";
import { collapse } from "./blocks.ts";
import type { PageElement } from "./dom.ts";
import { filterBlocks } from "./filter-blocks.ts";
import { asRemoved, leftOutOf } from "./left-out.ts";
import { restoreSentences } from "./lost-sentences.ts";
import { elementAt, isOfOwn } from "./own-container.ts";
import { withoutFurniture } from "./page-furniture.ts";
import { parsePage } from "./parse-page.ts";
import type { ReadMetadata } from "./read-metadata.ts";
import { proseWords, type Survey } from "./survey-page.ts";

export type ContentSources = {
  /** The guarded page. */
  readonly html: string;
  readonly read: ReadMetadata;
  readonly survey: Survey;
  readonly cleanup: CleanupContext;
};

/**
 * The article without the blocks that are not its text: the extraction, or the page's own `article` if that has far more,
 * or the text in JSON-LD if the page shows next to nothing of it. Changes `extracted`.
 */
export function contentOf(
  extracted: PageElement | null,
  { html, read, survey, cleanup }: ContentSources,
): CleanedContent {
  const { title, authors } = read.metadata;
  const names = authors.flatMap(({ name }) => (name ? [fold(name)] : []));
  const root = articleRoot(extracted, { html, survey });
  restoreSentences(root, survey.sentences);
  addStandfirst(root, survey.standfirst);
  const { exceptions } = cleanup;
  const leftOut = leftOutOf(root, survey.shown, title);
  const removed = filterBlocks(root, { title, authors: new Set(names), exceptions });
  const context = contextOf(read, cleanup);
  const cleaned = cleanContent(root.innerHTML, context);
  const others = asRemoved(survey.others.blocks);
  const content = { ...cleaned, removed: [...removed, ...cleaned.removed, ...leftOut, ...others] };
  return bodyOfLinkedData(read, content.text, context) ?? content;
}

/** The body of a page that is too large for a tree, cleaned by the word rules alone. */
export const largeContentOf = (
  html: string,
  read: ReadMetadata,
  cleanup: CleanupContext,
): CleanedContent => cleanContent(pageBody(html), contextOf(read, cleanup));

/**
 * Only the editor's kept lines apply here. Dropped and repeated lines go when the article is drafted, because its outline
 * must hold them.
 */
const contextOf = (
  { metadata, baseUrl }: ReadMetadata,
  { exceptions: { keep } }: CleanupContext,
): ContentContext => ({
  baseUrl,
  title: metadata.title,
  language: metadata.language,
  cleanup: { exceptions: { keep, drop: [] }, repeated: [] },
});

/** The extraction; if it has too little of the article, or another article than the headline's, the page's own part. */
function articleRoot(
  extracted: PageElement | null,
  { html, survey }: Pick<ContentSources, "html" | "survey">,
): PageElement {
  const { own, others } = survey;
  if (own !== null && (extracted === null || !isOfOwn(extracted, own))) {
    const tree = parsePage(html);
    const root = elementAt(tree, own.path);
    const apart = others.paths.map((path) => elementAt(tree, path));
    for (const element of apart) element?.remove();
    if (root !== null) return withoutFurniture(tree, root);
  }
  return isEnough(extracted, survey) ? extracted : withoutFurniture(parsePage(pageBody(html)));
}

/** Share of the words in the sentences of a page's own `article`; an extraction with less has missed it. */
const LEAST_SHARE = 0.4;
/** In words; a shorter `article` proves nothing. */
const MIN_MAIN_WORDS = 80;

function isEnough(extracted: PageElement | null, { mainWords }: Survey): extracted is PageElement {
  if (extracted === null) return false;
  return mainWords < MIN_MAIN_WORDS || proseWords(extracted) >= LEAST_SHARE * mainWords;
}

/** Puts the standfirst at the top if the extractor left it out. */
function addStandfirst(root: PageElement, standfirst: string | null): void {
  if (standfirst === null || collapse(root.textContent).includes(standfirst)) return;
  const paragraph = root.ownerDocument.createElement("p");
  paragraph.textContent = standfirst;
  root.insertBefore(paragraph, root.firstChild);
}

/** In characters; a shorter body in JSON-LD is a summary. */
const MIN_BODY_LENGTH = 400;
/** JSON-LD must have this many times the page's text to be preferred, for it has lost headings, lists and pictures. */
const MUCH_LONGER = 2;

function bodyOfLinkedData(
  read: ReadMetadata,
  text: string,
  context: ContentContext,
): CleanedContent | null {
  const body = read.articleBody ?? "";
  if (body.length < Math.max(MIN_BODY_LENGTH, MUCH_LONGER * text.length)) return null;
  const isMarkup = /<(?:p|br|div)\b/i.test(body);
  const given = cleanContent(isMarkup ? body : plainTextToHtml(body), context);
  return given.text.length > MUCH_LONGER * text.length ? given : null;
}
