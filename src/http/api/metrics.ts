import type { IncomingMessage, ServerResponse } from "node:http";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { FeedSummary, StatusReport } from "../../publish/page-model.ts";
import { routeClass } from "../route-class.ts";
import { type AnswerTally, createAnswerTally } from "./metrics-tally.ts";

/** What `/metrics` tells beside what it counts itself; asked at each scrape. */
export type MetricsState = {
  readonly feeds: readonly FeedSummary[];
  readonly status: StatusReport;
};

export type Metrics = {
  /** Counts an answer that was begun at `startedAt` (`performance.now()`), now or when it ends. */
  readonly observe: (url: string, response: ServerResponse, startedAt: number) => void;
  /** Answers `/metrics` and says so; `false` leaves the request untouched. */
  readonly answer: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Counts a publication of the feeds, by what it took. */
  readonly rebuilt: (durationMs: number) => void;
};

export type MetricsDeps = {
  readonly state: () => Promise<MetricsState>;
  readonly now: () => number;
  /** Why a scrape failed. */
  readonly onFailure: (error: unknown) => void;
};

const REBUILD_BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

type State = {
  readonly deps: MetricsDeps;
  readonly registry: Registry;
  readonly answers: AnswerTally;
  readonly show: (state: MetricsState) => void;
};

/** What a monitor collects, as Prometheus text. Its labels are ours: routes, statuses, ids of the configuration. */
export function createMetrics(deps: MetricsDeps): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const answers = createAnswerTally(
    "offprint_http_request_duration_seconds",
    "Time to answer, by route class and status; _count is the number of requests",
  );
  const rebuilds = createRebuilds(registry);
  const state: State = { deps, registry, answers, show: createGauges([registry], deps.now) };
  return {
    observe(url, response, startedAt) {
      const note = (): void =>
        answers.add(routeClass(url), response.statusCode, performance.now() - startedAt);
      // A kept document is handed over by now; waiting for its end would cost it a tenth of its speed.
      if (response.writableEnded) note();
      else response.once("close", note);
    },
    answer: (request, response) => answer(state, request, response),
    rebuilt: (durationMs) => rebuilds.observe(durationMs / 1000),
  };
}

const createRebuilds = (registry: Registry): Histogram =>
  new Histogram({
    name: "offprint_rebuild_duration_seconds",
    help: "Time to select, render and compress the feeds after a change",
    buckets: REBUILD_BUCKETS,
    registers: [registry],
  });

function answer(state: State, request: IncomingMessage, response: ServerResponse): boolean {
  const { method, url = "" } = request;
  if (url !== "/metrics" && !url.startsWith("/metrics?")) return false;
  if (method !== "GET" && method !== "HEAD") return false;
  scrape(state, response, method === "HEAD").catch((error: unknown) => {
    state.deps.onFailure(error);
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
  return true;
}

async function scrape(
  { deps, registry, answers, show }: State,
  response: ServerResponse,
  isHead: boolean,
): Promise<void> {
  show(await deps.state());
  // prom-client writes "Nan" (event loop lag before the first sample); the format has NaN.
  const figures = (await registry.metrics()).replace(/ Nan$/gm, " NaN");
  const text = `${answers.text()}${figures}`;
  response.writeHead(200, {
    "Content-Type": registry.contentType,
    "Content-Length": Buffer.byteLength(text),
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  });
  response.end(isHead ? undefined : text);
}

function createGauges(registers: Registry[], now: () => number): (state: MetricsState) => void {
  const gauge = (name: string, help: string, labelNames: readonly string[] = []): Gauge =>
    new Gauge({ name: `offprint_${name}`, help, labelNames: [...labelNames], registers });
  const entries = gauge("feed_entries", "Entries in a feed", ["feed"]);
  const failing = gauge("source_failing", "1 when a source is in /status for failing", ["source"]);
  const pollAge = gauge("source_poll_age_seconds", "Since a source was last polled", ["source"]);
  const passAge = gauge("ingest_pass_age_seconds", "Since the last pass over the due sources");
  const inOrder = gauge("in_order", "1 when /status answers 200");
  const secondsSince = (at: number): number => Math.max(0, now() - at) / 1000;

  return ({ feeds, status }) => {
    // What left the configuration, or never happened, is told no more.
    for (const one of [entries, failing, pollAge]) one.reset();
    passAge.remove();
    for (const { feed, entryCount } of feeds) entries.set({ feed: feed.id }, entryCount);
    const troubled = new Set(status.reasons.map(({ source }) => source));
    for (const { id, lastPollAt } of status.sources) {
      failing.set({ source: id }, Number(troubled.has(id)));
      if (lastPollAt !== null) pollAge.set({ source: id }, secondsSince(lastPollAt));
    }
    if (status.lastPassAt !== null) passAge.set(secondsSince(status.lastPassAt));
    inOrder.set(Number(status.reasons.length === 0));
  };
}
