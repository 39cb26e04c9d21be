import type { Candidate } from "../articles/stored-context.ts";
import { RIGHTS } from "../rights/rights.ts";

/** The facts of a copy that decide whether it can be shown for its cluster. */
export type Copy = Pick<Candidate, "sourceId" | "republish" | "isSummaryOnly" | "tokenCount">;

/** Under this part of the words, a copy is only a summary of the text (as in elect-lead.ts). */
const SUMMARY_SHARE = 0.34;

/**
 * The copy that a feed shows: that of the first preferred source with a copy as good as `shown`, else `shown`.
 * A copy of which less may be republished never replaces one of which more may be, and a summary never
 * replaces the text.
 */
export function preferCopy<T extends Copy>(
  shown: T,
  copies: readonly T[],
  prefer: readonly string[],
): T {
  for (const sourceId of prefer) {
    if (shown.sourceId === sourceId) return shown;
    const copy = copies.find((one) => one.sourceId === sourceId && isAsGood(one, shown));
    if (copy !== undefined) return copy;
  }
  return shown;
}

const isAsGood = (copy: Copy, shown: Copy): boolean =>
  RIGHTS.indexOf(copy.republish) >= RIGHTS.indexOf(shown.republish) &&
  (shown.isSummaryOnly || !copy.isSummaryOnly) &&
  copy.tokenCount >= SUMMARY_SHARE * shown.tokenCount;
