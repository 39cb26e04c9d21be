/**
 * Run as a process: a PostgreSQL server for the tests, in a folder of its own, until the process `watched` is gone or this one is
 * ended. Writes the file `address` when the server answers, `failed` when it cannot be started.
 */
import { chmodSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { answers, freePort, layServer } from "./programs.ts";

const [folder = "", watched = ""] = process.argv.slice(2);

async function run(): Promise<void> {
  const port = await freePort();
  const server = layServer(folder)(port);
  const ended = new Promise((resolve) => server.once("exit", resolve));
  process.once("SIGTERM", () => void end());
  const end = async (): Promise<never> => {
    // SIGINT ends its sessions; SIGQUIT ends it at once.
    server.kill("SIGINT");
    const late = setTimeout(() => server.kill("SIGQUIT"), 3000);
    await ended;
    clearTimeout(late);
    rmSync(folder, { recursive: true, force: true });
    process.exit();
  };
  const address = `postgres://postgres@127.0.0.1:${port}`;
  while (server.exitCode === null && !(await answers(address))) await sleep(25);
  // Renamed when it is whole: others wait for it.
  writeFileSync(join(folder, "starting"), address);
  renameSync(join(folder, "starting"), join(folder, "address"));
  while (isAlive(Number(watched)) && server.exitCode === null) await sleep(250);
  await end();
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

chmodSync(folder, 0o755);
run().catch((cause: unknown) => {
  writeFileSync(join(folder, "failed"), String(cause));
  process.exit(1);
});
