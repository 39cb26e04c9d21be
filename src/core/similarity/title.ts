import { tokens } from "../text/tokens.ts";
import { isNumber, tokenHash } from "./token-hash.ts";

/** A title as the rules look at it: folded and split once, however many articles it is compared with. */
export type Title = {
  readonly text: string;
  readonly tokens: readonly string[];
  readonly set: ReadonlySet<string>;
  /** Hashes of the words that may name something; no numbers. */
  readonly words: readonly number[];
  /** Hashes of the words that hardly any text has by chance. */
  readonly longWords: ReadonlySet<number>;
};

/** Shorter words are articles and prepositions, which a language may change at will. */
const WORD_LETTERS = 3;
/** Shorter words are mostly those that any text has. */
const LONG_LETTERS = 5;
/** Chinese is written without blanks: each character is a word, or half of one. */
const HAN = /^\p{Script=Han}/u;

export function titleOf(text: string): Title {
  const all = tokens(text);
  const ofLetters = (least: number): readonly number[] =>
    all
      .filter((token) => token.length >= least || HAN.test(token))
      .map(tokenHash)
      .filter((hash) => !isNumber(hash));
  return {
    text,
    tokens: all,
    set: new Set(all),
    words: ofLetters(WORD_LETTERS),
    longWords: new Set(ofLetters(LONG_LETTERS)),
  };
}

/** Reads each title once; the cache lives as long as the reader. */
export function createTitleReader(): (text: string) => Title {
  const titles = new Map<string, Title>();
  return (text) => {
    const title = titles.get(text) ?? titleOf(text);
    titles.set(text, title);
    return title;
  };
}
