import { expect, it } from "vitest";
import { isAttribution } from "../../../../src/core/cleaning/repeated/attribution.ts";

it.each([
  "Von Anna Berg",
  "VON ANNA BERG",
  "By Anna Berg and Jan Roth",
  "Ein Gastbeitrag von Anna Berg",
  "Text und Fotos: Anna Berg",
  "Par Anne Mont",
  "Anna Berg",
  "– Anna Maria Berg",
  "Ihre Anna Berg",
  "(ab/dpa)",
  "[mk]",
  "dpa",
  "Mit Material von dpa und Reuters",
  "Quelle: Polizei Ahrenstadt",
  "© Anna Berg",
  "Ahrenstadt, 12. März 2026",
  "Ahrenstadt, den 3. Mai",
  "Valley Town, March 12, 2026",
  "Montag, 12.3.2026",
])("%s says whose a text is, or where and when it was written", (line) => {
  expect(isAttribution(line)).toBe(true);
});

it.each([
  "Der Bergkurier – was im oberen Tal geschieht",
  "Der Bergkurier, 61. Jahrgang, Nummer 7",
  "Der Bergkurier, Nummer 7",
  "Von hier aus geht es weiter",
  "Ihnen fehlt etwas auf dieser Seite? Wir hören gerne zu.",
  "Bleiben Sie gesund und munter",
  "Alles über das Leben im Tal",
  `Von Anna Berg ${"und von allen anderen, die etwas zu sagen haben, ".repeat(5)}`,
])("%s does not", (line) => {
  expect(isAttribution(line)).toBe(false);
});

it.each(["A ", "Von ", "(a/", "Ab-", "©", "Text: "])("is linear in lines of many %j", (part) => {
  // With the square of this length, no test would end in time; with a power of it, not even the short one.
  expect(isAttribution(part.repeat(500_000))).toBe(false);
  expect(typeof isAttribution(part.repeat(50))).toBe("boolean");
});
