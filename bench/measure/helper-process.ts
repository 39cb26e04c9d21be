import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { ENVIRONMENT } from "./environment.ts";

export type HelperProcess = {
  /** What it printed, read as JSON, when it has ended by itself. Rejects when it failed. */
  readonly told: Promise<unknown>;
  /** Ends its standard input. */
  readonly end: () => void;
};

/** Measures in a process of its own, which does not wait while the bench serves sources. */
export function startHelper(program: URL, args: readonly string[]): HelperProcess {
  const child = spawn(process.execPath, [fileURLToPath(program), ...args], {
    env: ENVIRONMENT,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const kill = (): void => void child.kill("SIGKILL");
  process.once("exit", kill);
  const told = Promise.all([text(child.stdout), once(child, "exit")]).then(([said, [code]]) => {
    process.removeListener("exit", kill);
    if (code !== 0) throw new Error(`${program} ended with ${code}`);
    return JSON.parse(said) as unknown;
  });
  return { told, end: () => child.stdin.end() };
}
