import type { OrderKind } from "../../../core/orders/order.ts";
import type { ArticleAction } from "./article-action.ts";
import { FORGET_KEPT_LINES } from "./forget-kept-lines.ts";
import { KEEP_LINES } from "./keep-lines.ts";

/** The orders that the page of an article offers, and how; `null`: the page does not offer it. */
const ACTIONS: Readonly<Record<OrderKind, ArticleAction | null>> = {
  pass: null,
  "keep-lines": KEEP_LINES,
  "forget-kept-lines": FORGET_KEPT_LINES,
  "edit-clusters": null,
  withdraw: null,
  restore: null,
  "forget-source": null,
  "edit-configuration": null,
  "pause-source": null,
  "preview-source": null,
  revise: null,
  reprocess: null,
  "back-up": null,
  "note-backup": null,
};

export const ARTICLE_ACTIONS: readonly ArticleAction[] = Object.values(ACTIONS).filter(
  (action) => action !== null,
);
