import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { ENVIRONMENT } from "./environment.ts";

export type ServerProcess = {
  readonly pid: number;
  readonly port: number;
  /** From its start to its first answer with 200. */
  readonly firstAnswerMs: number;
  readonly signal: (signal: NodeJS.Signals) => void;
  /** Ends it in the way in which it is usually ended, and waits. */
  readonly stop: () => Promise<void>;
};

export type ServerOptions = {
  readonly command: string;
  readonly args: readonly string[];
  readonly port: number;
  /** Asked for until it is answered. */
  readonly path: string;
};

const ASK_EVERY_MS = 5;
const START_LIMIT_MS = 60_000;

/** Starts a server and waits for its first answer. Throws when it ends before, or answers nothing within a minute. */
export async function startServer({
  command,
  args,
  port,
  path,
}: ServerOptions): Promise<ServerProcess> {
  const startedAt = performance.now();
  const child = spawn(command, args, { env: ENVIRONMENT, stdio: ["ignore", "ignore", "pipe"] });
  const kill = (): void => void child.kill("SIGKILL");
  process.once("exit", kill);
  let complaint = "";
  child.stderr.on("data", (chunk) => {
    complaint = `${complaint}${chunk}`.slice(-2000);
  });
  while (!(await isAnswered(`http://127.0.0.1:${port}${path}`))) {
    const isLate = performance.now() - startedAt > START_LIMIT_MS;
    if (isLate) kill();
    if (isLate || child.exitCode !== null)
      throw new Error(`${command} does not serve: ${complaint}`);
    await sleep(ASK_EVERY_MS);
  }
  const firstAnswerMs = performance.now() - startedAt;
  const stop = async (): Promise<void> => {
    await ended(child);
    process.removeListener("exit", kill);
  };
  return {
    pid: child.pid ?? 0,
    port,
    firstAnswerMs,
    signal: (signal) => void child.kill(signal),
    stop,
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}

async function isAnswered(url: string): Promise<boolean> {
  try {
    const response = await fetch(url);
    await response.arrayBuffer();
    return response.status === 200;
  } catch (_refused) {
    return false;
  }
}

/** A port on which nobody listens at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
