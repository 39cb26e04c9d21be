/**
 * The words of one language with which publications say who wrote something. Words are separated by spaces, phrases
 * by `|`. They are written as people write them and compared without case; they are no patterns. Empty lists are left out.
 */
export type AuthorWords = {
  /** Prepositions before a name: "By Ines Holm". */
  readonly by?: string;
  /** Prepositions that mean "of" too: they name nobody in the middle of a line. */
  readonly of?: string;
  /** Nouns for the author, with or without a colon: "Autorin: Ines Holm". */
  readonly author: string;
  /** What the author made, with or without a colon: "Text Ines Holm". */
  readonly text: string;
  /** Words as in `text` that begin titles too, so that a colon or a preposition must follow: "Interview: Ines Holm". */
  readonly pieces?: string;
  /** Phrases before a name that hold their preposition, or need none. */
  readonly wrote: string;
  /** Between two names. */
  readonly and: string;
  /** Phrases between the interviewer and the person interviewed, and before an agency. */
  readonly with?: string;
  /** Phrases for what people are at a paper, in all their forms. */
  readonly roles: string;
  /** Words before a role: "senior", "stellvertretende". */
  readonly ranks?: string;
  /** Before a role that stands before its name: "unsere Korrespondentin Ines Holm". */
  readonly our?: string;
  /** Phrases with which desks sign. */
  readonly desk: string;
  /** Prepositions before a place or a section, where the names have ended: "Ines Holm in News". */
  readonly behind?: string;
  /** Words before a day: "Ines Holm le 3 mai". */
  readonly on?: string;
  /** Phrases that begin what systems write about the article after a name. */
  readonly system: string;
  /** Words for what somebody else did, before a colon or a preposition: "Fotos: Bo Li". */
  readonly others: string;
  /** Words that systems write in place of a name. */
  readonly nobody: string;
  /** Words after the preposition that make a phrase of it, even in capitals: "By Popular Demand". */
  readonly phrases?: string;
};

type ListName = keyof AuthorWords;

/** Lists of phrases; all others are of words. */
const PHRASES: ReadonlySet<ListName> = new Set(["wrote", "with", "roles", "desk", "system"]);

/** The entries of these lists of a language. */
export const entriesOf = (words: AuthorWords, ...lists: readonly ListName[]): string[] =>
  lists.flatMap((list) =>
    (words[list] ?? "")
      .split(PHRASES.has(list) ? "|" : /\s+/)
      .map((entry) => entry.replace(/\s+/g, " ").trim())
      .filter((entry) => entry !== ""),
  );
