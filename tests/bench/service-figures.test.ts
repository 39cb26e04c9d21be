import { expect, it } from "vitest";
import { judge, readBudgets, type Verdict } from "../../bench/budgets.ts";
import type { Figure } from "../../bench/figure.ts";
import { type ServiceRound, serviceFigures } from "../../bench/service/service-figures.ts";

const MB = 1_000_000;
const answers = (slowest: number): readonly number[] =>
  Array.from({ length: 100 }, (_, n) => (n < 98 ? 1 : slowest));

const ROUND: ServiceRound = {
  nodeStartMs: 30,
  firstAnswerMs: 600,
  webBytes: 100 * MB,
  allBytes: 250 * MB,
  nodeBytes: 10 * MB,
  idleMs: answers(5),
  busyMs: answers(10),
  holdsMs: [4, 3, 90],
};

/** The figures of one round, by their id. */
function figuresBy(): (id: string) => Figure {
  const figures = serviceFigures([ROUND]);
  return (id) => {
    const figure = figures.find((each) => each.id === id);
    if (figure === undefined) throw new Error(`no figure ${id}`);
    return figure;
  };
}

function budgetsOf(): readonly Verdict[] {
  const { service = [] } = readBudgets(new URL("../../bench/budgets.json", import.meta.url));
  return judge(service, serviceFigures([ROUND]));
}

it("compare the service with a Node that does nothing, round by round", () => {
  const by = figuresBy();
  expect(by("first-answer").ratios["node -e 0"]?.median).toBe(20);
  expect(by("rest-web").amounts["offprint"]?.median).toBe(100);
  expect(by("rest-all").ratios["idle node"]?.median).toBe(25);
});

it("take the slowest answers in a hundred, and the longest hold", () => {
  const by = figuresBy();
  expect(by("busy-p99").ratios["at rest"]?.median).toBe(2);
  expect(by("held-p50").amounts["offprint"]?.median).toBe(4);
  expect(by("held-most").amounts["offprint"]?.median).toBe(90);
});

it("have budgets", () => {
  const verdicts = budgetsOf();
  expect(verdicts.length).toBeGreaterThan(0);
  expect(verdicts.filter(({ seen }) => seen === null)).toEqual([]);
});
