/** Replaces the text from `from` to `to` (offsets in the text as it was). */
export type Splice = { readonly from: number; readonly to: number; readonly text: string };

/** @param splices that do not overlap. */
export const spliced = (text: string, splices: readonly Splice[]): string =>
  splices
    .toSorted((a, b) => b.from - a.from)
    .reduce((now, { from, to, text: put }) => now.slice(0, from) + put + now.slice(to), text);

export const insertion = (at: number, text: string): Splice => ({ from: at, to: at, text });
