import type { Concept, LanguageWords, Meaning } from "./concepts.ts";
import { NUMBER, SEPARATOR } from "./label-scanner.ts";
import { labelWords } from "./label-words.ts";
import { INTERNATIONAL, LEXICONS } from "./lexicon/all-languages.ts";
import { da } from "./lexicon/da.ts";
import { no } from "./lexicon/no.ts";
import { sv } from "./lexicon/sv.ts";
import { bitsOf, type MeaningBits, NO_MEANING, unionOf } from "./meaning-bits.ts";
import { NETWORK } from "./networks.ts";
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

type Building = {
  languages: number;
  readonly meanings: Map<number, readonly Meaning[]>;
  readonly bits: Map<number, MeaningBits>;
  anyBits: MeaningBits;
};

const NOUNS: readonly Concept[] = [
  ...(["article", "comment", "newsletter", "link", "author", "advert"] as const),
  ...(["window", "browser", "topic", "genre", "episode", "friend", "error"] as const),
];
/** A single word, not a stem. */
const NOUN = /^\p{L}{3,}$/u;
const DEFINITE = ["en", "et", "n", "ene", "erne", "na", "arna"];

const wordsOf = (list: string | undefined): readonly string[] => (list ?? "").split(/\s+/);

type WordIndex = Map<string, Building>;

type Lexicon = {
  readonly words: WordIndex;
  readonly stems: WordIndex;
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

/** Lengths of stems, in letters. */
const STEM = { least: 3, most: 16 };

function longestStem({ stems, mayHaveStem }: Lexicon, word: string): Building | null {
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
  for (const [language, own] of LEXICONS.entries()) {
    for (const list of [own, INTERNATIONAL]) addAll({ words, stems }, list, language);
    add(words, NETWORK, "network", language);
    add(words, NUMBER, "number", language);
    add(words, SEPARATOR, "glue", language);
  }
  for (const nouns of [sv, da, no]) addDefinite(words, nouns, LEXICONS.indexOf(nouns));
  const built = { words, stems, mayHaveStem: headTest(stems.keys(), STEM.least) };
  addMeaningsOfStems(built);
  for (const entry of [...stems.values(), ...words.values()]) addBits(entry);
  return built;
}

/** A word also has the meanings of the stems with which it begins, in other languages, too. */
function addMeaningsOfStems(built: Lexicon): void {
  const { words, stems } = built;
  for (const [stem, entry] of [...stems].sort(([a], [b]) => a.length - b.length)) {
    take(entry, longestStem(built, stem.slice(0, -1)));
  }
  for (const [word, entry] of words) take(entry, longestStem(built, word));
}

function addAll(
  { words, stems }: Pick<Lexicon, "words" | "stems">,
  lists: LanguageWords,
  language: number,
): void {
  for (const [concept, list] of Object.entries(lists) as [Concept, string][]) {
    for (const written of list.split(/\s+/)) {
      for (const word of partsOf(written)) {
        add(written.endsWith("*") ? stems : words, word, concept, language);
      }
    }
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
    const forms = DEFINITE.flatMap((ending) => labelWords(noun + ending));
    for (const form of forms) add(words, form, concept, language);
  }
}

/** The words of an entry; "s'abonner" is the word after its pronoun. Throws on mistakes in our own data. */
function partsOf(written: string): readonly string[] {
  const parts = labelWords(written);
  const own = parts.length > 1 ? parts.filter((part) => part.length > 1) : parts;
  const isStem = written.endsWith("*");
  const isFit = ({ length }: string): boolean => length >= STEM.least && length <= STEM.most;
  if (own.includes(NETWORK) || (isStem && !own.every(isFit)))
    throw new Error(`no word: ${written}`);
  return own;
}

function add(index: WordIndex, word: string, meaning: Meaning, language: number): void {
  const entry = index.get(word) ?? emptyEntry();
  index.set(word, entry);
  entry.languages |= 1 << language;
  entry.meanings.set(language, [...(entry.meanings.get(language) ?? []), meaning]);
}

function take(entry: Building, shorter: Building | null): void {
  for (const [language, meanings] of shorter?.meanings ?? []) {
    entry.languages |= 1 << language;
    entry.meanings.set(language, [...(entry.meanings.get(language) ?? []), ...meanings]);
  }
}

function emptyEntry(): Building {
  return { languages: 0, meanings: new Map(), bits: new Map(), anyBits: NO_MEANING };
}

function addBits(entry: Building): void {
  for (const [language, meanings] of entry.meanings) {
    const bits = bitsOf(meanings);
    entry.bits.set(language, bits);
    entry.anyBits = unionOf(entry.anyBits, bits);
  }
}
