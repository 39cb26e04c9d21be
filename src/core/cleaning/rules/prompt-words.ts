import { SEPARATOR } from "./label-scanner.ts";
import { labelWords } from "./label-words.ts";
import { meaningsOf } from "./lexicon.ts";
import { bitsOf, isWithin, type MeaningBits, meets, NO_MEANING } from "./meaning-bits.ts";
import { NETWORK } from "./networks.ts";
import { isFloating, type Phrase, type Vocabulary } from "./phrase.ts";

/** A line that a phrase matches. */
export type MatchedPrompt = {
  readonly text: string;
  readonly words: readonly string[];
  /** Number of words that the phrase matches. */
  readonly end: number;
  readonly phrase: Phrase;
  readonly vocabulary: Vocabulary;
};

/** A prompt goes on with one word that no list has, and one more for each so many words. */
const WORDS_A_FOREIGN = 16;
/** Most of them, as a share, in a line about its page or its publisher. */
const MOST_IN_OWN = 0.75;

/**
 * Whether a line that a phrase with room for other words matches is a prompt: hardly any of those words is missing in the
 * lexicon of its language. "Become a member to read all articles" is one; "Become a member of the lifeboat crew" and
 * "Listen to the old fishermen" are not. A name counts as one word, an address as none. Linear.
 */
export function isOfPromptWords(prompt: MatchedPrompt): boolean {
  const { phrase } = prompt;
  if (isNamed(phrase)) return true;
  if (!phrase.isOpen) {
    if (!hasGap(phrase) || foreignFrom(prompt, 0) === 0) return true;
    return isFloating(phrase) && LAST_CLAUSE.test(prompt.text);
  }
  if (isFloating(phrase) && isSaidOfOwn(prompt)) return false;
  return goesOnAsPrompt(prompt);
}

function goesOnAsPrompt(prompt: MatchedPrompt): boolean {
  const { words, end } = prompt;
  const foreign = foreignFrom(prompt, end);
  if (foreign === 0) return true;
  const reason = reasonOf(prompt);
  if (reason === "other") return false;
  const rest = words.length - end;
  if (reason === "mailing" || isOfOwn(prompt)) return foreign <= Math.max(1, rest * MOST_IN_OWN);
  return foreign <= 1 + Math.floor(rest / WORDS_A_FOREIGN) && !goesOnAsProse(prompt);
}

/**
 * Whether a line goes on with nothing but function words and words in small letters that no list has: "Tous droits réservés
 * aux riverains". A name may stand there ("Keep up to date with the Courier").
 */
export function goesOnAsProse({ text, words, end, phrase, vocabulary }: MatchedPrompt): boolean {
  const rest = words.filter((word, at) => at >= end || !phrase.words.has(word));
  const capitals = new Set(labelWords((text.match(CAPITAL) ?? []).join(" ")));
  return (
    rest.length > 0 &&
    rest.every((word) => !capitals.has(word) && isWithin(inLexicon(word, vocabulary), FUNCTION))
  );
}

/** A short clause of its own at the end: "Do you care about the river? Sign up here". */
const LAST_CLAUSE = /[.?!:…–—]\s+[^.?!:…–—]{1,40}[.?!]?$/u;

const inLexicon = (word: string, { lexicon }: Vocabulary): MeaningBits =>
  meaningsOf(word)?.bits.get(lexicon) ?? NO_MEANING;

const CAPITAL = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}'’-]*/gu;
const FUNCTION = bitsOf([
  "glue",
  "is",
  "than",
  "about",
  "by",
  "inside",
  "none",
  "self",
  "you",
  "us",
]);

const hasGap = ({ elements }: Phrase): boolean => elements.some(({ kind }) => kind === "gap");

/** Whether these words are a name, a headline or keywords: beside a network that ends the line, or after a colon. */
function isNamed({ isOpen, elements }: Phrase): boolean {
  const last = elements.at(-1);
  const ends = last?.kind === "words" ? last.options.flat() : [];
  return ends.includes(isOpen ? SEPARATOR : NETWORK);
}

function foreignFrom(prompt: MatchedPrompt, from: number): number {
  const { text, words, end, phrase, vocabulary } = prompt;
  const named = new Set(labelWords((text.match(NAME) ?? []).join(" ")));
  const addressed = new Set(labelWords((text.match(ADDRESS) ?? []).join(" ")));
  const isForeign = (word: string, at: number): boolean =>
    !(at < end && phrase.words.has(word)) &&
    meaningsOf(word)?.meanings.has(vocabulary.lexicon) !== true &&
    word.length > 1 &&
    !vocabulary.fillers.has(word) &&
    !vocabulary.offered.has(word) &&
    !addressed.has(word);
  return words.filter((word, at) => {
    const before = words[at - 1];
    const isInName = before !== undefined && named.has(word) && isForeign(before, at - 1);
    return at >= from && isForeign(word, at) && !isInName;
  }).length;
}

/** Capitalised words in a row. */
const NAME = /\p{Lu}[\p{L}\p{N}'’-]*(?:\s\p{Lu}[\p{L}\p{N}'’-]*)+/gu;
/** "desk@valley.example", "valley.example/news", "#valley", "@valley". */
const ADDRESS = /\S+@\S+|(?<!\S)[#@]\S+|(?<!\S)\S+\.\p{Ll}{2,}\S*/gu;

/** Whether a sentence tells something without turning to its reader: "Our newsletter of those years describes the fire." */
const isSaidOfOwn = ({ text, words, vocabulary }: MatchedPrompt): boolean =>
  text.endsWith(".") &&
  !words.some(
    (word) => vocabulary.fillers.has(word) || meets(inLexicon(word, vocabulary), TO_READER),
  );

const TO_READER = bitsOf([
  ...(["you", "when", "subscribe", "follow", "login", "share", "email", "play", "accept"] as const),
  ...(["support", "become", "member", "stay", "scroll", "click", "send", "read"] as const),
]);

/** Whether a line is about its page or its publisher: "our free weekly newsletter", "this article", "in your inbox". */
function isOfOwn({ words, vocabulary }: MatchedPrompt): boolean {
  const { ours } = vocabulary;
  const says = (word: string, meanings: MeaningBits): boolean =>
    meets(inLexicon(word, vocabulary), meanings);
  return words.some((word, at) => {
    const isBefore = (meanings: MeaningBits): boolean =>
      words.slice(at + 1, at + 1 + MOST_BETWEEN).some((each) => says(each, meanings));
    // "We grew up on Facebook" speaks of no channel.
    if (ours.has(word) && !says(word, SELF) && isBefore(OURS)) return true;
    // "This message was sent to all houses" is about no article.
    if (says(word, THIS) && isBefore(ARTICLE) && !isBefore(EMAIL)) return true;
    return says(word, YOUR) && isBefore(EMAIL);
  });
}

const MOST_BETWEEN = 3;
const SELF = bitsOf(["self"]);
const OURS = bitsOf(["newsletter", "channel", "press", "network", "social"]);
const THIS = bitsOf(["this"]);
const ARTICLE = bitsOf(["article"]);
const YOUR = bitsOf(["you"]);
const EMAIL = bitsOf(["email"]);

/**
 * The reason that a phrase with "because" at its end gives: mailings come to those who asked for them or belong to something.
 * "You receive this message because you follow our desk" is one's, "… because your neighbour has moved" is not.
 */
function reasonOf({ words, end, vocabulary }: MatchedPrompt): "mailing" | "other" | null {
  if (!vocabulary.because.has(words[end - 1] ?? "")) return null;
  const isMailing = words.slice(end).some((word) => meets(inLexicon(word, vocabulary), ASKED_FOR));
  return isMailing ? "mailing" : "other";
}

const ASKED_FOR = bitsOf([
  ...(["subscribe", "follow", "login", "accept", "member", "newsletter", "email"] as const),
  ...(["notify", "support", "comment", "channel", "cookie"] as const),
]);
