import type { Measures } from "./measure.ts";
import type { Title } from "./title.ts";

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** Copies appear within three days. Later texts are new reports, unless they are long and hardly changed. */
export const SOON_MS = 72 * HOUR_MS;
export const LATEST_MS = 14 * DAY_MS;

/** An article as the rules see it. */
export type Subject = {
  readonly title: Title;
  /** `null` for none, and for a home page, which says nothing. */
  readonly address: string | null;
  readonly comparedAt: number;
  /** The core of its text: without boilerplate. */
  readonly tokens: Uint32Array;
};

/**
 * Of two articles of one source: whether both are offered beside each other, or the newer one took the place of the
 * other. `null` for articles of two sources.
 */
export type Kinship = "beside" | "replaced" | null;

/** Two articles and what was measured between them; `a` is the shorter. */
export type Pair = {
  readonly a: Subject;
  readonly b: Subject;
  readonly apartMs: number;
  readonly measures: Measures;
  /** Similarity of the titles, 0 to 1. */
  readonly titles: number;
  readonly kinship: Kinship;
};

/** From this part of the shorter text on, two texts are one. */
export const COPY_COVERAGE = 0.7;
/** A text shorter than this part of the other can only be a summary of it. */
export const SUMMARY_SHARE = 0.34;
/** From this part of numbers on, a text is a table. */
export const TABLE_DENSITY = 0.25;

export const isAtOneAddress = ({ a, b, measures }: Pair): boolean =>
  a.address !== null && a.address === b.address && measures.coverage >= COPY_COVERAGE;
