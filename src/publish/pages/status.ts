import type { BackupNote } from "../../core/backups/backup-log.ts";
import { durationText } from "../../core/duration-text.ts";
import {
  type FilesNote,
  isSameProblem,
  namedPages,
  type ToldFilesProblem,
} from "../../core/entries/files-problem.ts";
import type { SourceState } from "../../core/sources/source-state.ts";
import { backupProblem, backupStatus } from "./backup-status.ts";
import type {
  NodeStatus,
  SharedConfigurationStatus,
  StatusReason,
  StatusReport,
} from "./page-model.ts";
import { failingReason, judgeSources, sourceStatus } from "./source-status.ts";

export type StatusInput = {
  readonly sources: readonly SourceState[];
  /** The last pass of each node over the sources, the newest first. */
  readonly passes: readonly NodePass[];
  /** What is wrong with the configuration file, a sentence each: the former configuration is in force. */
  readonly configProblems: readonly string[];
  /** What nodes share of it; `null` where they share nothing. */
  readonly configuration: SharedConfigurationStatus | null;
  /** What became of the database that is in use. Where it is unreachable, the stored values are those of the last look. */
  readonly database: "in-place" | "removed" | "replaced" | "unreachable";
  /** The last jump of this machine's clock, while it is reported; else `null`. */
  readonly clockJump: ClockJump | null;
  /** Why articles are not being ingested, or `null`. */
  readonly ingestProblem: string | null;
  /** Why this service does not keep the files of the site up, or `null`. */
  readonly filesProblem: ToldFilesProblem | null;
  /** What all services that write files noted. */
  readonly filesNotes: readonly FilesNote[];
  readonly backup: BackupNote;
  readonly isReady: boolean;
  /** For how long nobody has published; `null` when nobody ever did. */
  readonly publisherIdleMs: number | null;
  /** Why this process could not publish although nobody else does; `null` when it could. */
  readonly publishingProblem: string | null;
  /** When this process began to watch. */
  readonly startedAt: number;
  readonly now: number;
};

export type NodePass = {
  /** The name of the node. */
  readonly node: string;
  readonly at: number;
  /** By when it must have finished another; `null` when none is scheduled. */
  readonly deadline: number | null;
};

export type ClockJump = {
  /** The time by the clock after the jump. */
  readonly at: number;
  /** Negative when the clock went back. */
  readonly byMs: number;
};

/** A pass may take as long as its slowest source. */
const PASS_GRACE_MS = 60_000;
/** The first pass begins at once, and some source answers or fails within its time-out. */
const FIRST_POLL_MS = 2 * 60_000;
/** A publisher that died is started again, or replaced by one that stands by, within seconds. */
const NOBODY_PUBLISHES_MS = 60_000;
const PROBLEMS_TO_TELL = 3;
/** Clocks of several machines may differ by this much. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** What `/status` says: whether everything is in order, and if not, what is wrong and why. Pure. */
export function composeStatus(input: StatusInput): StatusReport {
  const worstFirst = judgeSources(input.sources);
  const failing = worstFirst.filter(({ health }) => health === "failing");
  return {
    reasons: [...serviceReasons(input), ...failing.map(({ source }) => failingReason(source))],
    sources: worstFirst.map((judged) => sourceStatus(judged, input.now)),
    lastPassAt: input.passes[0]?.at ?? null,
    nodes: input.passes.map((pass) => nodeOf(pass, input.now)),
    configuration: input.configuration,
    backup: backupStatus(input.backup, input.now),
  };
}

const nodeOf = ({ node, at, deadline }: NodePass, now: number): NodeStatus => ({
  node,
  lastPassAt: at,
  works: !isOverdue(deadline, now),
});

const isOverdue = (deadline: number | null, now: number): boolean =>
  deadline !== null && now > deadline + PASS_GRACE_MS;

function serviceReasons(input: StatusInput): readonly StatusReason[] {
  const tell = (kind: StatusReason["kind"], message: string | null): StatusReason[] =>
    message === null ? [] : [{ kind, source: null, message }];
  const known = [
    ...tell("not-ready", input.isReady ? null : NOT_READY),
    ...tell("configuration-invalid", invalidConfiguration(input.configProblems)),
    ...tell("configuration-differs", ignoredConfiguration(input.configuration)),
  ];
  // Nothing else of what is stored is known to be so now.
  if (input.database === "unreachable")
    return [...known, ...tell("database-unreachable", UNREACHABLE)];
  return [
    ...known,
    ...tell("database-moved", MOVED[input.database]),
    // Nothing is ingested into a file that is gone: that is not a second problem.
    ...tell("store-not-writable", input.database === "in-place" ? input.ingestProblem : null),
    ...filesProblems(input).flatMap((each) => tell("files-not-written", filesReason(each))),
    ...tell("clock-jumped", clockProblem(input)),
    ...tell("passes-stopped", stoppedPasses(input)),
    ...tell("publishing-stopped", stoppedPublishing(input)),
    ...tell("backup-late", backupProblem(input.backup, input.now)),
  ];
}

/** A problem that lasts is noted every minute, at most half a minute late; the rest is for clocks that differ. */
const NOTED_LATELY_MS = CLOCK_TOLERANCE_MS;

/** Our own first; what others, or we ourselves, noted of the same is told once. */
function filesProblems(input: StatusInput): readonly ToldFilesProblem[] {
  const { filesProblem: own, filesNotes, now } = input;
  const noted = filesNotes.flatMap(({ node, at, problem: told }) =>
    told !== null && now - at <= NOTED_LATELY_MS ? [{ ...told, node }] : [],
  );
  if (own === null) return noted;
  return [own, ...noted.filter(({ problem }) => !isSameProblem(problem, own.problem))];
}

function filesReason({ problem, since, node }: ToldFilesProblem): string {
  const where = `${node === null ? "" : ` by ${node}`} since ${iso(since)}`;
  return problem.kind === "place"
    ? `The files of the site cannot be written${where} (${problem.why}). They stay as they are, and it is tried again.`
    : `${problem.count} of the pages cannot be written as files${where}, because they cannot be rendered (${namedPages(problem)}). Their files stay as they were, and it is tried again.`;
}

const NOT_READY =
  "The feeds are not rendered yet. If this lasts longer than a minute, see the log.";

const UNREACHABLE =
  "The database does not answer. Readers are served what was published last; nothing new is taken in. Check that PostgreSQL runs, and the network.";

const MOVED: Readonly<Record<Exclude<StatusInput["database"], "unreachable">, string | null>> = {
  "in-place": null,
  removed:
    "The database file was removed while the service runs. Readers are served what it held; nothing new is taken in, for it would be lost. Put the file back; or stop the service, restore a backup (offprint restore FILE) and start it again.",
  replaced:
    "The database file was replaced while the service runs. Readers are served what the former one held, and nothing new is taken in. Start the service again, so that it uses the new file.",
};

function invalidConfiguration(problems: readonly string[]): string | null {
  if (problems.length === 0) return null;
  const more = problems.length - PROBLEMS_TO_TELL;
  const all = [
    ...problems.slice(0, PROBLEMS_TO_TELL),
    ...(more > 0 ? [`and ${more} more (offprint config check)`] : []),
  ];
  return `The configuration is invalid, and the last good one is in force. ${all.join("; ")}.`;
}

function ignoredConfiguration(configuration: SharedConfigurationStatus | null): string | null {
  if (configuration === null || configuration.ignoredFile === null) return null;
  const { revision, owner, ignoredFile } = configuration;
  const whose = owner === null ? "" : ` of ${owner}`;
  return `The file ${ignoredFile} of this node differs from revision ${revision}${whose}, which is in force, and does not count. Bring both to one text, remove the file, or let it count from now on: offprint config own.`;
}

/** A jump that was seen, or a stored time that lies in the future. */
function clockProblem({ clockJump, sources, passes, now }: StatusInput): string | null {
  const stored = [passes[0]?.at ?? 0, ...sources.map(({ lastPollAt }) => lastPollAt ?? 0)];
  const aheadMs = stored.reduce((latest, at) => Math.max(latest, at), 0) - now;
  if (aheadMs > CLOCK_TOLERANCE_MS) {
    return `The clock shows ${iso(now)}, and the last poll was ${durationText(aheadMs)} later than that: the clock was wrong then, or is now. Check date and time of this machine.`;
  }
  if (clockJump === null) return null;
  const { at, byMs } = clockJump;
  const where = byMs < 0 ? "back" : "ahead";
  return `The clock jumped ${durationText(Math.abs(byMs))} ${where}, to ${iso(at)}. Check date and time of this machine: what came in before or since carries wrong times.`;
}

function stoppedPublishing(input: StatusInput): string | null {
  const { publisherIdleMs, publishingProblem, startedAt, now, database } = input;
  // That a file is gone is reported already.
  if (publishingProblem !== null && database === "in-place") return notPublished(publishingProblem);
  const idleMs = Math.min(publisherIdleMs ?? Number.POSITIVE_INFINITY, now - startedAt);
  if (idleMs <= NOBODY_PUBLISHES_MS) return null;
  return `Nobody has published for ${durationText(idleMs)}: readers are served what was published last. Check that a process with --role all or --role publish runs on this database, and read its log.`;
}

const notPublished = (why: string): string =>
  `The feeds cannot be published (${why}): readers are served what was published last. Check free space and permissions, and read the log.`;

/** In order while at least one node works. */
function stoppedPasses({ passes, sources, startedAt, now }: StatusInput): string | null {
  const [last] = passes;
  if (last === undefined) {
    const isBegun = sources.some(({ lastPollAt }) => lastPollAt !== null);
    return isBegun || now <= startedAt + FIRST_POLL_MS ? null : NEVER_POLLED;
  }
  if (passes.some(({ deadline }) => !isOverdue(deadline, now))) return null;
  return `No pass over the sources has finished since ${iso(last.at)}. See the log of the ingest side.`;
}

const NEVER_POLLED =
  "No source has been polled yet. Check that an ingest side runs on this database, and read its log.";

const iso = (at: number): string => new Date(at).toISOString();
