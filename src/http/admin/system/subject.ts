import type { Order } from "../../../core/orders/order.ts";
import type { ConfigurationEdit } from "../../../core/settings/configuration-edit.ts";

/** What an order is about: an article, a source, or some words. */
export type OrderSubject = {
  readonly articles: readonly string[];
  readonly sources: readonly string[];
  /** As it stands in the order. */
  readonly detail: string | null;
};

const NOTHING: OrderSubject = { articles: [], sources: [], detail: null };

export function subjectOf(order: Order): OrderSubject {
  switch (order.kind) {
    case "pass":
      return { ...NOTHING, sources: order.scope.sources };
    case "keep-lines":
    case "forget-kept-lines":
    case "restore":
      return { ...NOTHING, articles: [order.articleId] };
    case "withdraw":
      return { ...NOTHING, articles: [order.articleId], detail: order.reason };
    case "edit-clusters":
      return { ...NOTHING, articles: order.action.articles, detail: order.action.kind };
    case "forget-source":
    case "revise":
      return { ...NOTHING, sources: [order.sourceId] };
    case "pause-source":
      return { ...NOTHING, sources: [order.sourceId], detail: `paused: ${order.paused}` };
    case "reprocess":
      return order.sourceId === null ? NOTHING : { ...NOTHING, sources: [order.sourceId] };
    case "preview-source":
      return order.sourceId === null
        ? { ...NOTHING, detail: order.address }
        : { ...NOTHING, sources: [order.sourceId] };
    case "edit-configuration":
      return { ...NOTHING, detail: editText(order.edit) };
    case "back-up":
    case "note-backup":
      return NOTHING;
  }
}

function editText(edit: ConfigurationEdit): string {
  if (edit.kind === "rename-source") return `${edit.from} → ${edit.to}`;
  if (edit.kind === "add") {
    return `${edit.list}: + ${edit.entries.map(({ id }) => String(id)).join(", ")}`;
  }
  if (edit.kind === "remove") return `${edit.list}: − ${edit.id}`;
  return `${edit.id}: ${JSON.stringify(edit.values)}`;
}
