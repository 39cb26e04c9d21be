import { AUTHOR_LEXICON } from "./author-lexicon.ts";
import { type AuthorWords, entriesOf } from "./author-words.ts";

const LANGUAGES = Object.values(AUTHOR_LEXICON);

/** Any entry of these lists in any language, as alternatives of a pattern that ignores case (flags `iu`), the longest first. */
export const anyOf = (...lists: readonly (keyof AuthorWords)[]): string =>
  alternatives(LANGUAGES.flatMap((words) => entriesOf(words, ...lists)));

/** Every entry of a list in all languages, each once. */
export const allEntries = (list: keyof AuthorWords): ReadonlySet<string> =>
  new Set(LANGUAGES.flatMap((words) => entriesOf(words, list)));

export const alternatives = (entries: readonly string[]): string =>
  [...new Set(entries)]
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join("|");

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** The end of a word in any script; `\b` knows ASCII only. */
export const WORD_END = "(?![\\p{L}\\p{N}])";

/** "staff writer", "stellvertretende Chefredakteurin". */
export const ROLE = `(?:(?:${anyOf("ranks")}) )*(?:${anyOf("roles")})${WORD_END}`;

/** Longer phrases before a name that leave no doubt who wrote: "Written by", "Ein Gastbeitrag von", "Autorin". */
export const SURE_LABEL = `${anyOf("wrote")}|(?:\\p{L}{1,5} )?(?:${anyOf("pieces")}) (?:${anyOf("by", "of")})|${anyOf("author")}`;
