import type { OpenDatabase } from "../adapters/store/engine/engine.ts";
import { databaseAt } from "../adapters/store/engine/engines.ts";
import { err, type Result } from "../core/result.ts";

/** Opens a database that exists, for reading. The error is a sentence. */
export function openForReading(file: string): Result<OpenDatabase, string> {
  if (!databaseAt(file).exists()) return missing(file);
  const opened = databaseAt(file).openReadOnly();
  return opened.ok ? opened : err(opened.error.message);
}

/** Opens a database that exists, for writing. The process that made it has checked it. The error is a sentence. */
export async function openForWriting(file: string): Promise<Result<OpenDatabase, string>> {
  if (!databaseAt(file).exists()) return missing(file);
  const opened = await databaseAt(file).open({ isChecked: true });
  return opened.ok ? opened : err(opened.error.message);
}

const missing = (file: string): Result<never, string> =>
  err(`there is no database ${file} yet: "offprint ingest" or "offprint serve" makes it`);
