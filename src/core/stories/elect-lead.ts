import type { Candidate } from "../articles/stored-context.ts";
import { RIGHTS, type Rights } from "../rights/rights.ts";

/** Sources that left the configuration come after all that are in it. */
const LEFT = 1_000_000;

/** The place of a source for elections, by its last position in the configuration. */
export const placeOf = (position: number, isConfigured: boolean): number =>
  isConfigured ? position : LEFT + position;

/** A summary has less than this part of the text that it sums up. */
const SUMMARY_SHARE = 0.34;

/**
 * The copy to publish, by these criteria in turn: its source is not forgotten; most of it may be republished; it is the
 * house's own copy; it is a full text; its source comes first in the configuration; it is the newest version within that
 * source. Length never counts (a padded copy must not take over), with one exception: a short summary does not lead
 * while a text with at least the same rights is there. The order is total, so the order of arrival does not count. Our
 * ids decide nothing: they are as good as random.
 */
export function electLead<T extends Candidate>(all: readonly [T, ...T[]]): T {
  const [one, ...others] = all.filter(({ isForgotten }) => !isForgotten);
  return electAmong(one === undefined ? all : [one, ...others]);
}

function electAmong<T extends Candidate>(members: readonly [T, ...T[]]): T {
  const longest = RIGHTS.map((least) =>
    Math.max(0, ...members.filter((member) => isText(member, least)).map((m) => m.tokenCount)),
  );
  const [first, ...rest] = members.filter(
    ({ isSummaryOnly, republish, tokenCount }) =>
      !isSummaryOnly || tokenCount >= SUMMARY_SHARE * (longest[RIGHTS.indexOf(republish)] ?? 0),
  );
  // The filter always leaves the longest text.
  return [first ?? members[0], ...rest].reduce((best, member) =>
    compareCandidates(member, best) < 0 ? member : best,
  );
}

/** The lead first, then the others from best to worst. */
export function rankCandidates<T extends Candidate>(members: readonly T[]): readonly T[] {
  const [first, ...rest] = members;
  if (first === undefined) return [];
  const lead = electLead([first, ...rest]);
  return [lead, ...members.filter((each) => each !== lead).toSorted(compareCandidates)];
}

const isText = ({ isSummaryOnly, republish }: Candidate, least: Rights): boolean =>
  !isSummaryOnly && RIGHTS.indexOf(republish) >= RIGHTS.indexOf(least);

/** Negative when `a` is the better copy to publish. */
export function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    Number(a.isForgotten) - Number(b.isForgotten) ||
    RIGHTS.indexOf(b.republish) - RIGHTS.indexOf(a.republish) ||
    Number(b.isOnOwnHost) - Number(a.isOnOwnHost) ||
    Number(a.isSummaryOnly) - Number(b.isSummaryOnly) ||
    a.place - b.place ||
    compareText(a.sourceId, b.sourceId) ||
    compareVersions(a, b)
  );
}

type VersionOfSource = Pick<Candidate, "firstPublishedAt" | "receivedAt" | "enteredAt" | "key">;

/** Negative when `a` is the newer of two versions that one source published. */
export function compareVersions(a: VersionOfSource, b: VersionOfSource): number {
  return (
    b.firstPublishedAt - a.firstPublishedAt ||
    b.receivedAt - a.receivedAt ||
    b.enteredAt - a.enteredAt ||
    compareText(a.key, b.key)
  );
}

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
