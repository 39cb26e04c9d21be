import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";
import { isFlagGiven } from "../service/given-flags.ts";

/**
 * Megabytes twice for each thread. With 8 in place of 1 in the first thread and 4 in the others (bin/offprint.js), a first
 * ingest of 2,000 articles takes 0.83 to 0.92 of the CPU, and its largest process no more. 16 saves nothing more, and
 * takes 40 MB (measured).
 */
const HALF_MB = 8;
/** Objects that are kept until there is room; a tenth of them is enough. */
const MOST_KEPT = 100_000;

/**
 * Makes room for new objects in the heap of the first thread, and in those of threads that begin later, so that V8 collects
 * less often: for a command that takes in much and ends. An operator's own flag counts more.
 */
export function makeRoomForNewObjects(): void {
  if (isFlagGiven("--max-semi-space-size")) return;
  setFlagsFromString(`--min-semi-space-size=${HALF_MB}`);
  // A heap that exists takes no size from a flag any more, but reads by what factor to grow whenever more than its
  // first megabyte has survived.
  setFlagsFromString(`--semi-space-growth-factor=${HALF_MB}`);
  const kept: number[][] = [];
  while (newSpaceMb() < HALF_MB && kept.length < MOST_KEPT)
    for (let n = 0; n < 1000; n += 1) kept.push([n]);
  setFlagsFromString("--semi-space-growth-factor=1");
}

const newSpaceMb = (): number =>
  (getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space")?.space_size ?? 0) /
  1024 ** 2;
