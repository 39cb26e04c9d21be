import { describe } from "vitest";
import type { EngineName } from "../../../src/adapters/store/engine/engines.ts";
import { type OpenStore, openSqliteStore } from "./open-store.ts";

const OPENERS: Readonly<Record<EngineName, OpenStore>> = { sqlite: openSqliteStore };

/** Runs a contract of the store on each engine. */
export function onEveryEngine(contract: (open: OpenStore) => void): void {
  describe.each(Object.entries(OPENERS))("on %s", (_, open) => contract(open));
}
