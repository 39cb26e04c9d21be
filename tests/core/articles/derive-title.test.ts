import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutAtWord, deriveTitle } from "../../../src/core/articles/derive-title.ts";

describe("deriveTitle", () => {
  it.each([
    [
      "takes the first sentence",
      "Die Brücke ist offen. Alle freuen sich.",
      "Die Brücke ist offen.",
    ],
    ["takes the first line that says something", "\n  \nDie Brücke\nist offen.", "Die Brücke"],
    ["joins blanks", "Die   Brücke\tist offen!", "Die Brücke ist offen!"],
    [
      "does not end at a date",
      "Am 3. Oktober wird gefeiert. Es gibt Kuchen.",
      "Am 3. Oktober wird gefeiert.",
    ],
    ["does not end at a rank", "1. Platz für Anna Weir. Glückwunsch.", "1. Platz für Anna Weir."],
    [
      "does not end at a title",
      "Dr. Müller geht in Rente. Ein Abschied.",
      "Dr. Müller geht in Rente.",
    ],
    [
      "does not end at a saint",
      "St. Velten hat eine Orgel. Sie klingt.",
      "St. Velten hat eine Orgel.",
    ],
    ["does not end at an abbreviation", "Es gibt z. B. Äpfel. Und mehr.", "Es gibt z. B. Äpfel."],
    ["reads English titles", "Mr. Weir went home. He slept.", "Mr. Weir went home."],
    ["ends at a question", "Wer baut die Brücke? Niemand weiß es.", "Wer baut die Brücke?"],
    ["ends at a year", "Das war 2025. Danach kam nichts.", "Das war 2025."],
    ["gives nothing for nothing", " \n\u00a0\n", null],
  ])("%s", (_what, text, expected) => {
    expect(deriveTitle(text)).toBe(expected);
  });

  it("is one line of at most 110 characters without half a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 600 }), (text) => {
        const title = deriveTitle(text);
        if (title === null) {
          expect(text.trim()).toBe("");
          return;
        }
        expect(title.length).toBeLessThanOrEqual(110);
        expect(title).toMatch(/^\S(.*\S)?$/);
        expect(title.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe("cutAtWord", () => {
  it.each([
    ["leaves what fits", "eins zwei", 9, "eins zwei"],
    ["cuts before a word that does not fit", "eins zwei drei", 12, "eins zwei…"],
    ["takes punctuation off the end", "eins, zwei, drei", 12, "eins, zwei…"],
    ["cuts a word that fills half of it", "Donaudampfschifffahrt", 10, "Donaudamp…"],
    ["does not cut a pair of surrogates", "1234567😀90", 9, "1234567…"],
  ])("%s", (_what, text, length, expected) => {
    expect(cutAtWord(text, length)).toBe(expected);
  });
});
