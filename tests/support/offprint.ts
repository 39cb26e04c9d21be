import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { until } from "./until.ts";

/** The real program, as its users run it: the launcher, in a process of its own. */

export type Environment = Readonly<Record<string, string>>;

export type RunOptions = {
  readonly cwd?: string;
  readonly environment?: Environment;
  /** Standard input; default: none. */
  readonly input?: string;
};

/** How a command ended; `code` is null when a signal ended it. */
export type Run = {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

export type Exit = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
};

/** A line of the log on standard error. */
export type LogLine = Readonly<Record<string, unknown>> & { readonly msg: string };

export type Service = {
  readonly pid: number;
  /** Where it listens. */
  readonly url: string;
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly log: () => readonly LogLine[];
  /** Its ingest process; `null` while there is none. */
  readonly ingestPid: () => number | null;
  /** Sends a signal to the process that serves, and to that one alone. */
  readonly signal: (name: NodeJS.Signals) => void;
  /** SIGTERM, and waits. */
  readonly stop: () => Promise<Exit>;
  /** SIGKILL to all its processes at once, and waits. Idempotent. */
  readonly kill: () => Promise<void>;
  readonly exit: Promise<Exit>;
};

export const LAUNCHER = fileURLToPath(new URL("../../bin/offprint.js", import.meta.url));

/** Runs a command to its end. */
export async function runOffprint(
  args: readonly string[],
  { input, ...options }: RunOptions = {},
): Promise<Run> {
  const child = begin(args, options);
  child.stdin?.end(input ?? "");
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
  const [code] = (await once(child, "close")) as [number | null];
  return { code, stdout: stdout(), stderr: stderr() };
}

/** The lines of a `--json` command. */
export const jsonLines = <T>({ stdout }: Pick<Run, "stdout">): T[] =>
  stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);

/** Starts `serve` and waits until it can serve feeds. */
export async function startOffprint(
  args: readonly string[],
  options: Omit<RunOptions, "input"> = {},
): Promise<Service> {
  const service = await listenOffprint(args, options);
  await until("feeds can be served", async () => (await fetch(`${service.url}/readyz`)).ok);
  return service;
}

/** Starts `serve` and waits until it listens. */
export const listenOffprint = (
  args: readonly string[],
  options: Omit<RunOptions, "input"> = {},
): Promise<Service> => startUntil(/listens on (http\S+)/, args, options);

/** Starts `serve --role ingest` and waits for its first pass; it listens nowhere. */
export const startIngestRole = (
  args: readonly string[],
  options: Omit<RunOptions, "input"> = {},
): Promise<Omit<Service, "url">> =>
  startUntil(/open (http\S+)/, ["--role", "ingest", ...args], options);

/** Starts `serve --role publish`, and waits until it says so; it may stand by. */
export const startPublishRole = (
  args: readonly string[],
  options: Omit<RunOptions, "input"> = {},
): Promise<Omit<Service, "url">> =>
  startUntil(/(publishes) what/, ["--role", "publish", ...args], options);

/** Starts `serve --role publish` where the database does not answer, and waits until it says that it waits. */
export const startWaitingPublisher = (
  args: readonly string[],
  options: Omit<RunOptions, "input"> = {},
): Promise<Omit<Service, "url">> =>
  startUntil(/(waiting for it)/, ["--role", "publish", ...args], options);

/** Starts `serve --role web` on a port of its own, and waits until it listens. */
export const startWebRole = (
  args: readonly string[],
  { environment, ...options }: Omit<RunOptions, "input"> = {},
): Promise<Service> =>
  listenOffprint(["--role", "web", ...args], {
    ...options,
    environment: { HOST: "127.0.0.1", PORT: "0", ...environment },
  });

/** Starts `serve --role ingest`, and waits for nothing. */
export const spawnIngestRole = (
  args: readonly string[],
  options: Omit<RunOptions, "input"> = {},
): Omit<Service, "url"> => serviceOf(begin(["serve", "--role", "ingest", ...args], options));

async function startUntil(
  said: RegExp,
  args: readonly string[],
  options: Omit<RunOptions, "input">,
): Promise<Service> {
  const child = begin(["serve", ...args], options);
  const service = serviceOf(child);
  const url = await until(`the service says ${said}`, () => {
    if (hasEnded(child)) return "";
    return said.exec(service.stdout() + service.stderr())?.[1];
  });
  if (url === "") throw new Error(`the service ended: ${service.stderr()}`);
  return { ...service, url };
}

function serviceOf(child: ChildProcess): Omit<Service, "url"> {
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
  const exit = once(child, "exit").then(([code, signal]) => ({ code, signal }) as Exit);
  const pid = child.pid ?? 0;
  return {
    pid,
    stdout,
    stderr,
    log: () => jsonLines<LogLine>({ stdout: completeLines(stderr()) }),
    ingestPid: () => childrenOf(pid)[0] ?? null,
    signal: (name) => void child.kill(name),
    stop: () => {
      child.kill("SIGTERM");
      return exit;
    },
    kill: async () => {
      killGroup(pid);
      await exit;
    },
    exit,
  };
}

/** Whether a process is there (a zombie is not). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const stat = `/proc/${pid}/stat`;
  return !existsSync("/proc/self/stat") || (existsSync(stat) && !/\) Z /.test(read(stat)));
}

/** The compile cache halves what a start costs (measured: 0.95 s to 0.5 s), and tests start many. */
const OURS = {
  OFFPRINT_LIFELINE_FD: "3",
  NODE_COMPILE_CACHE: join(tmpdir(), "offprint-test-compile-cache"),
};

/**
 * Each in a group of its own, so that `kill -9` can end the service and its child in one moment; and
 * on the launcher's lifeline, so that nothing is left when the tests themselves are killed.
 */
function begin(args: readonly string[], { cwd, environment }: RunOptions): ChildProcess {
  const child = spawn(process.execPath, [LAUNCHER, ...args], {
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...inherited(), ...OURS, ...environment },
    detached: true,
    stdio: ["pipe", "pipe", "pipe", "pipe"],
  });
  if (child.pid === undefined) throw new Error("the program cannot be started");
  return child;
}

/** Nothing of npm or of the tests' own settings: HOST and PORT would override the configuration. */
function inherited(): Record<string, string> {
  const names = ["PATH", "HOME", "TMPDIR", "LANG"];
  return Object.fromEntries(names.flatMap((name) => entryOf(name, process.env[name])));
}

const entryOf = (name: string, value: string | undefined): [string, string][] =>
  value === undefined ? [] : [[name, value]];

function collect(stream: NodeJS.ReadableStream | null): () => string {
  const chunks: Buffer[] = [];
  stream?.on("data", (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString("utf8");
}

const completeLines = (text: string): string => text.slice(0, text.lastIndexOf("\n") + 1);

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

function killGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // Nobody of the group is left.
  }
}

/** The processes that a process has started. */
export function childrenOf(pid: number): number[] {
  const file = `/proc/${pid}/task/${pid}/children`;
  const text = existsSync("/proc/self/task") ? read(file) : askPs(pid);
  return text.split(/\s+/).filter(Boolean).map(Number);
}

const askPs = (pid: number): string =>
  execFileSync("ps", ["-A", "-o", "ppid=,pid="], { encoding: "utf8" })
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter(([parent]) => parent === String(pid))
    .map(([, child]) => child)
    .join(" ");

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return ""; // gone in the meantime
  }
}
