import { existsSync } from "node:fs";
import type { Engine } from "../engine.ts";
import { isIngestFree, lockIngest } from "./ingest-lock.ts";
import { openDatabase, openReadOnly } from "./open-database.ts";

/** A database is a file, named by its path. */
export const sqlite: Engine = {
  isFor: (name) => !name.includes("://"),
  at: (file) => ({
    exists: () => existsSync(file),
    open: (options) => openDatabase(file, options),
    openReadOnly: () => openReadOnly(file),
    lockIngest: (holder) => lockIngest(file, holder),
    isIngestFree: () => isIngestFree(file),
  }),
};
