import { describe } from "vitest";
import { openSqliteStore } from "../open-store.ts";
import { pageQueueContract } from "../page-queue-contract.ts";

describe("on SQLite", () => pageQueueContract(openSqliteStore));
