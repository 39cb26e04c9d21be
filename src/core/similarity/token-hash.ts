import { fnv1a } from "./hash.ts";
import { NUMBER_WORDS } from "./number-words.ts";

/** A hash of 32 bits (`fnv1a`). The lowest bit is replaced: it tells whether the token is a number. */
export function tokenHash(token: string): number {
  const word = NUMBER_WORDS.get(token) ?? token;
  return ((fnv1a(word) & ~1) | Number(BEGINS_WITH_NUMBER.test(word))) >>> 0;
}

const BEGINS_WITH_NUMBER = /^\p{N}/u;

export const isNumber = (hash: number): boolean => (hash & 1) === 1;
