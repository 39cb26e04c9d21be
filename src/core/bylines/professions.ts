import { AUTHOR_LEXICON } from "./author-lexicon.ts";
import { entriesOf } from "./author-words.ts";
import { BIO_WORDS, COMPOUNDING, ENDS_OF_PROFESSIONS, NO_PENS, phrasesOf } from "./bio-words.ts";

/** `pen`: who writes for a living. `guest`: who is asked to write. */
export type Calling = "pen" | "guest";

/** A profession in the words of one language. */
type Profession = {
  readonly language: string;
  readonly calling: Calling;
  /** Its words behind the first, which is the last one for most. */
  readonly rest: readonly string[];
};

/**
 * The callings that a profession has which begins at a word of a text in lower case, by language: "redakteurin",
 * "wirtschaftsredakteurin", "dziennikarką", "bureau chief". A calling is named as "de pen".
 */
export function callingsAt(words: readonly string[], at: number): ReadonlySet<string> {
  index ??= build();
  const word = words[at] ?? "";
  const found = [
    ...(index.whole.get(word) ?? []),
    ...compounded(index.joined, word),
    ...inflected(index.stems, word),
  ];
  const isHere = ({ rest }: Profession): boolean =>
    rest.every((next, offset) => words[at + 1 + offset] === next);
  return new Set(found.filter(isHere).map(({ language, calling }) => callingOf(language, calling)));
}

export const callingOf = (language: string, calling: Calling): string => `${language} ${calling}`;

type ProfessionIndex = {
  readonly whole: ProfessionsByWord;
  /** Of languages that join a field and a profession. */
  readonly joined: ProfessionsByWord;
  /** Of languages whose professions change their ends. */
  readonly stems: ProfessionsByWord;
};
type ProfessionsByWord = Map<string, Profession[]>;

let index: ProfessionIndex | undefined;

/** In letters: of the field before a profession, and of the profession itself. */
const LEAST = { field: 2, profession: 4 };

function compounded(joined: ProfessionsByWord, word: string): Profession[] {
  const found: Profession[] = [];
  for (let at = LEAST.field; at <= word.length - LEAST.profession; at++)
    found.push(...(joined.get(word.slice(at)) ?? []));
  return found;
}

/** In letters. */
const LONGEST_END = 5;

function inflected(stems: ProfessionsByWord, word: string): Profession[] {
  const found: Profession[] = [];
  for (let cut = 0; cut <= Math.min(LONGEST_END, word.length - LEAST.profession); cut++) {
    const end = word.slice(word.length - cut);
    const known = stems.get(word.slice(0, word.length - cut)) ?? [];
    found.push(...known.filter(({ language }) => ENDS_OF_PROFESSIONS[language]?.has(end)));
  }
  return found;
}

function build(): ProfessionIndex {
  const made: ProfessionIndex = { whole: new Map(), joined: new Map(), stems: new Map() };
  for (const [language, bio] of Object.entries(BIO_WORDS)) {
    const known = AUTHOR_LEXICON[language];
    const roles = known === undefined ? [] : entriesOf(known, "roles", "author");
    add(
      made,
      language,
      "pen",
      roles.filter((role) => !NO_PENS.has(role)),
    );
    add(made, language, "guest", phrasesOf(bio.posts));
  }
  return made;
}

function add(
  made: ProfessionIndex,
  language: string,
  calling: Calling,
  phrases: readonly string[],
): void {
  for (const phrase of phrases) {
    const [first = "", ...rest] = phrase.split(" ");
    const profession = { language, calling, rest };
    put(made.whole, first, profession);
    if (COMPOUNDING.has(language)) put(made.joined, first, profession);
    if (language in ENDS_OF_PROFESSIONS) put(made.stems, stemOf(first), profession);
  }
}

/** A profession without the end of its first case: "dziennikark-a", "újságíró" has none. */
const stemOf = (word: string): string => word.replace(/(?<=\p{L}{4})(?:k?[aаăá]|[еeo])$/u, "");

const put = (words: ProfessionsByWord, word: string, profession: Profession): void => {
  words.set(word, [...(words.get(word) ?? []), profession]);
};
