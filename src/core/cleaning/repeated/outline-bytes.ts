import type { Outline, OutlineLine } from "./outline.ts";
import { MAX_LINES } from "./outline.ts";

/** Changes with the layout. Outlines of another version are read as empty, and are made anew over time. */
const VERSION = 1;
const HASH_BYTES = 6;
/** Traits, words, numbers, whether there is a lead, the hash, the hash of the lead. */
const LINE_BYTES = 1 + 2 + 2 + 1 + 2 * HASH_BYTES;

/** An outline for storing, 18 bytes a line. */
export function outlineToBytes(outline: Outline): Uint8Array {
  const lines = outline.slice(0, MAX_LINES);
  const bytes = new Uint8Array(1 + lines.length * LINE_BYTES);
  const view = new DataView(bytes.buffer);
  bytes[0] = VERSION;
  for (const [index, line] of lines.entries()) writeLine(view, 1 + index * LINE_BYTES, line);
  return bytes;
}

function writeLine(view: DataView, at: number, line: OutlineLine): void {
  view.setUint8(at, line.traits);
  view.setUint16(at + 1, line.words);
  view.setUint16(at + 3, line.digits);
  view.setUint8(at + 5, line.lead === null ? 0 : 1);
  writeHash(view, at + 6, line.hash);
  if (line.lead !== null) writeHash(view, at + 6 + HASH_BYTES, line.lead);
}

function writeHash(view: DataView, at: number, hash: string): void {
  view.setUint32(at, Number.parseInt(hash.slice(0, 8), 16));
  view.setUint16(at + 4, Number.parseInt(hash.slice(8), 16));
}

/** The reverse of outlineToBytes; bytes of another version, or bytes that are cut off, give no lines. */
export function outlineFromBytes(bytes: Uint8Array): Outline {
  const count = (bytes.length - 1) / LINE_BYTES;
  if (bytes[0] !== VERSION || !Number.isInteger(count) || count > MAX_LINES) return [];
  return Array.from({ length: count }, (_, index) => readLine(bytes, 1 + index * LINE_BYTES));
}

const readLine = (bytes: Uint8Array, at: number): OutlineLine => ({
  traits: bytes[at] ?? 0,
  words: readNumber(bytes, at + 1),
  digits: readNumber(bytes, at + 3),
  lead: bytes[at + 5] === 0 ? null : readHash(bytes, at + 6 + HASH_BYTES),
  hash: readHash(bytes, at + 6),
});

const readNumber = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

/** The digits of each byte: `toString(16)` for each hash took seven times as long, on every poll. */
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

function readHash(bytes: Uint8Array, at: number): string {
  let hash = "";
  for (let index = at; index < at + HASH_BYTES; index++) hash += HEX[bytes[index] ?? 0];
  return hash;
}
