import { describe } from "vitest";
import { ingestStoreContract } from "./ingest-store-contract.ts";
import { openSqliteStore } from "./open-store.ts";

describe("on SQLite", () => ingestStoreContract(openSqliteStore));
