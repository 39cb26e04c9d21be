import { expect, it } from "vitest";
import type { Result } from "../../../src/core/result.ts";
import { NO_HINTS } from "../../../src/core/sources/feed.ts";
import type { Fetched, FetchFailure } from "../../../src/core/sources/fetched.ts";
import { decideNextPoll } from "../../../src/core/sources/polling/next-poll.ts";
import {
  addressAfterFailure,
  addressAfterSuccess,
  addressToPoll,
  validatorsAfter,
  validatorsToSend,
} from "../../../src/core/sources/polling/source-moves.ts";
import type { SourceState } from "../../../src/core/sources/source-state.ts";
import { bombReply, redirect, retryLater } from "../../support/source-faults.ts";
import type { Reply, SourceServer } from "../../support/source-server.ts";
import { testFetcher, testServer } from "./test-fetcher.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MONDAY = Date.UTC(2026, 1, 16);

/** Which day, from Monday as 0, and hour of that day it is for the publisher. */
const TUESDAY = 1 * 24;
const WEDNESDAY = 2 * 24;
const THURSDAY = 3 * 24;
const FRIDAY = 4 * 24;
const SATURDAY = 5 * 24;
const SUNDAY = 6 * 24;

/** What the publisher does with its feed over the week, by the hour since Monday 00:00. */
function atOldAddress(hour: number): Reply {
  if (hour >= SUNDAY + 12) return { status: 410 };
  if (hour >= THURSDAY) return redirect("/new.xml", 301);
  if (hour >= WEDNESDAY && hour < WEDNESDAY + 12) return { status: 503 };
  if (hour >= TUESDAY && hour < TUESDAY + 5) return retryLater("18000", 429);
  return { body: "first", etag: hour < 6 ? '"1"' : '"2"' };
}

function atNewAddress(hour: number): Reply {
  if (hour >= SUNDAY + 12) return { status: 410 };
  if (hour >= FRIDAY && hour < FRIDAY + 3) return bombReply(20_000_000, "gzip");
  const headers = hour >= SATURDAY ? { "Cache-Control": "max-age=21600" } : {};
  return { body: "second", etag: '"3"', headers };
}

it("a week of polls is a transcript of good manners", async () => {
  const clock = { now: MONDAY };
  const server = await testServer();
  const hour = () => (clock.now - MONDAY) / HOUR;
  server.set("/feed.xml", () => atOldAddress(hour()));
  server.set("/new.xml", () => atNewAddress(hour()));

  const lines = await pollForAWeek(server, clock);

  expect(inRuns(lines)).toEqual([
    "Mon 00:00 modified: every 1 h, the source's own interval",
    "Mon 01:00 not-modified: every 1 h, the source's own interval (5 times)",
    "Mon 06:00 modified: every 1 h, the source's own interval",
    "Mon 07:00 not-modified: every 1 h, the source's own interval (17 times)",
    "Tue 00:00 http 429: Retry-After: 5 h, for the whole host",
    "Tue 05:00 not-modified: every 1 h, the source's own interval (19 times)",
    "Wed 00:00 http 503: 1st failure in a row (http 503): backed off to 1 h",
    "Wed 01:00 http 503: 2nd failure in a row (http 503): backed off to 2 h",
    "Wed 03:00 http 503: 3rd failure in a row (http 503): backed off to 4 h",
    "Wed 07:00 http 503: 4th failure in a row (http 503): backed off to 8 h",
    "Wed 15:00 not-modified: every 1 h, the source's own interval (9 times)",
    "Thu 00:00 modified, moved: every 1 h, the source's own interval",
    "Thu 01:00 not-modified, moved: every 1 h, the source's own interval (2 times)",
    "Thu 03:00 not-modified: every 1 h, the source's own interval (21 times)",
    "Fri 00:00 too-large: 1st failure in a row (too-large): backed off to 1 h",
    "Fri 01:00 too-large: 2nd failure in a row (too-large): backed off to 2 h",
    "Fri 03:00 not-modified: every 1 h, the source's own interval (21 times)",
    "Sat 00:00 not-modified: the publisher asked for 6 h (Cache-Control or Expires) (6 times)",
    "Sun 12:00 http 410: 1st failure in a row (http 410): backed off to 1 h",
    "Sun 13:00 http 410: stopped: The publisher says that this feed is gone for good (410): it is polled no more.",
  ]);
  expect(
    server.requests("/feed.xml").filter(({ headers }) => !headers["if-none-match"]),
  ).toHaveLength(
    2, // the very first, and the one that asks the old address again after the new one is gone
  );
});

type Clock = { now: number };
type Source = Pick<
  SourceState,
  "feedUrl" | "moved" | "stopped" | "validators" | "validatorsAt" | "failureCount" | "nextPollAt"
>;
type Answer = Result<Fetched, FetchFailure>;

/** Polls whenever it is time, until the week is over or the source is stopped. */
async function pollForAWeek(server: SourceServer, clock: Clock): Promise<string[]> {
  const limits = { bodyBytes: 1_000_000, timeoutMs: 5_000, redirects: 5 };
  const { ask } = testFetcher({ now: () => clock.now, limits });
  const lines: string[] = [];
  let source: Source = {
    feedUrl: null,
    moved: null,
    stopped: null,
    validators: { etag: null, lastModified: null },
    validatorsAt: null,
    failureCount: 0,
    nextPollAt: clock.now,
  };
  while (source.stopped === null && source.nextPollAt < MONDAY + 7 * DAY) {
    clock.now = source.nextPollAt;
    const url = addressToPoll(`${server.url}/feed.xml`, source);
    const answer = await ask({ url, validators: validatorsToSend(source, clock.now) });
    const { after, line } = judge(source, answer, clock.now);
    lines.push(line);
    source = after;
  }
  return lines;
}

function judge(source: Source, answer: Answer, now: number): { after: Source; line: string } {
  const failureCount = answer.ok ? 0 : source.failureCount + 1;
  const next = decideNextPoll({
    startedAt: now,
    now,
    everyMs: HOUR,
    result: answer.ok ? { kind: "ok" } : { kind: "failed", error: answer.error.error },
    freshness: answer.ok ? answer.value.freshness : null,
    hints: NO_HINTS,
    failureCount,
    random: 0,
  });
  const learned = answer.ok
    ? {
        ...addressAfterSuccess(source, answer.value.permanentUrl),
        ...validatorsAfter(source, answer.value, now),
      }
    : addressAfterFailure(source, answer.error.error, failureCount);
  const after = { ...source, ...learned, failureCount, nextPollAt: next.at };
  const isForgotten = source.feedUrl !== null && after.feedUrl === null;
  const kept = isForgotten ? { ...after, validatorsAt: null } : after;
  const why = kept.stopped === null ? next.reason : `stopped: ${kept.stopped}`;
  return { after: kept, line: `${timeText(now)} ${outcomeText(answer)}: ${why}` };
}

function outcomeText(answer: Answer): string {
  if (answer.ok) return answer.value.kind + (answer.value.permanentUrl === null ? "" : ", moved");
  const { error } = answer.error;
  return error.kind === "http-status" ? `http ${error.status}` : error.kind;
}

const timeText = (at: number): string =>
  `${new Date(at).toUTCString().slice(0, 3)} ${new Date(at).toISOString().slice(11, 16)}`;

/** Lines that differ only in their time become one. */
function inRuns(lines: readonly string[]): string[] {
  const runs: { line: string; count: number }[] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last?.line.slice(9) === line.slice(9)) last.count += 1;
    else runs.push({ line, count: 1 });
  }
  return runs.map(({ line, count }) => (count === 1 ? line : `${line} (${count} times)`));
}
