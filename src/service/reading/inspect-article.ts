import { deriveTitle } from "../../core/articles/derive-title.ts";
import type { CleanContent } from "../../core/cleaning/clean-content.ts";
import { NO_CLEANUP } from "../../core/cleaning/exceptions.ts";
import { ok, type Result } from "../../core/result.ts";
import type { ReadArticleFile } from "../../core/sources/article-file.ts";
import type { ReadError } from "../../core/sources/errors.ts";
import { canonicalUrl } from "../../core/urls/canonical-url.ts";
import type { ArticleAnswer } from "./article-answer.ts";
import { inspectPage, type PageInspectorDeps } from "./inspect-page.ts";

export type ArticleKind = "page" | "text";

export type ArticleJob = {
  readonly as: ArticleKind;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly url: string | null;
  readonly contentType: string | null;
};

export type ArticleInspectorDeps = PageInspectorDeps & {
  readonly readArticleFile: ReadArticleFile;
  readonly cleanContent: CleanContent;
};

/** What would be published of one page or text. */
export const inspectArticle = (
  job: ArticleJob,
  deps: ArticleInspectorDeps,
): Result<ArticleAnswer, ReadError> =>
  job.as === "page" ? inspectPage(job, deps) : inspectText(job, deps);

function inspectText(
  { name, bytes, url }: ArticleJob,
  { readArticleFile, cleanContent }: ArticleInspectorDeps,
): Result<ArticleAnswer, ReadError> {
  const read = readArticleFile({ name: textName(name), bytes, changedAt: 0 });
  if (!read.ok) return read;
  const {
    text: { item, derived },
    warnings,
  } = read.value;
  const { title, language } = item;
  const baseUrl = item.link ?? url;
  const context = { baseUrl, title, language, cleanup: NO_CLEANUP };
  // When the text was cut, it stands in the summary.
  const html = item.contentHtml ?? item.summaryHtml ?? "";
  const { outline: _, ...cleaned } = cleanContent(html, context);
  const isDated = !derived.includes("publishedAt");
  return ok({
    url: item.link ?? url,
    canonicalUrl: canonicalUrl(item.link ?? url ?? ""),
    title: title ?? deriveTitle(cleaned.text),
    authors: item.authors,
    publishedAt: isDated ? item.publishedAt : null,
    updatedAt: item.updatedAt,
    siteName: item.source?.title ?? null,
    description: item.contentHtml === null ? null : item.summaryHtml,
    image: item.image?.url ?? null,
    language,
    categories: item.categories,
    rights: item.rights,
    ...cleaned,
    provenance: Object.fromEntries(derived.map((field) => [field, "derived"])),
    warnings,
  });
}

/** `readArticleFile` goes by the extension: a text with any extension but .txt and .md is read as .txt. */
const textName = (name: string): string => (/\.(txt|md)$/i.test(name) ? name : `${name}.txt`);
