import { describe } from "vitest";
import { configureContract } from "../configure-contract.ts";
import { ingestStoreContract } from "../ingest-store-contract.ts";
import { openSqliteStore } from "../open-store.ts";

describe("on SQLite", () => {
  ingestStoreContract(openSqliteStore);
  configureContract(openSqliteStore);
});
