import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";

/** Waits until a file is on the disk. */
export function syncFile(file: string): void {
  const descriptor = openSync(file, "r+");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Waits until the names in the folder of a file are on the disk. */
export function syncNames(file: string): void {
  const descriptor = openSync(dirname(file), "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Gives a file its final name. Throws when there is a file of that name, where the file system can tell at once. */
export function moveInto(from: string, to: string): void {
  try {
    linkSync(from, to);
    rmSync(from);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "EEXIST") throw cause;
    renameSync(from, to); // file systems without links
  }
  syncNames(to);
}
