import { describe, expect, it } from "vitest";
import { judge, readBudgets } from "../../bench/budgets.ts";
import { figureOf } from "../../bench/figure.ts";
import { ingestFigures } from "../../bench/ingest/ingest-figures.ts";
import { marginFigures } from "../../bench/ingest/margin-figures.ts";
import {
  type Round,
  type RoundOfOne,
  roundsFit,
  STEPS,
  type Step,
} from "../../bench/ingest/rounds.ts";
import type { Cost } from "../../bench/measure/measure-command.ts";
import { cpuNanosOf, parseStat, pidsOf, pssOf } from "../../bench/measure/process-tree.ts";
import { percentile, ratios, summarise } from "../../bench/measure/statistics.ts";
import { tablesOf, verdictsText } from "../../bench/report.ts";

const SIZES = { sources: 4, items: 5, newItems: 2, quietSources: 10 };

const cost = (cpuMs: number): Cost => ({
  cpuMs,
  wallMs: 2 * cpuMs,
  waitedMs: cpuMs / 2,
  peakRssBytes: 50_000_000,
  writtenBytes: 1000 * cpuMs,
});

/** Costs 100 ms to start, and so much more for each other step. */
const costs = (beyondStart: number): RoundOfOne => ({
  ...(Object.fromEntries(
    STEPS.map((step) => [step, cost(step === "start" ? 100 : 100 + beyondStart)]),
  ) as Record<Step, Cost>),
  databaseBytes: 100 * beyondStart,
});

const round = (offprint: number, twin: number, parse: number): Round => ({
  offprint: costs(offprint),
  twin: costs(twin),
  parse: costs(parse),
});

it("tells what one more costs a program that has warmed up", () => {
  const sizes = { few: SIZES, many: { ...SIZES, sources: 8, quietSources: 20 } };
  const figures = marginFigures([{ few: round(400, 80, 40), many: round(600, 120, 50) }], sizes);
  const of = (id: string) => figures.find((figure) => figure.id === id);
  expect(of("first-margin")?.amounts["offprint"]?.median).toBe(10);
  expect(of("changed-margin")?.amounts["twin"]?.median).toBe(10);
  expect(of("unchanged-margin")?.amounts["parse"]?.median).toBe(1);
  expect(of("moved-margin")?.ratios["twin"]?.median).toBe(5);
});

describe("a summary", () => {
  it.each([
    [[3, 1, 2], { median: 2, least: 1, most: 3 }],
    [[4, 1, 2, 3], { median: 2.5, least: 1, most: 4 }],
    [[7], { median: 7, least: 7, most: 7 }],
  ])("of %j has the middle and the ends", (values, expected) => {
    expect(summarise(values)).toEqual(expected);
  });

  it("of nothing is none", () => {
    expect(summarise([])).toBeNull();
  });
});

it("a ratio compares values of one round, and leaves out rounds that have no reference", () => {
  expect(ratios([10, 20, 30], [5, 0, 3])).toEqual([2, 10]);
  expect(ratios([10], [-1])).toEqual([]);
});

it("a percentile is one of the values", () => {
  const hundred = Array.from({ length: 100 }, (_, n) => 100 - n);
  expect([1, 50, 99, 100].map((share) => percentile(hundred, share))).toEqual([1, 50, 99, 100]);
  expect(percentile([7], 99)).toBe(7);
  expect(percentile([], 50)).toBeNaN();
});

it.runIf(process.platform === "linux")("a living process has its time, memory and place", () => {
  expect(pidsOf(process.pid)[0]).toBe(process.pid);
  expect(cpuNanosOf(process.pid)).toBeGreaterThan(1e6);
  expect(pssOf(process.pid)).toBeGreaterThan(1e6);
});

it("the time of ended children is found behind any name of a program", () => {
  const stat = "42 (a) b (c)) S 1 42 42 0 -1 4194560 1 2 3 4 50 60 70 80 20 0 11 0 123";
  expect(parseStat(stat)).toEqual({ cutimeTicks: 70, cstimeTicks: 80 });
});

describe("the figures", () => {
  const figures = ingestFigures(
    [round(400, 40, 20), round(800, 40, 40), round(600, 40, 30)],
    SIZES,
  );
  const figure = (id: string) => figures.find((each) => each.id === id);

  it("are what is spent beyond the start, divided among the work", () => {
    expect(figure("first-cpu")?.amounts["offprint"]?.median).toBe(600 / 20);
    expect(figure("changed-cpu")?.amounts["offprint"]?.median).toBe(600 / 4);
    expect(figure("changed-wall")?.amounts["offprint"]?.median).toBe(1200 / 4);
    expect(figure("unchanged-cpu")?.amounts["offprint"]?.median).toBe(600 / 10);
    expect(figure("one-written")?.amounts["offprint"]?.median).toBe(600);
  });

  it("are compared round by round", () => {
    expect(figure("first-cpu")?.ratios["twin"]).toEqual({ median: 15, least: 10, most: 20 });
    expect(figure("first-cpu")?.ratios["parse"]).toEqual({ median: 20, least: 20, most: 20 });
  });

  it("keep the start and the memory of a process whole", () => {
    expect(figure("start-cpu")?.amounts["twin"]?.median).toBe(100);
    expect(figure("first-rss")?.amounts["twin"]?.median).toBe(50);
  });

  it("add up the time of a whole round, starts included", () => {
    const all = STEPS.length * 200 + (STEPS.length - 1) * 80;
    expect(figure("round-wall")?.amounts["twin"]?.median).toBe(all);
  });

  it("that are above their budget are told by name", () => {
    const budgets = [
      { figure: "first-cpu", against: "twin", most: 15 },
      { figure: "changed-cpu", against: "twin", most: 14.9 },
    ] as const;
    const verdicts = judge(budgets, figures);
    expect(verdicts.map(({ isKept }) => isKept)).toEqual([true, false]);
    expect(verdictsText(verdicts)).toMatch(
      /^MISSED {2}changed-cpu is 15 times twin, at most 14\.9$/m,
    );
    expect(verdictsText(verdicts)).toMatch(/^1 of 2 budgets kept$/m);
  });

  it("that are shares are judged as they are", () => {
    expect(figure("round-waited")?.amounts["offprint"]?.median).toBe(25);
    const budgets = [{ figure: "round-waited", against: "itself", most: 24 }] as const;
    const verdicts = judge(budgets, figures);
    expect(verdictsText(verdicts)).toMatch(/^MISSED {2}round-waited is 25, at most 24$/m);
  });

  it("that nothing can be said of miss their budget", () => {
    const unsaid = ingestFigures([round(400, 0, 20)], SIZES);
    const budgets = [{ figure: "first-cpu", against: "twin", most: 15 }] as const;
    expect(judge(budgets, unsaid)).toEqual([{ ...budgets[0], seen: null, isKept: false }]);
  });

  it("that a budget names in vain are a mistake", () => {
    const budgets = [{ figure: "frist-cpu", against: "twin", most: 15 }] as const;
    expect(() => judge(budgets, figures)).toThrow("frist-cpu");
  });

  it("stand in a table, one a line, with their spread", () => {
    const lines = tablesOf(figures).split("\n");
    expect(lines).toHaveLength(figures.length + 1);
    expect(lines[1]).toMatch(/first ingest, an item, CPU \[ms\] +30 \(20–40\) +2 /);
  });

  it("have the budgets of the file", () => {
    const { ingest = [] } = readBudgets(new URL("../../bench/budgets.json", import.meta.url));
    expect(ingest.length).toBeGreaterThan(0);
    expect(judge(ingest, figures)).toHaveLength(ingest.length);
  });
});

describe("a figure whose contestants differ from machine to machine", () => {
  const head = { id: "gzip-cpu", title: "200 with gzip", unit: "µs" } as const;
  const budgets = [
    { figure: "gzip-cpu", against: "raw", most: 1.5 },
    { figure: "gzip-cpu", against: "nginx", most: 3 },
  ];

  it("is judged against those that are there", () => {
    const both = figureOf(head, { offprint: [3, 3], raw: [2, 3], nginx: [1, 1] });
    expect(judge(budgets, [both]).map(({ seen }) => seen)).toEqual([1.25, 3]);
    const one = figureOf(head, { offprint: [3], raw: [2] });
    expect(judge(budgets, [one]).map(({ against }) => against)).toEqual(["raw"]);
  });

  it("stands in a table with its like", () => {
    const other = figureOf({ ...head, title: "start" }, { offprint: [9], node: [3] });
    const [first = "", second = ""] = tablesOf([
      figureOf(head, { offprint: [3], raw: [2] }),
      other,
    ]).split("\n\n");
    expect(first).toMatch(/offprint +raw +× raw\n.*3 +2 +1.5/);
    expect(second).toMatch(/offprint +node +× node\n.*9 +3 +3/);
  });
});

it.each([
  [{ done: 0, begunMs: 999, elapsedMs: 999 }, true],
  [{ done: 1, begunMs: 100, elapsedMs: 550 }, true],
  [{ done: 1, begunMs: 100, elapsedMs: 551 }, false],
  [{ done: 2, begunMs: 100, elapsedMs: 700 }, true],
  [{ done: 2, begunMs: 100, elapsedMs: 701 }, false],
])("says whether another round fits into 1,000 ms: %j", (time, expected) => {
  expect(roundsFit({ ...time, limitMs: 1000 })).toBe(expected);
});
