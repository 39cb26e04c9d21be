import { expect, it } from "vitest";
import { fingerprintOf } from "../../../src/core/similarity/fingerprint.ts";
import { tokensByLine } from "../../../src/core/text/tokens.ts";
import { editText, generateText, seeded } from "../../support/generated-texts.ts";

const keysOf = (text: string) => fingerprintOf(tokensByLine(text)).keys;
const shared = (a: string, b: string): number => {
  const keys = new Set(keysOf(a));
  return keysOf(b).filter((key) => keys.has(key)).length;
};
const seeds = Array.from({ length: 200 }, (_, seed) => seed);

it("draws about one key in twelve words, more at the beginning", () => {
  const counts = seeds.map((seed) => keysOf(generateText(seeded(seed), 280)).length);
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  expect(mean).toBeGreaterThan(25);
  expect(mean).toBeLessThan(45);
});

it.each([
  ["an edited copy with its end cut", editText],
  ["its beginning", (_: unknown, text: string) => text.split(" ").slice(0, 50).join(" ")],
  ["the text behind an agency's name", (_: unknown, text: string) => `VELTEN (lpd) – ${text}`],
])("finds %s", (_, copy) => {
  const missed = seeds.filter((seed) => {
    const text = generateText(seeded(seed), 280);
    return shared(text, copy(seeded(seed + 1000), text)) < 2;
  });
  expect(missed.length).toBeLessThanOrEqual(1);
});

it("finds no stranger", () => {
  const strangers = seeds.filter(
    (seed) => shared(generateText(seeded(seed), 280), generateText(seeded(seed + 1000), 280)) >= 2,
  );
  expect(strangers.length).toBeLessThanOrEqual(2);
});
