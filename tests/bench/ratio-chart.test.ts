import { expect, it } from "vitest";
import { figureOf } from "../../bench/figure.ts";
import { markdownOf } from "../../bench/markdown-tables.ts";
import { ratioChart } from "../../bench/ratio-chart.ts";

const head = { id: "cpu", title: "a poll <CPU>", unit: "ms" } as const;
const figure = figureOf(head, { offprint: [10, 20], twin: [1, 1], parse: [0, 0] });
const SECTIONS = [{ title: "taking in", figures: [figure] }];

it("draws a bar for each ratio, on a logarithmic scale, and none for what could not be said", () => {
  const svg = ratioChart(SECTIONS);
  expect(svg).toContain("a poll &lt;CPU&gt; × twin");
  expect(svg).not.toContain("× parse");
  expect(svg.match(/<rect /g)).toHaveLength(1);
  const [from, to] = [...svg.matchAll(/class="spread" x1="([\d.]+)" x2="([\d.]+)"/g)]
    .flatMap(([, a, b]) => [a, b])
    .map(Number);
  const [one] = [...svg.matchAll(/class="one" x1="([\d.]+)"/g)].map(([, x]) => Number(x));
  // 1, 10 and 20 lie at 0, 1 and 1.3 decades.
  const span = (to ?? 0) - (one ?? 0);
  expect(((from ?? 0) - (one ?? 0)) / span).toBeCloseTo(1 / Math.log10(20), 2);
});

it("writes the same as a table", () => {
  const lines = markdownOf(SECTIONS).split("\n");
  expect(lines).toContain("### taking in");
  expect(lines).toContain("| a poll <CPU> | 15 ms | twin | 1 ms | 15 (10–20) |");
  expect(lines.join()).not.toContain("parse");
});
