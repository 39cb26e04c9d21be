import { onEveryEngine } from "../on-every-engine.ts";
import { revisionStoreContract } from "../revision-store-contract.ts";

onEveryEngine(revisionStoreContract);
