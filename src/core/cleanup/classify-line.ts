import { foldWords, SEPARATOR } from "./fold.ts";
import { compilePhrase, firstWords, matchPhrase, type Phrase, type Vocabulary } from "./phrase.ts";
import type { Rule } from "./rule.ts";
import { RULES } from "./rules/all-rules.ts";
import { isShareUrl } from "./share-urls.ts";
import { shareLabelOf } from "./share-words.ts";
import { ATTRIBUTIONS, LANGUAGES, VOCABULARIES } from "./vocabulary.ts";

/** One line of a block, with what is linked in it. */
export type TextLine = {
  readonly text: string;
  /** Share of its characters inside links, 0 to 1. */
  readonly linkedShare: number;
  readonly urls: readonly string[];
};

/** What a line seems to be. */
export type LineClass = {
  readonly rule: string;
  /** The whole line is a known label: no prose can look like that. */
  readonly isCertain: boolean;
  /** Only beside something removed, or at an edge of the text. */
  readonly isWeak: boolean;
  /** The headlines or links that follow belong to it. */
  readonly hasFollowers: boolean;
  readonly words: number;
};

/** Labels and prompts are short: longer lines are never looked at. */
export const MAX_WORDS = 45;
const MAX_LENGTH = 600;
/** A headline after "Read also:". */
const MAX_HEADLINE_WORDS = 25;
const MOSTLY_LINKED = 0.8;

/** By which rule a line is not part of the article; `null` for prose. Depends on the line alone. */
export function classifyLine(line: TextLine): LineClass | null {
  if (line.text.length > MAX_LENGTH) return null;
  const words = foldWords(line.text);
  if (words.length > MAX_WORDS) return null;
  const share = classifyShare(line, words);
  return share && !share.isWeak ? share : (classifyPhrases(line, words) ?? share);
}

function classifyShare(line: TextLine, words: readonly string[]): LineClass | null {
  const found = (rule: string, isWeak: boolean): LineClass => ({
    rule,
    isWeak,
    isCertain: true,
    hasFollowers: false,
    words: words.length,
  });
  const isLinked = line.urls.length > 0 && line.urls.every(isShareUrl);
  if (isLinked && (words.length === 0 || line.linkedShare >= 0.5))
    return found("share-list", false);
  const kind = shareLabelOf(words);
  if (kind === "share") return found("share-label", false);
  if (kind === "tools") return found("tool-label", true);
  return kind === "networks" ? found("share-list", true) : null;
}

function classifyPhrases(line: TextLine, words: readonly string[]): LineClass | null {
  let isReport: boolean | null = null;
  for (const candidate of candidatesFor(words)) {
    const end = matchEnd(candidate, line, words);
    if (end === null) continue;
    const { rule, phrase } = candidate;
    const isWhole = !phrase.isOpen && restOf(words, end).length === 0;
    isReport ??= words.some((word) => ATTRIBUTIONS.has(word));
    if (!isWhole && rule.match === "whole" && !rule.isCertain && isReport) continue;
    return {
      rule: rule.id,
      isCertain: isWhole || rule.isCertain === true,
      isWeak: rule.isWeak === true,
      hasFollowers: isWhole && rule.hasFollowers === true,
      words: words.length,
    };
  }
  return null;
}

function matchEnd(
  { rule, phrase, vocabulary }: Candidate,
  line: TextLine,
  words: readonly string[],
): number | null {
  if (rule.match === "whole") return matchPhrase(phrase, words, { vocabulary, extent: "whole" });
  const isTeaser = line.linkedShare >= MOSTLY_LINKED;
  const end = matchPhrase(phrase, words, { vocabulary, extent: isTeaser ? "start" : "label" });
  return end !== null && restOf(words, end).length <= MAX_HEADLINE_WORDS ? end : null;
}

const restOf = (words: readonly string[], end: number): readonly string[] =>
  words.slice(end).filter((word) => word !== SEPARATOR);

type Candidate = {
  readonly rule: Rule;
  readonly phrase: Phrase;
  readonly vocabulary: Vocabulary;
  readonly order: number;
};

/** Phrases by the word that they begin with. */
const INDEX: ReadonlyMap<string, readonly Candidate[]> = buildIndex();

function buildIndex(): ReadonlyMap<string, readonly Candidate[]> {
  const index = new Map<string, Candidate[]>();
  let order = 0;
  for (const rule of RULES) {
    for (const { phrase, vocabulary } of phrasesOf(rule)) {
      const candidate = { rule, phrase, vocabulary, order: order++ };
      for (const word of new Set(firstWords(phrase))) {
        const candidates = index.get(word);
        if (candidates) candidates.push(candidate);
        else index.set(word, [candidate]);
      }
    }
  }
  return index;
}

function phrasesOf(rule: Rule): { phrase: Phrase; vocabulary: Vocabulary }[] {
  return LANGUAGES.flatMap((language) => {
    const vocabulary = VOCABULARIES.get(language);
    if (!vocabulary) return [];
    const lines = (rule.phrases[language] ?? "").split("\n").map((line) => line.trim());
    return lines
      .filter((line) => line !== "")
      .map((line) => ({ phrase: compilePhrase(line, vocabulary), vocabulary }));
  });
}

/** A filler ("now", "please") may stand before a phrase, so the first few words are looked up. */
const LEADING_WORDS = 4;

function candidatesFor(words: readonly string[]): readonly Candidate[] {
  const found = words.slice(0, LEADING_WORDS).flatMap((word, at) => {
    const candidates = INDEX.get(word) ?? [];
    return candidates.filter(({ vocabulary }) => isSkipped(words.slice(0, at), vocabulary));
  });
  return [...new Set(found)].sort((a, b) => a.order - b.order);
}

const isSkipped = (words: readonly string[], { fillers }: Vocabulary): boolean =>
  words.every((word) => word === SEPARATOR || fillers.has(word));
