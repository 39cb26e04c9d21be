import { describe } from "vitest";
import { openSqliteStore } from "../open-store.ts";
import { revisionStoreContract } from "../revision-store-contract.ts";

describe("on SQLite", () => revisionStoreContract(openSqliteStore));
