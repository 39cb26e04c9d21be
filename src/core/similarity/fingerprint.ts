import { mix } from "./hash.ts";
import { sampleKeys } from "./shingles.ts";
import { isNumber, tokenHash } from "./token-hash.ts";

/** A text as it is compared: what it says, without being readable. */
export type Fingerprint = {
  /** One hash per token, in the order of the text; the lowest bit tells that the token is a number. */
  readonly tokens: Uint32Array;
  /** For each paragraph two values: the position after its last token, and its hash. */
  readonly blocks: Uint32Array;
  /** The keys under which the text is found: a sample of its shingles. */
  readonly keys: readonly number[];
};

export const NO_FINGERPRINT: Fingerprint = {
  tokens: new Uint32Array(0),
  blocks: new Uint32Array(0),
  keys: [],
};

/** Later tokens are not compared: no labelled text has a third as many. Bounds the hashes of a text to 40 KB. */
const MAX_TOKENS = 10_000;

/** The fingerprint of a text by the tokens of its paragraphs. The same on every machine. */
export function fingerprintOf(paragraphs: readonly (readonly string[])[]): Fingerprint {
  const count = paragraphs.reduce((sum, { length }) => sum + length, 0);
  const hashes = new Uint32Array(Math.min(count, MAX_TOKENS));
  const blocks: number[] = [];
  let end = 0;
  for (const words of paragraphs) {
    const start = end;
    for (const word of words.slice(0, MAX_TOKENS - start)) hashes[end++] = tokenHash(word);
    if (end - start < words.length) break;
    blocks.push(end, blockHash(hashes, start, end));
  }
  return fingerprintFrom(hashes, new Uint32Array(blocks));
}

/** A fingerprint from the parts that are stored. */
export const fingerprintFrom = (hashes: Uint32Array, blocks: Uint32Array): Fingerprint => ({
  tokens: hashes,
  blocks,
  keys: sampleKeys(hashes),
});

/** Numbers are masked: "3 min read" and "5 min read" are one block. */
function blockHash(hashes: Uint32Array, start: number, end: number): number {
  let hash = end - start;
  for (let index = start; index < end; index += 1) {
    const token = hashes[index] ?? 0;
    hash = mix(hash, isNumber(token) ? 1 : token);
  }
  return hash;
}

/** A paragraph by its tokens: from `start` up to, not including, `end`. */
export type RepeatableBlock = {
  readonly start: number;
  readonly end: number;
  readonly hash: number;
};

export function blocksOf({ blocks }: Pick<Fingerprint, "blocks">): readonly RepeatableBlock[] {
  const list: RepeatableBlock[] = [];
  let start = 0;
  for (let index = 0; index + 1 < blocks.length; index += 2) {
    const end = blocks[index] ?? 0;
    list.push({ start, end, hash: blocks[index + 1] ?? 0 });
    start = end;
  }
  return list;
}
