import { NUMBER_WORDS } from "./number-words.ts";
import { tokens } from "./tokens.ts";

/** A text as it is compared: what it says, without being readable. */
export type Fingerprint = {
  /** A hash a token, in the order of the text; the lowest bit tells that the token is a number. */
  readonly tokens: Uint32Array;
  /** For each paragraph two values: the position after its last token, and its hash. */
  readonly blocks: Uint32Array;
};

export const NO_FINGERPRINT: Fingerprint = {
  tokens: new Uint32Array(0),
  blocks: new Uint32Array(0),
};

/** What lies behind is not compared: no labelled text is a third as long. 40 KB at most. */
const MAX_TOKENS = 10_000;

/** The fingerprint of a plain text whose paragraphs are lines. Deterministic on every machine. */
export function fingerprintOf(text: string): Fingerprint {
  const hashes: number[] = [];
  const blocks: number[] = [];
  for (const line of text.split("\n")) {
    const start = hashes.length;
    for (const token of tokens(line)) hashes.push(tokenHash(token));
    if (hashes.length > start) blocks.push(hashes.length, blockHash(hashes, start));
    if (hashes.length >= MAX_TOKENS) break;
  }
  return {
    tokens: Uint32Array.from(hashes.slice(0, MAX_TOKENS)),
    blocks: Uint32Array.from(blocks),
  };
}

export const isNumber = (hash: number): boolean => (hash & 1) === 1;

/** FNV-1a over UTF-16 units (draft-eastlake-fnv): 32 bits, of which the lowest is given away. */
export function tokenHash(token: string): number {
  const word = NUMBER_WORDS.get(token) ?? token;
  let hash = FNV_OFFSET;
  for (let index = 0; index < word.length; index += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(index), FNV_PRIME);
  }
  return ((hash & ~1) | Number(STARTS_WITH_NUMBER.test(word))) >>> 0;
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const STARTS_WITH_NUMBER = /^\p{N}/u;

/** Numbers are masked: "3 min read" and "12 comments" are one block whatever they count. */
function blockHash(hashes: readonly number[], start: number): number {
  let hash = FNV_OFFSET;
  for (let index = start; index < hashes.length; index += 1) {
    const token = hashes[index] ?? 0;
    hash = mix(hash, isNumber(token) ? 1 : token);
  }
  return hash;
}

/** Joins two hashes so that each bit of either reaches every bit (MurmurHash3's finalizer). */
export function mix(left: number, right: number): number {
  let hash = Math.imul(left, 31) + right;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
