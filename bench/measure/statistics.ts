/** A figure over the rounds. The spread is the least and the greatest of them. */
export type Summary = { readonly median: number; readonly least: number; readonly most: number };

/** Null when there is nothing to summarise. Of an even number of values, the median is the mean of the middle two. */
export function summarise(values: readonly number[]): Summary | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [least, most] = [sorted.at(0), sorted.at(-1)];
  const [below, above] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (least === undefined || most === undefined) return null;
  if (below === undefined || above === undefined) return null;
  return { median: (below + above) / 2, least, most };
}

/**
 * Each round's value against its own reference: what slows a round slows both. A round whose reference is not above 0
 * (a cost that drowned in that of the start) says nothing and is left out.
 */
export function ratios(values: readonly number[], references: readonly number[]): number[] {
  return values.flatMap((value, round) => {
    const reference = references[round] ?? 0;
    return reference > 0 ? [value / reference] : [];
  });
}

/** The value that so many hundredths of all do not exceed (nearest rank). NaN of none. */
export function percentile(values: readonly number[], hundredths: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((hundredths / 100) * sorted.length) - 1)] ?? Number.NaN;
}
