import type { StoredListing } from "../articles/listing.ts";
import type { Lookup, StoredContext } from "../articles/stored-context.ts";
import type { HeldWork, Lease } from "../lease.ts";
import type { ConfigurationIntent, KnownSource } from "../sources/configuring.ts";
import type { MeasuredPoll } from "../sources/polling/measure-poll.ts";
import type { NextPoll } from "../sources/polling/poll-time.ts";
import type { KnownFile, SourceState, StoredSource } from "../sources/source-state.ts";
import type { IngestIntent } from "./ingest-intent.ts";

/**
 * Storage, by use case. Every method is one transaction; there is no open-ended `withTransaction`.
 * A method rejects only when storage is broken (disk full, file gone): a Result would invite callers to go on.
 */

/** The right to poll a source, and the source as it was when the right was given. */
export type ClaimedSource = { readonly source: SourceState; readonly lease: Lease };

export type SourceClaim = {
  readonly id: string;
  /** Asked with the source as it is stored now. */
  readonly isWanted: (source: SourceState) => boolean;
  readonly forMs: number;
};

/** What one poll changes about its source. */
export type PollRecord = {
  readonly lease: Lease;
  /** The poll is complete: its lease ends. */
  readonly isOver: boolean;
  readonly state: SourceState;
  readonly measured: MeasuredPoll;
  /** Files of a drop folder that this poll tried to read, by name; `null` for what is to be forgotten. */
  readonly filesTried: ReadonlyMap<string, KnownFile | null>;
  /** The publisher's clock agreed with ours: stored times later than now are of a wrong clock (future-dates.ts). */
  readonly isClockRight?: boolean;
};

/** Decides over what is known. `stored` is the source as it is stored now; `null` when it is not known. */
export type Decide = (known: StoredContext, stored: StoredSource | null) => IngestIntent;

export interface IngestStore extends HeldWork {
  /**
   * Makes the stored sources those of the configuration. A source that left keeps its articles and
   * its state; the same id later goes on where it stopped, unless its address changed.
   */
  configure(
    decide: (stored: readonly KnownSource[]) => ConfigurationIntent,
    now: number,
  ): Promise<void>;

  /** The configured sources in the order of the configuration. */
  sources(): Promise<readonly SourceState[]>;

  /**
   * Holds a source for one poll. `null`: it is not wanted now, or has left the configuration; `busy`: somebody else polls
   * it, or writes to it at this moment. A holder whose lease ran out counts as a failure.
   */
  claim(claim: SourceClaim): Promise<ClaimedSource | "busy" | null>;

  /**
   * In one write transaction: loads what is known, asks `decide`, applies its intent and the poll's
   * record completely or not at all, so that a 304 never hides items that were not stored. What is written rests on what
   * is known at that moment, so that two sources with one text cannot both find nothing: `decide` is pure, and is asked
   * again when another process wrote after it was asked.
   *
   * An intent that wants the whole document is not applied, and the poll goes on.
   *
   * @returns `null` when the source is no longer held: then nothing is written, and `decide` is not asked.
   */
  ingest(poll: PollRecord, lookup: Lookup, decide: Decide): Promise<IngestIntent | null>;

  /**
   * Records a poll that brought no articles. Like `ingest`, under the definition that is stored (stored-source.ts).
   * Polls that end at about the same time are written together.
   *
   * @returns whether the source was still held; else nothing is written.
   */
  recordPoll(poll: PollRecord): Promise<boolean>;

  /** Writes at once what waits to be written together with others. */
  flush(): Promise<void>;

  /** Moves the next poll of these sources, by id, to a later time. */
  postpone(polls: ReadonlyMap<string, NextPoll>): Promise<void>;

  /** What the source repeats in its articles, as keys (core/cleaning/repeated/repeated.ts), and lines common to sources (core/cleaning/repeated/common-lines.ts). */
  repeatedBlocks(sourceId: string): Promise<RepeatedBlocks>;

  /** What the last document of the source listed; `null` for none. */
  lastListing(sourceId: string): Promise<StoredListing | null>;
}

export type RepeatedBlocks = {
  /** Removed now: one of its last articles carries them, or they are common. */
  readonly active: readonly string[];
  /** Once active; older articles still carry them. */
  readonly retired: readonly string[];
};
