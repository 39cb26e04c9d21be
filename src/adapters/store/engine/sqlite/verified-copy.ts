import { closeSync, openSync, statSync } from "node:fs";
import Database from "better-sqlite3";
import { bytesText } from "../../../../core/bytes-text.ts";
import type { CopyHearer } from "../engine.ts";
import { type Digest, digestDifference, digestOf } from "./digest.ts";
import { freeBytesBeside } from "./free-bytes.ts";
import { syncFile } from "./whole-file.ts";

/** Pages of one step: some megabytes, after which the thread is free for a moment. */
const STEP_PAGES = 1000;

export type VerifiedCopy = { readonly bytes: number } & Digest;

/**
 * Copies a database, as an open transaction sees it, into a new file without a log beside it, that only its owner can read,
 * compares both, and waits until the file is on the disk. Throws; then the file is not to be used.
 *
 * @returns `null` when it was stopped.
 */
export async function copyVerified(
  source: Database.Database,
  target: string,
  hearer: CopyHearer,
): Promise<VerifiedCopy | null> {
  requireRoom(source, target);
  // Nobody else may be writing it.
  closeSync(openSync(target, "wx", 0o600));
  if (!(await copyPages(source, target, hearer))) return null;
  const digest = digestOf(source);
  compare(target, digest);
  syncFile(target);
  return { bytes: statSync(target).size, ...digest };
}

/** The names of all files that a copy may leave. */
export const filesOfCopy = (target: string): readonly string[] =>
  ["", "-journal", "-wal", "-shm"].map((end) => target + end);

/** Looked at before, so that a disk is not filled for nothing. */
function requireRoom(source: Database.Database, target: string): void {
  const pages = Number(source.pragma("page_count", { simple: true }));
  const needed = pages * Number(source.pragma("page_size", { simple: true }));
  const free = freeBytesBeside(target);
  if (free >= needed) return;
  throw new Error(`it needs ${bytesText(needed)}, and ${bytesText(free)} are free`);
}

/** @returns whether it was not stopped. */
async function copyPages(
  source: Database.Database,
  target: string,
  { onPages, isStopped }: CopyHearer,
): Promise<boolean> {
  try {
    await source.backup(target, {
      progress({ totalPages, remainingPages }) {
        if (isStopped()) throw STOPPED;
        onPages(totalPages - remainingPages, totalPages);
        return STEP_PAGES;
      },
    });
    return true;
  } catch (cause) {
    if (cause === STOPPED) return false;
    throw cause;
  }
}

const STOPPED = new Error("stopped");

function compare(target: string, expected: Digest): void {
  inOneFile(target);
  const copy = new Database(target, { readonly: true, fileMustExist: true });
  try {
    const sound = copy.pragma("integrity_check(1)", { simple: true });
    const difference = sound === "ok" ? digestDifference(expected, digestOf(copy)) : String(sound);
    if (difference !== null) throw new Error(`the copy is not what was copied: ${difference}`);
  } finally {
    copy.close();
  }
}

/** The copy of a database with a log beside it would want one, too, even to be read. */
function inOneFile(target: string): void {
  const copy = new Database(target, { fileMustExist: true });
  try {
    copy.pragma("journal_mode = DELETE");
  } finally {
    copy.close();
  }
}
