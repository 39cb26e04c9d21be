import { type Expression, type Kysely, type RawBuilder, sql, type Transaction } from "kysely";
import type { HeldWork, Lease } from "../../../core/lease.ts";
import { restOn, UNREAD_BY_DECISIONS } from "../engine/decision-basis.ts";
import { eachNumber, locked } from "../engine/functions.ts";
import type { Tables } from "../schema/tables.ts";
import { LET_GO, leaseEnd } from "./lease-columns.ts";

/** Tables with the columns of a lease, each with the column that identifies its rows. */
const KEYS = {
  desk_order: "id",
  file_look: "url",
  lease: "name",
  page_job: "article_id",
  source: "id",
} as const satisfies Partial<Record<keyof Tables, string>>;

export type LeasedTable = keyof typeof KEYS;

type AnyLease = Lease<string | number>;

export const heldWork = <Id extends string | number>(
  db: Kysely<Tables>,
  table: LeasedTable,
): HeldWork<Id> => ({
  renew: (lease, forMs) => unread(db, (trx) => renewLease(trx, table, lease, forMs)),
  giveBack: async (lease) => void (await unread(db, (trx) => letGo(trx, table, lease))),
});

/** No decision reads leases but under the writer's turn. */
const unread = <T>(
  db: Kysely<Tables>,
  work: (trx: Transaction<Tables>) => Promise<T>,
): Promise<T> =>
  db.transaction().execute(async (trx) => {
    await restOn(trx, () => UNREAD_BY_DECISIONS);
    return work(trx);
  });

/** @returns whether it was still held. */
export const renewLease = (
  db: Kysely<Tables>,
  table: LeasedTable,
  lease: AnyLease,
  forMs: number,
): Promise<boolean> => change(db, table, lease, sql`lease_until = ${leaseEnd(forMs)}`);

/** Ends a turn. @returns whether it was still held. */
export const letGo = (db: Kysely<Tables>, table: LeasedTable, lease: AnyLease): Promise<boolean> =>
  change(db, table, lease, FREED);

/**
 * Whether the lease is still held, asked in the transaction that writes the holder's result. Nobody can claim the row
 * before the transaction ends.
 */
export const isHeld = (
  trx: Transaction<Tables>,
  table: LeasedTable,
  lease: AnyLease,
): Promise<boolean> => holds(trx, lease, { table, lock: locked });

/** The same for a transaction that only decides as yet: nobody waits for it, and it asks `isHeld` before it writes. */
export const seemsHeld = (
  trx: Transaction<Tables>,
  table: LeasedTable,
  lease: AnyLease,
): Promise<boolean> => holds(trx, lease, { table, lock: sql`` });

type HoldQuestion = { readonly table: LeasedTable; readonly lock: Expression<unknown> };

async function holds(
  trx: Transaction<Tables>,
  { id, token }: AnyLease,
  { table, lock }: HoldQuestion,
): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM ${sql.table(table)}
    WHERE ${sql.ref(KEYS[table])} = ${id} AND lease_token = ${token} ${lock}`.execute(trx);
  return rows.length > 0;
}

/** Tables of which a process may hold many rows, with `lease_holder`. */
const TABLES_OF_NODES = [
  "source",
  "page_job",
  "file_look",
] as const satisfies readonly LeasedTable[];

/** Gives back the leases of processes that are gone. @param living the holders that are not. */
export async function giveBackLeft(db: Kysely<Tables>, living: readonly number[]): Promise<void> {
  const isGone = sql`lease_holder IS NOT NULL AND lease_holder NOT IN (SELECT wanted.value FROM ${eachNumber(living)})`;
  await giveBackWhere(db, sql`lease_holder IS NULL OR (${isGone})`);
  await giveBackHosts(db, isGone);
}

/** Gives back what a process still holds when it ends. */
export async function giveBackOwn(db: Kysely<Tables>, holder: number): Promise<void> {
  await giveBackWhere(db, sql`lease_holder = ${holder}`);
  await giveBackHosts(db, sql`lease_holder = ${holder}`);
}

async function giveBackWhere(db: Kysely<Tables>, condition: RawBuilder<unknown>): Promise<void> {
  for (const table of TABLES_OF_NODES) {
    await sql`UPDATE ${sql.table(table)} SET ${FREED}
      WHERE lease_until IS NOT NULL AND (${condition})`.execute(db);
  }
}

/** A host that rests has no holder. */
const giveBackHosts = (db: Kysely<Tables>, condition: RawBuilder<unknown>): Promise<unknown> =>
  sql`UPDATE host SET lease_until = 0 WHERE lease_until > 0 AND ${condition}`.execute(db);

const FREED = sql`lease_token = ${LET_GO.lease_token}, lease_until = ${LET_GO.lease_until}`;

async function change(
  db: Kysely<Tables>,
  table: LeasedTable,
  { id, token }: AnyLease,
  columns: RawBuilder<unknown>,
): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`UPDATE ${sql.table(table)} SET ${columns}
    WHERE ${sql.ref(KEYS[table])} = ${id} AND lease_token = ${token}`.execute(db);
  return numAffectedRows > 0n;
}
