import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { until } from "./running-desk.ts";

const TELL_HEAP = new URL("./tell-heap.ts", import.meta.url);
const LIMIT_MS = 30_000;

/** What Node takes before a program whose heap is to be asked for; `folder` is where it answers. */
export function tellingHeap(folder: string): readonly string[] {
  const preload = new URL(TELL_HEAP);
  preload.searchParams.set("folder", folder);
  return ["--expose-gc", "--import", preload.href];
}

/** What lives in the first threads of these processes, in bytes, once all that is dead was collected. */
export async function liveHeapOf(pids: readonly number[], folder: string): Promise<number> {
  const files = pids.map((pid) => join(folder, String(pid)));
  for (const file of files) rmSync(file, { force: true });
  for (const pid of pids) process.kill(pid, "SIGUSR2");
  await until(() => files.every((file) => existsSync(file)), LIMIT_MS);
  return files.reduce((sum, file) => sum + Number(readFileSync(file, "utf8")), 0);
}
