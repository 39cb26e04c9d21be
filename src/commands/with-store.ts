import { existsSync } from "node:fs";
import { type OpenDatabase, openDatabase, openReadOnly } from "../adapters/store/open-database.ts";
import { createPublishStore } from "../adapters/store/publish-store.ts";
import type { Config } from "../config/config.ts";
import { err, type Result } from "../core/result.ts";
import type { PublishStore } from "../core/store-ports.ts";
import { type CommonOptions, type Io, load, refuse, refuseConfig } from "./load.ts";

/** What a command does with what is stored. */
type Look = (store: PublishStore, config: Config) => Promise<void>;

/** Runs a command that only looks: loads the configuration, opens its database for reading, closes it. Gives the exit code. */
export async function withStore(options: CommonOptions, io: Io, look: Look): Promise<number> {
  const loaded = load(options, io);
  if (!loaded.ok) return refuseConfig(loaded, io);
  const opened = openForReading(loaded.value.database);
  if (!opened.ok) return refuse(opened.error, io);
  try {
    await look(createPublishStore(opened.value.db), loaded.value);
    return 0;
  } finally {
    await opened.value.close();
  }
}

/** The error is a sentence. */
export function openForReading(file: string): Result<OpenDatabase, string> {
  if (!existsSync(file)) return missing(file);
  const opened = openReadOnly(file);
  return opened.ok ? opened : err(opened.error.message);
}

/** The error is a sentence. Whoever made the database has checked it. */
export async function openForWriting(file: string): Promise<Result<OpenDatabase, string>> {
  if (!existsSync(file)) return missing(file);
  const opened = await openDatabase(file, { isChecked: true });
  return opened.ok ? opened : err(opened.error.message);
}

const missing = (file: string): Result<never, string> =>
  err(`there is no database ${file} yet: "offprint ingest" or "offprint serve" makes it`);
