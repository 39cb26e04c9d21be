import type { ChildProcess } from "node:child_process";
import { setPriority } from "node:os";
import type { Log } from "../adapters/log.ts";

/** Serving comes first: during an ingest its p99 was 2.2 times that of idle at nice 10, and 3.1 times at 0 (measured). */
const NICE = 10;
/** Under the 5 s in which a service has to be gone after SIGTERM. */
const KILL_MS = 4_500;

/**
 * It lives for months and has nobody waiting for it, so that memory counts for more than a twentieth of its CPU. New objects and
 * pools of the C library are bounded as in bin/offprint.js, which says why. V8 collects when the heap has doubled, not when
 * it is four times what was left, and large buffers are given back at once: with 20 sources, after 14 rounds of polls,
 * 334 MB instead of 401; after 48, 40 MB less by the buffers alone.
 */
export const LEAN = {
  flags: ["--max-semi-space-size=4", "--heap-growing-percent=100"],
  environment: {
    MALLOC_ARENA_MAX: "2",
    MALLOC_MMAP_THRESHOLD_: "131072",
    MALLOC_TRIM_THRESHOLD_: "131072",
  },
};

/** @param name what it is, for people: "the ingest process". */
export function lowerPriority({ pid }: ChildProcess, name: string, log: Log): void {
  try {
    if (pid !== undefined) setPriority(pid, NICE);
  } catch (cause) {
    log.warn({ cause: String(cause) }, `${name} runs at normal priority`);
  }
}

/** SIGTERM, and SIGKILL when it has not ended in time. Resolves when it is gone. */
export function endChild(child: ChildProcess): Promise<void> {
  const isGone = child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
  if (isGone) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill("SIGKILL"), KILL_MS);
    child.once("exit", () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill("SIGTERM");
  });
}
