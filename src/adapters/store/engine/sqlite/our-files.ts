import type Database from "better-sqlite3";
import type { Instance } from "../../../../core/instance.ts";

/** "OFPR": by this `file` and we tell our databases from others. */
export const APPLICATION_ID = 0x4f465052;

export const isOurDatabase = (database: Database.Database): boolean =>
  database.pragma("application_id", { simple: true }) === APPLICATION_ID;

/** The id of the desk, of a database of any version. */
export function instanceIn(database: Database.Database): string {
  const found = database.prepare("SELECT value FROM setting WHERE name = 'instance'");
  return (JSON.parse(String(found.pluck().get())) as Instance).id;
}
