import type { Meaning } from "./concepts.ts";
import type { LabelKind } from "./label-kind.ts";
import { isLooser } from "./label-kinds.ts";
import type { LexiconEntry } from "./lexicon.ts";

/** What a line that is put together from the words of labels is. */
export type LabelMatch = {
  readonly kind: LabelKind;
  readonly place: LabelKind["place"];
  /** All of the line: neither a headline nor a name stands beside it. */
  readonly isWhole: boolean;
};

/** Whether a word means it in any language. */
export const says = (entry: LexiconEntry | null, meaning: Meaning): boolean =>
  [...(entry?.meanings.values() ?? [])].some((meanings) => meanings.includes(meaning));

export type Attempt = {
  readonly entries: readonly (LexiconEntry | null)[];
  readonly kinds: readonly LabelKind[];
  /** The last character of the line. */
  readonly end?: string | undefined;
  /** Most words that the language need not know. */
  readonly most?: number;
  /** General nouns are no evidence, as in a sentence. */
  readonly isStrict?: boolean;
};

/** The kind that goes most freely, in any of the languages that know the words. */
export function best({
  entries,
  kinds,
  end,
  most = 0,
  isStrict = false,
}: Attempt): LabelMatch | null {
  let found: LabelMatch | null = null;
  for (const language of languagesOf(entries, most)) {
    const tokens = entries.map((entry) => entry?.meanings.get(language) ?? []);
    // "How to share a link" is what an article is about.
    if (end !== "?" && tokens[0]?.includes("ask")) continue;
    const evidence = end === "." || isStrict ? tokens.map(withoutNouns) : tokens;
    const isTold = isToldBySomebody(tokens, end);
    const kind = kinds.find(
      (each) =>
        maySay(each, end) &&
        (!isTold || each.isLong) &&
        fits(each, each.needs.length > 2 ? tokens : evidence),
    );
    if (kind && (!found || isLooser(kind.place, found.place))) {
      found = { kind, place: kind.place, isWhole: true };
    }
  }
  return found;
}

/** Whether labels of a kind are also sentences, or questions. */
function maySay(kind: LabelKind, end: string | undefined): boolean {
  if (end === "?") return kind.asks;
  return !kind.isAsked && (kind.isSaid || end !== ".");
}

/** "Then we sign.", "Can I subscribe?": only the long sentences of forms and consent boxes speak so. */
const isToldBySomebody = (tokens: Tokens, end: string | undefined): boolean =>
  (end === "." || end === "?") &&
  tokens.length < LEAST_TOLD &&
  tokens.some((token) => token.includes("self"));

/** Words of such a sentence. */
const LEAST_TOLD = 7;

/** "The discussion continues.", "Discussion with Anna Berg": there a general noun asks for nothing. */
const withoutNouns = (token: readonly Meaning[]): readonly Meaning[] =>
  token.includes("noun") ? ["glue"] : token;

/** The languages that know all but so many of the words. */
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
  return entries.length > 0 ? bitsOf(all) : NO_LANGUAGES;
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
  return bitsOf(some).filter((language) => {
    let missing = 0;
    for (const entry of entries)
      if (((entry?.languages ?? 0) & (1 << language)) === 0) missing += 1;
    return missing <= most;
  });
}

function bitsOf(set: number): number[] {
  const bits: number[] = [];
  for (let bit = 0; set >> bit > 0; bit++) if ((set & (1 << bit)) !== 0) bits.push(bit);
  return bits;
}

export type Tokens = readonly (readonly Meaning[])[];

function fits({ needs, only, least, most, isBare }: LabelKind, tokens: Tokens): boolean {
  if (tokens.length < least || tokens.length > most) return false;
  if (isBare && hasSyntax(tokens)) return false;
  const isWithin = (token: readonly Meaning[]): boolean =>
    token.some((meaning) => meaning === "glue" || meaning === "button" || only?.has(meaning));
  return (only === null || tokens.every(isWithin)) && satisfies(needs, tokens, 0);
}

/** "Druck von unten", "Read all about it": more function words than one. */
const hasSyntax = (tokens: Tokens): boolean =>
  tokens.filter((token) => token.every((meaning) => FUNCTION.has(meaning))).length > 1;

const FUNCTION: ReadonlySet<Meaning> = new Set<Meaning>(["glue", "by", "about"]);

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
