import type { Figure } from "./figure.ts";
import type { Summary } from "./measure/statistics.ts";
import type { ChartSection } from "./ratio-chart.ts";
import { short } from "./report.ts";

/** A table for each section: the amount of Offprint, and its ratios with the least and the greatest of the rounds. */
export const markdownOf = (sections: readonly ChartSection[]): string =>
  sections.map(({ title, figures }) => `### ${title}\n\n${tableIn(figures)}\n`).join("\n");

function tableIn(figures: readonly Figure[]): string {
  const rows = figures.flatMap((figure) =>
    saidOf(figure).map(([name, ratio], index) => {
      const { title, unit, amounts } = figure;
      const what = index === 0 ? title : "";
      const amount = index === 0 ? `${shortOf(amounts["offprint"])} ${unit}` : "";
      return `| ${what} | ${amount} | ${name} | ${shortOf(amounts[name])} ${unit} | ${spread(ratio)} |`;
    }),
  );
  return ["| | Offprint | beside | takes | times |", "|---|---|---|---|---|", ...rows].join("\n");
}

/** Those of its ratios of which something can be said. */
const saidOf = ({ ratios }: Figure): readonly (readonly [string, Summary])[] =>
  Object.entries(ratios).flatMap(([name, ratio]) => (ratio === null ? [] : [[name, ratio]]));

const shortOf = (summary: Summary | null | undefined): string =>
  summary === null || summary === undefined ? "–" : short(summary.median);

const spread = (ratio: Summary): string =>
  `${short(ratio.median)} (${short(ratio.least)}–${short(ratio.most)})`;
