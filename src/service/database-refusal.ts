import { databaseAt } from "../adapters/store/engine/engines.ts";
import type { DatabaseName } from "../core/settings/database-name.ts";

/** What keeps a database from its work, as a sentence that names it, where an error says that; `null` for any other error. */
export function databaseRefusal(name: DatabaseName, cause: unknown): string | null {
  const database = databaseAt(name);
  return database.obstacleIn(cause) === null ? null : database.problemOf(cause).message;
}
