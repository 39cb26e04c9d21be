import { randomBytes } from "node:crypto";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { type FreeBytes, freeBytesBeside } from "./free-bytes.ts";

/** Room that SQLite needs to open a database: 32 KB of shared memory in a file beside it, and some for its log. */
const RESERVE_BYTES = 1024 * 1024;
/** No reserve is made where fewer reserves than this would fit: it would fill the disk itself. */
const LEAST_FREE = 4;

const reserveOf = (file: string): string => `${file}-reserve`;

/**
 * Keeps some room beside a database for the day on which the disk is full: SQLite cannot open a database, even for
 * reading, unless it can make files beside it. Idempotent; makes no reserve where there is no room for it.
 */
export function keepReserve(file: string, freeBytes: FreeBytes = freeBytesBeside): void {
  const reserve = reserveOf(file);
  if (existsSync(reserve) || freeBytes(file) < LEAST_FREE * RESERVE_BYTES) return;
  try {
    // Not zeros, which some file systems store in no room at all.
    writeFileSync(reserve, randomBytes(RESERVE_BYTES), { mode: 0o600 });
  } catch {
    rmSync(reserve, { force: true }); // another program took the room meanwhile
  }
}

/** Frees the reserve when the disk is full. @returns whether it did: then what failed can be tried again. */
export function releaseReserve(file: string, freeBytes: FreeBytes = freeBytesBeside): boolean {
  const reserve = reserveOf(file);
  if (!existsSync(reserve) || freeBytes(file) >= RESERVE_BYTES) return false;
  rmSync(reserve, { force: true });
  return true;
}
