import { type Kysely, type RawBuilder, type SqlBool, sql, type Transaction } from "kysely";
import type { HostHold } from "../../../core/sources/polling/host-hold.ts";
import type { HostStore, TakenHost } from "../../../core/sources/polling/host-store.ts";
import { databaseNow, eachText, locked } from "../engine/functions.ts";
import { excluded } from "../excluded.ts";
import { createGroupCommit } from "../group-commit.ts";
import { isLeasable, leaseEnd } from "../queues/lease-columns.ts";
import type { Tables } from "../schema/tables.ts";

/** @param holder the number of this process; see lease-columns.ts. */
export function createHostStore(db: Kysely<Tables>, holder: number | null): HostStore {
  const taking = createGroupCommit(db, {
    waitMs: 0,
    writeAll: (trx, asked: readonly AskedHost[]) => take(trx, asked, holder),
  });
  return {
    take: (host, forMs) => taking.write({ host, forMs }),
    renew: (hosts, forMs) =>
      db.transaction().execute(async (trx) => {
        const rows = await trx
          .updateTable("host")
          .set({ lease_until: leaseEnd(forMs) })
          .where(isOneOf(hosts, holder))
          .returning("name")
          .execute();
        return new Set(rows.map(({ name }) => name));
      }),
    giveBack: (rests) => db.transaction().execute((trx) => giveBack(trx, rests, holder)),
    hold: (hold) => keep(db, hold),
    holds: (now) => db.transaction().execute((trx) => lasting(trx, now)),
  };
}

type AskedHost = { readonly host: string; readonly forMs: number };

/** In the order of their names, so that two processes that take the same hosts do not wait for each other. */
async function take(
  trx: Transaction<Tables>,
  asked: readonly AskedHost[],
  holder: number | null,
): Promise<readonly (TakenHost | null)[]> {
  const forMs = Math.max(...asked.map((each) => each.forMs));
  const names = [...new Set(asked.map(({ host }) => host))].toSorted();
  const rows = await trx
    .insertInto("host")
    .values(names.map((name) => ({ name, lease_until: leaseEnd(forMs), lease_holder: holder })))
    .onConflict((conflict) =>
      conflict
        .column("name")
        .doUpdateSet(excluded(["lease_until", "lease_holder"]))
        .where(
          sql<SqlBool>`(${isLeasable(forMs, "host")} OR host.lease_holder = excluded.lease_holder)`,
        ),
    )
    .returning(["name", "hold_until", "hold_reason"])
    .execute();
  const taken = new Map(rows.map((row) => [row.name, { hold: holdOf(row) }]));
  return asked.map(({ host }) => taken.get(host) ?? null);
}

/** Also locks them in the order of their names. */
const isOneOf = (hosts: readonly string[], holder: number | null): RawBuilder<SqlBool> =>
  sql<SqlBool>`name IN (SELECT name FROM host WHERE lease_holder = ${holder}
    AND name IN (SELECT wanted.value FROM ${eachText(hosts)}) ORDER BY name ${locked})`;

async function giveBack(
  trx: Transaction<Tables>,
  rests: ReadonlyMap<string, number>,
  holder: number | null,
): Promise<void> {
  for (const [restMs, group] of Map.groupBy(rests, ([, ms]) => ms)) {
    const isGiven = isOneOf(
      group.map(([host]) => host),
      holder,
    );
    if (restMs === 0) {
      await trx.deleteFrom("host").where(isGiven).where("hold_until", "=", 0).execute();
    }
    await trx
      .updateTable("host")
      .set({ lease_until: leaseEnd(restMs), lease_holder: null })
      .where(isGiven)
      .execute();
  }
}

async function keep(db: Kysely<Tables>, { host, until, reason }: HostHold): Promise<void> {
  await db
    .insertInto("host")
    .values({ name: host, lease_until: 0, hold_until: until, hold_reason: reason })
    .onConflict((conflict) =>
      conflict
        .column("name")
        .doUpdateSet(excluded(["hold_until", "hold_reason"]))
        .where(sql<SqlBool>`host.hold_until < excluded.hold_until`),
    )
    .execute();
}

async function lasting(trx: Transaction<Tables>, now: number): Promise<readonly HostHold[]> {
  const rows = await trx
    .selectFrom("host")
    .select(["name", "hold_until", "hold_reason"])
    .where("hold_until", ">", now)
    .execute();
  const isFree = sql<SqlBool>`lease_until <= ${databaseNow}`;
  const over = trx.selectFrom("host").select("name").where("hold_until", "<=", now).where(isFree);
  const gone = over.orderBy("name").modifyEnd(locked);
  await trx.deleteFrom("host").where("name", "in", gone).execute();
  return rows.flatMap((row) => holdOf(row) ?? []);
}

type HoldRow = {
  readonly name: string;
  readonly hold_until: number;
  readonly hold_reason: string;
};

const holdOf = ({ name, hold_until, hold_reason }: HoldRow): HostHold | null =>
  hold_until === 0 ? null : { host: name, until: hold_until, reason: hold_reason };
