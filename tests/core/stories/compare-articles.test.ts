import { describe, expect, it } from "vitest";
import {
  EMPTY_CONTEXT,
  type KnownArticle,
  type StoredContext,
  vetoKey,
} from "../../../src/core/articles/stored-context.ts";
import { fingerprintOf, NO_FINGERPRINT } from "../../../src/core/similarity/fingerprint.ts";
import { compareArticles } from "../../../src/core/stories/compare-articles.ts";
import { tokensByLine } from "../../../src/core/text/tokens.ts";
import { aKnownArticle } from "../../support/builders.ts";
import { editText, generateText, seeded } from "../../support/generated-texts.ts";

const TEXT = generateText(seeded(1), 200);

const article = (id: string, text: string, over: Partial<KnownArticle> = {}): KnownArticle => {
  const words = tokensByLine(text);
  const tokenCount = words.flat().length;
  return aKnownArticle({
    id,
    textHash: text,
    tokenCount,
    fingerprint: fingerprintOf(words),
    clusterId: id,
    ...over,
  });
};

const known = (
  articles: readonly KnownArticle[],
  over: Partial<StoredContext> = {},
): StoredContext => ({
  ...EMPTY_CONTEXT,
  articles: new Map(articles.map((one) => [one.id, one])),
  ...over,
});

const a = article("a", TEXT);
const copy = article("b", editText(seeded(2), TEXT), { clusterId: "a" });
const other = article("c", generateText(seeded(3), 200));

describe("compareArticles", () => {
  it.each([
    ["a copy", copy, "same", true],
    ["another text", other, expect.stringMatching(/different|unproven/), false],
  ])("judges %s, whichever comes first", (_, second, verdict, areInOneCluster) => {
    const all = known([a, second]);
    const compared = compareArticles(all, "a", second.id);

    expect(compared).toMatchObject({ judgement: { verdict }, areInOneCluster, isForgotten: false });
    expect(compareArticles(all, second.id, "a")).toEqual(compared);
  });

  it("puts an editor's word before the rules", () => {
    const pair = new Set([vetoKey("a", "b")]);

    expect(compareArticles(known([a, copy], { vetoes: pair }), "b", "a")?.judgement).toEqual({
      verdict: "different",
      rule: "veto",
    });
    expect(compareArticles(known([a, other]), "a", "c")?.isBond).toBe(false);
    expect(compareArticles(known([a, copy], { bonds: pair }), "b", "a")?.isBond).toBe(true);
  });

  it("says why one text stays in two clusters", () => {
    const led = (id: string, leadId: string) => ({
      ...{ id, entryId: id, founderId: id, leadId, enteredAt: 0, isWithdrawn: false },
      members: new Map(),
    });
    const second = { ...copy, clusterId: "b" };
    const clusters = new Map([
      ["a", led("a", "a")],
      ["b", led("b", "c")],
    ]);
    const all = known([a, second, other], { clusters });
    expect(compareArticles(all, "a", "b")).toMatchObject({
      judgement: { verdict: "same" },
      areInOneCluster: false,
      leadsDifferBy: "form",
    });
    expect(compareArticles(known([a, second]), "a", "b")?.leadsDifferBy).toBeNull();
  });

  it("says when what an article was compared by is kept no longer", () => {
    const old = article("b", TEXT.toUpperCase(), { fingerprint: NO_FINGERPRINT });

    expect(compareArticles(known([a, old]), "a", "b")).toMatchObject({
      judgement: { verdict: "unproven" },
      isForgotten: true,
    });
  });

  it("knows nothing of an article that is not there", () => {
    expect(compareArticles(known([a]), "a", "b")).toBeNull();
  });
});
