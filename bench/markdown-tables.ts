import type { Figure } from "./figure.ts";
import type { Summary } from "./measure/statistics.ts";
import type { ChartSection } from "./ratio-chart.ts";
import { short } from "./report.ts";

/** A table for each section: the amount of Offprint, and its ratios with the least and the greatest of the rounds. */
export const markdownOf = (sections: readonly ChartSection[]): string =>
  sections.map(({ title, figures }) => `### ${title}\n\n${tableIn(figures)}\n`).join("\n");

function tableIn(figures: readonly Figure[]): string {
  const rows = figures.flatMap((figure) =>
    Object.entries(figure.ratios).map(([name, ratio], index) => {
      const { title, unit, amounts } = figure;
      const what = index === 0 ? title : "";
      const amount = index === 0 ? `${shortOf(amounts["offprint"])} ${unit}` : "";
      return `| ${what} | ${amount} | ${name} | ${shortOf(amounts[name])} ${unit} | ${spread(ratio)} |`;
    }),
  );
  return ["| | Offprint | beside | takes | times |", "|---|---|---|---|---|", ...rows].join("\n");
}

const shortOf = (summary: Summary | null | undefined): string =>
  summary === null || summary === undefined ? "–" : short(summary.median);

const spread = (ratio: Summary | null): string =>
  ratio === null ? "–" : `${short(ratio.median)} (${short(ratio.least)}–${short(ratio.most)})`;
