import { onTestFinished } from "vitest";
import { postgres } from "../../../src/adapters/store/engine/postgres/postgres.ts";
import { databaseNamed } from "../../../src/core/settings/database-name.ts";
import { emptyDatabase } from "../../support/postgres/databases.ts";
import { type OpenStore, storesOn } from "./open-store.ts";

export const openPostgresStore: OpenStore = async () => storesOn((await openPostgresDatabase()).db);

/** Opens an empty database, and closes it when the test is over. */
export async function openPostgresDatabase() {
  const opened = await postgres.at(databaseNamed(await emptyDatabase())).open();
  if (!opened.ok) throw new Error(opened.error.message);
  onTestFinished(opened.value.close);
  return opened.value;
}
