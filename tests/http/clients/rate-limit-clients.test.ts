import { describe, expect, it, onTestFinished } from "vitest";
import { createClientGate } from "../../../src/http/clients/rate-limit-clients.ts";
import { createDocumentCache } from "../../../src/http/feeds/documents.ts";
import { createHttpServer } from "../../../src/http/server.ts";
import { brotliOf } from "../../support/document-text.ts";

const CLIENT = { "X-Forwarded-For": "203.0.113.7" };
const FEED = "/feeds/all.rss";

/** A server that lets ten requests a minute through; its clock stands still. */
async function limited(trustProxy: number, requestsPerMinute = 10) {
  const cache = createDocumentCache();
  cache.put([
    {
      ...{ path: FEED, mediaType: "application/rss+xml", etag: '"a"', changedAt: 0, links: "" },
      br: brotliOf("<rss/>"),
    },
  ]);
  const reached: string[] = [];
  const server = createHttpServer({
    cache,
    app: (request, response) => {
      reached.push(request.url ?? "");
      response.end("page");
    },
    gate: createClientGate({ requestsPerMinute, trustProxy, nowMs: () => 0 }),
    onSocketError: (error) => expect.fail(error.message),
  });
  onTestFinished(() => server.close(0));
  const listening = await server.listen({ host: "127.0.0.1", port: 0 });
  const url = listening.ok ? listening.value.url : expect.fail("does not listen");
  const ask = (path: string, headers: Record<string, string> = {}, method = "GET") =>
    fetch(`${url}${path}`, { headers, method });
  const statuses = async (count: number, path: string, headers: Record<string, string> = {}) => {
    const counted = new Map<number, number>();
    for (let n = 0; n < count; n++) {
      const response = await ask(path, headers);
      await response.arrayBuffer();
      counted.set(response.status, (counted.get(response.status) ?? 0) + 1);
    }
    return Object.fromEntries(counted);
  };
  return { ask, statuses, reached };
}

describe("a client that asks too often", () => {
  it("is told when to come again, in seconds, and reaches nothing", async () => {
    const { ask, statuses, reached } = await limited(1);
    expect(await statuses(15, "/page", CLIENT)).toEqual({ 200: 10, 429: 5 });
    const response = await ask("/page", CLIENT);
    expect(response.status).toBe(429);
    expect(response.headers.get("retry-after")).toBe("6");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(await response.text()).toBe("Too many requests from your address. Come again in 6 s.\n");
    expect(reached).toHaveLength(10);
  });

  it("is held for feeds and pages together", async () => {
    const { statuses } = await limited(1);
    expect(await statuses(6, FEED, CLIENT)).toEqual({ 200: 6 });
    expect(await statuses(6, "/page", CLIENT)).toEqual({ 200: 4, 429: 2 });
  });

  it("does not keep others out", async () => {
    const { ask, statuses } = await limited(1);
    await statuses(12, FEED, CLIENT);
    expect((await ask(FEED, { "X-Forwarded-For": "203.0.113.8" })).status).toBe(200);
  });

  it("cannot become another by what it writes itself", async () => {
    const { ask, statuses } = await limited(1);
    await statuses(10, FEED, CLIENT);
    const forged = await ask(FEED, { "X-Forwarded-For": "198.51.100.1, 203.0.113.7" });
    expect(forged.status).toBe(429);
  });

  it("may ask ten times as often for what has not changed", async () => {
    const { statuses } = await limited(1);
    const conditional = { ...CLIENT, "If-None-Match": '"a"' };
    expect(await statuses(91, FEED, conditional)).toEqual({ 304: 91 });
    expect(await statuses(20, FEED, conditional)).toMatchObject({ 429: expect.any(Number) });
  });

  it("is refused a HEAD without a body, and anything that may bring one with its connection", async () => {
    const { ask, statuses } = await limited(1);
    await statuses(10, FEED, CLIENT);
    const head = await ask(FEED, CLIENT, "HEAD");
    expect([head.status, await head.text()]).toEqual([429, ""]);
    expect((await ask(FEED, CLIENT, "POST")).headers.get("connection")).toBe("close");
  });
});

describe("who is not limited", () => {
  it("is a client on this machine while no proxy is trusted, whatever it says", async () => {
    const { statuses } = await limited(0);
    expect(await statuses(30, FEED, CLIENT)).toEqual({ 200: 30 });
  });

  it("is a client on this machine that came through no proxy", async () => {
    const { statuses } = await limited(1);
    expect(await statuses(30, FEED)).toEqual({ 200: 30 });
  });

  it("is everybody with a limit of 0", async () => {
    const { statuses } = await limited(1, 0);
    expect(await statuses(30, FEED, CLIENT)).toEqual({ 200: 30 });
  });
});
