import { type Kysely, sql, type Transaction } from "kysely";
import type { Lease, Leases } from "../../../core/lease.ts";
import { databaseNow, greatest } from "../engine/functions.ts";
import type { Tables } from "../schema/tables.ts";
import { isLeasable, leaseEnd, nextLeaseToken } from "./lease-columns.ts";
import { isHeld, renewLease } from "./leased-rows.ts";

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
        return row === undefined ? null : { id: name, token: row.lease_token };
      }),
    renew: (lease, forMs) => renewLease(db, "lease", lease, forMs),
    // Keeps the time of the release, which `idleMs` needs.
    release: async ({ id, token }) => {
      await db
        .updateTable("lease")
        .set({ lease_token: nextLeaseToken, lease_until: databaseNow })
        .where("name", "=", id)
        .where("lease_token", "=", token)
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

/** Rejects when the lease is lost. Asked in a transaction that writes: nobody can take the lease before it ends. */
export async function requireLease(trx: Transaction<Tables>, lease: Lease): Promise<void> {
  if (await isHeld(trx, "lease", lease)) return;
  throw new Error(`another process is the ${lease.id} now`);
}
