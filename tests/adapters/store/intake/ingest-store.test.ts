import { configureContract } from "../configure-contract.ts";
import { ingestStoreContract } from "../ingest-store-contract.ts";
import { onEveryEngine } from "../on-every-engine.ts";

onEveryEngine(ingestStoreContract);
onEveryEngine(configureContract);
