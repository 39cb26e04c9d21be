import { closeSync, openSync, readSync, statSync } from "node:fs";
import { err, ok, type Result } from "../core/result.ts";

/** Text of a file; the error is a sentence. */
export type ReadText = (path: string) => Result<string, string>;

/** A list of 10,000 subscriptions has 3 MB. */
const MAX_BYTES = 16 * 1024 * 1024;

/** Reads a configuration or a list. Bounded: a device such as /dev/zero has no end. */
export const readText: ReadText = (path) => {
  try {
    const bytes = readBounded(path, MAX_BYTES);
    return bytes === null
      ? err(`${path} is larger than ${MAX_BYTES / 1024 / 1024} MB: it is no configuration or list`)
      : ok(bytes.toString("utf8"));
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    return err(code === "ENOENT" ? `there is no file ${path}` : `${path} cannot be read (${code})`);
  }
};

/**
 * What a file holds; `null` when that is more than `limit` bytes. Throws errors of the file system, and one for a pipe,
 * which could keep us waiting for ever.
 */
export function readBounded(path: string, limit: number): Buffer | null {
  const stats = statSync(path);
  if (stats.isFIFO() || stats.isSocket()) {
    throw Object.assign(new Error("a pipe is no file"), { code: "a pipe" });
  }
  const descriptor = openSync(path, "r");
  try {
    const chunks: Buffer[] = [];
    for (let total = 0; total <= limit; ) {
      const chunk = Buffer.alloc(CHUNK_BYTES);
      const length = readSync(descriptor, chunk);
      if (length === 0) return Buffer.concat(chunks);
      chunks.push(chunk.subarray(0, length));
      total += length;
    }
    return null;
  } finally {
    closeSync(descriptor);
  }
}

const CHUNK_BYTES = 64 * 1024;
