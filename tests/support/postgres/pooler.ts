import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { until } from "../until.ts";
import { answers, freePort } from "./programs.ts";

/** Debian has it where not everybody's PATH leads. */
const environment = { ...process.env, PATH: `${process.env["PATH"]}:/usr/sbin` };

/** It refuses to run as root, so it runs as nobody. */
const NOBODY = 65_534;
const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

export type Pooler = {
  /** Of the database, through the pooler. */
  readonly address: string;
  readonly close: () => Promise<void>;
};

export function isPoolerInstalled(): boolean {
  try {
    execFileSync("pgbouncer", ["--version"], { stdio: "ignore", env: environment });
    return true;
  } catch {
    return false;
  }
}

/** PgBouncer in transaction mode before a database, with its other settings as they are by default. */
export async function startPooler(address: string): Promise<Pooler> {
  const folder = mkdtempSync(join(tmpdir(), "offprint-pooler-"));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const file = join(folder, "pgbouncer.ini");
  writeFileSync(file, settingsOf(new URL(address), port));
  const pooler = spawn("pgbouncer", ["-q", file], {
    ...{ ...user, env: environment, stdio: "ignore" },
  });
  const pooled = Object.assign(new URL(address), { host: `127.0.0.1:${port}` }).href;
  await until("the pooler answers", () => answers(pooled));
  return { address: pooled, close: () => end(pooler, folder) };
}

function settingsOf({ hostname, port, pathname, username, password }: URL, own: number): string {
  const [name, secret] = [decodeURIComponent(username), decodeURIComponent(password)];
  const server = [
    `host=${hostname} port=${port || 5432} dbname=${pathname.slice(1)} user=${name}`,
    ...(secret === "" ? [] : [`password=${secret}`]),
  ];
  return `[databases]
* = ${server.join(" ")}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${own}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 8
`;
}

async function end(pooler: ChildProcess, folder: string): Promise<void> {
  if (pooler.exitCode === null && pooler.signalCode === null) {
    const ended = once(pooler, "exit");
    pooler.kill("SIGTERM");
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
}
