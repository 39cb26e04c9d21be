import { fieldOf } from "../form.ts";
import type { ArticleAction } from "./article-action.ts";

/** The story of another article joins that of this one. */
export const MERGE: ArticleAction = {
  path: "merge",
  orderOf: ({ entry }, form) => ({
    kind: "edit-clusters",
    action: { kind: "merge", articles: [entry.article.id, fieldOf(form, "other")] },
    undo: false,
  }),
  button: null,
};

/** A copy is no part of this story any more, and is kept apart from now on. */
export const SPLIT: ArticleAction = {
  path: "split",
  orderOf: (_, form) => ({
    kind: "edit-clusters",
    action: { kind: "split", articles: [fieldOf(form, "copy")] },
    undo: false,
  }),
  button: null,
};
