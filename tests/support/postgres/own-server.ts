import { type ChildProcess, execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { until } from "../until.ts";
import { on } from "./on.ts";
import { answers, freePort, layCopy, layServer, type StartServer, writeData } from "./programs.ts";

export type OwnServer = {
  /** Of an empty database. */
  readonly address: string;
  readonly port: number;
  /** Where its data lie. */
  readonly folder: string;
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
  const folder = newFolder();
  const server = await startIn(folder, layServer(folder), settings);
  await makeDesk(server.address.replace(/desk$/, "postgres"));
  return server;
}

/** A stand-by of a server that runs with `wal_level=replica` and `max_wal_senders`, which follows it when this resolves. */
export async function startStandBy(
  primary: OwnServer,
  settings: readonly string[] = [],
): Promise<OwnServer> {
  const folder = newFolder();
  const begin = await on(primary.address, async (client) => {
    await client.query("SELECT pg_backup_start('stand-by', true)");
    const laid = layCopy(primary.folder, folder);
    const { rows } = await client.query("SELECT labelfile FROM pg_backup_stop(false)");
    writeData(folder, "backup_label", rows[0].labelfile);
    return laid;
  });
  writeData(folder, "standby.signal", "");
  const from = `primary_conninfo=host=127.0.0.1 port=${primary.port} user=postgres`;
  const standBy = await startIn(folder, begin, [...settings, from]);
  await on(primary.address, (client) =>
    until("the stand-by follows", async () => {
      const { rowCount } = await client.query(
        "SELECT 1 FROM pg_stat_replication WHERE state = 'streaming'",
      );
      return rowCount === 1;
    }),
  );
  return standBy;
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "offprint-own-postgres-"));
  chmodSync(folder, 0o755);
  return folder;
}

async function startIn(
  folder: string,
  begin: StartServer,
  settings: readonly string[],
): Promise<OwnServer> {
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
  return {
    ...{ address: `${root}/desk`, port, folder, kill, start },
    freeze: () => signal("SIGSTOP"),
    thaw: () => signal("SIGCONT"),
    async end() {
      if (server?.exitCode === null && server.signalCode === null) await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const makeDesk = (root: string): Promise<unknown> =>
  on(root, (client) => client.query("CREATE DATABASE desk TEMPLATE template0"));

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
