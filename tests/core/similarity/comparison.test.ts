import { describe, expect, it } from "vitest";
import { NO_ATTACHMENTS } from "../../../src/core/similarity/attachments.ts";
import {
  type Compared,
  countedBlocks,
  startComparison,
} from "../../../src/core/similarity/comparison.ts";
import { fingerprintOf, NO_FINGERPRINT } from "../../../src/core/similarity/fingerprint.ts";
import { tokensByLine } from "../../../src/core/text/tokens.ts";
import { NOW } from "../../support/builders.ts";
import { generateText, seeded } from "../../support/generated-texts.ts";

/** Each is of a source of its own. */
const article = (text: string): Compared => ({
  sourceId: text,
  attachments: NO_ATTACHMENTS,
  title: "One title",
  textHash: text,
  tokenCount: text.split(/\s+/).length,
  comparedAt: NOW,
  address: null,
  fingerprint: fingerprintOf(tokensByLine(text)),
});

const words = (seed: number, count: number): string =>
  generateText(seeded(seed), count).replaceAll("\n\n", " ");

/** What a house prints under everything. */
const CREDITS = words(90, 50);
const withCredits = (seed: number): Compared => article(`${words(seed, 60)}\n\n${CREDITS}`);

describe("paragraphs that several clusters have", () => {
  const copy = article(`${words(1, 60).replace(/\d+/g, "")}\n\n${CREDITS}`);
  const original = article(words(1, 60).replace(/\d+/g, ""));

  it("are boilerplate in the third, and no more compared", () => {
    const comparison = startComparison(new Map());
    expect(comparison.see(withCredits(2), "cluster-2")).toBe(false);
    expect(comparison.see(withCredits(3), "cluster-3")).toBe(false);
    const before = comparison.judge(original, copy);
    expect(before).toMatchObject({ verdict: "same", similarity: expect.closeTo(0.5, 1) });

    expect(comparison.see(withCredits(4), "cluster-4")).toBe(true);
    expect(comparison.judge(original, copy)).toMatchObject({ verdict: "same", similarity: 1 });
  });

  it("are none in ten copies of one text", () => {
    const comparison = startComparison(new Map());
    for (let each = 0; each < 10; each += 1) comparison.see(withCredits(2), "cluster-2");
    expect(comparison.sightings()).toHaveLength(2);
    expect(comparison.judge(withCredits(2), withCredits(3)).verdict).not.toBe("same");
  });

  it("are known from before", () => {
    const [, credits = 0] = countedBlocks(withCredits(2).fingerprint);
    const comparison = startComparison(new Map([[credits, new Set(["a", "b", "c"])]]));
    expect(comparison.judge(original, copy)).toMatchObject({ verdict: "same", similarity: 1 });
    comparison.see(withCredits(2), "d");
    expect(comparison.sightings().map(({ hash }) => hash)).not.toContain(credits);
  });

  it("are compared all the same where nothing else is left", () => {
    const comparison = startComparison(new Map());
    const repeated = article(CREDITS);
    for (const cluster of ["a", "b", "c"]) comparison.see(repeated, cluster);
    const cut = article(CREDITS.split(" ").slice(0, 40).join(" "));
    expect(comparison.judge(repeated, cut).verdict).toBe("same");
  });
});

describe("an article from before there were fingerprints", () => {
  const old = (text: string): Compared => ({ ...article(text), fingerprint: NO_FINGERPRINT });
  const comparison = startComparison(new Map());

  it("is the same as an equal one", () => {
    expect(comparison.judge(old(CREDITS), article(CREDITS)).verdict).toBe("same");
  });

  it("differs from none by a rule", () => {
    expect(comparison.judge(old(CREDITS), article(words(1, 60))).verdict).toBe("unproven");
  });
});

describe("countedBlocks", () => {
  it.each([
    ["two words", "read more", 0],
    ["three words", "read more here", 1],
    ["150 words", words(5, 150), 1],
    ["151 words", words(5, 151), 0],
    ["a line of figures", "net 12 cts vs 14 cts", 0],
    ["a line with a figure", "3 minutes to read", 1],
    ["one line twice", "read more here\nread more here", 1],
  ])("of %s", (_, text, count) => {
    expect(countedBlocks(article(text).fingerprint)).toHaveLength(count);
  });

  it("looks at the first and the last paragraphs of a long text", () => {
    const lines = Array.from({ length: 60 }, (_, index) => words(index + 1, 10));
    const print = article(lines.join("\n")).fingerprint;
    const all = lines.flatMap((line) => countedBlocks(article(line).fingerprint));
    const counted = countedBlocks(print);
    expect(counted.length).toBeLessThanOrEqual(24);
    expect(counted).toContain(all[0]);
    expect(counted).toContain(all.at(-1));
  });
});
