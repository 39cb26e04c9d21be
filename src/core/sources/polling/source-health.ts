import type { SourceState } from "../source-state.ts";
import { unreadFiles } from "./file-retry.ts";

/**
 * `failing` needs a person. `unsteady`: its last poll failed, or one of its files could not be read, and that may pass
 * by itself. `waiting`: it was not polled yet. `paused`: by the operator.
 */
export const HEALTHS = ["failing", "unsteady", "waiting", "paused", "good"] as const;
export type Health = (typeof HEALTHS)[number];

type Polled = Pick<
  SourceState,
  "definition" | "stopped" | "failureCount" | "firstIngestAt" | "lastError" | "lastPollAt" | "files"
>;

/** One failure may pass by itself; this many in a row need a person. */
const FAILURES_TO_TELL = 3;

/** @param isOutage whether most sources fail: that is this machine or its network, and needs a person. */
export function healthOf(source: Polled, isOutage: boolean): Health {
  if (source.definition.paused) return "paused";
  if (source.stopped !== null) return "failing";
  if (source.failureCount > 0) return isOutage || wantsPerson(source) ? "failing" : "unsteady";
  const unread = unreadFiles(source.files);
  if (unread !== null) return unread.retry.failures >= FAILURES_TO_TELL ? "failing" : "unsteady";
  return source.lastPollAt === null ? "waiting" : "good";
}

/** A source that never worked is mistyped rather than down; failures of a folder or of our own feed do not pass. */
function wantsPerson({ failureCount, firstIngestAt, lastError }: Polled): boolean {
  if (failureCount >= FAILURES_TO_TELL || firstIngestAt === null) return true;
  return lastError?.kind === "folder" || lastError?.kind === "own-feed";
}

/** Whether the last polls of more than half of the sources failed: the cause is this machine or its network. */
export function isMostlyFailing(sources: readonly Polled[]): boolean {
  const polled = sources.filter(
    ({ definition, stopped, lastPollAt }) =>
      !definition.paused && stopped === null && lastPollAt !== null,
  );
  const failed = polled.filter(({ failureCount }) => failureCount > 0);
  return failed.length * 2 > polled.length;
}
