import type { OrderKind } from "../../../core/orders/order.ts";
import type { ArticleAction } from "./article-action.ts";
import { FORGET_KEPT_LINES } from "./forget-kept-lines.ts";
import { KEEP_LINES } from "./keep-lines.ts";
import { MERGE, SPLIT } from "./rearrange.ts";
import { RESTORE, WITHDRAW } from "./withdraw-entry.ts";

/** The orders that the page of an article offers, and how. */
const ACTIONS: Readonly<Record<OrderKind, readonly ArticleAction[]>> = {
  pass: [],
  "keep-lines": [KEEP_LINES],
  "forget-kept-lines": [FORGET_KEPT_LINES],
  "edit-clusters": [MERGE, SPLIT],
  withdraw: [WITHDRAW],
  restore: [RESTORE],
  "forget-source": [],
  "edit-configuration": [],
  "pause-source": [],
  "preview-source": [],
  revise: [],
  reprocess: [],
  "back-up": [],
  "note-backup": [],
};

export const ARTICLE_ACTIONS: readonly ArticleAction[] = Object.values(ACTIONS).flat();
