import { describeError } from "../core/describe-error.ts";
import type { SourceState } from "../core/source-state.ts";
import type { SourceStatus, StatusReason, StatusReport } from "./page-model.ts";

export type StatusInput = {
  readonly sources: readonly SourceState[];
  readonly lastPass: { readonly at: number; readonly deadline: number | null } | null;
  /** What is wrong with the configuration's file, a sentence each: the one before is in force. */
  readonly configProblems: readonly string[];
  /** Why articles are not being taken in, or `null`. */
  readonly ingestProblem: string | null;
  readonly isReady: boolean;
  readonly now: number;
};

/** One failure is the network's weather; this many in a row want a person. */
const FAILURES_TO_TELL = 3;
const PROBLEMS_TO_TELL = 3;
/** A pass may take as long as its slowest source. */
const PASS_GRACE_MS = 60_000;

/** Whether everything is in order, and what is not and why. Pure. */
export function composeStatus(input: StatusInput): StatusReport {
  return {
    reasons: [...serviceReasons(input), ...input.sources.flatMap(sourceReason)],
    sources: input.sources.map(statusOf),
    lastPassAt: input.lastPass?.at ?? null,
  };
}

function serviceReasons({
  isReady,
  configProblems,
  ingestProblem,
  lastPass,
  now,
}: StatusInput): readonly StatusReason[] {
  const reasons: StatusReason[] = [];
  if (!isReady) {
    const message =
      "The feeds are not rendered yet. If this lasts longer than a minute, see the log.";
    reasons.push({ kind: "not-ready", source: null, message });
  }
  if (configProblems.length > 0) {
    const message = invalidConfiguration(configProblems);
    reasons.push({ kind: "configuration-invalid", source: null, message });
  }
  if (ingestProblem !== null) {
    reasons.push({ kind: "store-not-writable", source: null, message: ingestProblem });
  }
  const deadline = lastPass?.deadline ?? null;
  if (deadline !== null && now > deadline + PASS_GRACE_MS) {
    const message = `No pass over the sources has finished since ${new Date(lastPass?.at ?? 0).toISOString()}. See the log of the ingest side.`;
    reasons.push({ kind: "passes-stopped", source: null, message });
  }
  return reasons;
}

function invalidConfiguration(problems: readonly string[]): string {
  const more = problems.length - PROBLEMS_TO_TELL;
  const all = [
    ...problems.slice(0, PROBLEMS_TO_TELL),
    ...(more > 0 ? [`and ${more} more (offprint config check)`] : []),
  ];
  return `The configuration is invalid, and the last good one is in force. ${all.join("; ")}.`;
}

function sourceReason(source: SourceState): StatusReason[] {
  const { definition, stopped, failureCount, lastError } = source;
  if (definition.paused) return [];
  const tell = (message: string): StatusReason[] => [
    { kind: "source-failing", source: definition.id, message },
  ];
  if (stopped !== null) return tell(`${stopped} Remove it from the configuration, or pause it.`);
  if (failureCount < FAILURES_TO_TELL || lastError === null) return [];
  return tell(`${failureCount} failures in a row: ${describeError(lastError)}.`);
}

const statusOf = (source: SourceState): SourceStatus => ({
  id: source.definition.id,
  title: source.definition.title ?? source.title ?? source.definition.id,
  lastPollAt: source.lastPollAt,
  lastOutcome: source.lastOutcome,
  lastError: source.lastError === null ? null : describeError(source.lastError),
  nextPollAt: source.definition.paused || source.stopped !== null ? null : source.nextPollAt,
  nextPollReason: source.definition.paused ? "paused in the configuration" : source.nextPollReason,
});
