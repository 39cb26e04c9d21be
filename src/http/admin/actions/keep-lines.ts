import type { AdminArticle } from "../../../publish/pages/admin-page.ts";
import { lineName } from "../admin-line.ts";
import type { Form } from "../form.ts";
import type { ArticleAction } from "./article-action.ts";

export const KEEP_LINES: ArticleAction = {
  path: "keep",
  orderOf: (article, form) => ({
    kind: "keep-lines",
    articleId: article.entry.article.id,
    lines: wantedLines(article, form),
  }),
  button: null,
};

/** The removed lines that the form names, or all of them. */
function wantedLines({ entry }: AdminArticle, { line, all }: Form): readonly string[] {
  const lines = entry.article.removed.map(({ text }) => text);
  if (all === "1") return lines;
  const names = new Set([line].flat().filter((name) => typeof name === "string"));
  return lines.filter((text) => names.has(lineName(text)));
}
