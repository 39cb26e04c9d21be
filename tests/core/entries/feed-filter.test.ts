import { describe, expect, it } from "vitest";
import {
  createFeedFilter,
  explainFeedFilter,
  type Filterable,
} from "../../../src/core/entries/feed-filter.ts";
import type { FeedFilter } from "../../../src/core/settings/definitions.ts";

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

  it.each<[string, string, string, boolean]>([
    ["a Chinese word inside its sentence", "会议在北京举行。", "北京", true],
    ["a Chinese word that is not there", "会议在上海举行。", "北京", false],
    ["a Chinese word across a broken line", "会议在北\n京举行。", "北京", true],
    [
      "Chinese signs across the end of a sentence, which are no word",
      "他在北。京剧开始。",
      "北京",
      false,
    ],
    ["Chinese signs across two paragraphs", "他在北\n\n京剧开始。", "北京", false],
    ["a Japanese word beside kana", "昨夜の地震で被害", "地震", true],
    ["a word in half-width kana", "ﾊﾞｽが来た", "バス", true],
    ["another sound of the same sign", "ハスの花", "バス", false],
    ["a long sound", "データの日", "データ", true],
    ["a Thai word inside its sentence", "แผ่นดินไหวในกรุงเทพเมื่อวาน", "กรุงเทพ", true],
    ["a Thai word with another vowel", "ปาที่สวย", "ป่า", false],
    ["a Korean word with its particle", "서울에서 열렸다", "서울", true],
    ["a Korean word after another", "회의는 서울에서 열렸다", '"회의는 서울"', true],
    ["a Korean syllable that only begins like another", "각각의 이유", "가", false],
    ["a Latin word among Chinese ones", "新的iPhone手机", "iphone", true],
    ["part of a Latin word among Chinese ones", "新的iPhone手机", "phone", false],
    ["a number with its Japanese counter", "2026年の予算", "2026年", true],
    ["another number with that counter", "12026年の予算", "2026年", false],
    ["a Latin word with a Korean one", "LG전자가 발표했다", "LG전자", true],
    ["a word with a soft hyphen in it", "Das Donau\u00addampfschiff", "donaudampfschiff", true],
    ["an Arabic word without its vowel points", "في الكِتَاب", "الكتاب", true],
    ["part of an Arabic word", "في الكتاب", "كتاب", false],
    ["a Hindi word with its vowel signs", "दिल्ली में बैठक", "दिल्ली", true],
    ["a Hindi word that differs by a vowel sign", "दिल में बैठक", "दल", false],
  ])("looks for %s", (_what, text, match, expected) => {
    const article = anArticle({ title: "", text });
    expect(createFeedFilter(where({ match }))(article)).toBe(expected);
    expect(createFeedFilter(where({ exclude: match }))(article)).toBe(!expected);
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
