import type { Concept, LanguageWords, Meaning } from "./concepts.ts";
import { labelWords, NUMBER, SEPARATOR } from "./label-words.ts";
import { INTERNATIONAL, LEXICONS } from "./lexicon/all-languages.ts";
import { da } from "./lexicon/da.ts";
import { no } from "./lexicon/no.ts";
import { sv } from "./lexicon/sv.ts";
import { bitsOf, type MeaningBits, NO_MEANING, unionOf } from "./meaning-bits.ts";
import { NETWORK } from "./networks.ts";

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

const WORDS = new Map<string, Building>();
const STEMS = new Map<string, Building>();
/** The first letters of all stems: most words begin with none of them. */
const STEM_HEADS = new Set<string>();

/** What a folded word means; `null` if no language has it. Makes at most one look-up for each length of a stem. */
export const meaningsOf = (token: string): LexiconEntry | null =>
  WORDS.get(token) ?? longestStem(token);

/** Lengths of stems, in letters. */
const STEM = { least: 3, most: 16 };

function longestStem(word: string): Building | null {
  if (!STEM_HEADS.has(word.slice(0, STEM.least))) return null;
  for (let length = Math.min(word.length, STEM.most); length >= STEM.least; length--) {
    const stem = STEMS.get(word.slice(0, length));
    if (stem) return stem;
  }
  return null;
}

for (const [language, words] of LEXICONS.entries()) {
  addAll(language, words);
  addAll(language, INTERNATIONAL);
  add(WORDS, NETWORK, "network", language);
  add(WORDS, NUMBER, "number", language);
  add(WORDS, SEPARATOR, "glue", language);
}
for (const words of [sv, da, no]) addDefinite(LEXICONS.indexOf(words), words);

// A word also has the meanings of the stems with which it begins, in other languages, too.
for (const [stem, entry] of [...STEMS].sort(([a], [b]) => a.length - b.length)) {
  take(entry, longestStem(stem.slice(0, -1)));
}
for (const [word, entry] of WORDS) take(entry, longestStem(word));
for (const entry of [...STEMS.values(), ...WORDS.values()]) addBits(entry);

function addAll(language: number, words: LanguageWords): void {
  for (const [concept, list] of Object.entries(words) as [Concept, string][]) {
    for (const written of list.split(/\s+/)) {
      for (const word of partsOf(written)) {
        add(written.endsWith("*") ? STEMS : WORDS, word, concept, language);
      }
    }
  }
}

/** Adds "artikkelen", "texten", "nyheterna": Scandinavian nouns carry their article as an ending. */
function addDefinite(language: number, words: LanguageWords): void {
  const general = new Set(wordsOf(words.noun));
  for (const concept of NOUNS) {
    const nouns = wordsOf(words[concept]).filter((word) => NOUN.test(word));
    addForms(nouns, concept, language);
    addForms(
      nouns.filter((noun) => general.has(noun)),
      "noun",
      language,
    );
  }
}

function addForms(nouns: readonly string[], meaning: Concept, language: number): void {
  for (const noun of nouns) {
    const forms = DEFINITE.flatMap((ending) => labelWords(noun + ending));
    for (const form of forms) add(WORDS, form, meaning, language);
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

function add(index: Map<string, Building>, word: string, meaning: Meaning, language: number): void {
  const entry = index.get(word) ?? emptyEntry();
  index.set(word, entry);
  if (index === STEMS) STEM_HEADS.add(word.slice(0, STEM.least));
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
