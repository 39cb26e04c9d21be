import { type Kysely, sql } from "kysely";
import { TEXT_RULES } from "../../../../../core/text/rules.ts";
import { renewLines } from "./0015-lines.ts";
import { renewPrints } from "./0015-prints.ts";

/**
 * What is made of texts by version 2 of the text rules in place of version 1: in databases of before everything that a
 * poll compares with, so that no article is new or updated for the rules alone. What is no longer compared with anything
 * stays as it is.
 */
export async function renewTexts(db: Kysely<unknown>): Promise<void> {
  await renewPrints(db);
  await renewLines(db);
  await sql`INSERT INTO setting (name, value) VALUES ('text-rules', ${String(TEXT_RULES)})`.execute(
    db,
  );
}
