import { onEveryEngine } from "../on-every-engine.ts";
import { pageQueueContract } from "../page-queue-contract.ts";

onEveryEngine(pageQueueContract);
