import type { NamedDatabase, OpenDatabase } from "../adapters/store/engine/engine.ts";
import { databaseAt } from "../adapters/store/engine/engines.ts";
import { err, type Result } from "../core/result.ts";
import type { DatabaseName } from "../core/settings/database-name.ts";

/** Opens a database that exists, for reading. The error is a sentence. */
export async function openForReading(name: DatabaseName): Promise<Result<OpenDatabase, string>> {
  const database = databaseAt(name);
  if (!(await database.exists())) return missing(database);
  const opened = await database.openReadOnly();
  return opened.ok ? opened : err(opened.error.message);
}

/** Opens a database that exists, for writing. The process that made it has checked it. The error is a sentence. */
export async function openForWriting(name: DatabaseName): Promise<Result<OpenDatabase, string>> {
  const database = databaseAt(name);
  if (!(await database.exists())) return missing(database);
  const opened = await database.open({ isChecked: true });
  return opened.ok ? opened : err(opened.error.message);
}

const missing = ({ label }: NamedDatabase): Result<never, string> =>
  err(`there is no database ${label} yet: "offprint ingest" or "offprint serve" makes it`);
