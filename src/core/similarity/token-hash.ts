import { KIND, kindAt } from "../text/character-kinds.ts";
import { fnv1a } from "./hash.ts";
import { NUMBER_WORDS } from "./number-words.ts";

/** A hash of 32 bits (`fnv1a`). The lowest bit is replaced: it tells whether the token is a number. */
export function tokenHash(token: string): number {
  const word = (token.length <= LONGEST_NUMBER ? NUMBER_WORDS.get(token) : undefined) ?? token;
  return ((fnv1a(word) & ~1) | Number(kindAt(word, 0) === KIND.number)) >>> 0;
}

const LONGEST_NUMBER = Math.max(...[...NUMBER_WORDS.keys()].map(({ length }) => length));

export const isNumber = (hash: number): boolean => (hash & 1) === 1;
