import { unspacedLetters } from "../../core/text/scripts.ts";
import { lineWords } from "../../core/text/tokens.ts";

export type TitledText = {
  readonly title: string;
  /** What the article says for sure. */
  readonly text: string;
};

/**
 * Shares of words that two articles have in common by chance. On 213 real pages with headings, 50 in 100 sections of 30 to 60
 * words stay within both, 18 of 150 to 250, and 10 of more than 400; of texts of other pages, 96 to 85. So they prove
 * nothing alone (other-articles.ts).
 */
const MOST = { ofTitle: 0.2, ofText: 0.25 };
/** In letters: shorter words stand in every text; words that begin alike so far are forms of one word. */
const LENGTH = { ofTitle: 4, ofText: 7, compared: 6 };
/** Fewer words of a title prove nothing. */
const LEAST_WORDS = 2;
/** Of the text's words; a short report has few. */
const LEAST_SHARED = 3;

/**
 * Whether a text uses an article's words, as its sections do; `true` if the title is too short to tell.
 *
 * @param most shares of the title's and the text's words that prove nothing.
 */
export function sharesSubject(
  { title, text }: TitledText,
  other: string,
  most: { readonly ofTitle: number; readonly ofText: number } = MOST,
): boolean {
  const titled = longWords(title, LENGTH.ofTitle);
  if (titled.size < LEAST_WORDS) return true;
  const said = longWords(other, LENGTH.ofTitle);
  // Pairs of letters stand in every text; a title has few.
  const written = longWords(text, LENGTH.ofText, () => false);
  const inTitle = sharedOf(titled, said);
  const inText = sharedOf(written, said);
  return (
    inTitle > most.ofTitle * titled.size ||
    (inText >= LEAST_SHARED && inText > most.ofText * written.size)
  );
}

/** Two letters of a script that does not separate words. */
const isPair = (word: string): boolean => unspacedLetters(word) > 0;

const longWords = (text: string, least: number, counts = isPair): ReadonlySet<string> =>
  new Set(
    lineWords(text)
      .filter((word) => word.length >= least || counts(word))
      .map((word) => word.slice(0, LENGTH.compared)),
  );

const sharedOf = (words: ReadonlySet<string>, said: ReadonlySet<string>): number =>
  [...words].filter((word) => said.has(word)).length;
