import { type Kysely, sql, type Transaction } from "kysely";
import type { Lease, Leases } from "../../../core/lease.ts";
import { databaseNow, greatest } from "../engine/functions.ts";
import type { Tables } from "../schema/tables.ts";
import { isLeasable, leaseEnd, nextLeaseToken } from "./lease-columns.ts";

export function createLeases(db: Kysely<Tables>): Leases {
  return {
    take: (name, holder, forMs) =>
      db.transaction().execute(async (trx) => {
        const first = { lease_token: 0, lease_until: 0 };
        await trx
          .insertInto("lease")
          .values({ name, holder, ...first })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        const row = await trx
          .updateTable("lease")
          .set({ holder, lease_token: nextLeaseToken, lease_until: leaseEnd(forMs) })
          .where("name", "=", name)
          .where(isLeasable(forMs))
          .returning("lease_token")
          .executeTakeFirst();
        return row === undefined ? null : { name, token: row.lease_token };
      }),
    async renew(lease, forMs) {
      const { numUpdatedRows } = await held(db, lease)
        .set({ lease_until: leaseEnd(forMs) })
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    release: async (lease) => {
      await held(db, lease)
        .set({ lease_token: nextLeaseToken, lease_until: databaseNow })
        .execute();
    },
    async idleMs(name) {
      const row = await db
        .selectFrom("lease")
        .select(greatest(0, sql<number>`${databaseNow} - lease_until`).as("ms"))
        .where("name", "=", name)
        .executeTakeFirst();
      return row?.ms ?? null;
    },
  };
}

const held = (db: Kysely<Tables>, { name, token }: Lease) =>
  db.updateTable("lease").where("name", "=", name).where("lease_token", "=", token);

/** Within a transaction that writes: nobody takes the lease meanwhile. Rejects when it is lost. */
export async function requireLease(trx: Transaction<Tables>, lease: Lease): Promise<void> {
  const { numUpdatedRows } = await held(trx, lease)
    .set({ lease_token: lease.token })
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Error(`another process is the ${lease.name} now`);
}
