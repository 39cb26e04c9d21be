import { describe, expect, it } from "vitest";
import { redirect, slowHeaders } from "../../support/source-faults.ts";
import { testFetcher, testServer, textOf } from "./test-fetcher.ts";

describe("requests in flight", () => {
  it("to one host are never more than perHost", async () => {
    const server = await testServer();
    server.set("/feed.xml", slowHeaders(20, "feed"));
    const { ask } = testFetcher({ perHost: 2 });
    const results = await Promise.all(
      Array.from({ length: 8 }, () => ask({ url: `${server.url}/feed.xml` })),
    );
    expect(results.map(textOf)).toEqual(Array(8).fill("feed"));
    expect(Math.max(...server.requests().map(({ inFlight }) => inFlight))).toBe(2);
  });

  it("over all hosts are never more than concurrency", async () => {
    const server = await testServer();
    server.set("/feed.xml", slowHeaders(20, "feed"));
    const { ask } = testFetcher({ concurrency: 3 });
    const hosts = ["127.0.0.1", "localhost"].flatMap((host) => Array<string>(4).fill(host));
    await Promise.all(hosts.map((host) => ask({ url: `http://${host}:${server.port}/feed.xml` })));
    expect(Math.max(...server.requests().map(({ inFlight }) => inFlight))).toBe(3);
  });

  it("count for the host that a redirect leads to", async () => {
    const server = await testServer();
    server.set("/feed.xml", slowHeaders(20, "feed"));
    server.set("/moved", redirect(`http://localhost:${server.port}/feed.xml`));
    const { ask } = testFetcher({ perHost: 1 });
    await Promise.all(Array.from({ length: 4 }, () => ask({ url: `${server.url}/moved` })));
    const atTarget = server.requests().filter(({ headers }) => headers.host?.startsWith("local"));
    expect(atTarget).toHaveLength(4);
    const inFlight = atTarget.map(({ inFlight }) => inFlight);
    expect(Math.max(...inFlight)).toBeLessThanOrEqual(2); // one here, one still redirecting
  });
});

describe("requests to one public host", () => {
  it("are spaced, those to the operator's own machines are not", async () => {
    const server = await testServer();
    server.set("/feed.xml", { body: "feed" });
    const { ask } = testFetcher({ spacingMs: 300, resolveHost: async () => ["127.0.0.1"] });
    const three = async (host: string): Promise<number[]> => {
      const before = server.requests().length;
      const url = `http://${host}:${server.port}/feed.xml`;
      await Promise.all([ask({ url }), ask({ url }), ask({ url })]);
      const starts = server.requests().slice(before);
      return starts.slice(1).map(({ at }, index) => at - (starts[index]?.at ?? 0));
    };

    expect(Math.min(...(await three("feeds.example")))).toBeGreaterThan(250);
    expect(Math.max(...(await three("127.0.0.1")))).toBeLessThan(250);
  });
});
