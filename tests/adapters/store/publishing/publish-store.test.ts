import { describe } from "vitest";
import { openSqliteStore } from "../open-store.ts";
import { publishStoreContract } from "../publish-store-contract.ts";

describe("on SQLite", () => publishStoreContract(openSqliteStore));
