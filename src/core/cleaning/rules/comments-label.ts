import type { Meaning } from "./concepts.ts";
import { labelWords } from "./label-words.ts";
import { meaningsOf } from "./lexicon.ts";

/** In words and characters; a longer line is a sentence. */
const MAX = { words: 8, letters: 100 };

/** Whether a line names comments and says nothing else: "12 comments", "Older comments", "Seite 2 der Kommentare". */
export function isCommentsLabel(text: string): boolean {
  if (text.length > MAX.letters) return false;
  const words = labelWords(text);
  if (words.length > MAX.words) return false;
  const meanings = words.map(everyMeaning);
  return meanings.every(({ length }) => length > 0) && meanings.some(isOfReaders);
}

/** Whether the name of a parameter or of a place in a page speaks of comments: "comment-12", "cpage". */
export const isCommentsName = (name: string): boolean =>
  PLUGIN.test(name) ||
  labelWords(name.slice(0, MAX.letters).replace(BETWEEN, " ")).some((word) =>
    isOfReaders(everyMeaning(word)),
  );

const BETWEEN = /[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/gu;

/** Names that WordPress, Disqus and their like use. */
const PLUGIN = /^(?:cpage|respond|disqus)/i;

const everyMeaning = (word: string): readonly Meaning[] =>
  [...(meaningsOf(word)?.meanings.values() ?? [])].flat();

const isOfReaders = (meanings: readonly Meaning[]): boolean =>
  meanings.includes("comment") || meanings.includes("reply");
