import { AUTHOR_LEXICON } from "./author-lexicon.ts";
import { allEntries, anyOf } from "./author-patterns.ts";
import { entriesOf } from "./author-words.ts";
import { BIO_WORDS, listedWords, phrasesOf, VERB_LAST } from "./bio-words.ts";
import { looksLikeName } from "./person-names.ts";
import { type Calling, callingOf, callingsAt } from "./professions.ts";

/** A line that presents somebody: whom, and what speaks for its being a note about an author. */
export type Bio = {
  readonly name: string;
  /** It says of the person what authors do or are: "is a reporter", "writes about". */
  readonly isOfPen: boolean;
  /** It says of the person what guests are ("is professor"), or gives a person a title ("Dr. Ines Holm is"). */
  readonly isOfGuest: boolean;
  /** It calls the person the author: "Our author Ines Holm …". */
  readonly isCalledAuthor: boolean;
};

/** In characters; of a longer line only the beginning is read. */
const MAX_READ = 300;

/** Whom a line presents at its beginning, in the present tense; `null` if it presents nobody. */
export function bioIn(line: string): Bio | null {
  const text = line.slice(0, MAX_READ);
  const called = CALLED.exec(text)?.[0] ?? "";
  const behind = text.slice(called.length);
  const title = TITLE.exec(behind)?.[0] ?? "";
  const name = NAME.exec(behind.slice(title.length))?.[0] ?? "";
  if (!looksLikeName(name)) return null;
  const told = wordsIn(behind.slice(title.length + name.length).replace(APPOSITION, " "));
  const isPen = isA(told, "pen") || doesAsAuthors(told);
  const isLast = !isPen && endsAsPen(told);
  return {
    // Where the profession comes last, a house may follow the name at once: "Ayşe Demir Kurye gazetesinde …".
    name: isLast ? name.split(" ").slice(0, 2).join(" ") : name,
    isOfPen: isPen || isLast,
    isOfGuest: isA(told, "guest") || (title !== "" && isPresent(told)),
    isCalledAuthor: called !== "" && !/^[ΗΟ] $/u.test(called),
  };
}

/** Whether a line begins with a profession of those who write: "Reporter at the Gazette since 2019". */
export function startsAsPen(line: string): boolean {
  const words = wordsIn(line.slice(0, MAX_READ));
  return Object.keys(BIO_WORDS).some((language) => isBehindGap(words, 0, language, "pen"));
}

/** Whether a line names a profession of those who write or are asked to. */
export function mentionsAuthor(line: string): boolean {
  const words = wordsIn(line.slice(0, MAX_READ));
  const bio = bioIn(line);
  const isNamed = words.some((_, at) =>
    [...callingsAt(words, at)].some((calling) => calling.endsWith("pen")),
  );
  return isNamed || bio?.isOfPen === true || bio?.isOfGuest === true;
}

/** Whether a line has a noun for the author, in whatever case the language puts it: "Informazioni sull'autrice". */
export const saysAuthor = (line: string): boolean =>
  wordsIn(line)
    .flatMap((word) => word.split(/['’]/))
    .some((word) => AUTHOR_STEMS.some((stem) => word.startsWith(stem)));

/** The nouns without the letter that cases change. */
const AUTHOR_STEMS = [...allEntries("author")].map((noun) => noun.toLowerCase().slice(0, -1));

/**
 * The words of the name in a heading such as "About Ines Holm", in whatever case the language puts them; `null` for
 * another line.
 */
export function namedInAbout(heading: string): readonly string[] | null {
  if (heading.length > MAX_HEADING) return null;
  const named = BEHIND.exec(heading)?.[1] ?? nameBehindAbout(heading);
  const name = named?.replace(/[:?]$/, "");
  return name !== undefined && looksLikeName(name) ? name.split(/\s+/) : null;
}

const MAX_HEADING = 70;

function nameBehindAbout(heading: string): string | undefined {
  const lower = heading.toLowerCase();
  const about = ABOUT.find((phrase) => lower.startsWith(phrase));
  const name = about === undefined ? undefined : heading.slice(about.length);
  return name !== undefined && /^(?:\s|(?<=['’]))/.test(name) ? name.trim() : name;
}

const LANGUAGES = Object.entries(BIO_WORDS);
/** What stands before a name, the longest first. */
const ABOUT = LANGUAGES.flatMap(([, { about }]) => phrasesOf(about))
  .map((phrase) => (/['’]$/.test(phrase) ? phrase : `${phrase} `))
  .toSorted((a, b) => b.length - a.length);
const BEHIND = /^(.{3,60}?)(?:\s(?:hakkında|kimdir)|(?:ról|ről))[:?]?$/iu;

/** A text in lower case as words and marks. */
const wordsIn = (text: string): string[] =>
  text.toLowerCase().match(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.'’-]*(?<!\.)|[^\s\p{L}\p{N}]/gu) ??
  [];

const isDash = (word: string | undefined): boolean => word !== undefined && /^[–—-]$/.test(word);

/** How a language says "is" before a profession: in a word, or with a dash. */
const saysIs = (word: string | undefined, language: string): boolean =>
  isDash(word) || (IS.get(language) ?? NONE).has(word ?? "");

const NONE: ReadonlySet<string> = new Set();
const IS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  LANGUAGES.map(([language, { is }]) => [language, new Set(listedWords(is))]),
);
const isPresent = ([word]: readonly string[]): boolean =>
  LANGUAGES.some(([language]) => saysIs(word, language));

/** Whether what follows a name says in one language that its bearer is one of a calling. */
const isA = (told: readonly string[], calling: Calling): boolean =>
  LANGUAGES.some(
    ([language]) => saysIs(told[0], language) && isBehindGap(told, 1, language, calling),
  );

/** Most words before a profession. */
const GAP = 4;

/** Whether a profession follows, behind a few words of which none makes it somebody else's: "married to a reporter". */
function isBehindGap(
  words: readonly string[],
  from: number,
  language: string,
  calling: Calling,
): boolean {
  for (let at = from; at <= from + GAP && at < words.length; at++) {
    if (callingsAt(words, at).has(callingOf(language, calling))) return true;
    const word = words[at] ?? "";
    if (isMark(word) || OTHERS.has(word) || (AND.get(language) ?? NONE).has(word)) return false;
  }
  return false;
}

const isMark = (word: string): boolean => !/^[\p{L}\p{N}]/u.test(word);

/** Prepositions of any language, for a word for "is" may be that of several. */
const OTHERS: ReadonlySet<string> = new Set([
  ...(["by", "with", "of", "behind"] as const).flatMap((list) => [...allEntries(list)]),
  "to",
  "à",
]);
const AND: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(AUTHOR_LEXICON).map(([code, words]) => [code, new Set(entriesOf(words, "and"))]),
);

/** Whether what follows a name begins with what authors do: "covers", "writes about". */
const doesAsAuthors = (told: readonly string[]): boolean =>
  (DOES.get(told[0] ?? "") ?? []).some((phrase) =>
    phrase.every((word, index) => told[index] === word),
  );

const DOES: ReadonlyMap<string, readonly (readonly string[])[]> = Map.groupBy(
  LANGUAGES.flatMap(([, { does }]) => phrasesOf(does).map(wordsIn)),
  ([first]) => first ?? "",
);

/** In words. */
const LONGEST_CLAUSE = 14;

/** Whether the first clause ends with a profession or with what authors do, in a language that puts them last. */
function endsAsPen(told: readonly string[]): boolean {
  const from = isMark(told[0] ?? "") ? 1 : 0;
  const stop = told.findIndex((word, index) => index >= from && /^[.,;!?]$/.test(word));
  const clause = told.slice(from, stop < 0 ? undefined : stop);
  if (clause.length > LONGEST_CLAUSE) return false;
  const last = callingsAt(clause, clause.length - 1);
  return (
    [...VERB_LAST].some((language) => last.has(callingOf(language, "pen"))) ||
    DOES_LAST.some((phrase) => endsWith(clause, phrase))
  );
}

const DOES_LAST = [...VERB_LAST].flatMap((language) =>
  phrasesOf(BIO_WORDS[language]?.does).map(wordsIn),
);

const endsWith = (words: readonly string[], end: readonly string[]): boolean =>
  end.length <= words.length && end.every((word, index) => words.at(index - end.length) === word);

/** "Our author", "Die Autorin", also the article of a Greek name. */
const CALLED = new RegExp(`^(?:(?:\\p{L}{1,6} )?(?:${anyOf("author")}) |[ΗΟ] )`, "iu");
const TITLE =
  /^(?:(?:dr|prof|mag|ing|dott|doc|mgr|phdr|dra|mr|ms|mrs|drs|ir)\.?(?:ssa\.?)?\s+(?=\p{Lu}|dr)|(?:professor|doktor|doctor)\s+(?=\p{Lu}))+/iu;
const FIRST = "\\p{Lu}(?:[\\p{L}\\p{M}'’-]|\\.)[\\p{L}\\p{M}.'’-]*";
const WORD = "\\p{Lu}[\\p{L}\\p{M}.'’-]*";
const NAME = new RegExp(
  `^${FIRST}(?:\\s(?:(?:von|van|der|den|de|del|della|di|da|do|dos|du|la|le|ter|ten|af|av|zu)\\s){0,2}${WORD}){1,3}(?=[\\s,]|$)`,
  "u",
);
/** "Ines Holm, 34, is", "Ines Holm, PhD, is". */
const APPOSITION = /^\s*(?:,[^.,]{1,50},|\([^()]{1,50}\))\s/u;
