import { type ChildProcess, execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { until } from "../until.ts";
import { on, withDatabase } from "./databases.ts";
import { answers, freePort, layServer } from "./programs.ts";

export type OwnServer = {
  /** Of an empty database. */
  readonly address: string;
  /** SIGKILL to all its processes. What was committed is kept. */
  readonly kill: () => Promise<void>;
  /** Starts it again, and waits until it answers. */
  readonly start: () => Promise<void>;
  /** SIGSTOP to all its processes: it takes connections and answers nothing. */
  readonly freeze: () => void;
  readonly thaw: () => void;
};

/** A commit must outlive the kill. */
const KEEPING = ["synchronous_commit=on"];

/** A server for one test, or for what `atEnd` is called at the end of, which may treat it as it likes. */
export async function startOwnServer(
  atEnd: (end: () => Promise<void>) => void = onTestFinished,
): Promise<OwnServer> {
  const folder = mkdtempSync(join(tmpdir(), "offprint-own-postgres-"));
  chmodSync(folder, 0o755);
  const begin = layServer(folder);
  const port = await freePort();
  const root = `postgres://postgres@127.0.0.1:${port}`;
  let server: ChildProcess | null = null;
  const all = (): number[] =>
    server?.pid === undefined ? [] : [server.pid, ...childrenOf(server.pid)];
  const signal = (name: NodeJS.Signals): void => {
    for (const pid of all()) send(pid, name);
  };
  const start = async (): Promise<void> => {
    server = begin(port, KEEPING);
    await until("the server answers", () => answers(root));
  };
  const kill = async (): Promise<void> => {
    const ended = new Promise((resolve) => server?.once("exit", resolve));
    const pids = all();
    signal("SIGKILL");
    await ended;
    await until("its processes are gone", () => pids.every((pid) => !send(pid, 0)));
  };
  atEnd(async () => {
    if (server?.exitCode === null && server.signalCode === null) await kill();
    rmSync(folder, { recursive: true, force: true });
  });
  await start();
  await on(root, (client) => client.query("CREATE DATABASE desk TEMPLATE template0"));
  const thaw = (): void => signal("SIGCONT");
  return {
    address: withDatabase(root, "desk"),
    kill,
    start,
    freeze: () => signal("SIGSTOP"),
    thaw,
  };
}

/** @returns whether there is such a process. */
function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

const childrenOf = (pid: number): number[] =>
  execFileSync("ps", ["-A", "-o", "ppid=,pid="], { encoding: "utf8" })
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([parent, child]) => (parent === pid && child !== undefined ? [child] : []));
