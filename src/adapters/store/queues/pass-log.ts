import type { Kysely } from "kysely";
import type { Tables } from "../schema/tables.ts";

/** The last pass over the due sources. */
export type PassNote = {
  readonly at: number;
  /** By when another pass must have finished; `null` when none is scheduled. */
  readonly deadline: number | null;
};

export type PassLog = {
  readonly note: (pass: PassNote) => Promise<void>;
  /** `null` before the first. */
  readonly last: () => Promise<PassNote | null>;
};

/** Stored in the database, so that every process that watches can tell when the scheduler has died. */
export function createPassLog(db: Kysely<Tables>): PassLog {
  return {
    async note(pass) {
      const value = JSON.stringify(pass);
      await db
        .insertInto("setting")
        .values({ name: "last-pass", value })
        .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
        .execute();
    },
    async last() {
      const row = db.selectFrom("setting").select("value").where("name", "=", "last-pass");
      const value = (await row.executeTakeFirst())?.value;
      return value === undefined ? null : (JSON.parse(value) as PassNote);
    },
  };
}
