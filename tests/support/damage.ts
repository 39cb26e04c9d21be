import { closeSync, fstatSync, openSync, writeSync } from "node:fs";

const PAGE = 4096;

/** Writes over the pages in the middle of a closed database: its beginning still looks sound. */
export function damage(database: string): void {
  const descriptor = openSync(database, "r+");
  const { size } = fstatSync(descriptor);
  const middle = Math.floor(size / 2 / PAGE) * PAGE;
  writeSync(descriptor, Buffer.alloc(20 * PAGE, 0xa5), 0, 20 * PAGE, middle);
  closeSync(descriptor);
}
