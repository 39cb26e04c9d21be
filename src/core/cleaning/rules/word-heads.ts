/** Whether a word may begin as one of some words does. Never wrong about one that does, and seldom about another. */
export type HeadTest = (word: string) => boolean;

/** A power of two; several times the heads of the largest list. */
const SIZE = 8192;

/** Compares the first `letters` code units, without making a string of them. */
export function headTest(words: Iterable<string>, letters: number): HeadTest {
  const heads = new Uint8Array(SIZE);
  for (const word of words) heads[headOf(word, letters)] = 1;
  return (word) => heads[headOf(word, letters)] === 1;
}

function headOf(word: string, letters: number): number {
  const end = Math.min(letters, word.length);
  let head = 0;
  for (let at = 0; at < end; at++) head = Math.imul(head, 31) + word.charCodeAt(at);
  return (head ^ (head >>> 13)) & (SIZE - 1);
}
