import type { Title } from "./title.ts";
import { likenessOf } from "./titles.ts";

/** What the comparison of two articles looks at. */
export type Comparable = {
  readonly title: Title;
  /** Hash of the normalised tokens of the text. */
  readonly textHash: string;
  readonly tokenCount: number;
  /** Said by the publisher, else when we first saw it: comparison is by publication, not by fetching. */
  readonly comparedAt: number;
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Measured on labelled wire texts (docs/decisions/0009): shorter texts repeat by themselves. */
const MIN_TOKENS = 8;
const SHORT_TOKENS = 40;
const LONG_TOKENS = 100;
const SHORT_TITLE_SIMILARITY = 0.5;

/** Whether a text is long enough to be the same as another: fewer words repeat by themselves. */
export const isComparable = ({ tokenCount }: Pick<Comparable, "tokenCount">): boolean =>
  tokenCount >= MIN_TOKENS;

/**
 * Whether two articles carry one text, by equality of their normalised tokens: within 72 hours, or
 * within 14 days from 100 tokens on. Under 40 tokens, where daily notices are alike to the letter,
 * their titles must agree too. Under 8 tokens nothing is ever the same. Symmetric.
 */
export function isSameText(a: Comparable, b: Comparable): boolean {
  if (a.textHash !== b.textHash || !isComparable(a)) return false;
  const window = a.tokenCount >= LONG_TOKENS ? 14 * DAY_MS : 72 * HOUR_MS;
  if (Math.abs(a.comparedAt - b.comparedAt) > window) return false;
  return a.tokenCount >= SHORT_TOKENS || likenessOf(a.title, b.title) >= SHORT_TITLE_SIMILARITY;
}
