import type { Meaning } from "./concepts.ts";

/** A set of meanings, one bit each: bits are fast, and every line is compared with all kinds of labels. */
export type MeaningBits = readonly [number, number, number, number];

const BITS = 32;
const NUMBERS = new Map<Meaning, number>();

export const NO_MEANING: MeaningBits = [0, 0, 0, 0];

/** Meanings are numbered as they are first used. Linear. */
export function bitsOf(meanings: Iterable<Meaning>): MeaningBits {
  const bits: [number, number, number, number] = [0, 0, 0, 0];
  for (const meaning of meanings) {
    const number = NUMBERS.get(meaning) ?? NUMBERS.size;
    // Mistakes in our own data must not pass silently.
    if (number >= bits.length * BITS) throw new Error(`too many meanings: ${meaning}`);
    NUMBERS.set(meaning, number);
    const at = Math.floor(number / BITS);
    bits[at] = (bits[at] ?? 0) | (1 << (number % BITS));
  }
  return bits;
}

export const unionOf = (a: MeaningBits, b: MeaningBits): MeaningBits => [
  a[0] | b[0],
  a[1] | b[1],
  a[2] | b[2],
  a[3] | b[3],
];

/** Whether the two have a meaning in common. */
export const meets = (a: MeaningBits, b: MeaningBits): boolean =>
  ((a[0] & b[0]) | (a[1] & b[1]) | (a[2] & b[2]) | (a[3] & b[3])) !== 0;

/** Whether all meanings of the first are among those of the second. */
export const isWithin = (a: MeaningBits, b: MeaningBits): boolean =>
  ((a[0] & ~b[0]) | (a[1] & ~b[1]) | (a[2] & ~b[2]) | (a[3] & ~b[3])) === 0;
