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

it("finds a short text in which every other stretch of five words was written anew", () => {
  const rewritten = (text: string, seed: number): string => {
    const words = text.split(" ");
    const others = generateText(seeded(seed), words.length).split(" ");
    return words.map((word, index) => (index % 10 < 5 ? word : others[index])).join(" ");
  };
  const missed = seeds.filter((seed) => {
    const text = generateText(seeded(seed), 40);
    return shared(text, rewritten(text, seed + 1000)) < 2;
  });
  expect(missed.length).toBeLessThanOrEqual(0.05 * seeds.length);
});

it("gives a short text all keys that the beginning of a longer one has: what was stored by fewer is found", () => {
  for (const seed of seeds) {
    const long = generateText(seeded(seed), 280);
    const short = long.split(" ").slice(0, 40).join(" ");
    const missing = keysOf(long.split(" ").slice(0, 110).join(" ")).filter(
      (key) => keysOf(long).includes(key) && !keysOf(short).includes(key),
    );
    const beyond = keysOf(long.split(" ").slice(38).join(" "));
    expect(missing.filter((key) => !beyond.includes(key))).toEqual([]);
  }
});
