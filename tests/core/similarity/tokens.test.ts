import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokens } from "../../../src/core/similarity/tokens.ts";

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
    ["nothing of nothing", " \n–", []],
  ])("are %s", (_what, text, expected) => {
    expect(tokens(text)).toEqual(expected);
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
