import type { Kysely, Selectable } from "kysely";
import type { JournalEntry, OrderJournal } from "../../../core/orders/journal.ts";
import type { Asker, Order } from "../../../core/orders/order.ts";
import type { DeskOrderTable } from "../schema/leased-tables.ts";
import type { Tables } from "../schema/tables.ts";

const COLUMNS = [
  "id",
  "kind",
  "payload",
  "asked_by",
  "asked_at",
  "settled_at",
  "state",
  "last_error",
] as const satisfies readonly (keyof DeskOrderTable)[];

export function createOrderJournal(db: Kysely<Tables>): OrderJournal {
  const orders = db.selectFrom("desk_order").select(COLUMNS);
  return {
    async latest(limit) {
      const rows = orders.where("asked_by", "!=", "ingest").orderBy("id", "desc").limit(limit);
      return (await rows.execute()).map(lineOf);
    },
    async line(id) {
      const row = await orders.where("id", "=", id).executeTakeFirst();
      return row === undefined ? null : lineOf(row);
    },
  };
}

const lineOf = (row: Pick<Selectable<DeskOrderTable>, (typeof COLUMNS)[number]>): JournalEntry => ({
  id: row.id,
  order: { kind: row.kind, ...JSON.parse(row.payload) } as Order,
  asker: row.asked_by as Asker,
  askedAt: row.asked_at,
  settledAt: row.settled_at,
  state: row.state,
  reason: row.last_error,
});
