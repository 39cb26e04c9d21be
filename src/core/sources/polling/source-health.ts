import type { SourceState } from "../source-state.ts";
import { unreadFiles } from "./file-retry.ts";

/**
 * `failing` wants a person. `unsteady`: its last poll failed, or one of its files could not be read, and so far that is
 * the network's weather. `waiting`: it was not polled yet. `paused` by the operator.
 */
export type Health = "good" | "unsteady" | "failing" | "waiting" | "paused";

type Polled = Pick<
  SourceState,
  "definition" | "stopped" | "failureCount" | "firstIngestAt" | "lastError" | "lastPollAt" | "files"
>;

/** One failure is the network's weather; this many in a row want a person. */
const FAILURES_TO_TELL = 3;

/** @param isOutage whether most sources fail: weather would pass over some of them only. */
export function healthOf(source: Polled, isOutage: boolean): Health {
  if (source.definition.paused) return "paused";
  if (source.stopped !== null) return "failing";
  if (source.failureCount > 0) return isOutage || wantsPerson(source) ? "failing" : "unsteady";
  const unread = unreadFiles(source.files);
  if (unread !== null) return unread.retry.failures >= FAILURES_TO_TELL ? "failing" : "unsteady";
  return source.lastPollAt === null ? "waiting" : "good";
}

/** A source that never worked is mistyped rather than down, and a folder or our own feed does not heal by itself. */
function wantsPerson({ failureCount, firstIngestAt, lastError }: Polled): boolean {
  if (failureCount >= FAILURES_TO_TELL || firstIngestAt === null) return true;
  return lastError?.kind === "folder" || lastError?.kind === "own-feed";
}

/** Whether more than half of the sources that are polled failed last: then it is this machine or its network. */
export function isMostlyFailing(sources: readonly Polled[]): boolean {
  const polled = sources.filter(
    ({ definition, stopped, lastPollAt }) =>
      !definition.paused && stopped === null && lastPollAt !== null,
  );
  const failed = polled.filter(({ failureCount }) => failureCount > 0);
  return failed.length * 2 > polled.length;
}
