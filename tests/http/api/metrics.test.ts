import { describe, expect, it, onTestFinished } from "vitest";
import { createMetrics } from "../../../src/http/api/metrics.ts";
import type { MetricsState } from "../../../src/http/api/metrics-registry.ts";
import { createClientGate } from "../../../src/http/clients/rate-limit-clients.ts";
import { createDocumentCache } from "../../../src/http/feeds/documents.ts";
import { createHttpServer } from "../../../src/http/server.ts";
import type { SourceStatus } from "../../../src/publish/pages/page-model.ts";
import { NOW } from "../../support/builders.ts";
import { brotliOf } from "../../support/document-text.ts";
import { aFeed } from "../../support/entries.ts";

const aSource = (id: string, lastPollAt: number | null): SourceStatus => ({
  ...{ id, title: id, health: "good", lastPollAt, lastOutcome: "ok", lastError: null },
  ...{ nextPollAt: null, nextPollReason: null },
});

const STATE: MetricsState = {
  feeds: [
    {
      ...{ feed: aFeed({ id: "all" }), entryCount: 42, entriesPerDay: null },
      ...{ newestAt: null, languages: [] },
    },
  ],
  status: {
    reasons: [{ kind: "source-failing", source: "hill", message: "" }],
    sources: [aSource("valley", NOW - 90_000), aSource("hill", null)],
    lastPassAt: NOW - 30_000,
    nodes: [{ node: "one", lastPassAt: NOW - 30_000, works: true }],
    configuration: null,
    backup: {
      ...{ lastAt: NOW - 60_000, bytes: 4096, rows: 12, isVerified: true },
      ...{ nextAt: NOW, isLate: false, problem: "no room" },
    },
  },
};

/** A server with one feed and an app that answers 404. */
async function monitored(state: () => Promise<MetricsState> = async () => STATE) {
  const failures: unknown[] = [];
  const cache = createDocumentCache();
  cache.put([
    {
      ...{ path: "/feeds/all.rss", mediaType: "text/xml", etag: '"a"', changedAt: 0, links: "" },
      br: brotliOf("<rss/>"),
    },
  ]);
  const metrics = createMetrics({
    state,
    now: () => NOW,
    onFailure: (error) => failures.push(error),
  });
  const server = createHttpServer({
    cache,
    app: (_, response) => void response.writeHead(404).end(),
    gate: createClientGate({ requestsPerMinute: 3, trustProxy: 1, nowMs: () => 0 }),
    metrics,
    onSocketError: (error) => expect.fail(error.message),
  });
  onTestFinished(() => server.close(0));
  const listening = await server.listen({ host: "127.0.0.1", port: 0 });
  const url = listening.ok ? listening.value.url : expect.fail("does not listen");
  const ask = async (path: string, headers: Record<string, string> = {}, method = "GET") => {
    const response = await fetch(`${url}${path}`, { headers, method });
    return { response, text: await response.text() };
  };
  /** The samples of a scrape, by name and labels. */
  const scrape = async (): Promise<ReadonlyMap<string, number>> =>
    new Map(
      (await ask("/metrics")).text
        .split("\n")
        .filter((line) => line !== "" && !line.startsWith("#"))
        .map((line) => {
          const at = line.lastIndexOf(" ");
          return [line.slice(0, at), Number(line.slice(at + 1))];
        }),
    );
  return { ask, scrape, metrics, failures };
}

describe("/metrics", () => {
  it("is Prometheus text that nobody may keep", async () => {
    const { ask } = await monitored();
    const { response, text } = await ask("/metrics");
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-store");
    for (const line of text.trimEnd().split("\n")) {
      expect(line).toMatch(
        /^(?:# (?:HELP|TYPE) .+|[a-z0-9_]+(?:\{[^{}]*\})? (?:NaN|[-+.\dInfe]+)|)$/,
      );
    }
    expect((await ask("/metrics", {}, "HEAD")).text).toBe("");
  });

  it("counts answers by route class and status", async () => {
    const { ask, scrape } = await monitored();
    await ask("/feeds/all.rss");
    await ask("/feeds/all.rss", { "If-None-Match": '"a"' });
    await ask("/feeds/all.rss", { "If-None-Match": '"a"' });
    await ask(`/${"made-up".repeat(5)}`);
    for (let n = 0; n < 5; n++) await ask("/articles/x", { "X-Forwarded-For": "203.0.113.7" });
    const samples = await scrape();
    const count = (route: string, status: number): number | undefined =>
      samples.get(`${NAME}_count{route="${route}",status="${status}"}`);
    expect(count("feed", 200)).toBe(1);
    expect(count("feed", 304)).toBe(2);
    expect(count("other", 404)).toBe(1);
    expect([count("article", 404), count("article", 429)]).toEqual([3, 2]);
    expect([...samples.keys()].join("\n")).not.toContain("made-up");
  });

  it("tells how long answers took, in buckets that add up", async () => {
    const { ask, scrape } = await monitored();
    await ask("/feeds/all.rss");
    const samples = await scrape();
    const labels = 'route="feed",status="200"';
    expect(samples.get(`${NAME}_bucket{${labels},le="5"}`)).toBe(1);
    expect(samples.get(`${NAME}_bucket{${labels},le="+Inf"}`)).toBe(1);
    expect(samples.get(`${NAME}_sum{${labels}}`)).toBeGreaterThan(0);
  });

  it("tells how feeds, sources and passes are", async () => {
    const { scrape, metrics } = await monitored();
    metrics.rebuilt(120);
    const samples = await scrape();
    expect(Object.fromEntries(samples)).toMatchObject({
      'offprint_feed_entries{feed="all"}': 42,
      'offprint_source_failing{source="valley"}': 0,
      'offprint_source_failing{source="hill"}': 1,
      'offprint_source_poll_age_seconds{source="valley"}': 90,
      offprint_ingest_pass_age_seconds: 30,
      'offprint_node_pass_age_seconds{node="one"}': 30,
      offprint_in_order: 0,
      offprint_backup_age_seconds: 60,
      offprint_backup_bytes: 4096,
      offprint_backup_late: 0,
      offprint_backup_failed: 1,
      offprint_rebuild_duration_seconds_count: 1,
      offprint_rebuild_duration_seconds_sum: 0.12,
      process_resident_memory_bytes: expect.any(Number),
    });
    expect(samples.has('offprint_source_poll_age_seconds{source="hill"}')).toBe(false);
  });

  it("forgets what left the configuration", async () => {
    let state = STATE;
    const { scrape } = await monitored(async () => state);
    await scrape();
    state = {
      feeds: [],
      status: {
        reasons: [],
        sources: [],
        lastPassAt: null,
        nodes: [],
        configuration: null,
        backup: null,
      },
    };
    const names = [...(await scrape()).keys()].filter((name) => name.startsWith("offprint_"));
    expect(names.filter((name) => /valley|hill|feed="all"|pass_age|backup/.test(name))).toEqual([]);
  });

  it("answers 500 when the state cannot be read, and says why to the operator", async () => {
    const broken = new Error("disk gone");
    const { ask, failures } = await monitored(() => Promise.reject(broken));
    const { response, text } = await ask("/metrics");
    expect([response.status, text]).toEqual([500, ""]);
    expect(failures).toEqual([broken]);
  });

  it("leaves other methods and paths to the app", async () => {
    const { ask } = await monitored();
    expect((await ask("/metrics", {}, "POST")).response.status).toBe(404);
    expect((await ask("/metricsx")).response.status).toBe(404);
  });
});

const NAME = "offprint_http_request_duration_seconds";
