import { statfsSync } from "node:fs";
import { dirname, resolve } from "node:path";

export type FreeBytes = (file: string) => number;

/** Free bytes of the disk on which a file lies. */
export function freeBytesBeside(file: string): number {
  const { bavail, bsize } = statfsSync(dirname(resolve(file)));
  return bavail * bsize;
}
