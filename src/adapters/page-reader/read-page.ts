import { type CleanupContext, isKeptLine } from "../../core/cleaning/exceptions.ts";
import type { FurtherLink } from "../../core/pages/further-pages.ts";
import type { ReadPage } from "../../core/pages/page.ts";
import { err, ok } from "../../core/result.ts";
import type { DetectLanguage } from "../../core/text/detect-language.ts";
import { completeMetadata } from "./complete-metadata.ts";
import { elementsOf } from "./dom.ts";
import { keepNames } from "./element-names.ts";
import { extractArticle, keepHeadings } from "./extract-article.ts";
import { settleHidden } from "./hidden.ts";
import { linksOfPage } from "./links-of-page.ts";
import { otherArticles } from "./other-articles.ts";
import { elementAt, isShownWhole } from "./own-container.ts";
import { contentOf, largeContentOf } from "./page-content.ts";
import { readFacts } from "./page-facts.ts";
import { parsePage } from "./parse-page.ts";
import { keepPicturesAndPlayers } from "./pictures-and-players.ts";
import { isLargePage } from "./prepare-page.ts";
import { joinPages, type SinglePage } from "./read-further.ts";
import { type ReadMetadata, readMetadata } from "./read-metadata.ts";
import { surveyPage } from "./survey-page.ts";

export type PageReaderDeps = { readonly detectLanguage: DetectLanguage };

/**
 * Reads an article page: its metadata, and its article, which is extracted, filtered, cleaned and sanitised. A page without
 * any text is the error `empty`; no page makes it throw. Time and memory are bounded, yet it is meant for a worker that can
 * be killed.
 */
export const createReadPage =
  ({ detectLanguage }: PageReaderDeps): ReadPage =>
  ({ html, url, further = [] }, cleanup) => {
    const first = readSingle({ html, url, cleanup }, detectLanguage);
    if (first === null) return err({ kind: "empty", message: "the page holds no text" });
    const others = further.map((page) => readSingle({ ...page, cleanup }, detectLanguage));
    return ok(joinPages(first, others));
  };

/** `null` for a page without any text. */
function readSingle(given: Given, detectLanguage: DetectLanguage): SinglePage | null {
  const readParts = isLargePage(given.html) ? readLarge : readTree;
  const { content, read, links, shownText } = readParts(given);
  if (content.text === "" && content.contentHtml === "") return null;
  const told = completeMetadata(read, { content, detectLanguage });
  const { contentHtml, text, removed } = content;
  return { page: { url: given.url, ...told, contentHtml, text, removed, shownText }, links };
}

type Given = {
  readonly html: string;
  readonly url: string | null;
  readonly cleanup: CleanupContext;
};

type ReadParts = {
  readonly content: ReturnType<typeof contentOf>;
  readonly read: ReadMetadata;
  readonly links: readonly FurtherLink[];
  readonly shownText: string;
};

function readTree({ html, url, cleanup }: Given): ReadParts {
  const tree = parsePage(html);
  const facts = readFacts(tree);
  const read = readMetadata(facts, url);
  const others = otherArticles({ ...read, shown: facts.shown, url });
  const survey = surveyPage(tree, {
    ...read,
    shown: facts.shown,
    others,
    isKept: (text) => isKeptLine(cleanup.exceptions, text),
  });
  const own = survey.own && isShownWhole(survey.own) ? elementAt(tree, survey.own.path) : null;
  // From here on the tree is changed.
  for (const element of others.elements) element.remove();
  const elements = elementsOf(tree);
  const links = linksOfPage(elements, read.baseUrl);
  settleHidden(elements, own);
  keepPicturesAndPlayers(elements);
  keepNames(elements);
  keepHeadings(elements, read.metadata.title);
  const extracted = extractArticle(tree);
  const content = contentOf(extracted, { html, read, survey, cleanup });
  const shownText = facts.shown.blocks.flatMap(({ isProse, text }) => (isProse ? [text] : []));
  return { content, read, links, shownText: shownText.join("\n") };
}

/** The metadata of a large page are read from this many characters at its beginning. */
const HEAD_LENGTH = 200_000;

/** Reads a large page without a tree of the whole, which would take seconds and hundreds of megabytes. */
function readLarge({ html, url, cleanup }: Given): ReadParts {
  const read = readMetadata(readFacts(parsePage(html.slice(0, HEAD_LENGTH))), url);
  return { content: largeContentOf(html, read, cleanup), read, links: [], shownText: "" };
}
