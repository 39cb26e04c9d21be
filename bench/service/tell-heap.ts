/**
 * Loaded before a service (`node --expose-gc --import bench/service/tell-heap.ts?folder=FOLDER …`) and its child: at SIGUSR2 the
 * process collects all that is dead, and writes how many bytes live in the heap of its first thread and beside it, to FOLDER/PID.
 */
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = new URL(import.meta.url).searchParams.get("folder") ?? "";
process.on("SIGUSR2", () => {
  // What the first collection finalises, the second frees.
  for (let n = 0; n < 2; n += 1) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  const file = join(folder, String(process.pid));
  writeFileSync(`${file}.part`, String(heapUsed + external));
  renameSync(`${file}.part`, file);
});
