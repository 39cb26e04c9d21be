import { beforeEach, describe, expect, it } from "vitest";
import type { PublishedDocument } from "../../../src/core/entries/published.ts";
import { brotliOf } from "../../support/document-text.ts";
import { type RunningSite, sendRaw, siteForTest } from "../running-site.ts";

const CHANGED = "Thu, 01 Jan 2026 00:00:00 GMT";

/** Headers that are no matter of the document: Node's fetch closes after a HEAD. */
const OF_CONNECTION = ["date", "connection", "keep-alive"];

const aDocument = (over: Partial<PublishedDocument> = {}): PublishedDocument => ({
  path: "/feeds/all.rss",
  mediaType: "application/rss+xml; charset=utf-8",
  etag: '"abc"',
  changedAt: Date.parse(CHANGED),
  br: brotliOf(`<rss>${"Fluss ".repeat(500)}</rss>`),
  links: '<https://schau.example/feeds/all.rss>; rel="self"',
  ...over,
});

let site: RunningSite;
let feed: string;

beforeEach(async () => {
  site = await siteForTest();
  site.cache.replace([aDocument()]);
  feed = `${site.url}/feeds/all.rss`;
});

/** Node's fetch asks for every coding it knows; a test says which. */
const get = (headers: Record<string, string> = {}, init: RequestInit = {}): Promise<Response> =>
  fetch(feed, { ...init, headers: { "Accept-Encoding": "identity", ...headers } });

describe("a ready document", () => {
  it("is served with its media type, validators, cache rules and links", async () => {
    const response = await get();

    expect(response.status).toBe(200);
    expect(await response.text()).toMatch(/^<rss>Fluss /);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/rss+xml; charset=utf-8",
      "content-length": "3011",
      etag: '"abc"',
      "last-modified": CHANGED,
      "cache-control": "public, max-age=60, stale-while-revalidate=300, stale-if-error=86400",
      vary: "Accept-Encoding",
      link: '<https://schau.example/feeds/all.rss>; rel="self"',
      "access-control-allow-origin": "*",
      "access-control-expose-headers": "ETag, Link",
      "x-content-type-options": "nosniff",
    });
    expect(response.headers.get("set-cookie")).toBeNull();
  });

  it.each([
    ["identity", '"abc"', null],
    ["gzip", '"abc-gzip"', "gzip"],
    ["gzip, br", '"abc-br"', "br"],
  ])("as %s has a strong tag of its own", async (accepted, etag, coding) => {
    const response = await get({ "Accept-Encoding": accepted });

    expect(response.headers.get("etag")).toBe(etag);
    expect(response.headers.get("content-encoding")).toBe(coding);
    expect(await response.text()).toMatch(/^<rss>Fluss .*<\/rss>$/s);
  });

  it("is refused to a client that takes no coding that we have", async () => {
    const response = await get({ "Accept-Encoding": "identity;q=0" });

    expect(response.status).toBe(406);
    expect(response.headers.get("vary")).toBe("Accept-Encoding");
  });

  // Node's fetch adds Cache-Control: no-cache to each of these; that must not cost the 304.
  it.each([
    ["the same tag", { "If-None-Match": '"abc"' }, 304],
    ["the tag of another coding", { "If-None-Match": '"abc-br"' }, 304],
    ["the tag made weak", { "If-None-Match": 'W/"abc-gzip"' }, 304],
    ["a list of tags", { "If-None-Match": '"x", "abc"' }, 304],
    ["any tag", { "If-None-Match": "*" }, 304],
    ["the same date", { "If-Modified-Since": CHANGED }, 304],
    [
      "the same tag and an older date",
      { "If-None-Match": '"abc"', "If-Modified-Since": "Wed, 31 Dec 2025 00:00:00 GMT" },
      304,
    ],
    [
      "another tag and the same date",
      { "If-None-Match": '"x"', "If-Modified-Since": CHANGED },
      200,
    ],
    ["an older date", { "If-Modified-Since": "Wed, 31 Dec 2025 00:00:00 GMT" }, 200],
    ["a date that is none", { "If-Modified-Since": "tomorrow" }, 200],
    [
      "the same tag, forbidding caches",
      { "If-None-Match": '"abc"', "Cache-Control": "no-store" },
      304,
    ],
  ])("answers %s", async (_, headers, status) => {
    const response = await get(headers as Record<string, string>);

    expect(response.status).toBe(status);
    expect(response.headers.get("etag")).toBe('"abc"');
    expect(response.headers.get("last-modified")).toBe(CHANGED);
    expect(response.headers.get("vary")).toBe("Accept-Encoding");
    expect(response.headers.get("cache-control")).toMatch(/^public, max-age=60/);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
  });

  it("sends no body and no type with a 304", async () => {
    const response = await get({ "If-None-Match": '"abc"' });

    expect(await response.text()).toBe("");
    expect(response.headers.get("content-type")).toBeNull();
    expect(response.headers.get("content-length")).toBeNull();
  });

  it("names in a 304 the tag of the coding that a 200 would have", async () => {
    const headers = { "Accept-Encoding": "br", "If-None-Match": '"abc-gzip"' };
    const response = await get(headers);

    expect(response.status).toBe(304);
    expect(response.headers.get("etag")).toBe('"abc-br"');
  });

  it("answers HEAD with the headers of GET and nothing else", async () => {
    const [head, full] = await Promise.all([get({}, { method: "HEAD" }), get()]);
    const ofDocument = ({ headers }: Response): object =>
      Object.fromEntries([...headers].filter(([name]) => !OF_CONNECTION.includes(name)));

    expect(await head.text()).toBe("");
    expect(ofDocument(head)).toEqual(ofDocument(full));
  });

  it("answers a conditional HEAD with 304", async () => {
    expect((await get({ "If-None-Match": '"abc"' }, { method: "HEAD" })).status).toBe(304);
  });

  it.each(["POST", "PUT", "DELETE", "PATCH"])("cannot be changed by %s", async (method) => {
    const response = await fetch(feed, { method });

    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
  });

  it("lets the scripts of other sites ask conditionally", async () => {
    const response = await fetch(feed, { method: "OPTIONS" });

    expect(response.status).toBe(204);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "GET, HEAD",
      "access-control-allow-headers": "*",
    });
  });

  it("is found whatever the query says", async () => {
    expect((await fetch(`${feed}?utm_source=x&y`)).status).toBe(200);
  });

  it("is found by an absolute address, as a proxy may ask", async () => {
    const answer = await sendRaw(
      site.port,
      "GET http://schau.example/feeds/all.rss HTTP/1.1\r\nHost: schau.example\r\nConnection: close\r\n\r\n",
    );
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe("the set of documents", () => {
  it("is replaced as a whole", async () => {
    site.cache.replace([aDocument({ path: "/feeds/new.rss", etag: '"n"' })]);

    expect((await fetch(feed)).status).toBe(404);
    expect((await fetch(`${site.url}/feeds/new.rss`)).status).toBe(200);
    expect(site.cache.get("/feeds/all.rss")).toBeUndefined();
  });

  it("takes in a changed document beside the others", async () => {
    site.cache.put([aDocument({ path: "/feeds/new.rss" })]);
    site.cache.put([aDocument({ etag: '"changed"', br: brotliOf("<rss/>") })]);

    const changed = await get({ "If-None-Match": '"abc"' });
    expect(changed.status).toBe(200);
    expect(await changed.text()).toBe("<rss/>");
    expect((await fetch(`${site.url}/feeds/new.rss`)).status).toBe(200);
  });

  it("is not fooled by a path that every object has", async () => {
    expect((await fetch(`${site.url}/__proto__`)).status).toBe(404);
    expect((await fetch(`${site.url}/constructor`)).status).toBe(404);
  });
});
