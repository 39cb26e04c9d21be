import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../../src/core/text/fold.ts";
import { UNSPACED, UNSPACED_LETTER } from "../../../src/core/text/scripts.ts";
import { lineWords, tokens, tokensByLine } from "../../../src/core/text/tokens.ts";

/** Characters of every kind, also beyond U+FFFF, where a letter is two code units. */
const ANY_KIND = fc.constantFrom(
  ..."aZé1²½.,:/ -ςΣЯかー東서नि\u0301\u094d",
  ...["\u{20000}", "\u{1d7d8}", "\u{10400}", "\u{1f600}", "\u{e0100}", "\ud840", "\udc00"],
);

describe("tokens", () => {
  it.each([
    ["words in lower case", "Die BRÜCKE ist offen", ["die", "brucke", "ist", "offen"]],
    ["ß as ss", "Straße STRASSE", ["strasse", "strasse"]],
    ["ligatures and wide letters as what they mean", "ﬁn Ａ", ["fin", "a"]],
    ["accents in one or two characters alike", "é e\u0301", ["e", "e"]],
    ["no soft hyphens and zero widths", "Ver\u00adkehr zu\u200bsammen", ["verkehr", "zusammen"]],
    ["no punctuation", "„Ja“, sagt sie – (nein)!", ["ja", "sagt", "sie", "nein"]],
    ["a number with its separators", "1.234,5 und 12:30", ["1.234,5", "und", "12:30"]],
    ["a number without the full stop behind it", "Es sind 12.", ["es", "sind", "12"]],
    ["letters and digits apart", "A3", ["a", "3"]],
    ["single characters of scripts without blanks", "北京 かな", ["北", "京", "か", "な"]],
    ["Cyrillic words", "Привет, мир", ["привет", "мир"]],
    ["letters with a stroke as without", "Sønderjylland Łódź", ["sonderjylland", "lodz"]],
    ["letters whose mark makes another", "か が", ["か", "が"]],
    ["letters of Thai with their marks", "ม้า", ["ม้", "า"]],
    ["letters of Javanese, Khmer, Lao", "ꦗꦮꦶ ខ្មែរ ລາວ", ["ꦗ", "ꦮꦶ", "ខ្", "មែ", "រ", "ລ", "າ", "ວ"]],
    ["the prolonged sound of kana on its own", "サーバ", ["サ", "ー", "バ"]],
    ["Hindi words with their vowels", "हिन्दी में", ["हिन्दी", "में"]],
    ["Tibetan syllables", "བོད་སྐད།", ["བོད", "སྐད"]],
    ["Korean words", "서울에서 만나요", ["서울에서", "만나요"]],
    ["nothing of nothing", " \n–", []],
  ])("are %s", (_what, text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });

  it("are what the regular expression of their definition finds", () => {
    const word = `(?:[\\p{L}--[${UNSPACED}]]\\p{M}*)+`;
    const defined = new RegExp(`${word}|\\p{N}+(?:[.,:]\\p{N}+)*|${UNSPACED_LETTER}\\p{M}*`, "gv");
    fc.assert(
      fc.property(fc.string({ unit: ANY_KIND }), (text) => {
        expect(tokens(text)).toEqual(fold(text).match(defined) ?? []);
      }),
      { numRuns: 1000 },
    );
  });

  it("are the same when taken from the tokens", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const once = tokens(text);
        expect(tokens(once.join(" "))).toEqual(once);
      }),
    );
  });
});

describe("tokensByLine", () => {
  it("leaves out lines without any, and holds all that the text has", () => {
    expect(tokensByLine("Ein Haus\n\n–\n5 €")).toEqual([["ein", "haus"], ["5"]]);
  });
});

describe("lineWords", () => {
  it.each([
    ["numbers, dates and times as 0", "Am 3.2.2026, 12:30 und 1/2", ["am", "0", "0", "und", "0"]],
    ["two letters of a script without blanks as one", "北京市 かな", ["北京", "市", "かな"]],
    ["words without case and accents", "Læs også: ØL", ["laes", "ogsa", "ol"]],
  ])("are %s", (_, line, expected) => {
    expect(lineWords(line)).toEqual(expected);
  });
});
