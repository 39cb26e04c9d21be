import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineHash } from "../../../../src/core/cleaning/repeated/line-hash.ts";
import {
  type Outline,
  outlineOf,
  placeLines,
} from "../../../../src/core/cleaning/repeated/outline.ts";
import {
  learnRepeated,
  lineKey,
  MAX_OUTLINES,
  retiredKeys,
} from "../../../../src/core/cleaning/repeated/repeated.ts";
import { takeRepeated } from "../../../../src/core/cleaning/repeated/take-repeated.ts";
import type { TextBlock } from "../../../../src/core/cleaning/text-block.ts";
import { inventedParagraphs } from "../../../support/invented-articles.ts";

const outline = (...texts: readonly string[]): Outline =>
  outlineOf(
    placeLines(
      texts.map(
        (text): TextBlock => ({
          role: text.startsWith("# ") ? "heading" : "paragraph",
          lines: [{ text: text.replace("# ", ""), linkedShare: 0, urls: [] }],
          classes: [],
        }),
      ),
    ),
  );
const LINE = "Der Bergkurier – was im oberen Tal geschieht";
const SENTENCE = "Der Bergkurier ist die Zeitung für das obere Tal.";
const body = (seed: number): string[] => inventedParagraphs(seed, 8);

type Place = "head" | "middle" | "tail";
const article = (seed: number, place: Place | null, line: string): Outline => {
  const texts = body(seed);
  if (place === null) return outline(...texts);
  if (place === "head") return outline(line, ...texts);
  return place === "tail"
    ? outline(...texts, line)
    : outline(...texts.slice(0, 3), line, ...texts.slice(3));
};
const source = (count: number, carriers: number, place: Place, line = LINE): Outline[] =>
  Array.from({ length: count }, (_, seed) => article(seed, seed < carriers ? place : null, line));
const zonesOf = (outlines: readonly Outline[]): string[] =>
  learnRepeated(outlines).map(({ zone, kind }) => `${zone} ${kind}`);

describe("a line is repeated", () => {
  const LONG = "Das ganze Tal an einem Abend – unser Kalender hängt am Markt aus";

  it.each<[string, number, number, Place, string, boolean]>([
    ["in two of two articles", 2, 2, "tail", LINE, false],
    ["in two of ten", 10, 2, "tail", LINE, false],
    ["in three of three", 3, 3, "tail", LINE, true],
    ["in three of fifteen", 15, 3, "head", LINE, true],
    ["in three of sixteen", 16, 3, "head", LINE, false],
    ["in ten of fifty", 50, 10, "tail", LINE, true],
    ["in nine of fifty", 50, 9, "tail", LINE, false],
    ["in the middle of three", 3, 3, "middle", LONG, false],
    ["in the middle of four", 4, 4, "middle", LONG, true],
    [
      "in the middle, but short as a sub-heading",
      8,
      8,
      "middle",
      "Was noch zu sagen bleibt",
      false,
    ],
    ["a plain sentence, in a third", 18, 6, "tail", SENTENCE, false],
    ["a plain sentence, in half", 18, 9, "tail", SENTENCE, true],
    [
      "a sentence with an address, in a third",
      18,
      6,
      "tail",
      "Fragen an kurier@e.org sind uns lieb.",
      true,
    ],
    ["in a script without spaces", 5, 5, "tail", "谷の新聞をいつもありがとうございます", true],
    ["of 120 words and more", 9, 9, "tail", "wort ".repeat(121), false],
  ])("%s: %#", (_, count, carriers, place, line, expected) => {
    expect(zonesOf(source(count, carriers, place, line))).toEqual(
      expected ? [`${place} exact`] : [],
    );
  });

  it("looks at the last fifty articles only", () => {
    const old = source(40, 40, "tail");
    const recent = source(90, 0, "tail").slice(40);
    expect(MAX_OUTLINES).toBe(50);
    expect(zonesOf([...recent, ...old])).toEqual([]);
  });

  it("counts an article once, however often the line is in it", () => {
    const twice = [
      outline(...body(1), LINE, LINE, LINE),
      article(2, null, ""),
      article(3, null, ""),
    ];
    expect(zonesOf(twice)).toEqual([]);
  });

  it("with another headline each time, by its first six words", () => {
    const lead = (seed: number): string =>
      `Was das obere Tal heute sonst bewegt: ${"abcdefgh"[seed]} und mehr`;
    const carriers = Array.from({ length: 8 }, (_, seed) => article(seed, "tail", lead(seed)));
    expect(zonesOf(carriers)).toEqual(["tail lead"]);
    const middle = Array.from({ length: 8 }, (_, seed) => article(seed, "middle", lead(seed)));
    expect(zonesOf(middle)).toEqual([]);
  });

  it("with other numbers each time, unless it is a sentence or one of many values", () => {
    const numbered = (lines: (seed: number) => string[]): Outline[] =>
      Array.from({ length: 8 }, (_, seed) => outline(...body(seed), ...lines(seed)));
    expect(zonesOf(numbered((n) => [`Der Bergkurier, Nummer ${n}`]))).toEqual(["tail exact"]);
    expect(zonesOf(numbered((n) => [`Zeugen melden sich unter ${n}.`]))).toEqual([]);
    expect(
      zonesOf(numbered((n) => ["Nord", "Süd", "West"].map((end) => `Messwert im Tal ${end} ${n}`))),
    ).toEqual([]);
    expect(zonesOf(numbered((n) => [`Net ${n},400 vs ${n},100`]))).toEqual([]);
  });
});

describe("versions of one story", () => {
  it("carry a line once", () => {
    const story = inventedParagraphs(99, 4);
    const versions = [0, 1, 2, 3, 4].map((seed) =>
      outline(...story, ...inventedParagraphs(seed, 4), LINE),
    );
    expect(learnRepeated(versions)).toEqual([]);
    expect(zonesOf([...versions, article(7, "tail", LINE), article(8, "tail", LINE)])).toContain(
      "tail exact",
    );
  });
});

it("what is learnt does not depend on the order of the articles", () => {
  const outlines = [...source(9, 4, "tail"), ...source(6, 6, "head", `${LINE} heute`)];
  fc.assert(
    fc.property(
      fc.shuffledSubarray(outlines, { minLength: outlines.length, maxLength: outlines.length }),
      (shuffled) => {
        expect(new Set(learnRepeated(shuffled).map(lineKey))).toEqual(
          new Set(learnRepeated(outlines).map(lineKey)),
        );
      },
    ),
    { numRuns: 50 },
  );
});

describe("known lines", () => {
  const keys = (...texts: readonly string[]): ReadonlySet<string> =>
    new Set(
      texts.flatMap((text) =>
        outline(text).flatMap(({ hash }) => [`head:exact:${hash}`, `tail:exact:${hash}`]),
      ),
    );
  const taken = (texts: readonly string[], known: ReadonlySet<string>): number[] =>
    [...takeRepeated(outline(...texts), known).keys()].sort((a, b) => a - b);

  it("go from the outside until enough lines stay", () => {
    const [a = "", b = "", c = "", d = "", e = "", f = "", g = "", h = ""] = body(1);
    const line = `${LINE} und in seinen Dörfern`;
    expect(taken([line, line, a, line, b, line, c, line, d, e, f, g, h], keys(line))).toEqual([
      0, 1, 3, 5,
    ]);
  });

  it("leave nothing to take in the rest", () => {
    const pool = [LINE, SENTENCE, "# Über uns", "Frage:", "Was nun kommt", ...body(1).slice(0, 3)];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pool), { maxLength: 20 }),
        fc.subarray([...keys(...pool)]),
        (texts, known) => {
          const gone = takeRepeated(outline(...texts), new Set(known));
          const rest = texts.filter((_, index) => !gone.has(index));
          expect(taken(rest, new Set(known))).toEqual([]);
        },
      ),
    );
  });

  it("stay as headings and labels of a text that stays", () => {
    const [a = "", b = ""] = body(1);
    const known = keys("Was nun kommt", "Und nun?", SENTENCE, "Über dieses Haus hier");
    expect(taken([a, "Was nun kommt", b], known)).toEqual([]);
    expect(taken([a, "Und nun?", b], known)).toEqual([]);
    expect(taken([a, "# Über dieses Haus hier", b], known)).toEqual([]);
    expect(taken([a, b, "# Über dieses Haus hier", SENTENCE], known)).toEqual([2, 3]);
    expect(taken([a, b, "Was nun kommt"], known)).toEqual([2]);
  });
});

describe("a known line is forgotten", () => {
  const known = learnRepeated(source(5, 5, "tail")).map(lineKey);

  it("when no article looked at carries it", () => {
    expect(known).toHaveLength(1);
    expect(retiredKeys(known, source(5, 0, "tail"))).toEqual(known);
    expect(retiredKeys(known, [...source(50, 0, "tail"), ...source(1, 1, "tail")])).toEqual(known);
  });

  it("not while one still does, wherever", () => {
    expect(retiredKeys(known, [...source(5, 0, "tail"), article(9, "middle", LINE)])).toEqual([]);
  });
});

describe("learning from the longest articles that are remembered", () => {
  type Looks = { count: number };
  const long = (article: number, lines: number, looks: Looks): Outline =>
    Array.from({ length: lines }, (_, line) => {
      const hash = lineHash(`${article % 7} ${line % 300}`);
      return {
        get hash() {
          looks.count += 1;
          return hash;
        },
        lead: lineHash(`${article % 5} ${line % 90}`),
        ...{ digits: 0, words: 9, traits: 0xff },
      };
    });
  const looksAt = (articles: number, lines: number): number => {
    const looks = { count: 0 };
    learnRepeated(Array.from({ length: articles }, (_, n) => long(n, lines, looks)));
    return looks.count;
  };

  it("looks at twice as many lines for articles of twice the length", () => {
    expect(looksAt(MAX_OUTLINES, 400)).toBeLessThanOrEqual(2 * looksAt(MAX_OUTLINES, 200));
  });

  it("looks at no article beyond the last fifty", () => {
    expect(looksAt(MAX_OUTLINES + 10, 400)).toBe(looksAt(MAX_OUTLINES, 400));
  });

  it("finds nothing in versions of seven stories", () => {
    const looks = { count: 0 };
    expect(learnRepeated(Array.from({ length: 60 }, (_, n) => long(n, 400, looks)))).toEqual([]);
    expect(looks.count).toBeGreaterThan(0);
  });
});
