import { setTimeout as sleep } from "node:timers/promises";
import { LAUNCHER } from "../desk.ts";
import { type ServerProcess, startServer } from "../measure/server-process.ts";

export const FEED_PATH = "/feeds/all.rss";

/** Starts the whole service on a desk whose database exists. `flags` are Node's. */
export const serve = (
  config: string,
  port: number,
  flags: readonly string[] = [],
): Promise<ServerProcess> =>
  startServer({
    command: process.execPath,
    args: [...flags, LAUNCHER, "serve", "--config", config],
    port,
    path: FEED_PATH,
  });

const LOOK_MS = 20;

/** Throws when it takes longer. @returns after how many milliseconds it was so. */
export async function until(isSo: () => boolean, limitMs: number): Promise<number> {
  const startedAt = performance.now();
  while (!isSo()) {
    if (performance.now() - startedAt > limitMs) throw new Error(`not within ${limitMs} ms`);
    await sleep(LOOK_MS);
  }
  return performance.now() - startedAt;
}
