import { describeError } from "../../core/sources/describe-error.ts";
import type { IngestError } from "../../core/sources/errors.ts";
import { unreadFiles } from "../../core/sources/polling/file-retry.ts";
import {
  type Health,
  healthOf,
  isMostlyFailing,
} from "../../core/sources/polling/source-health.ts";
import type { SourceState } from "../../core/sources/source-state.ts";
import type { SourceStatus, StatusReason } from "./page-model.ts";

export type JudgedSource = { readonly source: SourceState; readonly health: Health };

/** How sources are, those that are ill before the others. */
export function judgeSources(sources: readonly SourceState[]): readonly JudgedSource[] {
  const isOutage = isMostlyFailing(sources);
  const judged = sources.map((source) => ({ source, health: healthOf(source, isOutage) }));
  return judged.toSorted((a, b) => urgency(a.health) - urgency(b.health));
}

/** The rest stays in the order of the configuration. */
const urgency = (health: Health): number =>
  health === "failing" ? 0 : health === "unsteady" ? 1 : 2;

export function failingReason({
  definition,
  stopped,
  failureCount,
  lastError,
  files,
}: SourceState): StatusReason {
  const unread = failureCount === 0 && stopped === null ? unreadReason(files) : null;
  if (unread !== null) {
    return { kind: "source-failing", source: definition.id, message: `${unread}.` };
  }
  const why = lastError === null ? "" : `: ${publicReason(lastError)}`;
  const message =
    stopped === null
      ? `${failureCount === 1 ? "The last poll failed" : `${failureCount} failures in a row`}${why}.`
      : `${stopped} Remove it from the configuration, or pause it.`;
  return { kind: "source-failing", source: definition.id, message };
}

/** The worst of the files that could not be read; `null` when there are none. */
function unreadReason(files: SourceState["files"]): string | null {
  const unread = unreadFiles(files);
  if (unread === null) return null;
  const { name, count, retry } = unread;
  const times = retry.failures === 1 ? "once" : `${retry.failures} times in a row`;
  const more = count === 1 ? "" : ` (and ${count - 1} more)`;
  return `The file ${name}${more} could not be read ${times}: ${retry.reason}`;
}

/** Everybody may read `/status`: it names a folder, but not its path. */
const publicReason = (error: IngestError): string =>
  error.kind === "folder"
    ? describeError({ ...error, path: error.path.replace(/^.*[/\\](?=.)/, "") })
    : describeError(error);

export const sourceStatus = ({ source, health }: JudgedSource, now: number): SourceStatus => ({
  id: source.definition.id,
  title: source.definition.title ?? source.title ?? source.definition.id,
  health,
  lastPollAt: source.lastPollAt,
  lastOutcome: source.lastOutcome,
  lastError:
    source.lastError === null ? unreadReason(source.files) : publicReason(source.lastError),
  nextPollAt: source.definition.paused || source.stopped !== null ? null : source.nextPollAt || now,
  nextPollReason: source.definition.paused ? pausedBy(source) : source.nextPollReason,
});

const pausedBy = ({ isPauseOrdered = false }: SourceState): string =>
  isPauseOrdered ? "paused by an order" : "paused in the configuration";
