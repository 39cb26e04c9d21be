import { allEntries } from "../../bylines/author-patterns.ts";
import { fold } from "../../text/fold.ts";
import { endsWithStop, endsWithStopOrColon } from "../../text/sentence-end.ts";
import { tokens } from "../../text/tokens.ts";
import type { Meaning } from "./concepts.ts";
import { DETERMINERS } from "./heading-words.ts";
import { labelWords } from "./label-words.ts";
import { meaningsOf } from "./lexicon.ts";

/** In words; a longer line without a stop is a headline. */
const MAX_WORDS = 9;
/** In characters; a line of nine words is shorter. The ends of each word are looked up, so that a word of a file would take forever. */
const MAX_LENGTH = 160;
/** Most words that no label has; a line with more is a headline ("Shares rise in Oslo"). */
const MOST_FOREIGN = 1;
/** Characters of a text that are searched for the words of its headline; its subject comes earlier. */
export const LOOKED_AT = 6_000;
/** In words; a shorter text need not repeat its headline's words, so their absence proves nothing. */
export const FEWEST_WORDS = 40;
/** In letters; a shorter word is a function word or begins like many others. Names and nouns have capitals. */
const LEAST_LETTERS = { small: 5, capital: 4 };
/** Words are inflected at their ends, so this share of a word, and at least this many letters, must agree. */
const AGREES = { share: 0.6, letters: 5 };

/** What pages say of themselves; headlines hardly have such words. */
const OF_PAGES: ReadonlySet<Meaning> = new Set<Meaning>([
  ...(["related", "newsletter", "comment", "subscribe", "unsubscribe"] as const),
  ...(["link", "browser", "print", "tag", "profile", "advert", "clipboard", "translate"] as const),
  ...(["article", "author", "contents", "network"] as const),
]);
/** Beside a word that no list has, only these make a label: "Related materials" is one, "Advertising works" is not. */
const OF_PAGES_ALONE: ReadonlySet<Meaning> = new Set<Meaning>([
  ...(["related", "newsletter", "cookie", "unsubscribe"] as const),
]);
/** Most function words and unknown words of a label ("Discussion between readers"); syntax has more. */
const MOST_GLUE = 1;

/**
 * Whether the first line of a text, which no rule takes for a label, is rather a label than the text's headline. Such a
 * line is short and no sentence. It has a word that pages say of themselves, at most one word that no label has, hardly
 * any syntax, and no word that the text repeats, as a headline does ("Winterdienst"). A doubtful line stays in the text;
 * it only becomes no title.
 */
export function isDoubtfulHead(line: string, text: string): boolean {
  if (line.length > MAX_LENGTH) return false;
  const words = labelWords(line);
  if (words.length === 0 || words.length > MAX_WORDS || endsWithStop(line)) return false;
  if (!words.some(isOfPages) || !text.split("\n").some(isSentence)) return false;
  if (isMoreOfSomebody(line)) return true;
  const foreign = words.filter(isForeign).length;
  if (foreign > MOST_FOREIGN || LIST_BELOW.test(text)) return false;
  if (!isOfPagesAlone(words, foreign)) return false;
  const said = tokens(text.slice(0, LOOKED_AT));
  if (said.length < FEWEST_WORDS) return false;
  const named = new Set(tokens((line.match(CAPITAL) ?? []).join(" ")));
  return !tokens(line).some((word) => !isGlue(word) && isSaid(word, said, named.has(word)));
}

/** Whether a line speaks of its page alone, unlike "Comments from the jury", "Print is not dead" or "The next page". */
function isOfPagesAlone(words: readonly string[], foreign: number): boolean {
  if (meansAll(words, "network", "share") || meansAll(words, "network", "follow")) return true;
  if (words.filter(isGlue).length + foreign > MOST_GLUE) return false;
  if (words.length > 2 && BEGINS_NOUNS.has(words[0] ?? "")) return false;
  return (
    foreign === 0 ||
    words.some((word) => tellsAlone(word) || (!tells(word) && isOfPages(word))) ||
    meansAll(words, "this", "article")
  );
}

const meansAll = (words: readonly string[], ...all: readonly Meaning[]): boolean =>
  all.every((meaning) => words.some((word) => meansOf(word).includes(meaning)));

const BEGINS_NOUNS: ReadonlySet<string> = new Set([...DETERMINERS, "a", "de"]);

/** Whether a line is like "More by Ines Holm": it is a label, though the text may well name her. */
function isMoreOfSomebody(line: string): boolean {
  const [, more = "", of = "", name = ""] = MORE_OF.exec(line) ?? [];
  return (
    name !== "" && meansOf(more).includes("more") && (meansOf(of).includes("glue") || BY.has(of))
  );
}

const MORE_OF = /^(\p{L}+) (\p{Ll}+) (\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*)+)$/u;
const BY: ReadonlySet<string> = new Set([...allEntries("by"), ...allEntries("of")]);

const isSentence = (line: string): boolean => endsWithStopOrColon(line) && line.includes(" ");

/** Whether a word is one of OF_PAGES, or ends in one: "Mitgliederdiskussion". */
function isOfPages(word: string): boolean {
  if (tells(word)) return true;
  for (let from = LEAST_LETTERS.capital; word.length - from >= AGREES.letters; from++)
    if (tells(word.slice(from))) return true;
  return false;
}

/** A text that begins with a list: the line above is the list's title ("Packing list"). */
const LIST_BELOW = /^\s*(?:[-*•–—]|\d{1,2}[.)])\s/;

/** Whether no list of labels' words has a word: "ice", "erstattet". */
const isForeign = (word: string): boolean => meansOf(word).length === 0 && !isOfPages(word);

/** Whether a word is one that every text has ("and", "und"); "this" is not, because it points at something. */
const isGlue = (word: string): boolean =>
  [...(meaningsOf(fold(word))?.meanings.values() ?? [])].some(
    (meanings) =>
      meanings.includes("none") || (meanings.includes("glue") && !meanings.includes("this")),
  );

const tells = (word: string): boolean => meansOf(word).some((meaning) => OF_PAGES.has(meaning));

/** Whether a word alone makes a label. One that is also a general noun ("letter") does not. */
const tellsAlone = (word: string): boolean => {
  const meanings = meansOf(word);
  return !meanings.includes("noun") && meanings.some((meaning) => OF_PAGES_ALONE.has(meaning));
};

const meansOf = (word: string): readonly Meaning[] =>
  [...(meaningsOf(fold(word))?.meanings.values() ?? [])].flat();

const CAPITAL = /(?<!\p{L})\p{Lu}\p{L}+/gu;

function isSaid(word: string, said: readonly string[], isName: boolean): boolean {
  const least = isName ? LEAST_LETTERS.capital : LEAST_LETTERS.small;
  // Other scripts say as much with fewer letters.
  if (word.length < least) return /\P{Script=Latin}/u.test(word) && said.includes(word);
  const length = Math.max(AGREES.letters, Math.ceil(AGREES.share * word.length));
  const beginning = word.slice(0, length);
  return said.some((other) => other.includes(beginning));
}
