import { KIND, kindAt } from "../../text/character-kinds.ts";
import { endsWithStop } from "../../text/sentence-end.ts";
import type { TextBlock, TextLine } from "../text-block.ts";
import { isAttribution } from "./attribution.ts";
import { addTo, digestOfLine, hashState, type LineDigest } from "./line-hash.ts";
import { TRAITS } from "./traits.ts";

/** A line and its position among the blocks. */
export type PlacedLine = {
  readonly block: number;
  readonly line: number;
  readonly text: string;
  readonly outline: OutlineLine;
};

/** Most lines that are remembered: the first and the last ones of a longer article. */
export const MAX_LINES = 400;

/** The outline of an article, from which the repeated lines of its source are learnt. */
export function outlineOf(lines: readonly PlacedLine[]): Outline {
  const all = lines.map(({ outline }) => outline);
  if (all.length <= MAX_LINES) return all;
  return [...all.slice(0, MAX_LINES / 2), ...all.slice(-MAX_LINES / 2)];
}

/** The blocks that an outline can need: reading every line of a hostile text would cost half as much as cleaning it. */
export const endsOf = (blocks: readonly TextBlock[]): readonly TextBlock[] =>
  blocks.length <= 2 * MAX_LINES
    ? blocks
    : [...blocks.slice(0, MAX_LINES), ...blocks.slice(-MAX_LINES)];

/** The lines of a text in order, without captions and lines that have no words. */
export function placeLines(blocks: readonly TextBlock[]): PlacedLine[] {
  const placed: PlacedLine[] = [];
  for (const [block, textBlock] of blocks.entries()) {
    if (textBlock.role === "caption") continue;
    for (const [line, outline] of outlinesOf(textBlock).entries()) {
      if (outline === null) continue;
      placed.push({ block, line, text: textBlock.lines[line]?.text ?? "", outline });
    }
  }
  return placed;
}

/** The outlines of a block's lines are asked for in each round of cleaning, and for what is learnt. */
const outlines = new WeakMap<TextBlock, readonly (OutlineLine | null)[]>();

function outlinesOf(block: TextBlock): readonly (OutlineLine | null)[] {
  const known = outlines.get(block);
  if (known) return known;
  const made = block.lines.map((line) => outlineLine(line, block));
  outlines.set(block, made);
  return made;
}

const MAX_COUNT = 0xffff;

function outlineLine(line: TextLine, block: TextBlock): OutlineLine | null {
  const digest = digestOfLine(line.text);
  if (digest.words === 0) return null;
  return {
    hash: digest.hash,
    lead: digest.lead,
    digits: digitsOf(line.text),
    words: Math.min(MAX_COUNT, digest.words),
    traits: traitsOf(line, block, digest),
  };
}

/** 16-bit hash of the numbers in a line, with a blank for each run of other characters; 0 only for a line without numbers. */
function digitsOf(text: string): number {
  const end = Math.min(text.length, MAX_LOOKED_AT);
  let at = 0;
  while (at < end && kindAt(text, at) !== KIND.number) at += 1;
  if (at === end) return 0;
  const hash = hashState();
  if (at > 0) addTo(hash, BLANK);
  let isInNumber = true;
  for (; at < end; at++) {
    const isNumber = kindAt(text, at) === KIND.number;
    if (isNumber) addTo(hash, text.charCodeAt(at));
    else if (isInNumber) addTo(hash, BLANK);
    isInNumber = isNumber;
  }
  return hash.low >>> 16 || 1;
}

/** In characters. */
const MAX_LOOKED_AT = 4000;
const BLANK = 0x20;

/** In words; a longer line is an article's own, however often it comes. */
const MAX_WORDS = 120;
/** Most words of a lead together with its headline. */
const MAX_LEAD_WORDS = 45;
const MAX_LABEL_WORDS = 8;
const LONG_SENTENCE = 20;
const MOSTLY_LINKED = 0.8;

function traitsOf(line: TextLine, block: TextBlock, digest: LineDigest): number {
  if (block.role === "code" || block.role === "cell") return 0;
  const { words } = digest;
  const candidacy = mayRepeat(line, block.role, digest) ? candidacyOf(line, block, words) : 0;
  return candidacy | formOf(line, block.role === "heading", words);
}

function candidacyOf(line: TextLine, { role, lines }: TextBlock, words: number): number {
  const isText = role !== "heading";
  const isMore = words > MAX_LABEL_WORDS || isLinked(line);
  const mayBeLead = isText && words <= MAX_LEAD_WORDS && isTeaser(line);
  return (
    TRAITS.edge |
    bit(TRAITS.middle, isText && isMore && lines.length === 1) |
    bit(TRAITS.lead, mayBeLead)
  );
}

function formOf(line: TextLine, isHeading: boolean, words: number): number {
  const isFew = words <= MAX_LABEL_WORDS;
  const isSentence = !isHeading && !isLinked(line) && endsSentence(line, words);
  const isHeadingOfFew = isHeading && words <= 2;
  return (
    bit(TRAITS.sentence, isSentence) |
    bit(TRAITS.prose, isSentence && line.linkedShare === 0 && !hasAddress(line.text)) |
    bit(TRAITS.heading, isHeading) |
    bit(TRAITS.label, isFew && (/[:?]\s*$/.test(line.text) || isHeadingOfFew)) |
    bit(TRAITS.short, isFew && !isLinked(line) && !isSentence)
  );
}

const bit = (trait: number, holds: boolean): number => (holds ? trait : 0);

const isLinked = ({ linkedShare }: TextLine): boolean => linkedShare >= MOSTLY_LINKED;

const endsSentence = ({ text }: TextLine, words: number): boolean =>
  words >= LONG_SENTENCE || (words >= 3 && endsWithStop(text));

/**
 * Whether a line may be a repeated one. Not a name or a value, a single word (a place, a speaker), an item such as "pinch
 * of salt", or a salutation: a line that ends in a comma goes on in the next one.
 */
function mayRepeat(line: TextLine, role: TextBlock["role"], digest: LineDigest): boolean {
  const { words } = digest;
  if (words > MAX_WORDS || isAttribution(line.text)) return false;
  if (isLinked(line)) return true;
  if (line.text.trimEnd().endsWith(",")) return false;
  if (words < 2 || isValue(line.text, digest)) return false;
  return role !== "item" || words > MAX_LABEL_WORDS || line.linkedShare >= 0.5;
}

/**
 * Whether a line is a value: "Sprache: Englisch", "Preis: 5 Euro", "200 g Mehl", "14.30 Uhr", "3. Kapitel", or a line of
 * which at least half are numbers: "Net 12,400 vs 9,300".
 */
function isValue(text: string, { words, numbers }: LineDigest): boolean {
  if (words <= MAX_FACT_WORDS && (FACT.test(text) || AMOUNT.test(text))) return true;
  return numbers >= 2 && 2 * numbers >= words;
}

const AMOUNT = /^\P{L}{0,3}[\d½¼¾]/u;
const FACT = /^[^:]{1,40}:\s*\S/;
const MAX_FACT_WORDS = 4;

/**
 * Whether a line can be a fixed lead with a headline after it: it is linked in part, or no sentence. A bare address is a
 * player, of which each article has its own.
 */
const isTeaser = ({ text, linkedShare }: TextLine): boolean =>
  !/^https?:\/\/\S+$/.test(text) && (linkedShare >= 0.3 || !/[.!…。！]["'”“’»«)\]]*$/.test(text));

const hasAddress = (text: string): boolean => mayHaveAddress(text) && ADDRESS.test(text);

/** Each address has "@", a colon, or a dot between letters; few sentences do. */
function mayHaveAddress(text: string): boolean {
  if (text.includes("@") || text.includes(":")) return true;
  for (let at = text.indexOf("."); at >= 0; at = text.indexOf(".", at + 1)) {
    if (LETTER.test(text.charAt(at + 1)) || W.test(text.charAt(at - 1))) return true;
  }
  return false;
}

/** What ADDRESS takes for a letter of a domain or of "www", without regard to case. */
const LETTER = /[a-zA-Z\u017f\u212a]/;
const W = /[wW]/;
const ADDRESS = /@|https?:|\bwww\.|[\p{L}\d]\.(?:[a-z]{2,3}|info|example)\b/iu;

/** The lines of an article in order; of a very long one, the first and the last. */
export type Outline = readonly OutlineLine[];

export type OutlineLine = {
  /** Hash of its words without case, accents and punctuation, with numbers as 0. */
  readonly hash: string;
  /** Hash of its first six words; `null` if it has no more. */
  readonly lead: string | null;
  /** 16-bit hash of its numbers; 0 without any. */
  readonly digits: number;
  readonly words: number;
  /** Bits of TRAITS. */
  readonly traits: number;
};
