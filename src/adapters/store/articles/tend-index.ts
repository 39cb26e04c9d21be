import type { Kysely } from "kysely";
import { decideFirst } from "../decide-first.ts";
import type { Tables } from "../schema/tables.ts";
import { forgetOldPeriods } from "./forget-old-periods.ts";
import { mergeSome } from "./merge-young.ts";

/**
 * Takes what is due of the index of texts further: young keys move, old periods are forgotten. After the transaction that
 * brought the keys, and in transactions of their own: with it they kept the writer for twice as long. A process that is
 * killed before loses nothing: the next articles take it up.
 *
 * @param came what `saveFingerprints` told.
 */
export async function tendIndex(db: Kysely<Tables>, came: number, now: number): Promise<void> {
  if (came > 0) await decideFirst(db, (trx) => mergeSome(trx, came));
  await decideFirst(db, (trx) => forgetOldPeriods(trx, now));
}
