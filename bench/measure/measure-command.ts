import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { ENVIRONMENT } from "./environment.ts";
import { endedChildren, lookAtTree } from "./process-tree.ts";

/** What one run of a command cost, its whole process tree together. */
export type Cost = {
  readonly cpuMs: number;
  readonly wallMs: number;
  /** Of `wallMs`: when none of its threads had anything to do but wait, for a timer, the network or each other. */
  readonly waitedMs: number;
  /** Of its largest process. */
  readonly peakRssBytes: number;
  readonly writtenBytes: number;
};

export type MeasuredRun = { readonly cost: Cost; readonly stdout: string };

/** The kernel keeps the peak of a process; only what it grows between the last look and its end is missed. */
const LOOK_EVERY_MS = 20;

/**
 * Runs Node with these arguments until it ends. The caller has nothing else running that it waits for, and writes no
 * file meanwhile: both would be counted. Throws when the command fails.
 */
export async function measureCommand(args: readonly string[]): Promise<MeasuredRun> {
  const before = endedChildren();
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, {
    env: ENVIRONMENT,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${process.execPath} could not be started`);
  const stop = (): void => void child.kill("SIGKILL");
  process.once("exit", stop);
  const watch = watchTree(pid);
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = (await once(child, "exit")) as [number | null];
  const wallMs = performance.now() - startedAt;
  process.removeListener("exit", stop);
  const { peakRssBytes, waitingShare } = watch.end();
  const after = endedChildren();
  const [stdout, stderr] = await output;
  if (code !== 0)
    throw new Error(`node ${args.join(" ")} ended with ${code}: ${stderr.slice(-2000)}`);
  const cpuMs = after.cpuMs - before.cpuMs;
  const writtenBytes = after.writtenBytes - before.writtenBytes;
  const waitedMs = wallMs * waitingShare;
  return { cost: { cpuMs, wallMs, waitedMs, peakRssBytes, writtenBytes }, stdout };
}

type TreeSummary = { readonly peakRssBytes: number; readonly waitingShare: number };

function watchTree(root: number): { readonly end: () => TreeSummary } {
  let [looks, waiting, peakRssBytes] = [0, 0, 0];
  const looking = setInterval(() => {
    const now = lookAtTree(root);
    looks += 1;
    waiting += now.isWaiting ? 1 : 0;
    peakRssBytes = Math.max(peakRssBytes, now.peakRssBytes);
  }, LOOK_EVERY_MS);
  return {
    end() {
      clearInterval(looking);
      return { peakRssBytes, waitingShare: looks === 0 ? 0 : waiting / looks };
    },
  };
}
