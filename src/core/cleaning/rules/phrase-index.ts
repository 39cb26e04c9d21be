import { SEPARATOR } from "./label-scanner.ts";
import { compilePhrase, firstWords, isFloating, type Phrase, type Vocabulary } from "./phrase.ts";
import { RULES } from "./phrases/all-rules.ts";
import type { Rule } from "./rule.ts";
import { LANGUAGES, VOCABULARIES } from "./vocabulary.ts";
import { headTest } from "./word-heads.ts";

export type IndexedPhrase = {
  readonly rule: Rule;
  readonly phrase: Phrase;
  readonly vocabulary: Vocabulary;
  /** Position among all phrases: the first that matches decides. */
  readonly order: number;
};

/** A filler ("now", "please") may stand before a phrase, so the first few words are looked up. */
const LEADING_WORDS = 4;

/** The phrases of all rules that a line of these words may match, in the order of the rules. */
export function candidatesFor(words: readonly string[]): readonly IndexedPhrase[] {
  const found = new Set<IndexedPhrase>();
  const leading = Math.min(LEADING_WORDS, words.length);
  for (let at = 0; at < leading; at++) addAnchored(found, words, at);
  for (const word of words) {
    for (const each of floatingFrom(word)) found.add(each);
  }
  return found.size === 0 ? NO_PHRASES : [...found].sort((a, b) => a.order - b.order);
}

function addAnchored(found: Set<IndexedPhrase>, words: readonly string[], at: number): void {
  for (const each of ANCHORED.get(words[at] ?? "") ?? NO_PHRASES) {
    if (isSkipped(words, at, each.vocabulary)) found.add(each);
  }
}

const floatingFrom = (word: string): readonly IndexedPhrase[] =>
  mayFloat(word) ? (FLOATING.get(word) ?? NO_PHRASES) : NO_PHRASES;

const NO_PHRASES: readonly IndexedPhrase[] = [];

/** Whether the words before an index are only fillers. */
function isSkipped(words: readonly string[], before: number, { fillers }: Vocabulary): boolean {
  for (let at = 0; at < before; at++) {
    const word = words[at] ?? "";
    if (word !== SEPARATOR && !fillers.has(word)) return false;
  }
  return true;
}

const PHRASES: readonly IndexedPhrase[] = RULES.flatMap(phrasesOf).map((entry, order) => ({
  ...entry,
  order,
}));

/** Phrases by the words that they begin with: at the start of a line, and anywhere in it. */
const ANCHORED = indexOf(PHRASES.filter(({ phrase }) => !isFloating(phrase)));
const FLOATING = indexOf(PHRASES.filter(({ phrase }) => isFloating(phrase)));
/** Most words of a text begin like none that a floating phrase begins with. */
const mayFloat = headTest(FLOATING.keys(), 4);

function phrasesOf(rule: Rule): Omit<IndexedPhrase, "order">[] {
  return LANGUAGES.flatMap((language) => {
    const vocabulary = VOCABULARIES.get(language);
    if (!vocabulary) return [];
    const lines = (rule.phrases[language] ?? "").split("\n").map((line) => line.trim());
    return lines
      .filter((line) => line !== "")
      .map((line) => ({ rule, phrase: compilePhrase(line, vocabulary), vocabulary }));
  });
}

function indexOf(phrases: readonly IndexedPhrase[]): ReadonlyMap<string, readonly IndexedPhrase[]> {
  const index = new Map<string, IndexedPhrase[]>();
  for (const entry of phrases) {
    for (const word of new Set(firstWords(entry.phrase))) {
      index.set(word, [...(index.get(word) ?? []), entry]);
    }
  }
  return index;
}
