import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { inject } from "vitest";

const READY_WITHIN_MS = 60_000;

/**
 * A PostgreSQL server, as an address without a database: the one that TEST_DATABASE_URL names, else one that the first test
 * which asks starts for all.
 */
export const serverAddress = (): Promise<string> => (address ??= findServer());

let address: Promise<string> | undefined;

async function findServer(): Promise<string> {
  const external = process.env["TEST_DATABASE_URL"];
  if (external !== undefined) return external;
  const { folder, watched } = inject("postgres");
  if (isFirst(folder)) start(folder, watched);
  const ready = join(folder, "address");
  const failed = join(folder, "failed");
  for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until; await sleep(25)) {
    if (existsSync(failed)) throw new Error(readFileSync(failed, "utf8"));
    if (existsSync(ready)) return readFileSync(ready, "utf8");
  }
  throw new Error(
    `PostgreSQL does not start: see ${folder}, or name a server in TEST_DATABASE_URL`,
  );
}

/** Of all workers. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(join(folder, "begun"));
    return true;
  } catch {
    return false;
  }
}

/** The server outlives the worker that needs it first. */
function start(folder: string, watched: number): void {
  const script = fileURLToPath(new URL("run-server.ts", import.meta.url));
  const child = spawn(process.execPath, [script, folder, String(watched)], {
    detached: true,
    stdio: "ignore",
  });
  child.unref();
  writeFileSync(join(folder, "pid"), String(child.pid));
}

/** Waits until the server, if one was started, is gone. */
export async function endServer(folder: string): Promise<void> {
  const file = join(folder, "pid");
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, "utf8"));
  try {
    process.kill(pid, "SIGTERM");
    for (;;) {
      process.kill(pid, 0);
      await sleep(25);
    }
  } catch {
    // it is gone
  }
}
