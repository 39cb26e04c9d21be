import type { Verdict } from "./budgets.ts";
import type { Figure } from "./figure.ts";
import type { Summary } from "./measure/statistics.ts";

/** Tables for people: medians, and in brackets the least and the greatest of the rounds. One for each set of columns. */
export const tablesOf = (figures: readonly Figure[]): string =>
  [...Map.groupBy(figures, ({ amounts }) => Object.keys(amounts).join()).values()]
    .map(tableOf)
    .join("\n\n");

function tableOf(figures: readonly Figure[]): string {
  const names = Object.keys(figures[0]?.amounts ?? {});
  const others = Object.keys(figures[0]?.ratios ?? {});
  const head = ["", ...names, ...others.map((name) => `× ${name}`)];
  const rows = figures.map(({ title, unit, amounts, ratios }) => [
    `${title} [${unit}]`,
    ...names.map((name) => spreadOf(amounts[name])),
    ...others.map((name) => spreadOf(ratios[name])),
  ]);
  return aligned([head, ...rows]);
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lineOf = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
      .join("  ")
      .trimEnd();
  return rows.map(lineOf).join("\n");
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

function spreadOf(summary: Summary | null | undefined): string {
  if (summary === null || summary === undefined) return "–";
  const { median, least, most } = summary;
  return least === most ? short(median) : `${short(median)} (${short(least)}–${short(most)})`;
}

/** Three digits that matter. */
export const short = (value: number): string =>
  Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
