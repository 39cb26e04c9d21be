import { describe } from "vitest";
import type { OpenDatabase } from "../../../src/adapters/store/engine/engine.ts";
import type { EngineName } from "../../../src/adapters/store/engine/engines.ts";
import { openPostgresDatabase, openPostgresStore } from "./open-postgres-store.ts";
import { type OpenStore, openNew, openSqliteStore } from "./open-store.ts";

const OPENERS: Readonly<Record<EngineName, OpenStore>> = {
  sqlite: openSqliteStore,
  postgres: openPostgresStore,
};

/** Runs a contract of the store on each engine. */
export function onEveryEngine(contract: (open: OpenStore) => void): void {
  describe.each(Object.entries(OPENERS))("on %s", (_, open) => contract(open));
}

type OpenDb = () => Promise<OpenDatabase["db"]>;

const DATABASES: Readonly<Record<EngineName, OpenDb>> = {
  sqlite: async () => (await openNew()).db,
  postgres: async () => (await openPostgresDatabase()).db,
};

/** Runs a contract of the seam itself on an empty database of each engine. */
export function onEveryDatabase(contract: (open: OpenDb) => void): void {
  describe.each(Object.entries(DATABASES))("on %s", (_, open) => contract(open));
}
