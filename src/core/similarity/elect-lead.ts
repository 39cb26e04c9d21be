import { RIGHTS, type Rights } from "../model.ts";

/** What decides which copy of a text is published. */
export type Candidate = {
  readonly id: string;
  readonly republish: Rights;
  readonly isOnOwnHost: boolean;
  readonly isSummaryOnly: boolean;
  readonly tokenCount: number;
  /**
   * When it was published as first said: an article that is dated anew with every poll must not
   * change places with another that does the same.
   */
  readonly firstPublishedAt: number;
};

/** A summary has less than this part of the text that it sums up. */
const SUMMARY_SHARE = 0.34;

/**
 * The copy to publish: the one of which most may be republished, then the house's own copy, then
 * full text over summary, then the earliest. Length never counts (a padded copy must not take over),
 * but that a mere summary does not lead while a text of which as much may be republished is there.
 * The order is total, so the result depends neither on the order of arrival nor on who asks.
 */
export function electLead<T extends Candidate>(members: readonly [T, ...T[]]): T {
  const longest = RIGHTS.map((least) =>
    Math.max(0, ...members.filter((member) => isText(member, least)).map((m) => m.tokenCount)),
  );
  const [first, ...rest] = members.filter(
    ({ isSummaryOnly, republish, tokenCount }) =>
      !isSummaryOnly || tokenCount >= SUMMARY_SHARE * (longest[RIGHTS.indexOf(republish)] ?? 0),
  );
  // The longest text itself is always left.
  return [first ?? members[0], ...rest].reduce((best, member) =>
    compareCandidates(member, best) < 0 ? member : best,
  );
}

const isText = ({ isSummaryOnly, republish }: Candidate, least: Rights): boolean =>
  !isSummaryOnly && RIGHTS.indexOf(republish) >= RIGHTS.indexOf(least);

/** Negative when `a` is the better copy to publish. */
export function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    RIGHTS.indexOf(b.republish) - RIGHTS.indexOf(a.republish) ||
    Number(b.isOnOwnHost) - Number(a.isOnOwnHost) ||
    Number(a.isSummaryOnly) - Number(b.isSummaryOnly) ||
    a.firstPublishedAt - b.firstPublishedAt ||
    (a.id < b.id ? -1 : 1)
  );
}
