import { dayOf, type PastPoll, type SourceDay } from "../core/sources/polling/poll-history.ts";
import { SHOWN_DAYS } from "../publish/pages/admin-sources.ts";
import { judgeSources, sourceStatus } from "../publish/pages/source-status.ts";
import { type Io, refuse } from "../service/io.ts";
import type { CommonOptions } from "../service/load.ts";
import { describeMinute } from "./feeds.ts";
import { withSources } from "./source-states.ts";
import { write } from "./write.ts";

export type SourcesShowOptions = CommonOptions & { readonly id: string; readonly json: boolean };

/** Shows how a source is configured, how it is, and what its last polls found. Gives the exit code. */
export function sourcesShow(options: SourcesShowOptions, io: Io): Promise<number> {
  const { id } = options;
  return withSources(options, io, async ({ states, desk }) => {
    const judged = judgeSources(states).find(({ source }) => source.definition.id === id);
    if (judged === undefined) return refuse(`there is no source "${id}"`, io);
    const to = dayOf(Date.now());
    const span = { from: to - SHOWN_DAYS + 1, to };
    const shown = {
      ...sourceStatus(judged, Date.now()),
      definition: judged.source.definition,
      days: (await desk?.sources.histories.days([id], span))?.get(id) ?? [],
      polls: (await desk?.sources.histories.polls(id)) ?? [],
    };
    await write(io.stdout, `${options.json ? JSON.stringify(shown) : asText(shown)}\n`);
    return 0;
  });
}

type Shown = ReturnType<typeof sourceStatus> & {
  readonly definition: ReturnType<typeof judgeSources>[number]["source"]["definition"];
  readonly days: readonly SourceDay[];
  readonly polls: readonly PastPoll[];
};

const POLLS = 10;

function asText({
  id,
  title,
  health,
  lastError,
  nextPollAt,
  nextPollReason,
  definition,
  days,
  polls,
}: Shown): string {
  const { rights, fullText, everyMs, categories } = definition;
  const sum = (name: "polls" | "failures" | "new" | "merged"): number =>
    days.reduce((total, day) => total + day[name], 0);
  return [
    `${id}: ${title}`,
    `  at ${definition.kind === "remote" ? definition.url : definition.folder}`,
    `  ${health}${lastError === null ? "" : `: ${lastError}`}`,
    `  next poll ${nextPollAt === null ? "never" : describeMinute(nextPollAt)} (${nextPollReason})`,
    `  every ${everyMs / 1000} s, rights ${rights}, fullText ${fullText}${categories.length === 0 ? "" : `, categories ${categories.join(", ")}`}`,
    `  last ${SHOWN_DAYS} days: ${sum("polls")} polls, ${sum("failures")} failed, ${sum("new")} new articles (${sum("merged")} merged)`,
    ...polls.slice(0, POLLS).map(pollLine),
  ].join("\n");
}

function pollLine({
  at,
  times,
  outcome,
  status,
  ms,
  bytes,
  items,
  updated,
  reason,
  ...poll
}: PastPoll): string {
  const several = times === 1 ? "" : ` (${times} times)`;
  const answer = status === null ? "" : ` ${status}`;
  const found = items === 0 ? "" : `, ${items} items, ${poll.new} new, ${updated} updated`;
  const why = reason === null ? "" : `: ${reason}`;
  return `  ${describeMinute(at)} ${outcome}${several}${answer}, ${bytes} bytes, ${ms} ms${found}${why}`;
}
