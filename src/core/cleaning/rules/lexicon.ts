import { fold } from "../../text/fold.ts";
import type { Concept, LanguageWords, Meaning } from "./concepts.ts";
import { NUMBER, SEPARATOR } from "./label-scanner.ts";
import { labelWords } from "./label-words.ts";
import { INTERNATIONAL, LEXICONS } from "./lexicon/all-languages.ts";
import { da } from "./lexicon/da.ts";
import { no } from "./lexicon/no.ts";
import { sv } from "./lexicon/sv.ts";
import { bitsOf, type MeaningBits, NO_MEANING, unionOf } from "./meaning-bits.ts";
import { mayBeginName, NETWORK } from "./networks.ts";
import { type HeadTest, headTest } from "./word-heads.ts";

/** What a token means in the languages that know it. */
export type LexiconEntry = {
  /** One bit for each language, by its place in LEXICONS. */
  readonly languages: number;
  readonly meanings: ReadonlyMap<number, readonly Meaning[]>;
  /** The meanings as bits, by language; `anyBits` holds those of all languages. */
  readonly bits: ReadonlyMap<number, MeaningBits>;
  readonly anyBits: MeaningBits;
};

const NOUNS: readonly Concept[] = [
  ...(["article", "comment", "newsletter", "link", "author", "advert"] as const),
  ...(["window", "browser", "topic", "genre", "episode", "friend", "error"] as const),
];
/** A single word, not a stem. */
const NOUN = /^\p{L}{3,}$/u;
const DEFINITE = ["en", "et", "n", "ene", "erne", "na", "arna"];

const wordsOf = (list: string | undefined): readonly string[] => (list ?? "").split(/\s+/);

/** For each word what it means, as it is read from the lists: pairs of a language and a meaning, each as one number. */
type WordIndex = Map<string, number[]>;

type Lexicon = {
  readonly words: ReadonlyMap<string, LexiconEntry>;
  readonly stems: ReadonlyMap<string, LexiconEntry>;
  /** Most words begin like no stem. */
  readonly mayHaveStem: HeadTest;
};

/** What a folded word means; `null` if no language has it. Makes at most one look-up for each length of a stem. */
export function meaningsOf(token: string): LexiconEntry | null {
  lexicon ??= build();
  return lexicon.words.get(token) ?? longestStem(lexicon, token);
}

/** Built for the first word: that takes as long as loading the rest of a command, and most commands ask for no word. */
let lexicon: Lexicon | undefined;

type Stems<Entry> = {
  readonly stems: ReadonlyMap<string, Entry>;
  readonly mayHaveStem: HeadTest;
};

/** Lengths of stems, in letters. */
const STEM = { least: 3, most: 16 };

function longestStem<Entry>({ stems, mayHaveStem }: Stems<Entry>, word: string): Entry | null {
  if (!mayHaveStem(word)) return null;
  for (let length = Math.min(word.length, STEM.most); length >= STEM.least; length--) {
    const stem = stems.get(word.slice(0, length));
    if (stem) return stem;
  }
  return null;
}

function build(): Lexicon {
  const words: WordIndex = new Map();
  const stems: WordIndex = new Map();
  const international = listedWords(INTERNATIONAL);
  for (const [language, own] of LEXICONS.entries()) {
    for (const listed of [listedWords(own), international])
      addAll({ words, stems }, listed, language);
    add(words, NETWORK, "network", language);
    add(words, NUMBER, "number", language);
    add(words, SEPARATOR, "glue", language);
  }
  for (const nouns of [sv, da, no]) addDefinite(words, nouns, LEXICONS.indexOf(nouns));
  const mayHaveStem = headTest(stems.keys(), STEM.least);
  addMeaningsOfStems(words, { stems, mayHaveStem });
  const entryOf = entries();
  const finished = (index: WordIndex): ReadonlyMap<string, LexiconEntry> =>
    new Map([...index].map(([word, pairs]) => [word, entryOf(pairs)]));
  return { words: finished(words), stems: finished(stems), mayHaveStem };
}

/** A word also has the meanings of the stems with which it begins, in other languages, too. */
function addMeaningsOfStems(words: WordIndex, built: Stems<number[]>): void {
  for (const [stem, pairs] of [...built.stems].sort(([a], [b]) => a.length - b.length)) {
    pairs.push(...(longestStem(built, stem.slice(0, -1)) ?? []));
  }
  for (const [word, pairs] of words) pairs.push(...(longestStem(built, word) ?? []));
}

type ListedWord = { readonly word: string; readonly concept: Concept; readonly isStem: boolean };

const listedWords = (lists: LanguageWords): readonly ListedWord[] =>
  (Object.entries(lists) as [Concept, string][]).flatMap(([concept, list]) =>
    list.split(/\s+/).flatMap((written) => {
      const isStem = written.endsWith("*");
      return partsOf(written).map((word) => ({ word, concept, isStem }));
    }),
  );

function addAll(
  { words, stems }: { readonly words: WordIndex; readonly stems: WordIndex },
  listed: readonly ListedWord[],
  language: number,
): void {
  for (const { word, concept, isStem } of listed) {
    add(isStem ? stems : words, word, concept, language);
  }
}

/** Adds "artikkelen", "texten", "nyheterna": Scandinavian nouns carry their article as an ending. */
function addDefinite(words: WordIndex, lists: LanguageWords, language: number): void {
  const general = new Set(wordsOf(lists.noun));
  for (const concept of NOUNS) {
    const nouns = wordsOf(lists[concept]).filter((word) => NOUN.test(word));
    addForms(words, nouns, { concept, language });
    const generals = nouns.filter((noun) => general.has(noun));
    addForms(words, generals, { concept: "noun", language });
  }
}

function addForms(
  words: WordIndex,
  nouns: readonly string[],
  { concept, language }: { readonly concept: Concept; readonly language: number },
): void {
  for (const noun of nouns) {
    const forms = DEFINITE.flatMap((ending) => foldedWords(noun + ending));
    for (const form of forms) add(words, form, concept, language);
  }
}

/** labelWords of one written word. Nearly all are letters alone, which is far cheaper to find out. */
function foldedWords(written: string): readonly string[] {
  const folded = fold(written);
  return LETTERS.test(folded) && !mayBeginName(folded) ? [folded] : labelWords(written);
}

const LETTERS = /^\p{L}+$/u;

/** The words of an entry; "s'abonner" is the word after its pronoun. Throws on mistakes in our own data. */
function partsOf(written: string): readonly string[] {
  const isStem = written.endsWith("*");
  const parts = foldedWords(isStem ? written.slice(0, -1) : written);
  const own = parts.length > 1 ? parts.filter((part) => part.length > 1) : parts;
  const isFit = ({ length }: string): boolean => length >= STEM.least && length <= STEM.most;
  if (own.includes(NETWORK) || (isStem && !own.every(isFit)))
    throw new Error(`no word: ${written}`);
  return own;
}

function add(index: WordIndex, word: string, meaning: Meaning, language: number): void {
  const pair = language * MOST_MEANINGS + numberOf(meaning);
  const pairs = index.get(word);
  if (pairs === undefined) index.set(word, [pair]);
  else pairs.push(pair);
}

const MOST_MEANINGS = 128;
const MEANINGS: Meaning[] = [];
const NUMBERS = new Map<Meaning, number>();

function numberOf(meaning: Meaning): number {
  const known = NUMBERS.get(meaning);
  if (known !== undefined) return known;
  NUMBERS.set(meaning, MEANINGS.length);
  return MEANINGS.push(meaning) - 1;
}

/** Makes entries, one for all words that mean the same in the same languages: most words share theirs with others. */
function entries(): (pairs: readonly number[]) => LexiconEntry {
  const known = new Map<string, LexiconEntry>();
  return (pairs) => {
    const key = String.fromCharCode(...pairs);
    const entry = known.get(key) ?? newEntry(pairs);
    known.set(key, entry);
    return entry;
  };
}

function newEntry(pairs: readonly number[]): LexiconEntry {
  const meanings = new Map<number, Meaning[]>();
  let languages = 0;
  for (const pair of pairs) {
    const language = Math.floor(pair / MOST_MEANINGS);
    const meaning = MEANINGS[pair % MOST_MEANINGS] as Meaning;
    languages |= 1 << language;
    const others = meanings.get(language);
    if (others === undefined) meanings.set(language, [meaning]);
    else others.push(meaning);
  }
  const bits = new Map([...meanings].map(([language, own]) => [language, bitsOf(own)]));
  return { languages, meanings, bits, anyBits: [...bits.values()].reduce(unionOf, NO_MEANING) };
}
