import { existsSync } from "node:fs";
import { type OpenDatabase, openReadOnly } from "../adapters/store/open-database.ts";
import { err, type Result } from "../core/result.ts";

/** Opens the database for a command that only looks; the error is a sentence. */
export function openForReading(file: string): Result<OpenDatabase, string> {
  if (!existsSync(file)) {
    return err(`there is no database ${file} yet: "offprint ingest" or "offprint serve" makes it`);
  }
  const opened = openReadOnly(file);
  return opened.ok ? opened : err(opened.error.message);
}
