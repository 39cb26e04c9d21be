import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Comparable, isSameText } from "../../../src/core/similarity/same-text.ts";
import { titleOf } from "../../../src/core/similarity/title.ts";
import { DAY, HOUR, NOW } from "../../support/builders.ts";

type Options = Partial<Omit<Comparable, "title">> & { readonly title?: string };

const text = ({ title = "The bridge is open", ...overrides }: Options = {}): Comparable => ({
  title: titleOf(title),
  textHash: "one text",
  tokenCount: 60,
  comparedAt: NOW,
  ...overrides,
});

describe("isSameText", () => {
  it.each<[string, Options, Options, boolean]>([
    ["equal texts", {}, {}, true],
    ["equal texts under other titles", {}, { title: "Walkers return" }, true],
    ["other texts", {}, { textHash: "another text" }, false],
    ["72 hours apart", {}, { comparedAt: NOW - 72 * HOUR }, true],
    ["more than 72 hours apart", {}, { comparedAt: NOW - 72 * HOUR - 1 }, false],
    [
      "a long text 14 days apart",
      { tokenCount: 100 },
      { tokenCount: 100, comparedAt: NOW - 14 * DAY },
      true,
    ],
    [
      "a long text still later",
      { tokenCount: 100 },
      { tokenCount: 100, comparedAt: NOW - 14 * DAY - 1 },
      false,
    ],
    ["a short text under one title", { tokenCount: 39 }, { tokenCount: 39 }, true],
    [
      "a short text whose titles agree by half",
      { tokenCount: 39, title: "Mass on Sunday" },
      { tokenCount: 39, title: "Mass on Monday, Velten" },
      true,
    ],
    [
      "a short text whose titles agree less",
      { tokenCount: 39, title: "Mass on Sunday" },
      { tokenCount: 39, title: "Road works tomorrow" },
      false,
    ],
    [
      "a short text under titles without words",
      { tokenCount: 39, title: "…" },
      { tokenCount: 39, title: "!" },
      true,
    ],
    ["8 words", { tokenCount: 8 }, { tokenCount: 8 }, true],
    ["fewer words, whatever else agrees", { tokenCount: 7 }, { tokenCount: 7 }, false],
    ["empty texts", { tokenCount: 0 }, { tokenCount: 0 }, false],
  ])("%s", (_what, a, b, expected) => {
    expect(isSameText(text(a), text(b))).toBe(expected);
  });

  it("is symmetric", () => {
    const comparable = fc.record({
      title: fc.constantFrom("one two", "one three", "four five six", "").map(titleOf),
      textHash: fc.constantFrom("x", "y"),
      tokenCount: fc.constantFrom(7, 8, 39, 40, 99, 100),
      comparedAt: fc.integer({ min: 0, max: 20 * DAY }),
    });
    fc.assert(
      fc.property(comparable, comparable, (a, b) => {
        const other = { ...b, tokenCount: a.tokenCount };
        expect(isSameText(a, other)).toBe(isSameText(other, a));
      }),
    );
  });
});
