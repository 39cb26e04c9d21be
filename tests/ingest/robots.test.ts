import { describe, expect, it } from "vitest";
import type { Fetched, FetchFailure } from "../../src/core/fetched.ts";
import type { FetchError } from "../../src/core/model.ts";
import { err, type Result } from "../../src/core/result.ts";
import { createRobots, robotsToken } from "../../src/ingest/robots.ts";
import { HOUR, NOW } from "../support/builders.ts";
import { modified } from "./fake-source.ts";

const MINUTE = 60_000;

const text = (body: string, maxAgeMs: number | null = null): Result<Fetched, FetchFailure> =>
  modified({ bytes: Buffer.from(body), freshness: { maxAgeMs } });

const failing = (error: FetchError): Result<Fetched, FetchFailure> =>
  err({ error, requests: 1, url: "https://valley.example/robots.txt" });

const status = (code: number) => failing({ kind: "http-status", status: code, retryAfterMs: null });

function ask(answer: Result<Fetched, FetchFailure>) {
  const clock = { now: NOW };
  const asked: string[] = [];
  const robots = createRobots({
    fetchDocument: async ({ url }) => {
      asked.push(url);
      return answer;
    },
    token: "Offprint",
    now: () => clock.now,
  });
  return { robots, asked, clock };
}

const PAGE = "https://valley.example/news/1";

describe("asking for robots.txt", () => {
  it("asks the host of a page, once for all its pages, also when they come together", async () => {
    const { robots, asked } = ask(text("User-agent: *\nDisallow: /x\nCrawl-delay: 2"));

    const [first] = await Promise.all([robots(PAGE), robots("https://valley.example/other")]);
    await robots(PAGE);

    expect(asked).toEqual(["https://valley.example/robots.txt"]);
    expect(first).toMatchObject({
      ok: true,
      value: { rules: { crawlDelayMs: 2_000 }, readAt: NOW },
    });
  });

  it("asks each origin for itself", async () => {
    const { robots, asked } = ask(text(""));

    await robots("http://valley.example/a");
    await robots("https://valley.example:8443/a");

    expect(asked).toEqual([
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
    const { robots, asked, clock } = ask(answer);

    await robots(PAGE);
    clock.now += keptMs - 1;
    await robots(PAGE);
    expect(asked).toHaveLength(1);
    clock.now += 1;
    await robots(PAGE);
    expect(asked).toHaveLength(2);
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
    const { robots, asked } = ask(text(""));

    for (let host = 0; host < 201; host += 1) await robots(`https://h${host}.example/`);
    await robots("https://h200.example/");
    expect(asked).toHaveLength(201);
    await robots("https://h0.example/");
    expect(asked).toHaveLength(202);
  });

  it.each([
    ["Offprint/1.0 (+https://desk.example/about)", "Offprint"],
    ["ValleyDesk", "ValleyDesk"],
    ["", "Offprint"],
  ])("our name in %j is %s", (userAgent, token) => {
    expect(robotsToken(userAgent)).toBe(token);
  });
});
