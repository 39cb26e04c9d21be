import type { IncomingMessage, ServerResponse } from "node:http";
import { routeClass } from "../route-class.ts";
import type { MetricsRegistry, MetricsState } from "./metrics-registry.ts";
import { type AnswerTally, createAnswerTally } from "./metrics-tally.ts";

export type Metrics = {
  /** Counts an answer that was begun at `startedAt` (`performance.now()`), now or when it ends. */
  readonly observe: (url: string, response: ServerResponse, startedAt: number) => void;
  /** Answers `/metrics` and says so; `false` leaves the request untouched. */
  readonly answer: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Counts a publication of the feeds by its duration. */
  readonly rebuilt: (durationMs: number) => void;
  /** Loads prom-client and starts its collectors; requests are counted even before. Idempotent. */
  readonly collect: () => Promise<void>;
};

export type MetricsDeps = {
  readonly state: () => Promise<MetricsState>;
  readonly now: () => number;
  /** Why a scrape failed. */
  readonly onFailure: (error: unknown) => void;
};

type MetricsParts = {
  readonly deps: MetricsDeps;
  readonly registry: () => Promise<MetricsRegistry>;
  readonly answers: AnswerTally;
};

/** Serves Prometheus text. All label values are ours: routes, statuses, ids of the configuration. */
export function createMetrics(deps: MetricsDeps): Metrics {
  const registry = loadRegistry(deps.now);
  const answers = createAnswerTally(
    "offprint_http_request_duration_seconds",
    "Time to answer, by route class and status; _count is the number of requests",
  );
  const state: MetricsParts = { deps, registry, answers };
  return {
    observe(url, response, startedAt) {
      const note = (): void =>
        answers.add(routeClass(url), response.statusCode, performance.now() - startedAt);
      // A prepared document is written by now; waiting for its `close` would cost a tenth of its speed.
      if (response.writableEnded) note();
      else response.once("close", note);
    },
    answer: (request, response) => answer(state, request, response),
    rebuilt(durationMs) {
      registry().then(({ rebuilt }) => rebuilt(durationMs), deps.onFailure);
    },
    collect: async () => void (await registry()),
  };
}

/** Loads prom-client late and once: with its dependencies it is a seventh of the web side's modules. */
function loadRegistry(now: () => number): () => Promise<MetricsRegistry> {
  let registry: Promise<MetricsRegistry> | null = null;
  return () => {
    registry ??= import("./metrics-registry.ts").then((it) => it.createMetricsRegistry(now));
    return registry;
  };
}

function answer(state: MetricsParts, request: IncomingMessage, response: ServerResponse): boolean {
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
  { deps, registry, answers }: MetricsParts,
  response: ServerResponse,
  isHead: boolean,
): Promise<void> {
  const { text: figuresOf, contentType } = await registry();
  const text = `${answers.text()}${await figuresOf(await deps.state())}`;
  response.writeHead(200, {
    "Content-Type": contentType,
    "Content-Length": Buffer.byteLength(text),
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  });
  response.end(isHead ? undefined : text);
}
