import { allEntries } from "../../bylines/author-patterns.ts";
import { fold } from "../../text/fold.ts";
import { endsWithStop, endsWithStopOrColon } from "../../text/sentence-end.ts";
import { tokens } from "../../text/tokens.ts";
import type { Meaning } from "./concepts.ts";
import { DETERMINERS } from "./heading-words.ts";
import { labelWords } from "./label-words.ts";
import { meaningsOf } from "./lexicon.ts";

/** In words: longer lines without a stop are headlines. */
const MAX_WORDS = 9;
/** Of the words that labels are not made of; with more it is a headline ("Shares rise in Oslo"). */
const MOST_FOREIGN = 1;
/** In letters of a text: further down no headline needs to look for its subject. */
const LOOKED_AT = 6_000;
/** A text of fewer words comes back to nothing: what it does not say tells nothing of its headline. */
const FEWEST_WORDS = 40;
/** In letters: shorter words join others, and their beginnings are those of many; names and nouns have capitals. */
const LEAST_LETTERS = { small: 5, capital: 4 };
/** Words are inflected at their ends: so much of one must agree, and at least so many letters. */
const AGREES = { share: 0.6, letters: 5 };

/** What headlines are hardly made of: pages say it of themselves. */
const OF_PAGES: ReadonlySet<Meaning> = new Set<Meaning>([
  ...(["related", "newsletter", "comment", "subscribe", "unsubscribe"] as const),
  ...(["link", "browser", "print", "tag", "profile", "advert", "clipboard", "translate"] as const),
  ...(["article", "author", "contents", "network"] as const),
]);
/** Beside a word that no list has only these tell: "Related materials", but "Advertising works". */
const OF_PAGES_ALONE: ReadonlySet<Meaning> = new Set<Meaning>([
  ...(["related", "newsletter", "cookie", "unsubscribe"] as const),
]);
/** Function words: a label of few words has one at most ("Discussion between readers"), syntax has more. */
const MOST_GLUE = 1;

/**
 * Whether the first line of a text that no rule takes for a label is rather one than its headline: short, no sentence,
 * nothing but words of labels and one other at most, with one that pages say of themselves, hardly any syntax, and no
 * word that the text comes back to, as a headline's do ("Winterdienst"). What is in doubt stays in the text, and is
 * only no title.
 */
export function isDoubtfulHead(line: string, text: string): boolean {
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

/** "Comments from the jury", "Print is not dead", "The next page" say something else. */
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

/** "More by Ines Holm": the text may well name her. */
function isMoreOfSomebody(line: string): boolean {
  const [, more = "", of = "", name = ""] = MORE_OF.exec(line) ?? [];
  return (
    name !== "" && meansOf(more).includes("more") && (meansOf(of).includes("glue") || BY.has(of))
  );
}

const MORE_OF = /^(\p{L}+) (\p{Ll}+) (\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*)+)$/u;
const BY: ReadonlySet<string> = new Set([...allEntries("by"), ...allEntries("of")]);

const isSentence = (line: string): boolean => endsWithStopOrColon(line) && line.includes(" ");

/** A word of pages, or one that ends in it: "Mitgliederdiskussion". */
function isOfPages(word: string): boolean {
  if (tells(word)) return true;
  for (let from = LEAST_LETTERS.capital; word.length - from >= AGREES.letters; from++)
    if (tells(word.slice(from))) return true;
  return false;
}

/** The line is what the list is called, and no item of it is a headline: "Packing list". */
const LIST_BELOW = /^\s*(?:[-*•–—]|\d{1,2}[.)])\s/;

/** What no list of labels has: "ice", "erstattet". */
const isForeign = (word: string): boolean => meansOf(word).length === 0 && !isOfPages(word);

/** "and", "und": words that every text has. "This" points at something. */
const isGlue = (word: string): boolean =>
  [...(meaningsOf(fold(word))?.meanings.values() ?? [])].some(
    (meanings) =>
      meanings.includes("none") || (meanings.includes("glue") && !meanings.includes("this")),
  );

const tells = (word: string): boolean => meansOf(word).some((meaning) => OF_PAGES.has(meaning));

/** A letter that is a general noun, too, may be any. */
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
