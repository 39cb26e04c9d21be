import type { SourceDefinition } from "../settings/definitions.ts";
import type { IngestError } from "./errors.ts";
import { NO_HINTS, NO_VALIDATORS, type PollHints, type Validators } from "./feed.ts";
import type { PollHistory, PollOutcomeKind } from "./polling/poll-history.ts";

/** What the store keeps about a source between two polls. */
export type SourceState = {
  /** `paused` as orders left it. */
  readonly definition: SourceDefinition;
  /** Whether an order says of `paused` something else than the configuration; absent when not. */
  readonly isPauseOrdered?: boolean;
  /** As the source's feed calls itself. */
  readonly title: string | null;
  /** The source's home page as its feed gives it. */
  readonly siteUrl: string | null;
  /** The address and the identifier that its feed gives itself; `null` also while they were not read yet. */
  readonly selfUrl: string | null;
  readonly feedId: string | null;
  /** What its feed says of the rights in it. */
  readonly rights: string | null;
  /** The feed behind a page that announces one, or the new address after a permanent redirect. */
  readonly feedUrl: string | null;
  readonly validators: Validators;
  /** When the validators were stored: they are dropped when too old. */
  readonly validatorsAt: number | null;
  /** SHA-256 of the last body: an unchanged body is not parsed. */
  readonly bodyHash: string | null;
  readonly hints: PollHints;
  /** Failures since the last success; drives the back-off. */
  readonly failureCount: number;
  /** A permanent redirect under observation, and on how many polls in a row it was seen. */
  readonly moved: { readonly url: string; readonly seen: number } | null;
  /** Why the source is no longer polled (410); `null` while it is. */
  readonly stopped: string | null;
  readonly firstIngestAt: number | null;
  readonly lastPollAt: number | null;
  readonly lastOutcome: PollOutcomeKind | null;
  readonly lastError: IngestError | null;
  readonly nextPollAt: number;
  /** Why the next poll is when it is, for people. */
  readonly nextPollReason: string;
  /** Files of a drop folder as they were when we last tried to read them, by name. */
  readonly files: ReadonlyMap<string, KnownFile>;
};

/** What tells one version of a file from the next. */
export type FileState = { readonly bytes: number; readonly changedAt: number };

/** A file of a drop folder; without `retry` it was read, or its problem will not pass. */
export type KnownFile = FileState & { readonly retry?: FileRetry };

/** Why a file could not be read, for a reason that may pass. */
export type FileProblem = {
  /** For people. */
  readonly reason: string;
  /** The limit of a file that was too large; else `null`. */
  readonly limitBytes: number | null;
};

export type FileRetry = FileProblem & {
  /** Failures in a row, of this version of the file. */
  readonly failures: number;
  /** It is not tried again before. */
  readonly at: number;
};

/** A source as it is stored at the moment when something of it is written. */
export type StoredSource = {
  readonly definition: SourceDefinition;
  readonly history: PollHistory;
  /** It has not left the configuration. */
  readonly isConfigured: boolean;
};

/** What is kept of a source beside its definition and its files. */
export type KeptState = Omit<SourceState, "definition" | "isPauseOrdered" | "files">;

/** A source of which nothing is known yet. */
export const FRESH_STATE: KeptState = {
  title: null,
  siteUrl: null,
  selfUrl: null,
  feedId: null,
  rights: null,
  feedUrl: null,
  validators: NO_VALIDATORS,
  validatorsAt: null,
  bodyHash: null,
  hints: NO_HINTS,
  failureCount: 0,
  moved: null,
  stopped: null,
  firstIngestAt: null,
  lastPollAt: null,
  lastOutcome: null,
  lastError: null,
  nextPollAt: 0,
  nextPollReason: "not polled yet",
};
