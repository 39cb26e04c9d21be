import type { Asker, Order } from "./order.ts";

/** An order that was placed, and what became of it. */
export type JournalEntry = {
  readonly id: number;
  readonly order: Order;
  readonly asker: Asker;
  readonly askedAt: number;
  /** `null` while it waits or is carried out. */
  readonly settledAt: number | null;
  readonly state: "waiting" | "done" | "refused" | "failed";
  /** Why it was not carried out, a sentence; else `null`. */
  readonly reason: string | null;
};

/** What people have ordered. Orders are forgotten after 90 days. */
export interface OrderJournal {
  /** The latest first, without those that ingest itself placed. */
  latest(limit: number): Promise<readonly JournalEntry[]>;

  /** `null` when no order has that number. */
  line(id: number): Promise<JournalEntry | null>;
}

/** The order that takes another back; `null` where nothing does, or it did nothing. */
export function undoing({ order, state }: Pick<JournalEntry, "order" | "state">): Order | null {
  if (state !== "done") return null;
  switch (order.kind) {
    case "edit-clusters":
      return order.undo ? null : { ...order, undo: true };
    case "withdraw":
      return { kind: "restore", articleId: order.articleId };
    case "pause-source":
      return { ...order, paused: !order.paused };
    case "edit-configuration":
      return undoingEdit(order);
    default:
      return null;
  }
}

/** What an entry said before is not known: only what was added can be taken out, and what was renamed be named back. */
function undoingEdit({ edit }: Extract<Order, { kind: "edit-configuration" }>): Order | null {
  if (edit.kind === "rename-source") {
    return { kind: "edit-configuration", edit: { ...edit, from: edit.to, to: edit.from } };
  }
  const [entry, ...others] = edit.kind === "add" ? edit.entries : [];
  const id = entry?.["id"];
  if (edit.kind !== "add" || typeof id !== "string" || others.length > 0) return null;
  return { kind: "edit-configuration", edit: { kind: "remove", list: edit.list, id } };
}
