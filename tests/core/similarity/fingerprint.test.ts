import { describe, expect, it } from "vitest";
import {
  blocksOf,
  fingerprintFrom,
  fingerprintOf,
} from "../../../src/core/similarity/fingerprint.ts";
import { tokensByLine } from "../../../src/core/text/tokens.ts";
import { generateText, seeded } from "../../support/generated-texts.ts";

const printOf = (text: string) => fingerprintOf(tokensByLine(text));

describe("fingerprintOf", () => {
  it.each([
    ["spelling", "Straße — the “BRIDGE”, caf\u00e9", "strasse the bridge cafe"],
    ["paragraphs", "One two\n\nthree four", "one two three four"],
    ["spelled numbers", "twelve boats and zwölf Kähne", "12 boats and 12 kahne"],
  ])("makes no difference of %s", (_, a, b) => {
    expect(printOf(a).tokens).toEqual(printOf(b).tokens);
  });

  it.each([
    ["other words", "the bridge is open", "the bridge is closed"],
    ["other numbers", "3 boats", "4 boats"],
    ["another order", "open bridge", "bridge open"],
  ])("tells %s apart", (_, a, b) => {
    expect(printOf(a).tokens).not.toEqual(printOf(b).tokens);
  });

  it("is the same on every machine", () => {
    const { tokens, keys } = printOf("After four years the bridge carries walkers again.");
    expect([...tokens.slice(0, 3)]).toMatchInlineSnapshot(`
      [
        460225992,
        822911587,
        560391612,
      ]
    `);
    expect(keys).toMatchInlineSnapshot(`
      [
        1393136700,
      ]
    `);
  });

  it("knows a paragraph again whatever its numbers are", () => {
    const [first, second, third] = blocksOf(printOf("3 min read\n\n12 min read\n\n12 min talk"));
    expect(second?.hash).toBe(first?.hash);
    expect(third?.hash).not.toBe(first?.hash);
    expect(second).toMatchObject({ start: 3, end: 6 });
  });

  it("is bounded, and what it says of paragraphs stays within it", () => {
    const { tokens, blocks, keys } = printOf(generateText(seeded(1), 12_000));
    expect(tokens).toHaveLength(10_000);
    expect(Math.max(...blocks.filter((_, index) => index % 2 === 0))).toBeLessThanOrEqual(10_000);
    expect(keys).toHaveLength(128);
  });

  it("comes back from what is stored of it", () => {
    const print = printOf(generateText(seeded(2), 300));
    expect(fingerprintFrom(print.tokens, print.blocks)).toEqual(print);
  });
});
