import { type Random, seeded } from "../../tests/support/generated-texts.ts";
import { GRAMMAR } from "./grammar.ts";
import {
  FAMILY_ENDS,
  FIRST_NAMES,
  NAME_STARTS,
  NOUNS,
  PLACE_ENDS,
  ROLES,
  SECTIONS,
} from "./words.ts";

export type WrittenArticle = {
  readonly title: string;
  readonly author: string;
  readonly section: string;
  readonly paragraphs: readonly string[];
};

/** As wire texts have them. */
export const FEWEST_WORDS = 150;
export const MOST_WORDS = 300;
const SENTENCES_A_PARAGRAPH = 4;

/** Who and what a text is about: names return within a text, and hardly in another. */
type Cast = Readonly<Record<"person" | "place" | "topic", readonly string[]>>;

/** The article of this number: always the same, and with no run of words in common with others but by chance. */
export function writeArticle(number: number): WrittenArticle {
  const random = seeded(Math.imul(number + 1, 0x9e3779b1));
  const cast = chooseCast(random);
  const wanted = FEWEST_WORDS + random() * (MOST_WORDS - FEWEST_WORDS - LONGEST_SENTENCE);
  const sentences: string[] = [];
  for (let words = 0; words < wanted; words += countWords(sentences.at(-1) ?? "")) {
    sentences.push(capitalised(expand("{sentence}", cast, random)));
  }
  return {
    title: capitalised(expand("{headline}", cast, random)),
    author: `${choose(FIRST_NAMES, random)} ${nameOf(FAMILY_ENDS, random)}`,
    section: choose(SECTIONS, random),
    paragraphs: inParagraphs(sentences),
  };
}

/** Words; the last sentence may exceed the number that was wanted by nearly as much. */
const LONGEST_SENTENCE = 40;

export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== "").length;
}

function chooseCast(random: Random): Cast {
  const times = (count: number, make: () => string): string[] =>
    Array.from({ length: count }, make);
  return {
    person: times(4, () => `${choose(FIRST_NAMES, random)} ${nameOf(FAMILY_ENDS, random)}`),
    place: times(3, () => nameOf(PLACE_ENDS, random)),
    topic: times(3, () => `${choose(NOUNS, random)} ${choose([...NOUNS, ...ROLES], random)}`),
  };
}

const nameOf = (ends: readonly string[], random: Random): string =>
  choose(NAME_STARTS, random) + choose(ends, random);

function expand(pattern: string, cast: Cast, random: Random): string {
  return pattern.replaceAll(/\{(\w+)\}/g, (_, symbol: string) => {
    if (symbol === "number") return String(2 + Math.floor(random() ** 2 * 900));
    const own = (cast as Readonly<Record<string, readonly string[]>>)[symbol];
    const alternatives = own ?? GRAMMAR[symbol];
    if (alternatives === undefined) throw new Error(`the grammar has no symbol ${symbol}`);
    return expand(choose(alternatives, random), cast, random);
  });
}

function choose<Value>(values: readonly Value[], random: Random): Value {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error("nothing to choose from");
  return value;
}

function inParagraphs(sentences: readonly string[]): readonly string[] {
  const count = Math.ceil(sentences.length / SENTENCES_A_PARAGRAPH);
  return Array.from({ length: count }, (_, index) => {
    const from = index * SENTENCES_A_PARAGRAPH;
    return sentences.slice(from, from + SENTENCES_A_PARAGRAPH).join(" ");
  });
}

const capitalised = (text: string): string =>
  text.replace(/^“?\p{L}/u, (start) => start.toUpperCase());
