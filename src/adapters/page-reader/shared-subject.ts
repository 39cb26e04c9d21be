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

/**
 * How much an article and the parts beside it have in common: the shares of the title's words and of the text's that stand in
 * any part, and the share of their words that two parts have in common on average, each in proportion to COMMON. At 1 and
 * more they are about one subject. Of 170 real articles with sections, all reach 1 (two sections alone: 97 in 100), of 600
 * articles beside the beginnings of two to five others 6 in 100. `Infinity` if the title is too short to tell.
 */
export function commonSubject({ title, text }: TitledText, parts: readonly string[]): number {
  const titled = longWords(title, LENGTH.ofTitle);
  if (titled.size < LEAST_WORDS) return Infinity;
  const said = longWords(parts.join("\n"), LENGTH.ofTitle);
  const written = longWords(text, LENGTH.ofText, () => false);
  const each = parts.map((part) => longWords(part, LENGTH.ofText, () => false));
  const pairs = each.flatMap((one, at) => each.slice(at + 1).map((other) => shareOf(one, other)));
  return (
    sharedOf(titled, said) / titled.size / COMMON.ofTitle +
    Math.max(0, sharedOf(written, said) - BY_CHANCE) / Math.max(1, written.size) / COMMON.ofText +
    pairs.reduce((sum, share) => sum + share, 0) / Math.max(1, pairs.length) / COMMON.ofParts
  );
}

const COMMON = { ofTitle: 0.5, ofText: 0.22, ofParts: 0.2 };
/** Of the text's words: a report of three sentences shares two with anything ("because", "morning"). */
const BY_CHANCE = 1;

/** Two letters of a script that does not separate words. */
const isPair = (word: string): boolean => unspacedLetters(word) > 0;

const longWords = (text: string, least: number, counts = isPair): ReadonlySet<string> =>
  new Set(
    lineWords(text)
      .filter((word) => word.length >= least || counts(word))
      .map((word) => word.slice(0, LENGTH.compared)),
  );

/** Share of the smaller set that stands in the other one. */
const shareOf = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  return sharedOf(small, large) / Math.max(1, small.size);
};

const sharedOf = (words: ReadonlySet<string>, said: ReadonlySet<string>): number =>
  [...words].filter((word) => said.has(word)).length;
