import type { LabelKind } from "./label-kind.ts";
import { isLooser } from "./label-kinds.ts";
import type { LexiconEntry } from "./lexicon.ts";
import { bitsOf, isWithin, type MeaningBits, meets, NO_MEANING, unionOf } from "./meaning-bits.ts";

/** The label that a line is, by the meanings of its words. */
export type LabelMatch = {
  readonly kind: LabelKind;
  readonly place: LabelKind["place"];
  /** All of the line: neither a headline nor a name stands beside it. */
  readonly isWhole: boolean;
};

/** Whether a word means one of these in any language. */
export const says = (entry: LexiconEntry | null, meanings: MeaningBits): boolean =>
  entry !== null && meets(entry.anyBits, meanings);

export type Attempt = {
  readonly entries: readonly (LexiconEntry | null)[];
  readonly kinds: readonly LabelKind[];
  /** The last character of the line. */
  readonly end?: string | undefined;
  /** Most words that the language may not know. */
  readonly most?: number;
  /** General nouns are no evidence, as in a sentence. */
  readonly isStrict?: boolean;
};

/**
 * The kind that fits in a language that knows the words; of several languages, the kind that goes most freely. `null` if one
 * of them reads the line as a sentence about something else.
 */
export function best({ entries, most = 0, ...given }: Attempt): LabelMatch | null {
  const readings = languagesOf(entries, most).map((language) =>
    entries.map((entry) => entry?.bits.get(language) ?? NO_MEANING),
  );
  const found = freest(readings, given);
  const kind = given.end === "." ? found?.kind : undefined;
  return kind && readings.some((tokens) => tellsOfAnother(kind, tokens)) ? null : found;
}

function freest(
  readings: readonly Tokens[],
  { kinds, end, isStrict = false }: Omit<Attempt, "entries" | "most">,
): LabelMatch | null {
  let found: LabelMatch | null = null;
  for (const tokens of readings) {
    if (isHeadline(tokens, end)) continue;
    const all = lineOf(tokens);
    const strict = end === "." || isStrict ? lineOf(tokens.map(withoutNouns)) : all;
    const kind = firstOf(kinds, { all, strict, end });
    if (kind && (!found || isLooser(kind.place, found.place))) {
      found = { kind, place: kind.place, isWhole: true };
    }
  }
  return found;
}

/** "How to share a link", "More readers than writers". */
const isHeadline = (tokens: Tokens, end: string | undefined): boolean =>
  (end !== "?" && meets(tokens[0] ?? NO_MEANING, ASK)) || isComparison(tokens);

const ASK = bitsOf(["ask"]);

/** Whether a few words are compared. "Más artículos que te pueden interesar" has a relative clause instead. */
function isComparison(tokens: Tokens): boolean {
  if (!meets(tokens[0] ?? NO_MEANING, MORE)) return false;
  const than = tokens.findIndex((token) => meets(token, THAN));
  const compared = than < 2 ? [] : tokens.slice(than + 1);
  return (
    compared.length > 0 &&
    compared.length <= MAX_COMPARED &&
    !compared.some((token) => meets(token, OFFERED))
  );
}

/** "de lecteurs" */
const MAX_COMPARED = 2;
const THAN = bitsOf(["than"]);
const MORE = bitsOf(["more"]);
/** What readers may do with more articles: "Mehr Artikel als PDF". */
const OFFERED = bitsOf(["you", "us", "like", "print", "email", "channel"]);

type Reading = {
  readonly all: LabelLine;
  readonly strict: LabelLine;
  readonly end: string | undefined;
};

/** The first kind that fits. Tests that most kinds fail come first: each line is compared with all kinds a few times. */
function firstOf(kinds: readonly LabelKind[], { all, strict, end }: Reading): LabelKind | null {
  const isTold = isToldBySomebody(all.tokens, end);
  for (const kind of kinds) {
    const line = kind.needs.length > 2 ? all : strict;
    if (!meetsAll(kind.needs, line.all) || !maySay(kind, end)) continue;
    if ((!isTold || kind.isLong) && fits(kind, line)) return kind;
  }
  return null;
}

/**
 * Whether a short sentence says of something else what it is: "The rest is commentary.", unlike "Comments are closed." and
 * "This is an advertisement.".
 */
function tellsOfAnother({ needs: [subject] }: LabelKind, tokens: Tokens): boolean {
  const at = tokens.findIndex((token) => meets(token, IS));
  if (at < 1 || at === tokens.length - 1 || tokens.length > MOST_EQUATED) return false;
  const before = tokens.slice(0, at).filter((token) => !isWithin(token, GLUE));
  const [only] = before;
  if (before.length !== 1 || only === undefined || subject === undefined) return false;
  return !meets(only, subject) && !meets(only, POINTING);
}

/** In words, with articles. */
const MOST_EQUATED = 5;
const POINTING = bitsOf(["this", "here", "you"]);

function meetsAll(needs: LabelKind["needs"], all: MeaningBits): boolean {
  for (const need of needs) if (!meets(need, all)) return false;
  return true;
}

/** Whether labels of a kind may end like the line: as a sentence, as a question, or as neither. */
function maySay(kind: LabelKind, end: string | undefined): boolean {
  if (end === "?") return kind.asks;
  return !kind.isAsked && (kind.isSaid || end !== ".");
}

/** A short sentence of a speaker ("Then we sign.", "Can I subscribe?"): only long ones stand in forms and consent boxes. */
const isToldBySomebody = (tokens: Tokens, end: string | undefined): boolean =>
  (end === "." || end === "?") &&
  tokens.length < LEAST_TOLD &&
  tokens.some((token) => meets(token, SELF));

const SELF = bitsOf(["self"]);

/** Fewest words of a sentence in a form or a consent box. */
const LEAST_TOLD = 7;

/** A general noun asks for nothing in a sentence or beside a name: "The discussion continues.". */
const withoutNouns = (token: MeaningBits): MeaningBits => (meets(token, NOUN) ? GLUE : token);

const NOUN = bitsOf(["noun"]);
const GLUE = bitsOf(["glue"]);

/** The languages that know all words but `most`. */
export function languagesOf(
  entries: readonly (LexiconEntry | null)[],
  most: number,
): readonly number[] {
  return most === 0 ? languagesOfAll(entries) : languagesOfMost(entries, most);
}

function languagesOfAll(entries: readonly (LexiconEntry | null)[]): readonly number[] {
  let all = -1;
  for (const entry of entries) {
    all &= entry?.languages ?? 0;
    if (all === 0) return NO_LANGUAGES;
  }
  return entries.length > 0 ? placesOf(all) : NO_LANGUAGES;
}

const NO_LANGUAGES: readonly number[] = [];

function languagesOfMost(
  entries: readonly (LexiconEntry | null)[],
  most: number,
): readonly number[] {
  let some = 0;
  let unknown = 0;
  for (const entry of entries) {
    if (entry === null) unknown += 1;
    else some |= entry.languages;
  }
  if (unknown > most) return NO_LANGUAGES;
  return placesOf(some).filter((language) => {
    let missing = 0;
    for (const entry of entries)
      if (((entry?.languages ?? 0) & (1 << language)) === 0) missing += 1;
    return missing <= most;
  });
}

function placesOf(set: number): number[] {
  const bits: number[] = [];
  for (let bit = 0; set >> bit > 0; bit++) if ((set & (1 << bit)) !== 0) bits.push(bit);
  return bits;
}

type Tokens = readonly MeaningBits[];

/** A line in one language. */
type LabelLine = {
  readonly tokens: Tokens;
  /** The meanings of all tokens: most kinds need one that is missing here. */
  readonly all: MeaningBits;
  /** It has more than one function word: "Druck von unten", "Read all about it". */
  readonly hasSyntax: boolean;
};

const lineOf = (tokens: Tokens): LabelLine => ({
  tokens,
  all: tokens.reduce(unionOf, NO_MEANING),
  hasSyntax: tokens.filter((token) => isWithin(token, FUNCTION)).length > 1,
});

const FUNCTION = bitsOf(["glue", "is", "than", "by", "about", "none", "inside"]);

function fits({ needs, only, least, most, isBare }: LabelKind, line: LabelLine): boolean {
  const { tokens, hasSyntax } = line;
  if (tokens.length < least || tokens.length > most || (isBare && hasSyntax)) return false;
  if (only !== null && !tokens.every((token) => meets(token, only))) return false;
  const [need = NO_MEANING, second] = needs;
  if (!satisfies(needs, tokens, 0, 0)) return false;
  return (
    second !== undefined || !(saysWhatIs(tokens, need) || (isBare && joinsAnother(tokens, need)))
  );
}

/** Whether a line says what the one thing is that makes it a label: "Sharing is a start", unlike "This is an advertisement". */
function saysWhatIs(tokens: Tokens, need: MeaningBits): boolean {
  const at = tokens.findIndex((token) => meets(token, IS));
  return (
    at < tokens.length - 1 && tokens.slice(0, Math.max(0, at)).some((each) => meets(each, need))
  );
}

const IS = bitsOf(["is"]);

/** Whether a function word joins what a label needs and something else: "Cookies for everyone", unlike "Save or print". */
function joinsAnother(tokens: Tokens, need: MeaningBits): boolean {
  const isNeeded = (token: MeaningBits): boolean => meets(token, need);
  const [first, last] = [tokens.findIndex(isNeeded), tokens.findLastIndex(isNeeded)];
  for (let at = 1; at < tokens.length - 1; at++) {
    const token = tokens[at] ?? NO_MEANING;
    if (isWithin(token, FUNCTION) && !(first < at && last > at)) return true;
  }
  return false;
}

/** Whether each need from `from` on has a token of its own (`used` are taken). Three needs and MAX_WORDS tokens at most. */
function satisfies(needs: LabelKind["needs"], tokens: Tokens, from: number, used: number): boolean {
  const need = needs[from];
  if (!need) return true;
  return tokens.some(
    (token, at) =>
      (used & (1 << at)) === 0 &&
      meets(token, need) &&
      satisfies(needs, tokens, from + 1, used | (1 << at)),
  );
}
