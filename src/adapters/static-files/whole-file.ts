import { open, rename, stat, unlink } from "node:fs/promises";

export type Whole = {
  readonly body: Uint8Array;
  /** The date of the file, Unix milliseconds; without one it is now, and the bytes are synced. */
  readonly changedAt?: number;
};

/** Writes a file beside its place and renames it: whoever reads finds the old or the new one, whole. */
export async function writeWhole(
  file: string,
  temporary: string,
  { body, changedAt }: Whole,
): Promise<void> {
  try {
    const handle = await open(temporary, "w");
    try {
      await handle.writeFile(body);
      if (changedAt !== undefined) await handle.utimes(changedAt / 1000, changedAt / 1000);
      else await handle.datasync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (cause) {
    await unlink(temporary).catch(() => {});
    throw told(cause, file);
  }
}

/** An error that says what to do where the system only says what failed. */
export function told(cause: unknown, file: string): unknown {
  const { code } = cause as NodeJS.ErrnoException;
  const what = WAYS_OUT[code ?? ""];
  return what === undefined ? cause : new Error(`${file} cannot be written: ${what}`, { cause });
}

const WAYS_OUT: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full. What was there stays; it goes on when there is room",
  EDQUOT: "the quota is used up. What was there stays; it goes on when there is room",
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  EROFS: "the disk is read-only",
};

/** Whether an error says that the folder, or what it lies on, is there no more. */
export const isGone = (cause: unknown): boolean =>
  GONE.has((cause as NodeJS.ErrnoException).code ?? "");

const GONE: ReadonlySet<string> = new Set(["ENOENT", "ESTALE", "ENOTCONN", "EIO"]);

/** `null` for a file that is not there. */
export async function sizeOf(file: string): Promise<{ bytes: number; changedAt: number } | null> {
  const found = await stat(file).catch(missing);
  return found && { bytes: found.size, changedAt: Math.round(found.mtimeMs) };
}

/** `null` for the failure that a file is not there; throws any other. */
export function missing(cause: unknown): null {
  if ((cause as NodeJS.ErrnoException).code === "ENOENT") return null;
  throw cause;
}
