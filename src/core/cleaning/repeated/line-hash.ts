import { KIND, kindAt } from "../../text/character-kinds.ts";
import { fold } from "../../text/fold.ts";
import { lineWordEnd, lineWords } from "../../text/tokens.ts";

/** Words of a line in the form in which lines of two articles are compared. */
export function wordsOfLine(text: string): readonly string[] {
  return lineWords(text.slice(0, MAX_LENGTH));
}

/** In characters; longer lines are compared by their beginning. */
const MAX_LENGTH = 4000;

/**
 * 48 bits of a text as twelve hexadecimal digits. Two FNV-1a hashes with different offsets suffice: only a few thousand
 * lines of one source are compared, and a publisher who makes two of them collide loses only a line.
 */
export function lineHash(text: string): string {
  const state = hashState();
  addPart(state, text, 0, text.length);
  return written(state);
}

/** A line hash under way: two numbers of 32 bits. */
export type HashState = { low: number; high: number };

export const hashState = (): HashState => ({ low: 0x811c9dc5, high: 0x01000193 });

/** Adds a code unit. */
export function addTo(state: HashState, code: number): void {
  state.low = Math.imul(state.low ^ code, LOW_PRIME);
  state.high = Math.imul(state.high ^ code, HIGH_PRIME) ^ (state.high >>> 13);
}

const LOW_PRIME = 0x01000193;
const HIGH_PRIME = 0x85ebca6b;

const written = ({ low, high }: HashState): string =>
  hex(low >>> 0, 8) + hex((high ^ (high >>> 16)) & 0xffff, 4);

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, "0");

/** A fixed lead is recognised by this many words at its beginning. */
export const LEAD_WORDS = 6;

export type LineDigest = {
  /** `lineHash` of its words, with single blanks between them. */
  readonly hash: string;
  /** `lineHash` of its first LEAD_WORDS words; `null` if it has no more. */
  readonly lead: string | null;
  readonly words: number;
  /** How many of the words are numbers. */
  readonly numbers: number;
};

/** What an outline says of a line, in one pass, without making its words (`wordsOfLine`). */
export function digestOfLine(text: string): LineDigest {
  const folded = fold(text.slice(0, MAX_LENGTH));
  const line: DigestedLine = { folded, state: hashState(), lead: null, words: 0, numbers: 0 };
  for (let at = 0; at < folded.length; ) {
    const end = lineWordEnd(folded, at, kindAt(folded, at));
    if (end > at) addWord(line, at, end);
    at = Math.max(end, at + 1);
  }
  const { state, lead, words, numbers } = line;
  return { hash: written(state), lead, words, numbers };
}

type DigestedLine = {
  readonly folded: string;
  /** Of the words so far. */
  readonly state: HashState;
  lead: string | null;
  words: number;
  numbers: number;
};

function addWord(line: DigestedLine, from: number, to: number): void {
  const { folded, state } = line;
  if (line.words === LEAD_WORDS) line.lead = written(state);
  if (line.words > 0) addTo(state, BLANK);
  line.words += 1;
  if (kindAt(folded, from) === KIND.number) {
    line.numbers += 1;
    addTo(state, ZERO);
  } else addPart(state, folded, from, to);
}

/** As `addTo` for each code unit, with the state in registers. */
function addPart(state: HashState, text: string, from: number, to: number): void {
  let { low, high } = state;
  for (let index = from; index < to; index++) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, LOW_PRIME);
    high = Math.imul(high ^ code, HIGH_PRIME) ^ (high >>> 13);
  }
  state.low = low;
  state.high = high;
}

const BLANK = 0x20;
/** Stands for any number. */
const ZERO = 0x30;
