import { type ChildProcess, execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { until } from "../until.ts";
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
  /** Ends it, and removes what it had. */
  readonly end: () => Promise<void>;
};

/** A commit must outlive the kill. */
const KEEPING = ["synchronous_commit=on"];

/** A server for one test, which may treat it as it likes. @param settings such as `track_commit_timestamp=on`. */
export async function startOwnServer(settings: readonly string[] = []): Promise<OwnServer> {
  const folder = mkdtempSync(join(tmpdir(), "offprint-own-postgres-"));
  chmodSync(folder, 0o755);
  const begin = layServer(folder);
  const port = await freePort();
  const root = `postgres://postgres@127.0.0.1:${port}`;
  let server: ChildProcess | null = null;
  const start = async (): Promise<void> => {
    server = begin(port, [...KEEPING, ...settings]);
    await until("the server answers", () => answers(root));
  };
  const signal = (name: NodeJS.Signals): void => {
    for (const pid of processesOf(server)) send(pid, name);
  };
  const kill = async (): Promise<void> => {
    const ended = new Promise((resolve) => server?.once("exit", resolve));
    const pids = processesOf(server);
    signal("SIGKILL");
    await ended;
    await until("its processes are gone", () => pids.every((pid) => !send(pid, 0)));
  };
  await start();
  await makeDesk(root);
  return {
    ...{ address: `${root}/desk`, kill, start },
    freeze: () => signal("SIGSTOP"),
    thaw: () => signal("SIGCONT"),
    async end() {
      if (server?.exitCode === null && server.signalCode === null) await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function makeDesk(root: string): Promise<void> {
  const client = new Client(root);
  await client.connect();
  await client.query("CREATE DATABASE desk TEMPLATE template0");
  await client.end();
}

const processesOf = (server: ChildProcess | null): number[] =>
  server?.pid === undefined ? [] : [server.pid, ...childrenOf(server.pid)];

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
