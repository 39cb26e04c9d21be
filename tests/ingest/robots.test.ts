import { describe, expect, it } from "vitest";
import { err, type Result } from "../../src/core/result.ts";
import type { FetchError } from "../../src/core/sources/errors.ts";
import type { Fetched, FetchFailure } from "../../src/core/sources/fetched.ts";
import { createRobots, robotsToken } from "../../src/ingest/robots.ts";
import { HOUR, NOW } from "../support/builders.ts";
import { modified } from "./fake-source.ts";

const MINUTE = 60_000;

const text = (body: string, maxAgeMs: number | null = null): Result<Fetched, FetchFailure> =>
  modified({ bytes: Buffer.from(body), freshness: { maxAgeMs } });

const failing = (error: FetchError): Result<Fetched, FetchFailure> =>
  err({ error, requests: 1, url: "https://valley.example/robots.txt" });

const status = (code: number) => failing({ kind: "http-status", status: code, retryAfterMs: null });

const isTdmFile = (url: string): boolean => url.endsWith("/.well-known/tdmrep.json");

/** A host that gives every robots.txt one answer, and its tdmrep.json another. */
function ask(answer: Result<Fetched, FetchFailure>, tdmFile = status(404)) {
  const clock = { now: NOW };
  const requests: string[] = [];
  const pauses: number[] = [];
  const robots = createRobots({
    fetchDocument: async ({ url }) => {
      requests.push(url);
      return isTdmFile(url) ? tdmFile : answer;
    },
    token: "Offprint",
    now: () => clock.now,
    pause: async (ms) => void pauses.push(ms),
  });
  return { robots, requests, pauses, clock };
}

const robotsFiles = (requests: readonly string[]) => requests.filter((url) => !isTdmFile(url));

const PAGE = "https://valley.example/news/1";

describe("asking for robots.txt", () => {
  it("asks the host of a page, once for all its pages, also when they come together", async () => {
    const { robots, requests } = ask(text("User-agent: *\nDisallow: /x\nCrawl-delay: 2"));

    const [first] = await Promise.all([robots(PAGE), robots("https://valley.example/other")]);
    await robots(PAGE);

    expect(robotsFiles(requests)).toEqual(["https://valley.example/robots.txt"]);
    expect(first).toMatchObject({
      ok: true,
      value: { rules: { crawlDelayMs: 2_000 }, readAt: NOW },
    });
  });

  it("asks each origin for itself", async () => {
    const { robots, requests } = ask(text(""));

    await robots("http://valley.example/a");
    await robots("https://valley.example:8443/a");

    expect(robotsFiles(requests)).toEqual([
      "http://valley.example/robots.txt",
      "https://valley.example:8443/robots.txt",
    ]);
  });

  it.each<[string, Result<Fetched, FetchFailure>, number]>([
    ["a day", text(""), 24 * HOUR],
    ["as long as the publisher says", text("", HOUR), HOUR],
    ["a few minutes at least", text("", 0), 10 * MINUTE],
    ["a day at most", text("", 30 * 24 * HOUR), 24 * HOUR],
    ["a day when there is none", status(404), 24 * HOUR],
    ["five minutes when it cannot be had", status(500), 5 * MINUTE],
  ])("keeps it for %s", async (_, answer, keptMs) => {
    const { robots, requests, clock } = ask(answer);

    await robots(PAGE);
    clock.now += keptMs - 1;
    await robots(PAGE);
    expect(robotsFiles(requests)).toHaveLength(1);
    clock.now += 1;
    await robots(PAGE);
    expect(robotsFiles(requests)).toHaveLength(2);
  });

  it.each<[string, Result<Fetched, FetchFailure>, boolean]>([
    ["is not there", status(404), true],
    ["is forbidden", status(403), true],
    ["leads in circles", failing({ kind: "too-many-redirects", limit: 5 }), true],
    ["fails", status(503), false],
    ["is asked for too often", status(429), false],
    ["has a host that is down", failing({ kind: "network", message: "refused" }), false],
    ["never ends", failing({ kind: "timeout", phase: "body", timeoutMs: 1 }), false],
  ])("one that %s lets us in: %s", async (_, answer, isOpen) => {
    expect(await ask(answer).robots(PAGE)).toMatchObject(
      isOpen ? { ok: true, value: { rules: { rules: [] } } } : { ok: false },
    );
  });

  it("reads no more of it than it must", async () => {
    const long = `${"#\n".repeat(300_000)}User-agent: *\nDisallow: /`;
    expect(await ask(text(long)).robots(PAGE)).toMatchObject({ value: { rules: { rules: [] } } });
  });

  it("remembers a bounded number of hosts", async () => {
    const { robots, requests } = ask(text(""));

    for (let host = 0; host < 201; host += 1) await robots(`https://h${host}.example/`);
    await robots("https://h200.example/");
    expect(robotsFiles(requests)).toHaveLength(201);
    await robots("https://h0.example/");
    expect(robotsFiles(requests)).toHaveLength(202);
  });

  const reserved = text('[{ "location": "/news/*", "tdm-reservation": 1 }]');

  it("asks for tdmrep.json with it, after the pause that it asks for", async () => {
    const { robots, requests, pauses } = ask(text("User-agent: *\nCrawl-delay: 2"), reserved);

    const answer = await robots(PAGE);
    await robots(PAGE);

    expect(requests).toEqual([
      "https://valley.example/robots.txt",
      "https://valley.example/.well-known/tdmrep.json",
    ]);
    expect(pauses).toEqual([2_000]);
    expect(answer).toMatchObject({
      value: { tdmRules: [{ location: "/news/*", isReserved: true }] },
    });
  });

  it("asks no host for two things within a second", async () => {
    const { robots, pauses } = ask(text(""), reserved);

    await robots(PAGE);

    expect(pauses).toEqual([1_000]);
  });

  it("leaves tdmrep.json alone where robots.txt wants that", async () => {
    const { robots, requests } = ask(text("User-agent: *\nDisallow: /.well-known/"), reserved);

    expect(await robots(PAGE)).toMatchObject({ ok: true, value: { tdmRules: [] } });
    expect(requests).toEqual(["https://valley.example/robots.txt"]);
  });

  it("asks soon again for a tdmrep.json that could not be had", async () => {
    const { robots, requests, clock } = ask(text(""), status(503));

    expect(await robots(PAGE)).toMatchObject({ ok: true, value: { tdmRules: [] } });
    clock.now += 5 * MINUTE;
    await robots(PAGE);

    expect(requests.filter(isTdmFile)).toHaveLength(2);
  });

  it.each([
    ["Offprint/1.0 (+https://desk.example/about)", "Offprint"],
    ["ValleyDesk", "ValleyDesk"],
    ["", "Offprint"],
  ])("our name in %j is %s", (userAgent, token) => {
    expect(robotsToken(userAgent)).toBe(token);
  });
});
