import type { Candidate } from "../articles/stored-context.ts";
import { RIGHTS } from "../rights/rights.ts";
import { preferCopy } from "./prefer-copy.ts";

/** The facts of a member that decide which one of a cluster is shown. */
export type ShowableCopy = Candidate & {
  /** Its place when the lead was elected, the best is 0. */
  readonly rank: number;
  /** It is held back for its page. */
  readonly isHeld: boolean;
};

export type ShowableCluster<T extends ShowableCopy> = {
  readonly leadId: string | null;
  /** Withdrawn because its sources were forgotten. */
  readonly isForgotten: boolean;
  readonly members: readonly T[];
};

export type CopyQuery = {
  /** Only copies of these; empty for all. */
  readonly sources: readonly string[];
  /** Whose copy is shown, the most preferred first, before the lead; absent for the lead. */
  readonly prefer?: readonly string[];
  /** Also what is held back. */
  readonly withHeld?: boolean;
};

/**
 * The preferred copy, else the lead. When the lead is held back, or not of the sources that a feed is limited to, it is
 * the copy that ranked next at the election: reordering the sources alone changes nothing that is shown.
 */
export function shownCopy<T extends ShowableCopy>(
  cluster: ShowableCluster<T>,
  { sources, prefer = [], withHeld = false }: CopyQuery,
): T | undefined {
  const copies = publishedMembers(cluster)
    .filter(({ sourceId }) => sources.length === 0 || sources.includes(sourceId))
    .filter(({ isHeld }) => withHeld || !isHeld);
  const usual = copies.find(({ id }) => id === cluster.leadId) ?? copies.toSorted(byRank)[0];
  return usual && preferCopy(usual, copies, prefer);
}

/** Rights come before the rank: they may have been lowered since the election. */
export const byRank = (a: ShowableCopy, b: ShowableCopy): number =>
  RIGHTS.indexOf(b.republish) - RIGHTS.indexOf(a.republish) || a.rank - b.rank;

/** The members without forgotten ones. An entry that was withdrawn because they were forgotten keeps them: its tombstone is theirs. */
export const publishedMembers = <T extends ShowableCopy>({
  members,
  isForgotten,
}: ShowableCluster<T>): readonly T[] =>
  isForgotten ? members : members.filter((member) => !member.isForgotten);
