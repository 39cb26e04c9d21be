import type { Verdict } from "./budgets.ts";
import type { Figure } from "./figures.ts";
import type { Summary } from "./measure/statistics.ts";

/** A table for people: medians, and in brackets the least and the greatest of the rounds. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ title, unit, amounts, ratios }) => [
    `${title} [${unit}]`,
    spreadOf(amounts.offprint),
    spreadOf(amounts.twin),
    spreadOf(amounts.parse),
    spreadOf(ratios.twin),
    spreadOf(ratios.parse),
  ]);
  const head = ["", "offprint", "twin", "parse", "× twin", "× parse"];
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const lineOf = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return [head, ...rows].map(lineOf).join("\n");
}

export function verdictsText(verdicts: readonly Verdict[]): string {
  const missed = verdicts.filter(({ isKept }) => !isKept);
  const lines = missed.map(({ figure, against, most, seen }) => {
    if (seen === null) return `MISSED  ${figure} could not be measured`;
    const what = against === "itself" ? short(seen) : `${short(seen)} times ${against}`;
    return `MISSED  ${figure} is ${what}, at most ${most}`;
  });
  return [...lines, `${verdicts.length - missed.length} of ${verdicts.length} budgets kept`].join(
    "\n",
  );
}

function spreadOf(summary: Summary | null): string {
  if (summary === null) return "–";
  const { median, least, most } = summary;
  return `${short(median)} (${short(least)}–${short(most)})`;
}

/** Three digits that matter. */
const short = (value: number): string =>
  Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
