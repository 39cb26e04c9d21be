import type { FeedFilter } from "../settings/definitions.ts";
import { holdsWords, searchForm } from "../text/search-form.ts";

/** What a feed's restrictions look at. */
export type Filterable = {
  readonly title: string;
  readonly text: string;
  readonly categories: readonly string[];
  readonly language: string | null;
};

/** The condition of `where` that keeps an article out of a feed. */
export type Exclusion =
  | { readonly condition: "category" | "language" }
  /** The first word or phrase that is missing. */
  | { readonly condition: "match"; readonly term: string }
  /** The words and phrases, all of which are there. */
  | { readonly condition: "exclude"; readonly terms: readonly string[] };

/** Tells whether a feed holds an article, by all conditions of `where` but `sources`, which the store checks. */
export function createFeedFilter(where: FeedFilter): (article: Filterable) => boolean {
  const explain = explainFeedFilter(where);
  return (article) => explain(article) === null;
}

/** As `createFeedFilter`, with the reason: the first condition that an article does not meet; `null` when the feed holds it. */
export function explainFeedFilter(where: FeedFilter): (article: Filterable) => Exclusion | null {
  const categories = new Set(where.categories.map(searchForm));
  const languages = where.languages.map((language) => language.toLowerCase());
  const explainWords = explainTerms(where);
  return (article) => {
    if (
      categories.size > 0 &&
      !article.categories.some((name) => categories.has(searchForm(name)))
    ) {
      return { condition: "category" };
    }
    if (languages.length > 0 && !languages.some((range) => isInRange(article.language, range))) {
      return { condition: "language" };
    }
    return explainWords(article);
  };
}

function explainTerms(where: FeedFilter): (article: Filterable) => Exclusion | null {
  const match = terms(where.match);
  const exclude = terms(where.exclude);
  return ({ title, text }) => {
    if (match.length + exclude.length === 0) return null;
    const words = searchForm(`${title}\n\n${text}`);
    const holds = (term: string): boolean => holdsWords(words, term);
    const missing = match.find((term) => !holds(term));
    if (missing !== undefined) return { condition: "match", term: missing };
    const isExcluded = exclude.length > 0 && exclude.every(holds);
    return isExcluded ? { condition: "exclude", terms: exclude } : null;
  };
}

/** Basic filtering of RFC 4647 §3.3.1: "de" matches "de-AT". */
function isInRange(language: string | null, range: string): boolean {
  const tag = language?.toLowerCase();
  return tag === range || (tag?.startsWith(`${range}-`) ?? false);
}

/** Words, and phrases in quotes (straight or typographic). */
function terms(query: string): readonly string[] {
  const parts = query.matchAll(/["„“”]([^"„“”]+)["„“”]|([^\s"„“”]+)/g);
  return [...parts]
    .map(([, phrase, word]) => searchForm(phrase ?? word ?? ""))
    .filter((term) => term !== "");
}
