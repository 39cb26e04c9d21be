import { type Kysely, sql } from "kysely";
import { TEXT_RULES } from "../../../../../core/text/rules.ts";
import { renewLines } from "./0015-lines.ts";
import { renewPrints } from "./0015-prints.ts";

/**
 * Computes anew, by version 2 of the text rules, all stored values that a poll compares with, so that no article
 * becomes new or updated through the rules alone. Values that are no longer compared stay as they are.
 */
export async function renewTexts(db: Kysely<unknown>): Promise<void> {
  await renewPrints(db);
  await renewLines(db);
  await sql`INSERT INTO setting (name, value) VALUES ('text-rules', ${String(TEXT_RULES)})`.execute(
    db,
  );
}
