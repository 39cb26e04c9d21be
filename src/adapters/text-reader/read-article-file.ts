import { deriveTitle } from "../../core/derive-title.ts";
import type { DerivedField, Item } from "../../core/model.ts";
import type { ArticleFile, DetectLanguage, ReadArticleFile, TextItem } from "../../core/ports.ts";
import { err, ok } from "../../core/result.ts";
import { cleanContent } from "../markup/clean-content.ts";
import { guardMarkup } from "../markup/guard.ts";
import { leadingHeading } from "../markup/leading-heading.ts";
import { markdownToHtml } from "../markup/markdown.ts";
import { pageBody } from "../markup/page-body.ts";
import { readPageHead } from "../markup/page-head.ts";
import { plainTextToHtml } from "../markup/plain-text.ts";
import { decodeBytes } from "./decode-bytes.ts";
import { type ParseYaml, splitFrontMatter } from "./front-matter.ts";
import { pageMetadataOf } from "./page-metadata.ts";
import { metadataOf, type TextMetadata } from "./text-metadata.ts";

export type TextReaderDeps = {
  readonly parseYaml: ParseYaml;
  readonly detectLanguage: DetectLanguage;
};

/**
 * Reads .txt, .md, .html and .htm articles. What a file does not say is worked out from its cleaned
 * text (title, language) or its time (date) and named in `derived`. The content is not yet cleaned:
 * the caller does that with the title, which takes a repeated headline out.
 */
export function createReadArticleFile(deps: TextReaderDeps): ReadArticleFile {
  return (file) => {
    const { metadata, contentHtml } = readParts(file, deps.parseYaml);
    if (contentHtml.trim() === "") {
      return err({ kind: "empty", message: `${file.name} holds no text` });
    }
    return ok(complete(itemOf(file, metadata, contentHtml), file, deps));
  };
}

/** Works out what the file did not say. */
function complete(known: Item, file: ArticleFile, deps: TextReaderDeps): TextItem {
  const context = { baseUrl: known.link, title: known.title, language: known.language };
  const cleaned = cleanContent(known.contentHtml ?? "", context);
  const worked = {
    title: known.title ?? leadingHeading(cleaned.contentHtml) ?? deriveTitle(cleaned.text),
    publishedAt: known.publishedAt ?? file.changedAt,
    language: known.language ?? deps.detectLanguage(cleaned.text),
  };
  const derived = DERIVED_FIELDS.filter((field) => known[field] === null && worked[field] !== null);
  return { item: { ...known, ...worked }, derived };
}

const DERIVED_FIELDS: readonly DerivedField[] = ["title", "publishedAt", "language"];

type Parts = { readonly metadata: TextMetadata; readonly contentHtml: string };

function readParts(file: ArticleFile, parseYaml: ParseYaml): Parts {
  const text = decodeBytes(file.bytes);
  if (/\.html?$/i.test(file.name)) {
    const html = guardMarkup(text);
    return { metadata: pageMetadataOf(readPageHead(html)), contentHtml: pageBody(html) };
  }
  const { values, body } = splitFrontMatter(text, parseYaml);
  const isMarkdown = /\.(?:md|markdown)$/i.test(file.name);
  return {
    metadata: metadataOf(values),
    contentHtml: isMarkdown ? markdownToHtml(body) : plainTextToHtml(body),
  };
}

function itemOf(file: ArticleFile, metadata: TextMetadata, contentHtml: string): Item {
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
