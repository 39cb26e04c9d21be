/** Run as a process: takes the lock on ingesting, says so, and holds it until it is ended. */
import { lockIngest } from "../../../src/adapters/store/engine/sqlite/ingest-lock.ts";

const lock = lockIngest(process.argv[2] ?? "", { name: "process 4711 on a test", kind: "service" });
process.stdout.write(lock.ok ? "locked\n" : `refused: ${lock.error.name}\n`);
setInterval(() => lock, 60_000);
