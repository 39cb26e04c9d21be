import type { ArticleAction } from "./article-action.ts";

/** Takes the text, with all its copies, out of everything that is published. */
export const WITHDRAW: ArticleAction = {
  path: "withdraw",
  orderOf: ({ entry }, { reason }) => ({
    kind: "withdraw",
    articleId: entry.article.id,
    reason: typeof reason === "string" ? oneLine(reason) : null,
  }),
  button: null,
};

export const RESTORE: ArticleAction = {
  path: "restore",
  orderOf: ({ entry }) => ({ kind: "restore", articleId: entry.article.id }),
  button: null,
};

const LONGEST = 300;

const oneLine = (text: string): string | null =>
  text.replace(/\s+/g, " ").trim().slice(0, LONGEST) || null;
