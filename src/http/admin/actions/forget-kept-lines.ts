import type { ArticleAction } from "./article-action.ts";

export const FORGET_KEPT_LINES: ArticleAction = {
  path: "forget",
  orderOf: ({ entry }) => ({ kind: "forget-kept-lines", articleId: entry.article.id }),
  button: {
    section: "kept",
    label: { de: "Keine davon mehr behalten", en: "Keep none of them any more" },
  },
};
