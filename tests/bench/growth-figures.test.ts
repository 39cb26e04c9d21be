import { expect, it } from "vitest";
import { type GrowthRound, growthFigures } from "../../bench/growth/growth-figures.ts";

const at = (articles: number, factor: number): GrowthRound => ({
  articles,
  commandCpuMs: 200 * factor,
  passWallMs: 500,
  newItemCpuMs: 3,
  peakBytes: 100_000_000,
  firstAnswerMs: 600,
  restBytes: 200_000_000,
  pageMs: 5 * factor,
});

it("compares each desk with the smallest of its round", () => {
  const figures = growthFigures([
    [at(10, 1), at(1000, 2), at(100_000, 4)],
    [at(10, 10), at(1000, 30), at(100_000, 60)],
  ]);
  const ratiosOf = (id: string) => figures.find((figure) => figure.id === id)?.ratios;
  expect(ratiosOf("page")).toEqual({ smallest: { median: 5, least: 4, most: 6 } });
  expect(ratiosOf("page-1000")).toEqual({ smallest: { median: 2.5, least: 2, most: 3 } });
  expect(ratiosOf("pass")?.["smallest"]?.median).toBe(1);
});
