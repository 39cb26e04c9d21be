import { type Kysely, type Selectable, sql } from "kysely";
import {
  type Asker,
  type LeasedOrder,
  type Order,
  type OrderKind,
  type OrderLease,
  type OrderOf,
  type OrderOutcome,
  type OrderProgress,
  outcomeOf,
} from "../../../core/orders/order.ts";
import type { EditedStores, OrderBook } from "../../../core/orders/order-book.ts";
import type { Result } from "../../../core/result.ts";
import { databaseNow, lockedUnlessBusy } from "../engine/functions.ts";
import type { DeskOrderTable } from "../schema/leased-tables.ts";
import type { Tables } from "../schema/tables.ts";
import { createForgetStore } from "../sources/forget-source.ts";
import { createPauseStore } from "../sources/pauses.ts";
import { createEditorStore } from "../stories/editor-store.ts";
import { createWithdrawalStore } from "../stories/withdrawals.ts";
import { claimedFor, isLeasable, isLeaseFree, LET_GO, leaseEnd } from "./lease-columns.ts";
import { heldWork, isHeld } from "./leased-rows.ts";

/** After this many leases that ran out an order is `failed`: it seems to end its processes. */
const MOST_ATTEMPTS = 3;

export function createOrderBook(db: Kysely<Tables>): OrderBook {
  return {
    place: async (order, asker) => (await place(db, { order, asker, leaseMs: null })).id,
    begin: (order, asker, leaseMs) => place(db, { order, asker, leaseMs }),
    lease: (kinds, leaseMs) => lease(db, kinds, leaseMs),
    ...heldWork(db, "desk_order"),
    tell: (held, line) => tell(db, held, line),
    settle: (held, outcome) => settle(db, held, outcome),
    apply: (held, work) => apply(db, held, work),
    look: (id, from) => look(db, id, from),
    stop: async (id) => {
      await db.updateTable("desk_order").set({ stop_wanted: 1 }).where("id", "=", id).execute();
    },
    isStopWanted: async ({ id }) => {
      const row = db.selectFrom("desk_order").select("stop_wanted").where("id", "=", id);
      return (await row.executeTakeFirst())?.stop_wanted === 1;
    },
    cancel: (id) => cancel(db, id),
    async forget(olderThanMs) {
      const before = sql<number>`${databaseNow} - ${olderThanMs}`;
      await db.deleteFrom("desk_order").where("asked_at", "<", before).execute();
    },
  };
}

type NewOrder = {
  readonly order: Order;
  readonly asker: Asker;
  /** `null`: it waits for whoever takes it. */
  readonly leaseMs: number | null;
};

async function place(db: Kysely<Tables>, { order, asker, leaseMs }: NewOrder): Promise<OrderLease> {
  const { kind, ...payload } = order;
  const asked = { asked_by: asker, asked_at: databaseNow, due_at: databaseNow };
  const lease = leaseMs === null ? {} : { lease_token: 1, lease_until: leaseEnd(leaseMs) };
  const row = await db
    .insertInto("desk_order")
    .values({ kind, payload: JSON.stringify(payload), ...asked, ...lease })
    .returning(["id", "lease_token"])
    .executeTakeFirstOrThrow();
  return { id: row.id, token: row.lease_token };
}

async function tell(db: Kysely<Tables>, { id, token }: OrderLease, line: unknown): Promise<void> {
  await sql`INSERT INTO order_line (order_id, line)
    SELECT id, ${JSON.stringify(line)} FROM desk_order
    WHERE id = ${id} AND lease_token = ${token}`.execute(db);
}

async function settle(
  db: Kysely<Tables>,
  { id, token }: OrderLease,
  outcome: OrderOutcome,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("desk_order")
    .set({ settled_at: databaseNow, state: outcome.state, ...LET_GO })
    .set(
      outcome.state === "done"
        ? { answer: JSON.stringify(outcome.answer) }
        : { last_error: outcome.reason },
    )
    .where("id", "=", id)
    .where("lease_token", "=", token)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

const apply = <Answer>(
  db: Kysely<Tables>,
  held: OrderLease,
  work: (stores: EditedStores) => Promise<Result<Answer, string>>,
): Promise<Result<Answer, string>> =>
  db.transaction().execute(async (trx) => {
    if (!(await isHeld(trx, "desk_order", held))) {
      throw new Error(`order ${held.id} is held by another process`);
    }
    const done = await work({
      editor: createEditorStore(trx),
      withdrawals: createWithdrawalStore(trx),
      sources: createForgetStore(trx),
      pauses: createPauseStore(trx),
    });
    await settle(trx, held, outcomeOf(done));
    return done;
  });

async function cancel(db: Kysely<Tables>, id: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("desk_order")
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .where(isLeaseFree())
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

async function lease<Kind extends OrderKind>(
  db: Kysely<Tables>,
  kinds: readonly Kind[],
  leaseMs: number,
): Promise<LeasedOrder<Kind> | null> {
  for (;;) {
    const row = await leaseNext(db, kinds, leaseMs);
    if (row === undefined) return null;
    const held: OrderLease = { id: row.id, token: row.lease_token };
    if (row.attempts < MOST_ATTEMPTS) return { lease: held, order: orderOf<Kind>(row) };
    await settle(db, held, GIVEN_UP);
  }
}

const GIVEN_UP: OrderOutcome = {
  state: "failed",
  reason: `it was begun ${MOST_ATTEMPTS} times, and ended with the process each time`,
};

/**
 * One statement leases, so that two processes that ask at once lease two different orders. Asked first whether there is one: mostly
 * there is none, and a write takes the writer's turn even where it changes nothing.
 */
async function leaseNext(db: Kysely<Tables>, kinds: readonly OrderKind[], leaseMs: number) {
  const free = db
    .selectFrom("desk_order")
    .select("id")
    .where("kind", "in", kinds)
    .where("state", "=", "waiting")
    .where("due_at", "<=", databaseNow)
    .where(isLeasable(leaseMs));
  const next = free.orderBy("id").limit(1);
  if ((await next.executeTakeFirst()) === undefined) return undefined;
  return db
    .updateTable("desk_order")
    .where("id", "=", next.modifyEnd(lockedUnlessBusy))
    .where("state", "=", "waiting")
    .where(isLeasable(leaseMs))
    .set(claimedFor(leaseMs))
    .returning(["id", "kind", "payload", "lease_token", "attempts"])
    .executeTakeFirst();
}

const orderOf = <Kind extends OrderKind>({
  kind,
  payload,
}: Pick<DeskOrderTable, "kind" | "payload">): OrderOf<Kind> =>
  ({ kind, ...JSON.parse(payload) }) as OrderOf<Kind>;

/** Reads the state before the lines, so that a settled order comes with all its lines. */
async function look(db: Kysely<Tables>, id: number, from: number): ReturnType<OrderBook["look"]> {
  const row = await db
    .selectFrom("desk_order")
    .select((get) => [
      ...(["state", "answer", "last_error"] as const),
      get("lease_until", ">", databaseNow).as("is_leased"),
    ])
    .where("id", "=", id)
    .executeTakeFirst();
  const rows = await db
    .selectFrom("order_line")
    .select("line")
    .where("order_id", "=", id)
    .orderBy("id")
    .offset(from)
    .limit(100_000)
    .execute();
  return { ...progressOf(row), lines: rows.map(({ line }) => JSON.parse(line) as unknown) };
}

type ProgressRow = Pick<Selectable<DeskOrderTable>, "state" | "answer" | "last_error"> & {
  readonly is_leased: unknown;
};

function progressOf(row: ProgressRow | undefined): OrderProgress {
  if (row === undefined) return { state: "gone" };
  if (row.state === "waiting") return { state: row.is_leased ? "leased" : "waiting" };
  if (row.state === "done") return { state: "done", answer: JSON.parse(row.answer ?? "null") };
  return { state: row.state, reason: row.last_error ?? "" };
}
