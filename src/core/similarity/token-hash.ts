import { NUMBER_WORDS } from "./number-words.ts";

/**
 * FNV-1a over UTF-16 units (draft-eastlake-fnv), 32 bits. The lowest bit is replaced: it tells whether the
 * token is a number.
 */
export function tokenHash(token: string): number {
  const word = NUMBER_WORDS.get(token) ?? token;
  let hash = FNV_OFFSET;
  for (let index = 0; index < word.length; index += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(index), FNV_PRIME);
  }
  return ((hash & ~1) | Number(BEGINS_WITH_NUMBER.test(word))) >>> 0;
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const BEGINS_WITH_NUMBER = /^\p{N}/u;

export const isNumber = (hash: number): boolean => (hash & 1) === 1;
