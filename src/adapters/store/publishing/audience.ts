import { type Kysely, sql } from "kysely";
import { databaseNow } from "../engine/functions.ts";
import type { Tables } from "../schema/tables.ts";

/** How many people read the feeds, as feed readers report it. Each web process counts the readers that it answers. */
export type AudienceStore = {
  readonly note: (process: string, subscribers: number) => Promise<void>;
  readonly total: () => Promise<number>;
};

/** A process that has not noted its count for this long is gone. */
const GONE_MS = 5 * 60_000;

export function createAudienceStore(db: Kysely<Tables>): AudienceStore {
  const isGone = sql<boolean>`counted_at < ${databaseNow} - ${GONE_MS}`;
  return {
    async note(process, subscribers) {
      await db.deleteFrom("audience").where(isGone).execute();
      const counted = { subscribers, counted_at: databaseNow };
      await db
        .insertInto("audience")
        .values({ process, ...counted })
        .onConflict((conflict) => conflict.column("process").doUpdateSet(counted))
        .execute();
    },
    async total() {
      const row = await db
        .selectFrom("audience")
        .select((get) => get.fn.sum<number | null>("subscribers").as("total"))
        .where((is) => is.not(isGone))
        .executeTakeFirst();
      return row?.total ?? 0;
    },
  };
}
