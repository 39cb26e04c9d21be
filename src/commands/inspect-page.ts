import type { Page } from "../adapters/page-reader/page.ts";
import type { ReadError, ReceivedDocument } from "../core/model.ts";
import type { DetectLanguage } from "../core/ports.ts";
import { ok, type Result } from "../core/result.ts";
import type { ArticleAnswer } from "./inspect-article.ts";

type PageDeps = { readonly detectLanguage: DetectLanguage };

export type ReadPage = (document: ReceivedDocument, deps: PageDeps) => Result<Page, ReadError>;

/** What would be published of one page: the fields of contracts.md §2, and no others. */
export function inspectPage(
  document: ReceivedDocument,
  { readPage, detectLanguage }: PageDeps & { readonly readPage: ReadPage },
): Result<ArticleAnswer, ReadError> {
  const read = readPage(document, { detectLanguage });
  if (!read.ok) return read;
  const { section, faviconUrl, terms, image, provenance, ...page } = read.value;
  return ok({
    ...page,
    image: image?.url ?? null,
    provenance: Object.fromEntries(provenance),
  });
}
