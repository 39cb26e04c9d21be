import { ratios, type Summary, summarise } from "./measure/statistics.ts";

export type FigureHead = {
  /** Its name in budgets. */
  readonly id: string;
  readonly title: string;
  readonly unit: "µs" | "ms" | "s" | "KB" | "MB" | "%";
};

/** Both by contestant; `null` when no round can say. */
export type Figure = FigureHead & {
  readonly amounts: Readonly<Record<string, Summary | null>>;
  /** Offprint against each of the others, each round by itself. */
  readonly ratios: Readonly<Record<string, Summary | null>>;
};

/** One value a round of each contestant, in the order of the columns of the table. */
export type Values = { readonly offprint: readonly number[] } & Readonly<
  Record<string, readonly number[]>
>;

export function figureOf(head: FigureHead, values: Values): Figure {
  const entries = Object.entries(values);
  const others = entries.filter(([name]) => name !== "offprint");
  return {
    ...head,
    amounts: Object.fromEntries(entries.map(([name, own]) => [name, summarise(own)])),
    ratios: Object.fromEntries(
      others.map(([name, own]) => [name, summarise(ratios(values.offprint, own))]),
    ),
  };
}
