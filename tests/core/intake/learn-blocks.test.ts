import { describe, expect, it } from "vitest";
import { NO_OUTLINES } from "../../../src/core/articles/stored-context.ts";
import { learnRepeated, lineKey } from "../../../src/core/cleaning/repeated/repeated.ts";
import { learnFrom, renewOutlines } from "../../../src/core/intake/learn-blocks.ts";
import { aDraft, aRemote, NOW } from "../../support/builders.ts";
import { generateText, seeded } from "../../support/generated-texts.ts";
import { outlineOfText } from "../../support/outlines.ts";

const PROMPT = "Read on with a subscription, from one coin a month, for all who live in the valley";

/** An article with five paragraphs of its own and, at its end, what the source repeats. */
function article(seed: number, tail = PROMPT) {
  const paragraphs = Array.from({ length: 5 }, (_, index) =>
    generateText(seeded(seed * 10 + index), 30),
  );
  const text = [...paragraphs, tail].join("\n\n");
  return { id: `a${seed}`, enteredAt: seed, draft: aDraft({ text, outline: outlineOfText(text) }) };
}

const STAMP = { source: { definition: aRemote(), firstIngestAt: null }, now: NOW };
const outlined = ({ id, enteredAt, draft }: ReturnType<typeof article>) => ({
  articleId: id,
  enteredAt,
  outline: draft.outline,
});
const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, index) => from + index);

const poll = (
  seeds: readonly number[],
  before: readonly number[] = [],
  active: readonly string[] = [],
) => {
  const articles = seeds.map((seed) => article(seed));
  const recent = before.map((seed) => outlined(article(seed)));
  return learnFrom({ recent, active, sightings: [] }, articles.map(outlined), articles, STAMP);
};

const KEYS = learnRepeated(range(0, 5).map((seed) => article(seed).draft.outline)).map(lineKey);

describe("what a source repeats", () => {
  it("is learnt from one document at once, and its articles are drafted again", () => {
    const { learned, revisionWanted } = poll(range(0, 20));
    expect(learned.map(({ key }) => key)).toEqual(KEYS);
    expect(KEYS).not.toEqual([]);
    expect(learned[0]?.sample).toBe(PROMPT);
    expect(revisionWanted).toBe("recent");
  });

  it("is learnt from articles of several polls", () => {
    expect(poll([1], []).learned).toEqual([]);
    expect(poll([9], [1, 2, 3]).learned.map(({ key }) => key)).toEqual(KEYS);
  });

  it("is learnt once", () => {
    const { learned, retired, revisionWanted } = poll([9], [1, 2, 3], KEYS);
    expect({ learned, retired, revisionWanted }).toEqual({
      ...{ learned: [], retired: [] },
      revisionWanted: null,
    });
  });

  it("is retired when none of the last articles carries it, and no article is drafted for that", () => {
    const { retired, revisionWanted } = poll([9], [], ["tail:exact:000000000000"]);
    expect(retired).toEqual(["tail:exact:000000000000"]);
    expect(revisionWanted).toBeNull();
  });

  it("is learnt when an article comes that carries it", () => {
    const plain = article(9, "An end of its own.");
    const recent = range(0, 5).map((seed) => outlined(article(seed)));
    const learn = (last: typeof plain) =>
      learnFrom({ ...NO_OUTLINES, recent }, [outlined(last)], [last], STAMP).learned.map(
        ({ key }) => key,
      );
    expect(learn(plain)).toEqual([]);
    expect(learn(article(9))).toEqual(KEYS);
  });

  it("is learnt of lines that begin alike, with one of them as a sample", () => {
    const lead = (seed: number) =>
      `Read also in the Courier today: ${generateText(seeded(seed), 9)}`;
    const articles = range(0, 6).map((seed) => article(seed, lead(seed)));
    const { learned } = learnFrom(NO_OUTLINES, articles.map(outlined), articles, STAMP);
    expect(learned.map(({ key }) => key.split(":")[1])).toEqual(["lead"]);
    expect(range(0, 6).map(lead)).toContain(learned[0]?.sample);
  });
});

describe("the outlines", () => {
  it("of the fifty articles that entered last are remembered", () => {
    const { outlines } = poll([60, 0], range(1, 51));
    expect(outlines.saved.map(({ articleId }) => articleId)).toEqual(["a60"]);
    expect(outlines.dropped).toEqual(["a1"]);
  });

  it("take the place of those of the same article", () => {
    const { outlines } = poll([7], range(1, 51));
    expect(outlines.saved).toHaveLength(1);
    expect(outlines.dropped).toEqual([]);
  });

  it("of articles that are drafted again are renewed, where they are remembered", () => {
    const recent = [outlined(article(1, "An old end."))];
    const saved = [outlined(article(1))];
    expect(renewOutlines({ recent }, [article(1), article(2)])).toEqual({
      saved,
      dropped: [],
    });
  });

  it("are left alone when nothing is new", () => {
    const recent = range(0, 60).map((seed) => outlined(article(seed)));
    expect(learnFrom({ recent, active: KEYS, sightings: [] }, [], [], STAMP)).toMatchObject({
      outlines: { saved: [], dropped: [] },
      retired: [],
    });
  });
});
