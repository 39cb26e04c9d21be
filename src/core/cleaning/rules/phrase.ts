import { SEPARATOR } from "./label-scanner.ts";
import { labelWords } from "./label-words.ts";
import { NETWORK } from "./networks.ts";

/**
 * A phrase as people write it down in phrases/, one a line:
 *
 * - `teilen sie diesen artikel` these words, and nothing else in the line
 * - `(artikel|beitrag)` one of these, each of one or more words; `wort?` or `(…)?` may be missing
 * - `<article>` one of the words of that name in the vocabulary of the language
 * - `_` up to five words of any kind, but no negation; `__` up to twenty-five, such as a headline
 * - `@` names of networks, with what stands between them; `#` a number; `:` a separator
 * - `…` at the end: anything may follow
 */
export type Phrase = {
  readonly source: string;
  readonly elements: readonly Element[];
  /** Anything may follow. */
  readonly isOpen: boolean;
  /** All words that it names. */
  readonly words: ReadonlySet<string>;
};

type Element =
  | {
      readonly kind: "words";
      readonly options: readonly (readonly string[])[];
      readonly isOptional: boolean;
    }
  | { readonly kind: "gap"; readonly most: number };

/** What a language contributes to every phrase in it. */
export type Vocabulary = {
  /** Lists of words or short phrases by name. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  /** The language's place among LEXICONS. */
  readonly lexicon: number;
  /** "our" and "us" in all forms. */
  readonly ours: ReadonlySet<string>;
  /** Words that prompts go on with, beside those of labels: "our work", "in your region". */
  readonly offered: ReadonlySet<string>;
  /** Adverbs that may stand anywhere ("now", "here", "for free"). */
  readonly fillers: ReadonlySet<string>;
  /** Words that turn a prompt into advice: they end a gap. */
  readonly negations: ReadonlySet<string>;
  /** Verbs of people who are quoted: a line with one reports, it does not prompt. */
  readonly attributions: ReadonlySet<string>;
  /** The last words of "because". */
  readonly because: ReadonlySet<string>;
};

const GAPS: ReadonlyMap<string, number> = new Map([
  ["_", 5],
  ["__", 25],
]);

export function compilePhrase(source: string, vocabulary: Vocabulary): Phrase {
  const isOpen = source.endsWith("…");
  // Mistakes in our own data must not pass silently.
  if (/\([^)]*\(/.test(source)) throw new Error(`groups do not nest: ${source}`);
  const parts = (isOpen ? source.slice(0, -1) : source).match(/\([^)]*\)\??|\S+/g) ?? [];
  const elements = parts.map((part) => compileElement(part, vocabulary));
  const words = elements.flatMap((each) => (each.kind === "words" ? each.options.flat() : []));
  return { source, isOpen, elements, words: new Set(words) };
}

function compileElement(part: string, vocabulary: Vocabulary): Element {
  const most = GAPS.get(part);
  if (most !== undefined) return { kind: "gap", most };
  const isOptional = part.endsWith("?");
  const bare = part.replace(/\?$/, "").replace(/^\((.*)\)$/, "$1");
  const options = bare.split("|").flatMap((option) => expand(option, vocabulary));
  return { kind: "words", options, isOptional };
}

function expand(option: string, { lists }: Vocabulary): string[][] {
  const name = /^<(.+)>$/.exec(option)?.[1];
  if (name === undefined) return [foldPattern(option)];
  const list = lists.get(name);
  if (!list) throw new Error(`no vocabulary <${name}>`);
  return list.map(foldPattern);
}

/** Symbols stand for themselves; words fold like the texts they are compared with. */
function foldPattern(option: string): string[] {
  const known = FOLDED.get(option);
  if (known !== undefined) return known;
  const words = [NETWORK, "#", SEPARATOR].includes(option) ? [option] : labelWords(option);
  FOLDED.set(option, words);
  return words;
}

/** Most options stand in several phrases, those of vocabularies in a hundred. */
const FOLDED = new Map<string, string[]>();

/** Whether anything may stand before a phrase. */
export const isFloating = ({ elements: [first] }: Phrase): boolean => first?.kind === "gap";

/** Every word that a match can begin with, after the gap of a floating phrase. */
export function firstWords(phrase: Phrase): string[] {
  const words: string[] = [];
  for (const element of phrase.elements.slice(isFloating(phrase) ? 1 : 0)) {
    if (element.kind === "gap") throw new Error(`nothing to look up: ${phrase.source}`);
    words.push(...element.options.map((option) => option[0] ?? ""));
    if (!element.isOptional) break;
  }
  return words;
}

/** What a match must cover: all of a line (`whole`), that or all before a separator (`label`), any beginning (`start`). */
export type Extent = "whole" | "label" | "start";

/** How many words of a line a phrase matches, or `null`. Time is bounded by the line's words times the phrase's. */
export function matchPhrase(
  phrase: Phrase,
  tokens: readonly string[],
  { vocabulary, extent }: { readonly vocabulary: Vocabulary; readonly extent: Extent },
): number | null {
  return matchFrom({ phrase, tokens, vocabulary, extent, failed: null }, 0, 0);
}

type PhraseAttempt = {
  /** Positions from which nothing matched, so that no search is repeated. */
  failed: Set<number> | null;
  readonly phrase: Phrase;
  readonly tokens: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly extent: Extent;
};

function matchFrom(attempt: PhraseAttempt, element: number, at: number): number | null {
  const current = attempt.phrase.elements[element];
  if (!current) return mayEnd(attempt, at) ? at : null;
  const position = element * 1000 + at;
  if (attempt.failed?.has(position)) return null;
  const result =
    current.kind === "gap" ? matchGap(attempt, element, at) : matchOptions(attempt, element, at);
  // Nothing is tried again after the first element: most phrases fail there.
  if (result === null && position > 0) {
    attempt.failed ??= new Set();
    attempt.failed.add(position);
  }
  return result;
}

function matchOptions(attempt: PhraseAttempt, element: number, at: number): number | null {
  const current = attempt.phrase.elements[element];
  if (current?.kind !== "words") return null;
  for (const option of current.options) {
    const end = matchWords(option, attempt.tokens, at);
    const result = end === null ? null : matchFrom(attempt, element + 1, end);
    if (result !== null) return result;
  }
  const without = current.isOptional ? matchFrom(attempt, element + 1, at) : null;
  if (without !== null) return without;
  return isSkippable(attempt, at) ? matchFrom(attempt, element, at + 1) : null;
}

function matchGap(attempt: PhraseAttempt, element: number, at: number): number | null {
  const current = attempt.phrase.elements[element];
  const most = current?.kind === "gap" ? current.most : 0;
  for (let end = at; end <= at + most && end <= attempt.tokens.length; end++) {
    const result = matchFrom(attempt, element + 1, end);
    if (result !== null) return result;
    const isNegated = attempt.vocabulary.negations.has(attempt.tokens[end] ?? "");
    if (isNegated && element > 0) return null;
  }
  return null;
}

function matchWords(
  words: readonly string[],
  tokens: readonly string[],
  at: number,
): number | null {
  if (words[0] === NETWORK) return networksEnd(tokens, at);
  for (let index = 0; index < words.length; index++) {
    if (tokens[at + index] !== words[index]) return null;
  }
  return at + words.length;
}

/** Words between the names of networks in a row. */
const JOINERS = new Set([
  SEPARATOR,
  ..."und oder and or et ou y o e i en of lub & bei auf on sur em na op".split(" "),
]);

function networksEnd(tokens: readonly string[], at: number): number | null {
  if (tokens[at] !== NETWORK) return null;
  let end = at + 1;
  for (let next = end; next < tokens.length; next++) {
    const token = tokens[next] ?? "";
    if (token === NETWORK) end = next + 1;
    else if (!JOINERS.has(token)) break;
  }
  return end;
}

function isSkippable({ tokens, vocabulary }: PhraseAttempt, at: number): boolean {
  const token = tokens[at];
  return token !== undefined && (token === SEPARATOR || vocabulary.fillers.has(token));
}

function mayEnd(attempt: PhraseAttempt, at: number): boolean {
  if (attempt.phrase.isOpen || attempt.extent === "start" || isRestFiller(attempt, at)) return true;
  return attempt.extent === "label" && attempt.tokens[at] === SEPARATOR;
}

function isRestFiller(attempt: PhraseAttempt, at: number): boolean {
  for (let next = at; next < attempt.tokens.length; next++) {
    if (!isSkippable(attempt, next)) return false;
  }
  return true;
}
