import { RIGHTS, type Rights } from "../model.ts";

/** What decides which copy of a text is published. */
export type Candidate = {
  readonly id: string;
  readonly republish: Rights;
  readonly isOnOwnHost: boolean;
  readonly isSummaryOnly: boolean;
  readonly comparedAt: number;
};

/**
 * The copy to publish: the one of which most may be republished, then the house's own copy, then
 * full text over summary, then the earliest. Length never counts: a padded copy must not take over.
 * The order is total, so the result depends neither on the order of arrival nor on who asks.
 */
export function electLead<T extends Candidate>(members: readonly [T, ...T[]]): T {
  return members.reduce((best, member) => (compareCandidates(member, best) < 0 ? member : best));
}

/** Negative when `a` is the better copy to publish. */
export function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    RIGHTS.indexOf(b.republish) - RIGHTS.indexOf(a.republish) ||
    Number(b.isOnOwnHost) - Number(a.isOnOwnHost) ||
    Number(a.isSummaryOnly) - Number(b.isSummaryOnly) ||
    a.comparedAt - b.comparedAt ||
    (a.id < b.id ? -1 : 1)
  );
}
