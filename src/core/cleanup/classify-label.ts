import type { Meaning } from "./concepts.ts";
import { isLooser, LABEL_KINDS, type LabelKind } from "./label-kinds.ts";
import { labelWords, NUMBER, SEPARATOR } from "./label-words.ts";
import { type Entry, meaningsOf } from "./lexicon.ts";

/** What a line that is put together from the words of labels is. */
export type LabelMatch = {
  readonly kind: LabelKind;
  readonly place: LabelKind["place"];
  /** All of the line: neither a headline nor a name stands beside it. */
  readonly isWhole: boolean;
};

/** Longer lines are never put together from words of labels alone. */
const MAX_WORDS = 24;

/** The kind of label that a line is when one language explains its words; `null` for anything else. */
export function labelOf(words: readonly string[], text: string): LabelMatch | null {
  if (words.length === 0 || words.length > MAX_WORDS || QUOTED.test(text)) return null;
  const entries = isNominal(words) ? null : entriesOf(words);
  if (!entries) return null;
  const end = endOf(text);
  return (
    teaserEnd(entries, text) ??
    wholeLabel(entries, end) ??
    leadingLabel(words, entries, end) ??
    labelWithName(words, entries, text) ??
    longPrompt(entries, end)
  );
}

/** What a line ends with. "Loading..." is no sentence. */
const endOf = (text: string): string | undefined =>
  text.endsWith("...") ? "…" : text.trimEnd().at(-1);

/**
 * "The plan", "II. Die Reaktionen": an article and one noun are the heading of prose, whatever the noun could ask for.
 * Where the article is another language's "read" ("Les også", "Läs mer"), it has no noun after it.
 */
function isNominal(words: readonly string[]): boolean {
  const from = words.length === 3 && ORDINAL.test(words[0] ?? "") ? 1 : 0;
  const noun = words[from + 1];
  if (noun === undefined || words.length > from + 2 || !DETERMINERS.has(words[from] ?? ""))
    return false;
  const entry = meaningsOf(noun);
  return !NO_NOUN.some((meaning) => says(entry, meaning));
}

const NO_NOUN: readonly Meaning[] = ["also", "more", "article", "full", "all"];
const ORDINAL = /^(?:#|[ivx]+|\p{L})$/u;
/** Folded; those that no language of ours has for a preposition. */
const DETERMINERS = new Set(
  "the an der die das ein eine le la les l une el los las un unas il lo gli uno una os as um uma het een den det ei az ο η το οι τα".split(
    " ",
  ),
);

/** Whether a language reads the line as nouns and what goes with them: "First reactions", "Keine Antwort". */
export function readsAsHeading(words: readonly string[]): boolean {
  const entries = words.length <= MAX_HEADING ? words.map(meaningsOf) : [];
  return languagesOf(entries, 0).some((language) => {
    const tokens = entries.map((entry) => entry?.meanings.get(language) ?? []);
    // "Start a discussion", "Mitglied werden": what is done with a noun is no heading.
    const isNominal = (token: readonly Meaning[]): boolean =>
      token.some((each) => NOMINAL.has(each)) && !token.includes("write");
    return tokens.every(isNominal) && tokens.some((token) => token.includes("noun"));
  });
}

/** Words of a crosshead. */
const MAX_HEADING = 8;
const NOMINAL: ReadonlySet<Meaning> = new Set([
  ...(["noun", "glue", "about", "first", "more", "latest", "popular"] as const),
  ...(["none", "full", "all", "also", "closed", "back"] as const),
]);

/** "(more…)", "(suite…)": what stands where a text was cut. */
function teaserEnd(entries: readonly (Entry | null)[], text: string): LabelMatch | null {
  const isCut = entries.length <= 3 && /^[([].*(?:…|\.\.\.)[)\]]$/u.test(text.trim());
  const found = isCut ? best({ entries, kinds: CUT }) : null;
  return found && { ...found, place: "any" };
}

const CUT = LABEL_KINDS.filter(({ rule }) => rule === "read-more");

/** One word between two paragraphs is as often a heading, and "Part 2" is one. */
function wholeLabel(
  entries: readonly (Entry | null)[],
  end: string | undefined,
): LabelMatch | null {
  const found = best({ entries, kinds: LABEL_KINDS, end });
  if (!found) return null;
  if (entries.length === 2 && entries[1] === NUMBERS) return null;
  const isButton = entries.length <= 2 && entries.some((each) => says(each, "button"));
  if (isButton && found.place === "edge") return { ...found, place: "alone" };
  return entries.length === 1 && found.place === "alone" && !isButton
    ? { ...found, place: "edge" }
    : found;
}

const says = (entry: Entry | null, meaning: Meaning): boolean =>
  [...(entry?.meanings.values() ?? [])].some((meanings) => meanings.includes(meaning));

const NUMBERS = meaningsOf(NUMBER);

/** What each word means; `null` as soon as more of them are unknown than in any label. */
function entriesOf(words: readonly string[]): (Entry | null)[] | null {
  const entries: (Entry | null)[] = [];
  // A headline after a label may be anything.
  let most = words.lastIndexOf(SEPARATOR, MAX_LEAD) > 0 ? words.length : MAX_UNKNOWN;
  for (const word of words) {
    const entry = meaningsOf(word);
    if (entry === null && --most < 0) return null;
    entries.push(entry);
  }
  return entries;
}

/** A name, or a fifth of a long prompt. */
const MAX_UNKNOWN = 4;

/** Speech and titles are somebody's words. */
const QUOTED = /^\s*["“”„«»'‘‚–—]\s*\p{L}/u;

/** "Read also: Bridge closed": a label before a separator, and what it labels. */
function leadingLabel(
  words: readonly string[],
  entries: readonly (Entry | null)[],
  end: string | undefined,
): LabelMatch | null {
  const length = words.indexOf(SEPARATOR);
  if (length < 1 || length > MAX_LEAD) return null;
  const found = best({ entries: entries.slice(0, length), kinds: LEADING, end });
  // One word before a colon is as often the word of a list.
  const place = length === 1 ? "edge" : found?.place;
  return found && place ? { ...found, place, isWhole: false } : null;
}

const MAX_LEAD = 6;
const LEADING = LABEL_KINDS.filter(({ leads }) => leads);

/** "Follow Harbour News on Google News": a few capitalised words in a row are a name. */
function labelWithName(
  words: readonly string[],
  entries: readonly (Entry | null)[],
  text: string,
): LabelMatch | null {
  const [from, to] = [entries.indexOf(null), entries.lastIndexOf(null)];
  const length = to - from + 1;
  if (from < 0 || length > MAX_NAME || entries.length - length < 2) return null;
  const capitals = new Set(labelWords((text.match(CAPITALISED) ?? []).join(" ")));
  const isName = words.slice(from, to + 1).every((word) => capitals.has(word));
  // In a title every word is capitalised.
  if (!isName || words.every((word) => capitals.has(word))) return null;
  const rest = [...entries.slice(0, from), ...entries.slice(to + 1)];
  const found = best({ entries: rest, kinds: NAMED, end: endOf(text), isStrict: true });
  // A sentence with a name in it must say more to be a prompt.
  if (!found || (text.endsWith(".") && found.kind.needs.length < 3)) return null;
  return { ...found, isWhole: false };
}

const MAX_NAME = 3;
const CAPITALISED = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}'’-]*/gu;
const NAMED = LABEL_KINDS.filter(({ names }) => names);

/** Of the long sentences of forms and consent boxes some words are their own. */
function longPrompt(
  entries: readonly (Entry | null)[],
  end: string | undefined,
): LabelMatch | null {
  if (entries.length < MIN_LONG) return null;
  const most = Math.floor(entries.length * MOST_UNKNOWN);
  const found = best({ entries, kinds: LONG, end, most });
  return found && { ...found, isWhole: false };
}

const MIN_LONG = 7;
const MOST_UNKNOWN = 0.2;
const LONG = LABEL_KINDS.filter(({ isLong }) => isLong);

type Attempt = {
  readonly entries: readonly (Entry | null)[];
  readonly kinds: readonly LabelKind[];
  /** The last character of the line. */
  readonly end?: string | undefined;
  /** Most words that the language need not know. */
  readonly most?: number;
  /** General nouns are no evidence, as in a sentence. */
  readonly isStrict?: boolean;
};

/** The kind that goes most freely, in any of the languages that know the words. */
function best({ entries, kinds, end, most = 0, isStrict = false }: Attempt): LabelMatch | null {
  let found: LabelMatch | null = null;
  for (const language of languagesOf(entries, most)) {
    const tokens = entries.map((entry) => entry?.meanings.get(language) ?? []);
    // "How to share a link" is what an article is about.
    if (end !== "?" && tokens[0]?.includes("ask")) continue;
    const isSentence = end === ".";
    const evidence = isSentence || isStrict ? tokens.map(withoutNouns) : tokens;
    const kind = kinds.find(
      (each) =>
        (each.isSaid || !isSentence) && fits(each, each.needs.length > 2 ? tokens : evidence),
    );
    if (kind && (!found || isLooser(kind.place, found.place))) {
      found = { kind, place: kind.place, isWhole: true };
    }
  }
  return found;
}

/** "The discussion continues.", "Discussion with Anna Berg": there a general noun asks for nothing. */
const withoutNouns = (token: readonly Meaning[]): readonly Meaning[] =>
  token.includes("noun") ? ["glue"] : token;

/** The languages that know all but so many of the words. */
function languagesOf(entries: readonly (Entry | null)[], most: number): number[] {
  const unknown = entries.filter((entry) => entry === null).length;
  if (unknown > most) return [];
  let some = 0;
  let all = -1;
  for (const entry of entries) {
    some |= entry?.languages ?? 0;
    all &= entry?.languages ?? 0;
  }
  const isKnown = (language: number): boolean =>
    entries.filter((entry) => ((entry?.languages ?? 0) & (1 << language)) === 0).length <= most;
  return bitsOf(most === 0 ? all : some).filter((language) => most === 0 || isKnown(language));
}

function bitsOf(set: number): number[] {
  const bits: number[] = [];
  for (let bit = 0; set >> bit > 0; bit++) if ((set & (1 << bit)) !== 0) bits.push(bit);
  return bits;
}

type Tokens = readonly (readonly Meaning[])[];

function fits({ needs, only, least }: LabelKind, tokens: Tokens): boolean {
  if (tokens.length < least) return false;
  const isWithin = (token: readonly Meaning[]): boolean =>
    token.some((meaning) => meaning === "glue" || meaning === "button" || only?.has(meaning));
  return (only === null || tokens.every(isWithin)) && satisfies(needs, tokens, 0);
}

/** Whether a token of its own meets each need. Needs are three at most, tokens MAX_WORDS. */
function satisfies([need, ...others]: LabelKind["needs"], tokens: Tokens, used: number): boolean {
  if (!need) return true;
  return tokens.some(
    (token, at) =>
      (used & (1 << at)) === 0 &&
      token.some((meaning) => need.has(meaning)) &&
      satisfies(others, tokens, used | (1 << at)),
  );
}
