import type { Health } from "../core/sources/polling/source-health.ts";
import { judgeSources, sourceStatus } from "../publish/pages/source-status.ts";
import type { Io } from "../service/io.ts";
import type { CommonOptions } from "../service/load.ts";
import { describeMinute } from "./feeds.ts";
import { withSources } from "./source-states.ts";
import { write } from "./write.ts";

export type SourcesListOptions = CommonOptions & {
  /** Only sources in this state. */
  readonly state?: Health;
  readonly json: boolean;
};

/** Lists the configured sources with how they are, those that are ill first. Gives the exit code. */
export function sourcesList(options: SourcesListOptions, io: Io): Promise<number> {
  return withSources(options, io, async ({ states }) => {
    const judged = judgeSources(states);
    const shown = judged.filter(
      ({ health }) => options.state === undefined || health === options.state,
    );
    for (const each of shown) {
      const status = sourceStatus(each, Date.now());
      await write(io.stdout, `${options.json ? JSON.stringify(status) : lineOf(status)}\n`);
    }
    return 0;
  });
}

function lineOf({
  id,
  title,
  health,
  lastPollAt,
  lastError,
  nextPollAt,
  nextPollReason,
}: ReturnType<typeof sourceStatus>): string {
  const last = lastPollAt === null ? "never polled" : `polled ${describeMinute(lastPollAt)}`;
  const next =
    nextPollAt === null ? nextPollReason : `next ${describeMinute(nextPollAt)} (${nextPollReason})`;
  const why = lastError === null ? "" : `\n  ${lastError}`;
  return `${id}: ${health}, ${last}, ${next}  ${title}${why}`;
}
