import { readFileSync } from "node:fs";
import type { Figure } from "./figure.ts";

/** How many times its reference a figure of Offprint may be, median over the rounds. */
export type Budget = {
  readonly figure: string;
  /** Another column of the figure. `itself`: the figure is a share, and compared as it is. */
  readonly against: string;
  readonly most: number;
};

export type Verdict = Budget & { readonly seen: number | null; readonly isKept: boolean };

/** The budgets of each section. Throws when the file is missing or is no such file. */
export const readBudgets = (file: URL): Readonly<Record<string, readonly Budget[]>> =>
  JSON.parse(readFileSync(file, "utf8")) as Record<string, readonly Budget[]>;

/**
 * A budget that nothing was measured for is missed; one against a program that this machine does not have is left out.
 * Throws when it names a figure that there is not.
 */
export const judge = (budgets: readonly Budget[], figures: readonly Figure[]): readonly Verdict[] =>
  budgets.flatMap((budget) => {
    const figure = figures.find(({ id }) => id === budget.figure);
    if (figure === undefined) throw new Error(`a budget names no figure: ${budget.figure}`);
    const { amounts, ratios } = figure;
    const summary = budget.against === "itself" ? amounts["offprint"] : ratios[budget.against];
    if (summary === undefined) return [];
    const seen = summary?.median ?? null;
    return [{ ...budget, seen, isKept: seen !== null && seen <= budget.most }];
  });
