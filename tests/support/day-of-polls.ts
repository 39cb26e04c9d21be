import { createFetcher } from "../../src/adapters/fetcher/fetch-document.ts";
import { describeError } from "../../src/core/sources/describe-error.ts";
import { decidePoll } from "../../src/core/sources/polling/decide-poll.ts";
import { isDue } from "../../src/core/sources/polling/next-poll.ts";
import type { PollResult } from "../../src/core/sources/polling/poll-result.ts";
import type { SourceState } from "../../src/core/sources/source-state.ts";
import { readRemote } from "../../src/ingest/read-remote.ts";
import { createDraftDocument } from "../../src/service/ingesting/draft-document.ts";
import { createReadingPool } from "../../src/service/reading/reading-pool.ts";
import { aRemote, aSource, HOUR } from "./builders.ts";
import { rssFeed, sampleItem } from "./sample-feed.ts";
import { bombReply, redirect, retryLater } from "./source-faults.ts";
import { type Reply, type SourceServer, startSourceServer } from "./source-server.ts";

const MIDNIGHT = Date.UTC(2026, 1, 17);
const MEGABYTE = 1024 * 1024;

const first = { body: rssFeed("Valley", [sampleItem("alpha")]), etag: '"1"' };
const second = { body: rssFeed("Valley", [sampleItem("beta"), sampleItem("alpha")]), etag: '"2"' };

/** What the publisher does with its feed over the day, by the hour. */
function atOldAddress(hour: number): Reply {
  if (hour >= 21) return { status: 410 };
  if (hour >= 15) return redirect("/new.xml", 301);
  if (hour >= 12 && hour < 13) return bombReply(200 * MEGABYTE, "gzip");
  if (hour >= 8 && hour < 11) return { status: 503 };
  if (hour >= 5 && hour < 6) return retryLater("7200", 429);
  return hour < 3 ? first : second;
}

const atNewAddress = (hour: number): Reply =>
  hour >= 21 ? { status: 410 } : { ...second, headers: { "Cache-Control": "max-age=5400" } };

/**
 * The transcript of a day of polls of one source, a line a poll: when, what was asked and answered
 * on the wire, what it meant, and why the next poll is when it is. Fetcher, reader and decisions are
 * those of the service, the publisher is a real server on 127.0.0.1; only the clock is not.
 */
export async function dayOfPolls(): Promise<readonly string[]> {
  const clock = { now: MIDNIGHT };
  const hour = (): number => (clock.now - MIDNIGHT) / HOUR;
  const server = await startSourceServer();
  server.set("/feed.xml", () => atOldAddress(hour()));
  server.set("/new.xml", () => atNewAddress(hour()));
  const { poll, close } = openPolls(clock);
  const lines: string[] = [];
  let source = aSource({
    definition: aRemote({ url: `${server.url}/feed.xml`, everyMs: HOUR }),
    nextPollAt: MIDNIGHT,
  });
  try {
    while (source.nextPollAt < MIDNIGHT + 24 * HOUR) {
      clock.now = source.nextPollAt;
      if (!isDue(source, clock.now)) break;
      const seen = server.requests().length;
      const polled = await poll(source);
      const wire = wireText(server, seen);
      source = polled.state;
      lines.push(
        `${timeText(clock.now)}  ${wire}  ${outcomeText(polled.result)}; ${nextText(source)}`,
      );
    }
  } finally {
    await Promise.all([close(), server.close()]);
  }
  return lines;
}

type Polled = { readonly result: PollResult; readonly state: SourceState };

function openPolls(clock: { readonly now: number }) {
  const now = (): number => clock.now;
  const pool = createReadingPool(1);
  const fetcher = createFetcher({
    userAgent: "Offprint/1.0 (+https://desk.example/about; desk@desk.example)",
    limits: { bodyBytes: 10 * MEGABYTE, timeoutMs: 30_000, redirects: 5 },
    allowNetworks: ["127.0.0.0/8"],
    concurrency: 16,
    perHost: 2,
    now,
  });
  const deps = {
    fetchDocument: fetcher.fetchDocument,
    draftDocument: createDraftDocument(pool, {
      repeatedBlocks: async () => ({ active: [], retired: [] }),
      lastListing: async () => null,
    }),
    isOwnFeed: () => false,
    items: 1000,
    now,
  };
  return {
    async poll(source: SourceState): Promise<Polled> {
      const { definition } = source;
      if (definition.kind !== "remote") throw new Error("only remote sources are polled here");
      const result = await readRemote({ ...source, definition }, deps);
      const times = { startedAt: clock.now, now: clock.now, random: 0 };
      return { result, state: decidePoll({ source, result, ...times }) };
    },
    close: () => Promise.all([fetcher.close(), pool.close()]),
  };
}

/** Each request since, with the validator that made it conditional. */
const wireText = (server: SourceServer, from: number): string =>
  server
    .requests()
    .slice(from)
    .map(({ path, headers }) => `GET ${path}${conditionText(headers["if-none-match"])}`)
    .join(", ");

const conditionText = (etag: string | undefined): string => (etag ? ` if not ${etag}` : "");

function outcomeText({ error, outcome, drafts, server }: PollResult): string {
  if (error !== null) return `failed: ${describeError(error)}`;
  const moved = server?.permanentUrl ? ", moved for good" : "";
  return outcome === "ok" ? `ok: ${drafts.length} items${moved}` : `unchanged${moved}`;
}

const nextText = ({ stopped, nextPollAt, nextPollReason }: SourceState): string =>
  stopped === null ? `next at ${timeText(nextPollAt)}: ${nextPollReason}` : nextPollReason;

const timeText = (at: number): string => new Date(at).toISOString().slice(11, 16);
