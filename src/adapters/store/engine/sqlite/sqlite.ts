import { existsSync } from "node:fs";
import type { Engine } from "../engine.ts";
import { NOT_HEARING } from "../hint-hearing.ts";
import { obstacleOfFile, problemOf } from "./file-errors.ts";
import { isIngestFree, lockIngest } from "./ingest-lock.ts";
import { openDatabase, openReadOnly } from "./open-database.ts";

/** A database is a file, named by its path. */
export const sqlite: Engine = {
  isFor: (name) => !name.includes("://"),
  at: ({ name: file }) => ({
    label: file,
    isShared: false,
    file: {
      examine: async () => (await import("./examine-file.ts")).examineFile(file),
      backUp: async (request) => (await import("./back-up-file.ts")).backUpFile(file, request),
      restore: async (request) => (await import("./restore-file.ts")).restoreFile(file, request),
    },
    exists: async () => existsSync(file),
    open: (options) => openDatabase(file, options),
    openReadOnly: async (options) => openReadOnly(file, options),
    // To look at a file costs less than to be told.
    hear: async () => NOT_HEARING,
    enterIngest: async (holder) => lockIngest(file, holder),
    isIngestFree: async () => isIngestFree(file),
    obstacleIn: obstacleOfFile,
    problemOf: (cause) => problemOf(file, cause),
  }),
};
