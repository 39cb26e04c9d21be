import type { FeedFilter } from "./definitions.ts";

/** What a feed's restrictions look at. */
export type Filterable = {
  readonly title: string;
  readonly text: string;
  readonly categories: readonly string[];
  readonly language: string | null;
};

/** Tells which articles a feed holds, apart from their sources, which the store looks up. */
export function createFeedFilter(where: FeedFilter): (article: Filterable) => boolean {
  const categories = new Set(where.categories.map(fold));
  const languages = where.languages.map((language) => language.toLowerCase());
  const match = terms(where.match);
  const exclude = terms(where.exclude);
  return (article) => {
    if (categories.size > 0 && !article.categories.some((name) => categories.has(fold(name)))) {
      return false;
    }
    if (languages.length > 0 && !languages.some((range) => isInRange(article.language, range))) {
      return false;
    }
    if (match.length + exclude.length === 0) return true;
    const words = ` ${fold(`${article.title}\n${article.text}`)} `;
    const holds = (term: string): boolean => words.includes(` ${term} `);
    return match.every(holds) && !(exclude.length > 0 && exclude.every(holds));
  };
}

/** Basic filtering of RFC 4647 §3.3.1: "de" holds "de-AT". */
function isInRange(language: string | null, range: string): boolean {
  const tag = language?.toLowerCase();
  return tag === range || (tag?.startsWith(`${range}-`) ?? false);
}

/** Words, and phrases in quotes (straight or typographic). */
function terms(query: string): readonly string[] {
  const parts = query.matchAll(/["„“”]([^"„“”]+)["„“”]|([^\s"„“”]+)/g);
  return [...parts]
    .map(([, phrase, word]) => fold(phrase ?? word ?? ""))
    .filter((term) => term !== "");
}

/** Lower case without accents, words parted by single spaces. Linear in the length of the text. */
const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
