import { existsSync } from "node:fs";
import type { Engine } from "../engine.ts";
import { isIngestFree, lockIngest } from "./ingest-lock.ts";
import { openDatabase, openReadOnly } from "./open-database.ts";

/** A database is a file, named by its path. */
export const sqlite: Engine = {
  isFor: (name) => !name.includes("://"),
  at: (file) => ({
    label: file,
    exists: async () => existsSync(file),
    open: (options) => openDatabase(file, options),
    openReadOnly: async () => openReadOnly(file),
    lockIngest: async (holder) => lockIngest(file, holder),
    isIngestFree: async () => isIngestFree(file),
  }),
};
