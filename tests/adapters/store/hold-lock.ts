/** Run as a process: takes the lock on ingesting, says so, and holds it until it is ended. */

import { databaseAt } from "../../../src/adapters/store/engine/engines.ts";
import { databaseNamed } from "../../../src/core/settings/database-name.ts";

const holder = { name: "process 4711 on a test", kind: "service" } as const;
const lock = await databaseAt(databaseNamed(process.argv[2] ?? "")).enterIngest(holder);
process.stdout.write(lock.ok ? "locked\n" : `refused: ${lock.error.name}\n`);
setInterval(() => lock, 60_000);
