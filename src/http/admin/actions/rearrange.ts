import type { ArticleAction, Form } from "./article-action.ts";

/** The text of a field; empty for one that is missing, or sent twice. */
const idIn = (form: Form, field: string): string => {
  const value = form[field];
  return typeof value === "string" ? value.trim() : "";
};

/** The story of another article joins that of this one. */
export const MERGE: ArticleAction = {
  path: "merge",
  orderOf: ({ entry }, form) => ({
    kind: "edit-clusters",
    action: { kind: "merge", articles: [entry.article.id, idIn(form, "other")] },
    undo: false,
  }),
  button: null,
};

/** A copy is no part of this story any more, and is kept apart from now on. */
export const SPLIT: ArticleAction = {
  path: "split",
  orderOf: (_, form) => ({
    kind: "edit-clusters",
    action: { kind: "split", articles: [idIn(form, "copy")] },
    undo: false,
  }),
  button: null,
};
