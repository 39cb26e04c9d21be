import { readFileSync } from "node:fs";
import type { Figure, Reference } from "./figures.ts";

/** How many times its reference a figure of Offprint may be, median over the rounds. */
export type Budget = {
  readonly figure: string;
  /** `itself`: the figure is a share, and compared as it is. */
  readonly against: Reference | "itself";
  readonly most: number;
};

export type Verdict = Budget & { readonly seen: number | null; readonly isKept: boolean };

/** Throws when the file is missing or is no such file. */
export function readBudgets(file: URL): readonly Budget[] {
  return (JSON.parse(readFileSync(file, "utf8")) as { readonly budgets: readonly Budget[] })
    .budgets;
}

/** A budget that nothing was measured for is missed. Throws when it names a figure that there is not. */
export function judge(budgets: readonly Budget[], figures: readonly Figure[]): readonly Verdict[] {
  return budgets.map((budget) => {
    const figure = figures.find(({ id }) => id === budget.figure);
    if (figure === undefined) throw new Error(`a budget names no figure: ${budget.figure}`);
    const { amounts, ratios } = figure;
    const summary = budget.against === "itself" ? amounts.offprint : ratios[budget.against];
    const seen = summary?.median ?? null;
    return { ...budget, seen, isKept: seen !== null && seen <= budget.most };
  });
}
