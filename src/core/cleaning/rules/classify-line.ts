import { isHelpersLine } from "../../bylines/helpers-line.ts";
import { closesLetter, opensLetter } from "../../bylines/letter-words.ts";
import { endsWithStopOrColon } from "../../text/sentence-end.ts";
import type { TextLine } from "../text-block.ts";
import { labelOf } from "./classify-label.ts";
import { readsAsHeading } from "./heading-words.ts";
import { SEPARATOR } from "./label-scanner.ts";
import { labelWords } from "./label-words.ts";
import { meaningsOf } from "./lexicon.ts";
import { matchPhrase, type Phrase } from "./phrase.ts";
import { candidatesFor, type IndexedPhrase } from "./phrase-index.ts";
import { goesOnAsProse, isOfPromptWords, type MatchedPrompt } from "./prompt-words.ts";
import type { Rule } from "./rule.ts";
import { isShareUrl } from "./share-urls.ts";
import { isTold } from "./told-prose.ts";

/** What a line seems to be that is not part of the article. */
export type LineClass = {
  readonly rule: string;
  /** The whole line is a known label; prose never looks like that. */
  readonly isCertain: boolean;
  /** It goes only beside a removed line, or at an edge of the text. */
  readonly isWeak: boolean;
  /** It is weak, but also goes as a paragraph of its own between two others. */
  readonly goesAlone: boolean;
  /** The headlines or links that follow belong to it. */
  readonly hasFollowers: boolean;
  /** Its words also make headings of sections: with prose under it, it is one. */
  readonly isHeadingLike: boolean;
  readonly words: number;
};

/** In words; longer lines are never looked at, for labels and prompts are short. */
const LONGEST_LABEL = 45;
const MAX_LENGTH = 600;
const MAX_BLANKS = LONGEST_LABEL + 20;
/** Most words of a headline after "Read also:". */
const MAX_HEADLINE_WORDS = 25;
const MOSTLY_LINKED = 0.8;

/** The rule by which a line is not part of the article, and how sure that is; `null` for prose. Reads the line alone. */
export function classifyLine(line: TextLine): LineClass | null {
  if (line.text.length > MAX_LENGTH || hasManyWords(line.text)) return null;
  const words = labelWords(line.text);
  if (words.length > LONGEST_LABEL) return null;
  const found = classifyWords(line, words);
  if (found === null || isTold(line.text, words) || isOfAuthor(line)) return null;
  const { isPhrase = false, ...rest } = found;
  const isDoubtful = line.linkedShare < MOSTLY_LINKED && !isPhrase;
  return { ...rest, isHeadingLike: isDoubtful && readsAsHeading(words) };
}

/** Whether the author wrote a line for the readers: the opening or the close of a letter, thanks to those who helped. */
const isOfAuthor = ({ text, linkedShare }: TextLine): boolean =>
  linkedShare === 0 &&
  text.length <= MAX_OF_AUTHOR &&
  (opensLetter(text) || closesLetter(text) || isHelpersLine(text));

/** In characters. */
const MAX_OF_AUTHOR = 120;

/** Counts blanks, so that most paragraphs need not be split. MAX_BLANKS allows for network names of several words. */
function hasManyWords(text: string): boolean {
  let blanks = 0;
  for (let at = text.indexOf(" "); at >= 0; at = text.indexOf(" ", at + 1)) blanks += 1;
  return blanks > MAX_BLANKS;
}

type WordsClass = Omit<LineClass, "isHeadingLike"> & {
  /** The whole line is a phrase of at least PHRASE_WORDS words from phrases/. */
  readonly isPhrase?: boolean;
};

const PHRASE_WORDS = 3;

function classifyWords(line: TextLine, words: readonly string[]): WordsClass | null {
  const share = classifyShare(line, words);
  if (share) return share;
  if (isOneWordStopped(line, words)) return null;
  const phrase = classifyPhrases(line, words);
  if (phrase && !phrase.isWeak) return phrase;
  const label = classifyLabel(line, words);
  if (label && !label.isWeak) return label;
  return (
    classifyAnswer(line) ??
    [label, phrase].find((each) => each?.goesAlone) ??
    classifySentences(line, words) ??
    phrase ??
    label
  );
}

/**
 * A line of a few sentences, each of them a label: "Advertisement. Scroll to continue reading.". Weak labels count, too,
 * because their neighbours support them.
 */
function classifySentences(line: TextLine, words: readonly string[]): WordsClass | null {
  let strongest: WordsClass | null = null;
  for (const sentence of sentencesOf(line.text, words)) {
    const text = sentence.replace(/\.$/, "");
    const found = classifyWords({ ...line, text }, labelWords(text));
    if (found === null) return null;
    if (strongest === null || isStronger(found, strongest)) strongest = found;
  }
  return (
    strongest && {
      rule: strongest.rule,
      isCertain: false,
      isWeak: true,
      goesAlone: true,
      hasFollowers: false,
      words: words.length,
    }
  );
}

/** The sentences of a line, if they are few and the first has only words of labels; else none, found without splitting. */
function sentencesOf(text: string, words: readonly string[]): readonly string[] {
  const parted = text.length > MAX_PROMPT ? -1 : text.search(PARTED);
  if (parted < 0) return [];
  const first = text.slice(0, parted).split(" ").length;
  if (!words.slice(0, first).every((word) => meaningsOf(word) !== null)) return [];
  const sentences = text.split(BETWEEN_SENTENCES);
  return sentences.length > 1 && sentences.length <= MAX_SENTENCES ? sentences : [];
}

const PARTED = /[.!?…;]\s/;
const BETWEEN_SENTENCES = /(?<=[.!?…]|\p{Script=Greek};)\s+/u;
const MAX_SENTENCES = 4;
/** Most characters of such a line. */
const MAX_PROMPT = 300;

const isStronger = (a: WordsClass, b: WordsClass): boolean =>
  (!a.isWeak && b.isWeak) || (a.isWeak === b.isWeak && a.goesAlone && !b.goesAlone);

function classifyLabel(line: TextLine, words: readonly string[]): WordsClass | null {
  const label = labelOf(words, line.text);
  if (!label) return null;
  const { kind, place, isWhole } = label;
  const isExclaimed = line.text.endsWith("!") && line.linkedShare < MOSTLY_LINKED;
  if (isExclaimed && place === "edge" && kind.needs.length === 1) return null;
  return {
    rule: kind.rule,
    isCertain: isWhole,
    isWeak: place !== "any",
    goesAlone: place === "alone" || (isWhole && line.linkedShare >= MOSTLY_LINKED),
    hasFollowers: isWhole && kind.hasFollowers,
    words: words.length,
  };
}

/** "Enjoy!", "Continua.": buttons have no stop. */
const isOneWordStopped = ({ text, linkedShare }: TextLine, words: readonly string[]): boolean =>
  words.length === 1 && /\p{L}[.!]$/u.test(text) && linkedShare < MOSTLY_LINKED;

/** "Did you enjoy this? Subscribe to our newsletter.": the question is part of the prompt after it. */
function classifyAnswer(line: TextLine): LineClass | null {
  const question = line.text.indexOf("? ");
  if (question < 0) return null;
  const answer = classifyLine({ ...line, text: line.text.slice(question + 2) });
  return answer && !answer.isWeak && !answer.hasFollowers
    ? { ...answer, isCertain: false, hasFollowers: false }
    : null;
}

/** A line whose links all share a page, whatever its words. */
function classifyShare(line: TextLine, words: readonly string[]): WordsClass | null {
  const isShare = line.urls.length > 0 && line.urls.every(isShareUrl);
  if (!isShare || (words.length > 0 && line.linkedShare < 0.5)) return null;
  return {
    rule: "share-list",
    isCertain: true,
    isWeak: false,
    goesAlone: false,
    hasFollowers: false,
    words: words.length,
  };
}

const isSentence = ({ text }: TextLine): boolean => endsWithStopOrColon(text);

function classifyPhrases(line: TextLine, words: readonly string[]): WordsClass | null {
  for (const candidate of candidatesFor(words)) {
    const end = matchEnd(candidate, line, words);
    const found = end === null ? null : classOf(candidate, { line, words, end });
    if (found) return found;
  }
  return null;
}

type Match = {
  readonly line: TextLine;
  readonly words: readonly string[];
  /** Number of words that the phrase matched. */
  readonly end: number;
};

function classOf(
  { rule, phrase, vocabulary }: IndexedPhrase,
  { line, words, end }: Match,
): WordsClass | null {
  const isLabel = rule.match === "label";
  const isWhole = !phrase.isOpen && restOf(words, end).length === 0;
  if (isProseOf(rule, line, isWhole)) return null;
  const isPrompt = !isWhole && !isLabel && !rule.isCertain;
  if (isPrompt && words.some((word) => vocabulary.attributions.has(word))) return null;
  if (!mayGoOn(rule, { text: line.text, words, end, phrase, vocabulary })) return null;
  return {
    rule: rule.id,
    isCertain: isWhole || rule.isCertain === true,
    isWeak: rule.isWeak === true,
    goesAlone: isWhole && isLabelAlone(rule, phrase, words) && !isSentence(line),
    hasFollowers: isWhole && rule.hasFollowers === true,
    isPhrase: isWhole && end >= PHRASE_WORDS,
    words: words.length,
  };
}

/** Whether a line goes on after a phrase as lines of its rule do. */
function mayGoOn(rule: Rule, matched: MatchedPrompt): boolean {
  if (rule.endsAsName === true && goesOnAsProse(matched)) return false;
  const isFree = rule.match === "label" || rule.isCertain === true || rule.endsFreely === true;
  return isFree || isOfPromptWords(matched);
}

/** Whether a line that begins like a label goes on or ends like prose. */
function isProseOf(rule: Rule, { text, linkedShare }: TextLine, isWhole: boolean): boolean {
  if (rule.isNeverAsked && text.endsWith("?")) return true;
  if (rule.match !== "label") return false;
  // A label is no sentence, unlike "More from less.".
  return (isWhole && text.endsWith(".")) || (RUNNING_ON.test(text) && linkedShare === 0);
}

/** "Related: he took the boat and left." goes on as a sentence; a headline begins anew and has no full stop. */
const RUNNING_ON = /^[^:]+:\s+\p{Ll}.*\.$/u;

const isLabelAlone = (rule: Rule, { elements }: Phrase, words: readonly string[]): boolean =>
  rule.leastAlone !== undefined &&
  words.length >= rule.leastAlone &&
  elements.every(({ kind }) => kind === "words");

function matchEnd(
  { rule, phrase, vocabulary }: IndexedPhrase,
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
