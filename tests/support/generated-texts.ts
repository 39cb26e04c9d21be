/** Texts that nobody wrote: words of a made-up language, frequent ones more often, as in real texts. */

export type Random = () => number;

/** A generator of numbers from 0 up to, not including, 1: the same for the same seed (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SYLLABLES =
  "ba be bo da de do fa fi ga go ha he ka ko la le lo ma mi mo na ne no pa ra re ro sa se so ta te to va ve wa zu".split(
    " ",
  );
const VOCABULARY = 20_000;
const PARAGRAPH_WORDS = 60;
/** Numbers among words, as in news. */
const NUMBER_SHARE = 0.03;

export function generateText(random: Random, words: number): string {
  const paragraphs: string[] = [];
  for (let left = words; left > 0; left -= PARAGRAPH_WORDS) {
    const length = Math.min(left, PARAGRAPH_WORDS);
    paragraphs.push(Array.from({ length }, () => word(random)).join(" "));
  }
  return paragraphs.join("\n\n");
}

/** The frequency of a word falls with its rank (Zipf's law). */
function word(random: Random): string {
  if (random() < NUMBER_SHARE) return String(Math.floor(random() * 1000));
  const rank = Math.floor(VOCABULARY ** random());
  let rest = rank;
  let text = "";
  do {
    text += SYLLABLES[rest % SYLLABLES.length];
    rest = Math.floor(rest / SYLLABLES.length);
  } while (rest > 0);
  return text;
}

/** The same text as another house prints it: a word changed here and there, the end cut. */
export function editText(random: Random, text: string): string {
  const edited = text.split(" ").map((each) => (random() < 0.01 ? word(random) : each));
  return edited.slice(0, Math.ceil(edited.length * (0.7 + 0.3 * random()))).join(" ");
}
