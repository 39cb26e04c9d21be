/** A part of each text: from the first position up to, not including, the last. */
export type Range = {
  readonly aStart: number;
  readonly aEnd: number;
  readonly bStart: number;
  readonly bEnd: number;
};
