import type { StoredRow } from "./table-rows.ts";

/**
 * A row, with its columns in the order of their names, as bytes that are the same on every engine, and differ for rows
 * that differ. Each value is a letter, its length in bytes, a colon, and its bytes: `n` NULL, `i` a number as JavaScript writes
 * it, `t` a text in UTF-8, `b` bytes. In texts U+FFFD stands for NUL, which PostgreSQL cannot store.
 */
export const canonicalRow = (row: StoredRow): Buffer =>
  Buffer.concat(Object.values(row).flatMap(valueBytes));

function valueBytes(value: unknown): readonly Buffer[] {
  if (value === null || value === undefined) return [NULL];
  if (typeof value === "number") return tagged("i", Buffer.from(String(value)));
  if (typeof value === "string") return tagged("t", Buffer.from(value.replaceAll("\0", "\ufffd")));
  if (value instanceof Uint8Array)
    return tagged("b", Buffer.from(value.buffer, value.byteOffset, value.byteLength));
  throw new TypeError(`a database holds no ${typeof value}`);
}

const NULL = Buffer.of(0x6e, 0x30, 0x3a);

const tagged = (letter: string, bytes: Buffer): readonly Buffer[] => [
  Buffer.from(`${letter}${bytes.length}:`),
  bytes,
];
