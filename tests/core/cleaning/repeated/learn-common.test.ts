import { describe, expect, it } from "vitest";
import {
  type CommonLine,
  hashesToSight,
  type LineSighting,
  learnCommon,
} from "../../../../src/core/cleaning/repeated/learn-common.ts";
import { DAY, NOW } from "../../../support/builders.ts";
import { generateText, seeded } from "../../../support/generated-texts.ts";
import { outlineOfText } from "../../../support/outlines.ts";

const LABEL = "Hear the valley wake up";
const SOURCES = ["hill", "lake", "marsh", "valley"];

const article = (seed: number, last = LABEL) =>
  outlineOfText(`${generateText(seeded(seed), 40)}.\n\nThe bridge is closed today.\n\n${last}`);
const [HASH] = hashesToSight(article(1));

type Day = {
  readonly sourceId: string;
  /** A house of its own unless it is given. */
  readonly owner?: string;
  readonly now: number;
  readonly seeds: readonly number[];
};

/** What is known after these days, and what the last of them made common. */
function learn(days: readonly Day[]) {
  const known = new Map<string, LineSighting>();
  let common: readonly CommonLine[] = [];
  for (const { seeds, sourceId, owner = sourceId, now } of days) {
    const fresh = seeds.map((seed) => article(seed));
    const learnt = learnCommon([...known.values()], fresh, { sourceId, owner, now });
    for (const each of learnt.sightings) known.set(`${each.hash} ${each.sourceId}`, each);
    common = learnt.common;
  }
  return { known: [...known.values()], common };
}

/** Each source has the label in two articles of its own: one now, one some days later. */
const twice = (sources: readonly string[], later: number, seedOf = (index: number) => index) =>
  [0, later].flatMap((wait, round) =>
    sources.map((sourceId, index) => ({
      ...{ sourceId, now: NOW + wait },
      seeds: [seedOf(index) * 2 + round],
    })),
  );

describe("a line where labels stand", () => {
  it("is common when four sources have it in stories of their own", () => {
    expect(learn(twice(SOURCES, 4 * DAY)).common).toEqual([
      { hash: HASH, owners: 4, until: expect.any(Number) },
    ]);
    expect(learn(twice(SOURCES.slice(1), 4 * DAY)).common).toEqual([]);
  });

  it("is not common for copies of one agency's texts", () => {
    expect(learn(twice(SOURCES, 4 * DAY, () => 1)).common).toEqual([]);
  });

  it("is not common within days: it may be one running story", () => {
    expect(learn(twice(SOURCES, 2 * DAY)).common).toEqual([]);
  });

  it("is not common when the sources had it long after one another", () => {
    const slow = SOURCES.map((sourceId, index) => ({
      ...{ sourceId, now: NOW + index * 40 * DAY },
      seeds: [2 * index, 2 * index + 1],
    }));
    expect(learn(slow).common).toEqual([]);
  });

  it("stays common for some weeks after it was seen last", () => {
    const [line] = learn(twice(SOURCES, 4 * DAY)).common;
    const days = ((line?.until ?? 0) - NOW) / DAY;
    expect(days).toBeGreaterThan(30);
    expect(days).toBeLessThan(60);
  });

  it("is noted of a dozen sources at most", () => {
    const many = Array.from({ length: 20 }, (_, index) => `s${index}`);
    expect(learn(twice(many, 4 * DAY)).known.filter(({ hash }) => hash === HASH)).toHaveLength(12);
  });
});

describe("a house with several sources", () => {
  const houses = (sections: number, owners: readonly string[]): readonly Day[] =>
    twice(
      owners.flatMap((owner) =>
        Array.from({ length: sections }, (_, index) => `${owner}-${index}`),
      ),
      4 * DAY,
    ).map((day) => ({ ...day, owner: day.sourceId.split("-")[0] ?? "" }));

  it("vouches once for its own line, however many sources it has", () => {
    for (const sections of [4, 50]) {
      expect(learn(houses(sections, ["paper"])).common).toEqual([]);
      expect(learn(houses(sections, ["paper", "hill", "lake"])).common).toEqual([]);
    }
    expect(learn(houses(4, SOURCES)).common).toMatchObject([{ owners: 4 }]);
  });

  it("vouches by one story in each of two sources", () => {
    const paper = { owner: "paper", now: NOW + 4 * DAY };
    const one: Day = { ...paper, sourceId: "paper-1", seeds: [90] };
    const two: Day = { ...paper, sourceId: "paper-2", seeds: [91] };
    const others = twice(SOURCES.slice(1), 4 * DAY);
    expect(learn([...others, one, two]).common).toMatchObject([{ owners: 4 }]);
    expect(learn([...others, one, { ...two, seeds: [90] }]).common).toEqual([]);
  });

  it("leaves room for others among those that are noted", () => {
    const { known } = learn(houses(50, ["paper", "hill", "lake", "marsh"]));
    const owners = known.filter(({ hash }) => hash === HASH).map(({ owner }) => owner);
    expect(owners.length).toBe(8);
    expect(new Set(owners).size).toBe(4);
  });
});

it("sentences, and lines between and above them, are not looked at", () => {
  const text = (...lines: readonly string[]) => hashesToSight(outlineOfText(lines.join("\n\n")));
  const [one, two] = [`${generateText(seeded(1), 30)}.`, `${generateText(seeded(2), 30)}.`];
  expect(text(one, LABEL, two)).toEqual([]);
  expect(text(LABEL, one, two)).toEqual([]);
  expect(text(one, two, "We left the valley early.")).toEqual([]);
  expect(text(one, two, LABEL)).toEqual([HASH]);
  expect(text(LABEL, "Halbach am See", one)).toEqual([HASH]);
});
