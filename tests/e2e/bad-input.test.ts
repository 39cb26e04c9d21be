import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Desk, layDesk } from "../support/desk.ts";
import { jsonLines, type Run, runOffprint, startOffprint } from "../support/offprint.ts";
import { entriesOf, type ServiceStatus, statusOf } from "../support/read-service.ts";
import { rssFeed, sampleItem } from "../support/sample-feed.ts";
import { bombReply, drip, hugeBody, neverAnswers, redirect } from "../support/source-faults.ts";
import { type Reply, type SourceServer, startSourceServer } from "../support/source-server.ts";
import { until } from "../support/until.ts";

// Processes start here, on machines that do much else.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const MEGABYTE = 1024 * 1024;
const html = (body: string): Reply => ({ contentType: "text/html", body });

/** Each a source of its own: what the publisher does, and what is said about it. */
const REMOTE: readonly (readonly [id: string, reply: Reply, kind: string, message: RegExp])[] = [
  ["missing", { status: 404 }, "http-status", /answered 404/],
  ["broken-server", { status: 500 }, "http-status", /answered 500/],
  ["page", html("<!doctype html><title>Hello</title><p>No feed."), "not-a-feed", /neither RSS/],
  ["empty", { body: "" }, "empty", /\w/],
  ["not-xml", { body: "<<<>>> this is & was never XML" }, "not-a-feed", /neither RSS/],
  ["picture", { contentType: "image/png", body: "\x89PNG\r\n\x1a\n" }, "not-a-feed", /neither RSS/],
  ["fifty-megabytes", hugeBody(50 * MEGABYTE), "too-large", /larger than the limit of 1048576/],
  ["bomb", bombReply(200 * MEGABYTE, "gzip"), "too-large", /larger than the limit of 1048576/],
  ["silent", neverAnswers(), "timeout", /no answer within 3 s/],
  ["drip", drip(100), "timeout", /no answer within 3 s/],
  ["loop", redirect("/loop"), "too-many-redirects", /more than 5 redirects/],
  ["elsewhere", redirect("http://10.0.0.1/feed"), "forbidden-address", /allowNetworks/],
  ["own-by-redirect", redirect("/desk/feeds/all.rss"), "own-feed", /feed on itself/],
];

type Report = {
  readonly source: string;
  readonly outcome: string;
  readonly fetched: number;
  readonly items: number;
  readonly new: number;
  readonly failed: number;
  readonly ms: number;
  readonly error?: { readonly kind: string; readonly message: string };
};

let server: SourceServer;
let desk: Desk;

beforeAll(async () => {
  server = await startSourceServer();
  for (const [id, reply] of REMOTE) server.set(`/${id}`, reply);
  server.set("/good", { body: rssFeed("Good", [sampleItem("alpha"), sampleItem("beta")]) });
  server.set("/desk/feeds/all.rss", { body: rssFeed("Our own", [sampleItem("own")]) });
  server.set("/typed", { contentType: "text/html", body: rssFeed("T", [sampleItem("gamma")]) });
  server.set("/cut", { body: rssFeed("Cut", [sampleItem("delta")]).replace(/<\/channel>.*/s, "") });
});

afterAll(async () => {
  await server?.close();
  desk?.remove();
});

describe("one pass over bad sources and good ones", () => {
  let run: Run;
  let reports: readonly Report[];
  let status: ServiceStatus;

  beforeAll(async () => {
    desk = layDesk(await everySource());
    desk.write("no-folder", "a file");
    run = await runOffprint(["ingest", "--all", "--json", "--config", desk.config]);
    reports = jsonLines<Report>(run);
    const service = await startOffprint(["--config", desk.config]);
    status = await statusOf(service.url);
    await service.kill();
  });

  const reportOf = (id: string) => reports.find(({ source }) => source === id);
  const statusOfSource = (id: string) => status.sources.find((source) => source.id === id);

  it("ends well, with one line a source and nothing else", () => {
    expect(run.code).toBe(0);
    expect(run.stderr).toBe("");
    expect(reports.map(({ source }) => source).toSorted()).toEqual(
      [...REMOTE.map(([id]) => id), ...OTHERS].toSorted(),
    );
  });

  it.each(REMOTE)("records the outcome of %s", (id, _, kind, message) => {
    expectFailure(id, kind, message);
  });

  it.each([
    ["closed-port", /^network$/, /refused/i],
    ["unknown-host", /^(dns|timeout)$/, /no-such-host\.invalid|no answer/],
    ["own", /^own-feed$/, /feed on itself/],
    ["no-folder", /^folder$/, /no-folder cannot be read \(ENOTDIR\)/],
    ["missing-folder", /^folder$/, /missing-folder cannot be read \(ENOENT\)/],
  ])("records the outcome of %s", (id, kind, message) => {
    expectFailure(id, kind, message);
  });

  it("reads a feed whose media type is wrong, and one that is cut off, as far as it goes", () => {
    expect(reportOf("typed")).toMatchObject({ outcome: "ok", new: 1 });
    expect(reportOf("cut")).toMatchObject({ outcome: "ok", new: 1 });
  });

  it("takes in the good source whole", () => {
    expect(reportOf("good")).toMatchObject({ outcome: "ok", items: 2, new: 2, failed: 0 });
    expect(statusOfSource("good")).toMatchObject({ lastOutcome: "ok", lastError: null });
  });

  function expectFailure(id: string, kind: string | RegExp, message: RegExp): void {
    const report = reportOf(id);
    expect(report).toMatchObject({ outcome: "failed", items: 0, new: 0 });
    expect(report?.error?.kind).toMatch(kind);
    expect(report?.error?.message).toMatch(message);
    expect(report?.error?.message).not.toMatch(/\n|\[object|undefined/);
    // Everybody may read /status: where folders lie is told to the operator alone.
    const lastError = report?.error?.message.replace(/^\/\S*\//, "");
    expect(statusOfSource(id)).toMatchObject({ lastOutcome: "failed", lastError });
  }
});

describe("a service with a source that never answers", () => {
  it("publishes what the others bring while that one still hangs", async () => {
    const hanging = layDesk({
      sources: [
        { id: "silent", url: `${server.url}/silent-for-ever` },
        { id: "good", url: `http://localhost:${server.port}/good` },
      ],
    });
    let isAnswered = false;
    server.set("/silent-for-ever", {
      play: (_, response) => {
        response.once("close", () => {
          isAnswered = true;
        });
      },
    });
    const service = await startOffprint(["--config", hanging.config]);

    await until("both are published", async () => (await entriesOf(service.url)).length === 2);

    expect(server.requests("/silent-for-ever")).toHaveLength(1);
    expect(isAnswered).toBe(false);
    await service.kill();
    hanging.remove();
  });
});

const OTHERS = [
  "closed-port",
  "unknown-host",
  "own",
  "no-folder",
  "missing-folder",
  "good",
  "typed",
  "cut",
];

/** Where a redirect to our own feed leads somewhere. */
const siteUrl = (): string => `${server.url}/desk`;

async function everySource() {
  const remote = (id: string) => ({ id, url: `${server.url}/${id}` });
  return {
    site: { url: siteUrl() },
    ingest: {
      allowNetworks: ["127.0.0.0/8"],
      perHost: 16,
      concurrency: 32,
      limits: { bodyBytes: MEGABYTE, timeoutSeconds: 3 },
    },
    sources: [
      ...REMOTE.map(([id]) => remote(id)),
      { id: "closed-port", url: `http://127.0.0.1:${await closedPort()}/` },
      { id: "unknown-host", url: "http://no-such-host.invalid/feed" },
      { id: "own", url: `${siteUrl()}/feeds/all.atom` },
      { id: "no-folder", folder: "no-folder" },
      { id: "missing-folder", folder: "missing-folder" },
      remote("typed"),
      remote("cut"),
      // A name of its own: a publisher is not made to wait for others.
      { id: "good", url: `http://localhost:${server.port}/good` },
    ],
  };
}

/** A port that was free a moment ago. */
function closedPort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
