import { existsSync } from "node:fs";
import {
  type OpenDatabase,
  openDatabase,
  openReadOnly,
} from "../adapters/store/engine/sqlite/open-database.ts";
import { err, type Result } from "../core/result.ts";

/** Opens a database that exists, for reading. The error is a sentence. */
export function openForReading(file: string): Result<OpenDatabase, string> {
  if (!existsSync(file)) return missing(file);
  const opened = openReadOnly(file);
  return opened.ok ? opened : err(opened.error.message);
}

/** Opens a database that exists, for writing. The process that made it has checked it. The error is a sentence. */
export async function openForWriting(file: string): Promise<Result<OpenDatabase, string>> {
  if (!existsSync(file)) return missing(file);
  const opened = await openDatabase(file, { isChecked: true });
  return opened.ok ? opened : err(opened.error.message);
}

const missing = (file: string): Result<never, string> =>
  err(`there is no database ${file} yet: "offprint ingest" or "offprint serve" makes it`);
