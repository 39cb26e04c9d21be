import type { StoredRow } from "./table-rows.ts";

/** Bytes of rows that most need no more room than that. */
const FIRST_BYTES = 64 * 1024;
/** Of a letter, a length and a colon. */
const HEAD_BYTES = 24;

/**
 * A row, with its columns in the order of their names, as bytes that are the same on every engine, and differ for rows
 * that differ. Each value is a letter, its length in bytes, a colon, and its bytes: `n` NULL, `i` a number as JavaScript
 * writes it, `t` a text in UTF-8, `b` bytes. In texts U+FFFD stands for NUL, which PostgreSQL cannot store.
 *
 * @returns what writes rows, each over the one before: millions of small buffers would leave memory in pieces.
 */
export function createRowWriter(): (row: StoredRow) => Uint8Array {
  let room: Buffer = Buffer.allocUnsafeSlow(FIRST_BYTES);
  return (row) => {
    let end = 0;
    for (const value of Object.values(row)) {
      const [letter, content] = contentOf(value);
      const length = Buffer.byteLength(content);
      room = withRoom(room, end, HEAD_BYTES + length);
      end += room.write(`${letter}${length}:`, end);
      if (typeof content === "string") end += room.write(content, end);
      else {
        room.set(content, end);
        end += length;
      }
    }
    return room.subarray(0, end);
  };
}

function contentOf(value: unknown): readonly [letter: string, content: string | Uint8Array] {
  if (value === null) return ["n", ""];
  if (typeof value === "number") return ["i", String(value)];
  if (typeof value === "string") return ["t", value.replaceAll("\0", "\ufffd")];
  if (value instanceof Uint8Array) return ["b", value];
  throw new TypeError(`a database holds no ${typeof value}`);
}

/** The buffer, or a larger one with what is in it up to `end`. */
function withRoom(buffer: Buffer, end: number, bytes: number): Buffer {
  if (end + bytes <= buffer.length) return buffer;
  const larger = Buffer.allocUnsafeSlow(2 * (end + bytes));
  buffer.copy(larger, 0, 0, end);
  return larger;
}
