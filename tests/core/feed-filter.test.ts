import { describe, expect, it } from "vitest";
import type { FeedFilter } from "../../src/core/definitions.ts";
import {
  createFeedFilter,
  explainFeedFilter,
  type Filterable,
} from "../../src/core/feed-filter.ts";

const anArticle = (overrides: Partial<Filterable> = {}): Filterable => ({
  title: "Brücke gesperrt",
  text: "Die Straße über die Ahrenz ist bis Mai dicht. Der Bus fährt anders.",
  categories: ["Verkehr"],
  language: "de-AT",
  ...overrides,
});

const where = (overrides: Partial<FeedFilter>): FeedFilter => ({
  sources: [],
  categories: [],
  languages: [],
  match: "",
  exclude: "",
  ...overrides,
});

describe("createFeedFilter", () => {
  it.each<[string, Partial<FeedFilter>, boolean]>([
    ["nothing lets everything through", {}, true],
    ["one of several categories", { categories: ["Kultur", "Verkehr"] }, true],
    ["a category without regard to case", { categories: ["VERKEHR"] }, true],
    ["another category", { categories: ["Kultur"] }, false],
    ["half a category", { categories: ["Verk"] }, false],
    ["a language with its regions", { languages: ["de"] }, true],
    ["a region", { languages: ["de-at"] }, true],
    ["another region", { languages: ["de-CH"] }, false],
    ["a word of the title", { match: "brücke" }, true],
    ["a word of the text", { match: "ahrenz" }, true],
    ["a word without its accents", { match: "BRUCKE" }, true],
    ["ss for ß", { match: "strasse" }, true],
    ["part of a word", { match: "Brück" }, false],
    ["all words, wherever they stand", { match: "bus brücke" }, true],
    ["all words but one", { match: "bus bahn" }, false],
    ["a phrase", { match: '"über die Ahrenz"' }, true],
    ["a phrase in German quotes", { match: "„über die Ahrenz“" }, true],
    ["a phrase across other signs", { match: '"dicht der bus"' }, true],
    ["words of a phrase in another order", { match: '"die über"' }, false],
    ["a word and a phrase", { match: 'bus "bis mai"' }, true],
    ["a phrase across title and text, which is none", { match: '"gesperrt bis"' }, false],
    ["a quote that nobody closed, as words", { match: '"bus mai' }, true],
    ["only signs, as nothing", { match: '"" !' }, true],
    ["an excluded word", { exclude: "bus" }, false],
    ["excluded words only when all are there", { exclude: "bus bahn" }, true],
    ["an excluded phrase", { exclude: '"bis Mai"' }, false],
    ["match and exclude together", { match: "bus", exclude: "bahn" }, true],
  ])("%s", (_what, restrictions, expected) => {
    expect(createFeedFilter(where(restrictions))(anArticle())).toBe(expected);
  });

  it("keeps an article of unknown language out of a feed of one language", () => {
    const isWanted = createFeedFilter(where({ languages: ["de"] }));
    expect(isWanted(anArticle({ language: null }))).toBe(false);
    expect(isWanted(anArticle({ language: "den" }))).toBe(false);
  });
});

describe("explainFeedFilter", () => {
  it.each<[Partial<FeedFilter>, unknown]>([
    [{ categories: ["Kultur"] }, { condition: "category" }],
    [{ languages: ["en"] }, { condition: "language" }],
    [{ match: 'bus "lange bahn" auto' }, { condition: "match", term: "lange bahn" }],
    [{ exclude: 'bus "bis Mai"' }, { condition: "exclude", terms: ["bus", "bis mai"] }],
    [{ match: "bus", exclude: "bahn" }, null],
  ])("%j: %j", (restrictions, expected) => {
    expect(explainFeedFilter(where(restrictions))(anArticle())).toEqual(expected);
  });
});
