import { readdirSync, readFileSync } from "node:fs";

/** Linux tells of processor time in hundredths of a second, on every architecture that Node has (USER_HZ). */
const MS_A_TICK = 10;

/** What the children of this process have spent that ended and were waited for, and theirs in turn. */
export type EndedChildren = {
  /** User and system time, in steps of 10 ms. */
  readonly cpuMs: number;
  /** Bytes that they, and this process, caused to be written to storage (`write_bytes`): pages made dirty. */
  readonly writtenBytes: number;
};

/** From /proc/self: the kernel adds a child's time and bytes when it is waited for, so none that ended is missed. */
export function endedChildren(): EndedChildren {
  const { cutimeTicks, cstimeTicks } = parseStat(readFileSync("/proc/self/stat", "utf8"));
  const io = readFileSync("/proc/self/io", "utf8");
  return {
    cpuMs: (cutimeTicks + cstimeTicks) * MS_A_TICK,
    writtenBytes: Number(/^write_bytes: (\d+)$/m.exec(io)?.[1] ?? Number.NaN),
  };
}

/** Fields 16 and 17 of proc_pid_stat(5). The name of the program, field 2, may hold spaces and brackets. */
export function parseStat(stat: string): { cutimeTicks: number; cstimeTicks: number } {
  const afterName = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return { cutimeTicks: Number(afterName[13]), cstimeTicks: Number(afterName[14]) };
}

export type TreeNow = {
  /** The largest resident set that any living process has had so far; 0 when none lives. */
  readonly peakRssBytes: number;
  /** Whether no thread runs, is ready to (and waits for a processor that others have), or is at the disk. */
  readonly isWaiting: boolean;
};

/** How the processes from `root` down are now. */
export function lookAtTree(root: number): TreeNow {
  const tree = pidsOf(root);
  const peaks = tree.map((pid) => {
    const status = readIfAlive(`/proc/${pid}/status`);
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
  });
  const isWaiting = !tree
    .flatMap(threadsOf)
    .some((thread) => isAtWork(readIfAlive(`${thread}/stat`)));
  return { peakRssBytes: Math.max(0, ...peaks), isWaiting };
}

/** The process itself first. */
export function pidsOf(root: number): readonly number[] {
  const pids = [root];
  for (const pid of pids) pids.push(...threadsOf(pid).flatMap(childrenOf));
  return pids;
}

/**
 * Processor time of the living threads of a tree, in nanoseconds: the first field of schedstat. Of threads that ended it
 * is lost, so it serves for servers whose threads go on.
 */
export const cpuNanosOf = (root: number): number =>
  pidsOf(root)
    .flatMap(threadsOf)
    .reduce(
      (sum, thread) => sum + Number(readIfAlive(`${thread}/schedstat`).split(" ")[0] ?? 0),
      0,
    );

/** The part of memory that a process has for itself, and its share of what several have (`Pss`), in bytes. */
export const pssOf = (pid: number): number =>
  Number(/^Pss:\s+(\d+) kB$/m.exec(readIfAlive(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1024;

/** R: runs or is ready to. D: at the disk. proc_pid_stat(5), field 3. */
function isAtWork(stat: string): boolean {
  return /^[RD]/.test(stat.slice(stat.lastIndexOf(")") + 2));
}

/** Each thread has those that it started. */
function childrenOf(thread: string): readonly number[] {
  return readIfAlive(`${thread}/children`).split(" ").filter(Boolean).map(Number);
}

/** The folders of its threads. */
function threadsOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/task`).map((thread) => `/proc/${pid}/task/${thread}`);
  } catch (_ended) {
    return [];
  }
}

function readIfAlive(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (_ended) {
    return "";
  }
}
