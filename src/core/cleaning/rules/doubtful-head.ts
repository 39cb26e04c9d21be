import { allEntries } from "../../bylines/author-patterns.ts";
import { fold } from "../../text/fold.ts";
import { endsWithStop, endsWithStopOrColon } from "../../text/sentence-end.ts";
import { tokens } from "../../text/tokens.ts";
import type { Meaning } from "./concepts.ts";
import { DETERMINERS, isNounWithArticle } from "./heading-words.ts";
import { languagesOf } from "./label-evidence.ts";
import { labelWords } from "./label-words.ts";
import { type LexiconEntry, meaningsOf } from "./lexicon.ts";

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

/** What pages say of themselves; headlines and poems hardly have such words. */
export const OF_PAGES: ReadonlySet<Meaning> = new Set<Meaning>([
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
  if (!text.split("\n").some(isSentence)) return false;
  if (isMoreOfSomebody(line)) return true;
  if (isNounWithArticle(words) || words.some((word) => AND.has(word))) return false;
  if (LIST_BELOW.test(text)) return false;
  if (!readingsOf(words).some((reading) => isOfPagesAlone(words, reading))) return false;
  const said = tokens(text.slice(0, LOOKED_AT));
  if (said.length < FEWEST_WORDS) return false;
  const named = new Set(tokens((line.match(CAPITAL) ?? []).join(" ")));
  return !tokens(line).some((word) => !isGlue(word) && isSaid(word, said, named.has(word)));
}

/** "Send and receive" is no label that rules do not know: those join nothing. */
const AND: ReadonlySet<string> = new Set(
  "und oder and or et ou y e en lub och eller og nebo és vagy și sau ve veya и или та або και"
    .split(" ")
    .map(fold),
);

/** What the words mean in one language; nothing for a word that it does not know. */
type LineMeanings = readonly (readonly Meaning[])[];

/** A word counts as known by its end, too: "Mitgliederdiskussion". */
function readingsOf(words: readonly string[]): readonly LineMeanings[] {
  const entries = words.map(entryOf);
  return languagesOf(entries, MOST_FOREIGN).map((language) =>
    entries.map((entry) => entry?.meanings.get(language) ?? []),
  );
}

function entryOf(word: string): LexiconEntry | null {
  const whole = meaningsOf(word);
  if (whole !== null) return whole;
  for (let from = LEAST_LETTERS.capital; word.length - from >= AGREES.letters; from++) {
    const end = meaningsOf(word.slice(from));
    if ([...(end?.meanings.values() ?? [])].some(tells)) return end;
  }
  return null;
}

/** Whether a line speaks of its page alone, unlike "Comments from the jury", "Print is not dead" or "The next page". */
function isOfPagesAlone(words: readonly string[], reading: LineMeanings): boolean {
  if (!reading.some(tells) || reading.some((meanings) => meanings.includes("ask"))) return false;
  // "More readers than writers"
  if (reading[0]?.includes("more") && meansAll(reading.slice(2), "than")) return false;
  if (meansAll(reading, "network", "share") || meansAll(reading, "network", "follow")) return true;
  const foreign = reading.filter(({ length }) => length === 0).length;
  if (reading.filter(isFunction).length + foreign > MOST_GLUE) return false;
  if (words.length > 2 && BEGINS_NOUNS.has(words[0] ?? "")) return false;
  if (foreign === 0 || meansAll(reading, "this", "article")) return true;
  // "Newsletter war" is about one, "Related materials" and "Newsletter signup form" are none.
  return reading.some((meanings) =>
    words.length > 2 ? tellsAlone(meanings) : meanings.includes("related") && tellsAlone(meanings),
  );
}

const meansAll = (reading: LineMeanings, ...all: readonly Meaning[]): boolean =>
  all.every((meaning) => reading.some((meanings) => meanings.includes(meaning)));

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

/** A text that begins with a list: the line above is the list's title ("Packing list"). */
const LIST_BELOW = /^\s*(?:[-*•–—]|\d{1,2}[.)])\s/;

/** Whether a word is one that every text has ("and", "und"); "this" is not, because it points at something. */
const isFunction = (meanings: readonly Meaning[]): boolean =>
  meanings.includes("none") || (meanings.includes("glue") && !meanings.includes("this"));

const isGlue = (word: string): boolean =>
  [...(meaningsOf(fold(word))?.meanings.values() ?? [])].some(isFunction);

/** Whether a word is what pages say of themselves. Other words for more are about anything ("More to follow"). */
const tells = (meanings: readonly Meaning[]): boolean =>
  !meanings.includes("more") && meanings.some((meaning) => OF_PAGES.has(meaning));

/** Whether a word alone makes a label. One that is also a general noun ("letter") does not. */
const tellsAlone = (meanings: readonly Meaning[]): boolean =>
  !meanings.includes("noun") && meanings.some((meaning) => OF_PAGES_ALONE.has(meaning));

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
