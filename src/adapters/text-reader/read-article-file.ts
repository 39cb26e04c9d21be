import type { DerivedField } from "../../core/articles/article-draft.ts";
import { deriveTitle } from "../../core/articles/derive-title.ts";
import type { Author, Item } from "../../core/articles/item.ts";
import type { CleanedContent } from "../../core/cleaning/clean-content.ts";
import { NO_CLEANUP } from "../../core/cleaning/exceptions.ts";
import { AUTHOR_NOTE } from "../../core/cleaning/rules/author-box.ts";
import { withoutLeadingLabels } from "../../core/cleaning/rules/leading-labels.ts";
import { err, ok } from "../../core/result.ts";
import { NO_USAGE_HEADERS } from "../../core/rights/usage-terms.ts";
import type { ArticleFile, ReadArticleFile, TextItem } from "../../core/sources/article-file.ts";
import type { ReadWarning } from "../../core/sources/feed.ts";
import type { DetectLanguage } from "../../core/text/detect-language.ts";
import { cleanContent, namesInAuthorBox, plainTextOf } from "../markup/clean-content.ts";
import { CUT_TEXT, cutText, describeCut } from "../markup/cut-text.ts";
import { leadingHeading } from "../markup/leading-heading.ts";
import { markdownToHtml } from "../markup/markdown.ts";
import { plainTextToHtml } from "../markup/plain-text.ts";
import { preparePage } from "../page-reader/prepare-page.ts";
import { decodeBytes } from "./decode-bytes.ts";
import { type ParseYaml, splitFrontMatter } from "./front-matter.ts";
import { frontMatterWarnings } from "./front-matter-warnings.ts";
import { metadataOf, type TextMetadata } from "./text-metadata.ts";

export type TextReaderDeps = {
  readonly parseYaml: ParseYaml;
  readonly detectLanguage: DetectLanguage;
};

/**
 * Reads .txt and .md articles. Missing fields are worked out from the cleaned text (title, language) or from the file's time
 * (date) and are named in `derived`. The content is not yet cleaned: the caller cleans it with the title, so that a repeated
 * headline is removed. An HTML file is handed on as a page.
 */
export function createReadArticleFile(deps: TextReaderDeps): ReadArticleFile {
  return (file) => {
    if (/\.html?$/i.test(file.name)) return ok({ text: pageFile(file), warnings: [] });
    const { metadata, contentHtml, warnings } = readParts(file, deps.parseYaml);
    if (contentHtml.trim() === "") {
      return err({ kind: "empty", message: `${file.name} holds no text` });
    }
    const item = itemOf(file, metadata, contentHtml);
    const cut = cutText(contentHtml);
    if (cut === null) return ok({ text: complete(item, file, deps), warnings });
    const text = complete({ ...item, contentHtml: null, summaryHtml: cut.html }, file, deps);
    return ok({ text, warnings: [...warnings, { kind: CUT_TEXT, detail: describeCut(cut) }] });
  };
}

function pageFile(file: ArticleFile): TextItem {
  const html = preparePage({ bytes: file.bytes, contentType: null, url: null });
  const item = itemOf(file, metadataOf(new Map()), null);
  return {
    item: { ...item, publishedAt: file.changedAt },
    derived: ["publishedAt"],
    page: { url: null, html, headers: NO_USAGE_HEADERS },
  };
}

/** Works out what the file did not say. */
function complete(known: Item, file: ArticleFile, deps: TextReaderDeps): TextItem {
  const { link: baseUrl, title, language } = known;
  const context = { baseUrl, title, language, cleanup: NO_CLEANUP };
  const html = known.contentHtml ?? known.summaryHtml ?? "";
  const cleaned = cleanContent(html, context);
  const worked = {
    title:
      known.title ??
      leadingHeading(cleaned.contentHtml) ??
      deriveTitle(withoutLeadingLabels(textBefore(cleaned, html, baseUrl))),
    publishedAt: known.publishedAt ?? file.changedAt,
    language: known.language ?? deps.detectLanguage(cleaned.text),
  };
  const derived = DERIVED_FIELDS.filter((field) => known[field] === null && worked[field] !== null);
  const authors =
    known.authors.length > 0 ? known.authors : authorsInBox(cleaned, html, worked.title);
  return { item: { ...known, ...worked, authors }, derived, page: null };
}

/** Whom the box about its author presents, for a text that was found to end with one. */
const authorsInBox = ({ removed }: CleanedContent, html: string, title: string | null): Author[] =>
  removed.some(({ rule }) => rule === AUTHOR_NOTE)
    ? namesInAuthorBox(html, title).map((name) => ({ name, email: null, url: null }))
    : [];

/** The text with the lines that cleaning removed: a headline may read like a label, or stand under one. */
const textBefore = (
  { text, removed }: CleanedContent,
  html: string,
  baseUrl: string | null,
): string => (removed.length > 0 ? plainTextOf(html, baseUrl) : text);

const DERIVED_FIELDS: readonly DerivedField[] = ["title", "publishedAt", "language"];

type FileParts = {
  readonly metadata: TextMetadata;
  readonly contentHtml: string;
  readonly warnings: readonly ReadWarning[];
};

function readParts(file: ArticleFile, parseYaml: ParseYaml): FileParts {
  const frontMatter = splitFrontMatter(decodeBytes(file.bytes), parseYaml);
  const { values, body } = frontMatter;
  const isMarkdown = /\.(?:md|markdown)$/i.test(file.name);
  return {
    metadata: metadataOf(values),
    contentHtml: isMarkdown ? markdownToHtml(body) : plainTextToHtml(body),
    warnings: frontMatterWarnings(frontMatter),
  };
}

function itemOf(file: ArticleFile, metadata: TextMetadata, contentHtml: string | null): Item {
  const { title, authors, publishedAt, updatedAt, url, image, categories, language, rights } =
    metadata;
  return {
    guid: file.name,
    link: url,
    title,
    authors,
    publishedAt,
    updatedAt,
    summaryHtml: metadata.description === null ? null : plainTextToHtml(metadata.description),
    contentHtml,
    categories,
    language,
    rights,
    enclosures: [],
    image,
    source: null,
    commentsUrl: null,
  };
}
