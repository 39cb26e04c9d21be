import { NO_CLEANUP } from "../../core/cleaning/exceptions.ts";
import type { PreparePage, ReadPage } from "../../core/pages/page.ts";
import { ok, type Result } from "../../core/result.ts";
import type { ReadError } from "../../core/sources/errors.ts";
import type { ReceivedDocument } from "../../core/sources/feed.ts";
import type { ArticleAnswer } from "./article-answer.ts";

export type PageInspectorDeps = { readonly preparePage: PreparePage; readonly readPage: ReadPage };

/** What would be published of one page: the fields of contracts.md §2, and no others. */
export function inspectPage(
  document: ReceivedDocument,
  { preparePage, readPage }: PageInspectorDeps,
): Result<ArticleAnswer, ReadError> {
  const read = readPage({ url: document.url, html: preparePage(document) }, NO_CLEANUP);
  if (!read.ok) return read;
  const { image, provenance, ...page } = read.value;
  const { section, faviconUrl, terms, furtherUrl, goesOn, shownText, ...told } = page;
  return ok({
    ...told,
    image: image?.url ?? null,
    provenance: Object.fromEntries(provenance),
  });
}
