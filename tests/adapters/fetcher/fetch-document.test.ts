import { describe, expect, it } from "vitest";
import { notHttp, redirect, reset, retryLater } from "../../support/source-faults.ts";
import { errorOf, fetchedOf, NOW, testFetcher, testServer, textOf } from "./test-fetcher.ts";

const FEED = "<rss><channel><title>News</title></channel></rss>";

describe("a request", () => {
  it("says who asks and what for, and carries no cookie and no referrer", async () => {
    const server = await testServer();
    server.set("/feed.xml", { body: FEED, headers: { "Set-Cookie": "id=1" } });
    const { ask } = testFetcher();

    await ask({ url: `${server.url}/feed.xml` });
    await ask({ url: `${server.url}/feed.xml` });

    const names = Object.keys(server.requests("/feed.xml")[1]?.headers ?? {}).sort();
    expect(names).toEqual([
      "accept",
      "accept-encoding",
      "cache-control",
      "connection",
      "host",
      "user-agent",
    ]);
    expect(server.requests("/feed.xml")[1]?.headers).toMatchObject({
      accept: "application/rss+xml",
      "accept-encoding": "gzip, br, zstd, deflate",
      "cache-control": "max-age=0",
      "user-agent": "Offprint/1.0 (+https://desk.example/about; desk@desk.example)",
    });
  });

  it("asks for the User-Agent each time, and leaves out what a header cannot carry", async () => {
    const server = await testServer();
    server.set("/feed.xml", { body: FEED });
    let subscribers = 0;
    const { ask } = testFetcher({
      userAgent: () => {
        subscribers += 1;
        return `Offprint (Büro\r\nX-Evil: 1; ${subscribers} subscribers)`;
      },
    });

    await ask({ url: `${server.url}/feed.xml` });
    await ask({ url: `${server.url}/feed.xml` });

    expect(server.requests().map(({ headers }) => headers["user-agent"])).toEqual([
      "Offprint (BroX-Evil: 1; 1 subscribers)",
      "Offprint (BroX-Evil: 1; 2 subscribers)",
    ]);
  });
});

describe("an answer", () => {
  it("brings the body with its type, validators and freshness", async () => {
    const server = await testServer();
    server.set("/feed.xml", {
      body: FEED,
      contentType: "application/atom+xml",
      etag: '"v1"',
      lastModified: "Tue, 17 Feb 2026 10:00:00 GMT",
      headers: { "Cache-Control": "public, max-age=900" },
    });

    const result = await testFetcher().ask({ url: `${server.url}/feed.xml#top` });

    expect(textOf(result)).toBe(FEED);
    expect(fetchedOf(result)).toMatchObject({
      kind: "modified",
      url: `${server.url}/feed.xml`,
      permanentUrl: null,
      requests: 1,
      contentType: "application/atom+xml",
      validators: { etag: '"v1"', lastModified: "Tue, 17 Feb 2026 10:00:00 GMT" },
      freshness: { maxAgeMs: 900_000 },
    });
  });

  it("is a 304 when both validators go back as they came", async () => {
    const server = await testServer();
    const validators = { etag: 'W/"a b"', lastModified: "yesterday, about noon" };
    server.set("/feed.xml", { body: FEED, ...validators });

    const result = await testFetcher().ask({ url: `${server.url}/feed.xml`, validators });

    expect(fetchedOf(result)).toMatchObject({ kind: "not-modified", validators });
    expect(server.requests()[0]?.headers).toMatchObject({
      "if-none-match": 'W/"a b"',
      "if-modified-since": "yesterday, about noon",
    });
  });

  it("keeps the stored validators that a 304 does not replace", async () => {
    const server = await testServer();
    const validators = { etag: '"old"', lastModified: "long ago" };
    server.set("/feed.xml", [
      { status: 304 },
      { status: 304, headers: { ETag: '"new"' } },
      { status: 304, headers: { "Last-Modified": "just now" } },
    ]);
    const { ask } = testFetcher();
    const ask304 = async () =>
      fetchedOf(await ask({ url: `${server.url}/feed.xml`, validators })).validators;

    expect(await ask304()).toEqual(validators);
    expect(await ask304()).toEqual({ ...validators, etag: '"new"' });
    expect(await ask304()).toEqual({ ...validators, lastModified: "just now" });
  });

  it.each([
    ["not ASCII", '"ü"'],
    ["control characters", '"a"\r\nX-Evil: 1'],
    ["empty", ""],
    ["longer than a server takes", `"${"x".repeat(2_000)}"`],
  ])("is not asked for with a validator that is %s", async (_what, etag) => {
    const server = await testServer();
    server.set("/feed.xml", { body: FEED });

    const validators = { etag, lastModified: null };
    const result = await testFetcher().ask({ url: `${server.url}/feed.xml`, validators });

    expect(textOf(result)).toBe(FEED);
    expect(server.requests()[0]?.headers).not.toHaveProperty("if-none-match");
  });

  it("of 304 to a question that was not conditional is an error", async () => {
    const server = await testServer();
    server.set("/feed.xml", { status: 304 });
    const result = await testFetcher().ask({ url: `${server.url}/feed.xml` });
    expect(errorOf(result)).toEqual({ kind: "http-status", status: 304, retryAfterMs: null });
  });

  it.each([
    ["204", { status: 204 }, 204, null],
    ["404", { status: 404 }, 404, null],
    ["410", { status: 410 }, 410, null],
    ["500", { status: 500, body: "x".repeat(100_000) }, 500, null],
    ["503 without Retry-After", { status: 503 }, 503, null],
    ["503 with seconds", retryLater("18000"), 503, 18_000_000],
    ["429 with a date", retryLater("Tue, 17 Feb 2026 12:10:00 GMT", 429), 429, 600_000],
    ["429 with a date in the past", retryLater("Tue, 17 Feb 2026 11:00:00 GMT", 429), 429, 0],
    ["429 with nonsense", retryLater("soon", 429), 429, null],
    ["500 with Retry-After", { status: 500, headers: { "Retry-After": "60" } }, 500, null],
    ["301 without Location", { status: 301 }, 301, null],
  ])("of %s is an http-status error", async (_what, reply, status, retryAfterMs) => {
    const server = await testServer();
    server.set("/feed.xml", reply);
    const result = await testFetcher().ask({ url: `${server.url}/feed.xml` });
    expect(result).toEqual({
      ok: false,
      error: {
        error: { kind: "http-status", status, retryAfterMs },
        requests: 1,
        url: `${server.url}/feed.xml`,
      },
    });
  });

  it.each([
    ["a connection reset", reset()],
    ["what is not HTTP", notHttp()],
    ["headers without end", notHttp(`HTTP/1.1 200 OK\r\nX-Long: ${"x".repeat(100_000)}\r\n\r\n`)],
    ["a connection closed without a word", notHttp("")],
  ])("of %s is a network error", async (_what, reply) => {
    const server = await testServer();
    server.set("/feed.xml", reply);
    const error = errorOf(await testFetcher().ask({ url: `${server.url}/feed.xml` }));
    expect(error).toMatchObject({ kind: "network", message: expect.stringMatching(/\w/) });
  });

  it("of nobody is a network error", async () => {
    const server = await testServer();
    await server.close();
    const error = errorOf(await testFetcher().ask({ url: `${server.url}/feed.xml` }));
    expect(error).toMatchObject({ kind: "network", message: expect.stringContaining("REFUSED") });
  });
});

describe("redirects", () => {
  it("are followed with the validators, and the last address is the document's", async () => {
    const server = await testServer();
    server.set("/a", redirect("b?x=1#part", 302));
    server.set("/b?x=1", { body: FEED, etag: '"v1"' });

    const validators = { etag: '"v1"', lastModified: null };
    const result = await testFetcher().ask({ url: `${server.url}/a`, validators });

    expect(fetchedOf(result)).toMatchObject({
      kind: "not-modified",
      url: `${server.url}/b?x=1`,
      permanentUrl: null,
      requests: 2,
    });
  });

  it.each([
    [[301], true],
    [[308, 301], true],
    [[301, 302], false],
    [[307, 308], false],
    [[303], false],
  ])("of %j are permanent: %s", async (statuses, isPermanent) => {
    const server = await testServer();
    for (const [hop, status] of statuses.entries())
      server.set(`/${hop}`, redirect(`/${hop + 1}`, status));
    server.set(`/${statuses.length}`, { body: FEED });

    const fetched = fetchedOf(await testFetcher().ask({ url: `${server.url}/0` }));

    expect(fetched.permanentUrl).toBe(isPermanent ? `${server.url}/${statuses.length}` : null);
  });

  it("are followed up to the limit and no further", async () => {
    const server = await testServer();
    for (let hop = 0; hop < 7; hop += 1) server.set(`/${hop}`, redirect(`/${hop + 1}`));
    server.set("/7", { body: FEED });
    const { ask } = testFetcher();

    expect(fetchedOf(await ask({ url: `${server.url}/2` })).requests).toBe(6);
    expect(await ask({ url: `${server.url}/1` })).toEqual({
      ok: false,
      error: {
        error: { kind: "too-many-redirects", limit: 5 },
        requests: 6,
        url: `${server.url}/6`,
      },
    });
  });

  it("in a circle end where they close it", async () => {
    const server = await testServer();
    server.set("/a", redirect("/b", 301));
    server.set("/b", redirect("/a", 301));
    const result = await testFetcher().ask({ url: `${server.url}/a` });
    expect(errorOf(result)).toEqual({ kind: "too-many-redirects", limit: 5 });
    expect(server.requests()).toHaveLength(2);
  });

  it("to an address in UTF-8 go there", async () => {
    const server = await testServer();
    server.set("/a", redirect(Buffer.from("/münchen").toString("latin1"), 301));
    server.set("/m%C3%BCnchen", { body: FEED });
    expect(textOf(await testFetcher().ask({ url: `${server.url}/a` }))).toBe(FEED);
  });

  it.each(["ftp://127.0.0.1/feed", "file:///etc/passwd", "data:text/xml,<rss/>", "http://"])(
    "to %s are refused",
    async (location) => {
      const server = await testServer();
      server.set("/a", redirect(location));
      const result = await testFetcher().ask({ url: `${server.url}/a` });
      expect(errorOf(result)).toEqual({ kind: "bad-url", url: location });
    },
  );
});

describe("an address with a user name or password", () => {
  it("is refused without repeating them", async () => {
    const server = await testServer();
    const result = await testFetcher().ask({ url: `http://me:secret@127.0.0.1:${server.port}/a` });
    const url = `${server.url}/a`;
    expect(errorOf(result)).toEqual({ kind: "bad-url", url, hasCredentials: true });
    expect(server.connections()).toBe(0);
  });
});

it.each<[string, number, string, boolean]>([
  ["shows the same", 0, "0", true],
  ["is behind", -3_600_000, "0", false],
  ["is ahead", 3_600_000, "0", false],
  ["was asked an hour ago by a cache", -3_600_000, "3600", true],
])("says whether its server's clock agrees with ours: one that %s", async (_, byMs, age, is) => {
  const server = await testServer();
  const date = new Date(NOW + byMs).toUTCString();
  server.set("/feed.xml", { body: FEED, headers: { Date: date, Age: age } });
  const result = await testFetcher().ask({ url: `${server.url}/feed.xml` });
  expect(fetchedOf(result).confirmsClock).toBe(is);
});

it("says when a document may be asked for again by its dates too", async () => {
  const server = await testServer();
  server.set("/feed.xml", {
    body: FEED,
    headers: { Date: new Date(NOW).toUTCString(), Expires: new Date(NOW + 60_000).toUTCString() },
  });
  const result = await testFetcher().ask({ url: `${server.url}/feed.xml` });
  expect(fetchedOf(result).freshness).toEqual({ maxAgeMs: 60_000 });
});
