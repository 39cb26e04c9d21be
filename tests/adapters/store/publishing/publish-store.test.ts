import { onEveryEngine } from "../on-every-engine.ts";
import { publishStoreContract } from "../publish-store-contract.ts";

onEveryEngine(publishStoreContract);
