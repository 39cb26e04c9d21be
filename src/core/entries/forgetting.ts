import type { Candidate } from "../articles/stored-context.ts";
import { err, ok, type Result } from "../result.ts";
import type { MemberReason } from "../similarity/member-reason.ts";
import type { KnownSource } from "../sources/configuring.ts";
import type { KeptState } from "../sources/source-state.ts";
import { FRESH_STATE } from "../sources/source-state.ts";
import { reelect } from "../stories/reelect.ts";
import { laterThan } from "./entry-dates.ts";
import { SOURCE_FORGOTTEN, type Withdrawal } from "./withdrawal.ts";

/** What forgetting looks at: the source, and the published clusters that its articles are in. */
export type KnownToForget = {
  /** `null` when there is no such source. */
  readonly source: KnownSource | null;
  /** Ids of sources that left the configuration and are not forgotten, to suggest when an id is wrong. */
  readonly forgettable: readonly string[];
  /** How many articles the source has. */
  readonly articles: number;
  readonly clusters: readonly ClusterToForget[];
};

export type ClusterToForget = {
  readonly id: string;
  readonly leadId: string | null;
  /** When a feed last said that its entry changed. */
  readonly toldAt: number;
  readonly members: readonly (Candidate & { readonly why: MemberReason })[];
};

export type ForgetOptions = {
  readonly id: string;
  /** Its articles stay in publication. */
  readonly keep: boolean;
};

export type ForgetIntent = {
  readonly sourceId: string;
  readonly keep: boolean;
  readonly state: KeptState;
  /** When it was forgotten; `null` when its articles are kept. Feeds of this source alone date the loss of their entries by it. */
  readonly forgottenAt: number | null;
  /** Clusters that no other source carries. They are withdrawn, with tombstones newer than what any feed said of them. */
  readonly withdrawn: readonly (Withdrawal & { readonly id: string })[];
  /** Clusters that other sources carry. They keep their ids, and get another lead where an article of this source led. */
  readonly passedOn: readonly PassedOn[];
};

export type PassedOn = {
  readonly id: string;
  readonly leadId: string | null;
  readonly members: ReadonlyMap<string, MemberReason>;
};

/** Forgets how sources were polled, and takes their articles out of publication. */
export interface ForgetStore {
  known(sourceId: string): Promise<KnownToForget>;
  /** In one write transaction: loads what is known, asks `decide`, applies its intent. */
  forget(
    sourceId: string,
    decide: (known: KnownToForget) => Result<ForgetIntent, string>,
    now: number,
  ): Promise<Result<ForgetIntent, string>>;
}

/** What a person is told before and after a source is forgotten. */
export type Forgotten = {
  readonly source: string;
  readonly articles: number;
  readonly withdrawn: number;
  readonly passedOn: number;
};

/**
 * Decides what is forgotten of a source that left the configuration, even if no service has noticed that yet: its
 * schedule, health and validators and, without `keep`, the publication of its articles. Nothing is deleted: ids stay known
 * for ever, and the articles are published again when the source is configured again. The error is a sentence.
 */
export function decideForget(
  known: KnownToForget,
  { id, keep }: ForgetOptions,
  now: number,
): Result<ForgetIntent, string> {
  const { source } = known;
  if (source === null) return err(`there is no source "${id}"${alternatives(known)}`);
  if (source.forgottenAt !== null && !keep) return err(`the source "${id}" is forgotten already`);
  const clusters = keep ? [] : known.clusters;
  const [passedOn, withdrawn] = partition(clusters, isCarriedOn);
  const lastToldAt = passedOn.reduce((last, { toldAt }) => Math.max(last, toldAt), 0);
  return ok({
    sourceId: id,
    keep,
    state: stateAfter(source.state),
    forgottenAt: keep ? null : laterThan(lastToldAt, now),
    withdrawn: withdrawn.map(({ id, toldAt }) => ({
      id,
      at: laterThan(toldAt, now),
      reason: SOURCE_FORGOTTEN,
    })),
    passedOn: passedOn.map(passOn),
  });
}

export const summaryOf = ({ articles }: KnownToForget, intent: ForgetIntent): Forgotten => ({
  source: intent.sourceId,
  articles,
  withdrawn: intent.withdrawn.length,
  passedOn: intent.passedOn.length,
});

const alternatives = ({ forgettable }: KnownToForget): string =>
  forgettable.length === 0 ? "" : `; not in the configuration: ${forgettable.join(", ")}`;

/** Keeps what its articles are credited with. All else starts afresh: the next ingest counts as the source's first. */
const stateAfter = ({ title, siteUrl, feedUrl, selfUrl, feedId }: KeptState): KeptState => ({
  ...FRESH_STATE,
  title,
  siteUrl,
  feedUrl,
  selfUrl,
  feedId,
});

function partition<T>(
  all: readonly T[],
  isFirst: (each: T) => boolean,
): readonly [readonly T[], readonly T[]] {
  return [all.filter(isFirst), all.filter((each) => !isFirst(each))];
}

const isCarriedOn = ({ members }: ClusterToForget): boolean =>
  members.some(({ isForgotten }) => !isForgotten);

function passOn({ id, leadId, members }: ClusterToForget): PassedOn {
  const reasons = new Map(members.map((member) => [member.id, member.why]));
  return {
    id,
    ...(reelect({ leadId, members: reasons }, members) ?? { leadId, members: reasons }),
  };
}

/** An entry that feeds told as withdrawn when its source was forgotten; now the source is configured again. */
export type ForgottenEntry = {
  readonly id: string;
  /** When it was withdrawn with its source; `null` when other sources carried it on. */
  readonly withdrawnAt: number | null;
  readonly updatedAt: number;
};

/** The new `updatedAt` of an entry that is published again: later than its tombstones, or readers would ignore it. */
export const updatedWhenBroughtBack = (entry: ForgottenEntry, now: number): number =>
  entry.withdrawnAt === null
    ? laterThan(entry.updatedAt, now)
    : Math.max(laterThan(entry.withdrawnAt, now), entry.updatedAt);
