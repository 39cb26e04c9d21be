import { sql, type Transaction } from "kysely";
import { DAY_NUMBERS, type SourceDay } from "../../../core/sources/polling/poll-history.ts";
import { greatest } from "../engine/functions.ts";
import type { Tables } from "../schema/tables.ts";

/** Days for which the numbers of a source are kept. */
const KEPT_DAYS = 2 * 366;

/**
 * Adds a day that is over to the numbers of its source, and forgets those that are too old.
 *
 * @param now the day that begins.
 */
export async function saveDay(
  trx: Transaction<Tables>,
  sourceId: string,
  { day, now }: { readonly day: SourceDay; readonly now: number },
): Promise<void> {
  const ofSource = trx.deleteFrom("source_day").where("source_id", "=", sourceId);
  // A clock that was ahead makes no day too old.
  await ofSource.where("day", "<", Math.min(day.day, now) - KEPT_DAYS).execute();
  await trx
    .insertInto("source_day")
    .values({ source_id: sourceId, ...day })
    .onConflict((conflict) => conflict.columns(["source_id", "day"]).doUpdateSet(SUMS))
    .execute();
}

const stored = (name: string) => sql.ref<number>(`source_day.${name}`);
const given = (name: string) => sql.ref<number>(`excluded.${name}`);

/** Of a day that is there already: a clock was wrong, or set back. */
const SUMS = {
  ...Object.fromEntries(
    DAY_NUMBERS.map((name) => [name, sql<number>`${stored(name)} + ${given(name)}`]),
  ),
  slowest: greatest(stored("slowest"), given("slowest")),
};
