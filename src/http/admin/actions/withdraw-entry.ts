import { writableLine } from "../../../core/text/clean.ts";
import { fieldOf } from "../form.ts";
import type { ArticleAction } from "./article-action.ts";

/** Takes the text, with all its copies, out of everything that is published. */
export const WITHDRAW: ArticleAction = {
  path: "withdraw",
  orderOf: ({ entry }, form) => ({
    kind: "withdraw",
    articleId: entry.article.id,
    reason: writableLine(fieldOf(form, "reason")).slice(0, LONGEST) || null,
  }),
  button: null,
};

export const RESTORE: ArticleAction = {
  path: "restore",
  orderOf: ({ entry }) => ({ kind: "restore", articleId: entry.article.id }),
  button: null,
};

/** Of a reason, as the form allows it. */
const LONGEST = 300;
