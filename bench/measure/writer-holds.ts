/** The lock that a writer of a SQLite database in WAL mode holds: this byte of its `-shm` file (walformat.html, §2.3.1). */
const WRITE_LOCK_BYTE = 120;

/** Whether one of the locks in /proc/locks (proc_locks(5)) is that of a writer to the `-shm` file with this inode. */
export function isWriterHeld(locks: string, inode: number): boolean {
  return new RegExp(
    `WRITE \\d+ \\w+:\\w+:${inode} ${WRITE_LOCK_BYTE} ${WRITE_LOCK_BYTE}$`,
    "m",
  ).test(locks);
}

/** A look at the writer. `at` in milliseconds, of any clock. */
export type WriterLook = { readonly at: number; readonly isHeld: boolean };

/** For how long the writer was held each time, in milliseconds: from the first look that found it so to the first that did not. */
export function holdsOf(looks: readonly WriterLook[]): readonly number[] {
  const holds: number[] = [];
  let heldSince: number | null = null;
  for (const { at, isHeld } of looks) {
    if (isHeld) heldSince ??= at;
    else if (heldSince !== null) {
      holds.push(at - heldSince);
      heldSince = null;
    }
  }
  return holds;
}
