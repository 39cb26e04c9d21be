import { request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { layDesk } from "../support/desk.ts";
import { startOffprint } from "../support/offprint.ts";
import { type ReadEntry, readAtom, readJsonFeed, readRss } from "../support/read-feeds.ts";
import { type SampleService, startOnSamples } from "../support/samples.ts";
import { childrenOf, parseStrictXml, type Tree } from "../support/strict-xml.ts";

// Processes start here, on machines that do much else.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let service: SampleService;

beforeAll(async () => {
  service = await startOnSamples();
});

afterAll(() => service?.close());

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${service.url}${path}`, { headers });

describe("what a newcomer reads after the start", () => {
  it("says what was taken in, and from where", () => {
    expect(service.stdout()).toMatch(
      /^Took in \d+ new articles, \d+ of them copies of a text already here, from 4 sources:$/m,
    );
    for (const id of ["talbote", "kreisblatt", "valley-letter", "desk"]) {
      expect(service.stdout()).toMatch(
        new RegExp(`^  ${id}: \\d+ items, \\d+ new, 0 updated$`, "m"),
      );
    }
  });

  it("names every feed address to subscribe to", () => {
    for (const id of ["all", "deutsch", "english", "verkehr"]) {
      for (const format of ["rss", "atom", "json"]) {
        expect(service.stdout()).toContain(`${service.siteUrl}/feeds/${id}.${format}\n`);
      }
    }
  });
});

describe("the feeds of the samples", () => {
  it.each(["all", "deutsch", "english", "verkehr"])(
    "%s has the same ids, titles, links, dates and order in each format",
    async (id) => {
      const rss = readRss(await (await get(`/feeds/${id}.rss`)).text());
      const atom = readAtom(await (await get(`/feeds/${id}.atom`)).text());
      const json = readJsonFeed(await (await get(`/feeds/${id}.json`)).text());

      expect(rss.length).toBeGreaterThan(1);
      expect(rss.map(identity)).toEqual(json.map(identity));
      expect(atom.map(identity)).toEqual(json.map(identity));
    },
  );

  it("hold at least fifteen articles, each text once", async () => {
    const entries = readJsonFeed(await (await get("/feeds/all.json")).text());

    expect(entries.length).toBeGreaterThanOrEqual(15);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  });

  it.each([
    ["/rss.xml", "/feeds/all.rss"],
    ["/atom.xml", "/feeds/all.atom"],
    ["/feed.json", "/feeds/all.json"],
  ])("%s is %s, without a redirect", async (alias, path) => {
    const response = await fetch(`${service.url}${alias}`, { redirect: "error" });

    expect(await response.text()).toBe(await (await get(path)).text());
  });
});

describe.each([
  ["/feeds/all.rss", "application/rss+xml; charset=utf-8"],
  ["/feeds/all.atom", "application/atom+xml; charset=utf-8"],
  ["/feeds/all.json", "application/feed+json; charset=utf-8"],
])("the answer of %s", (path, type) => {
  it("has its media type, a strong validator, its links, and is open to scripts", async () => {
    const { headers } = await get(path);

    expect(headers.get("content-type")).toBe(type);
    expect(headers.get("etag")).toMatch(/^"[^"]+"$/);
    expect(headers.get("last-modified")).toMatch(/GMT$/);
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("link")).toContain(`<${service.siteUrl}${path}>; rel="self"`);
    expect(headers.get("link")?.match(/rel="alternate"/g)).toHaveLength(3);
  });

  it("is 304 without a body to the ETag, whoever asks", async () => {
    const { headers } = await get(path);
    const tag = headers.get("etag") ?? "";

    const byFetch = await get(path, { "If-None-Match": tag });
    const byHttp = await ask("GET", path, { "If-None-Match": tag });
    const byOther = await get(path, { "If-None-Match": '"another"' });

    expect(byFetch.status).toBe(304);
    expect(byFetch.headers.get("etag")).toBe(tag);
    expect(byHttp).toMatchObject({ status: 304, body: Buffer.alloc(0) });
    expect(byOther.status).toBe(200);
  });

  it("is 304 to If-Modified-Since from its Last-Modified on, and 200 before", async () => {
    const { headers } = await get(path);
    const changedAt = headers.get("last-modified") ?? "";
    const before = new Date(Date.parse(changedAt) - 1000).toUTCString();

    expect((await get(path, { "If-Modified-Since": changedAt })).status).toBe(304);
    expect((await get(path, { "If-Modified-Since": before })).status).toBe(200);
  });

  it("has the headers of GET and no body to HEAD", async () => {
    const got = await ask("GET", path, {});
    const head = await ask("HEAD", path, {});

    expect(head.body).toHaveLength(0);
    expect(head.headers["content-length"]).toBe(String(got.body.length));
    expect({ ...head.headers, date: "" }).toEqual({ ...got.headers, date: "" });
  });

  it("is the same bytes plain, in gzip and in br", async () => {
    const plain = await ask("GET", path, { "Accept-Encoding": "identity" });
    const gzip = await ask("GET", path, { "Accept-Encoding": "gzip" });
    const br = await ask("GET", path, { "Accept-Encoding": "gzip, br" });

    expect(gzip.headers["content-encoding"]).toBe("gzip");
    expect(br.headers["content-encoding"]).toBe("br");
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    expect(brotliDecompressSync(br.body).equals(plain.body)).toBe(true);
    expect(br.body.length).toBeLessThan(plain.body.length / 2);
  });
});

describe("the other addresses of the contract", () => {
  it.each([
    ["/", "text/html; charset=utf-8"],
    ["/feeds/all", "text/html; charset=utf-8"],
    ["/about", "text/html; charset=utf-8"],
    ["/healthz", "application/json; charset=utf-8"],
    ["/readyz", "application/json; charset=utf-8"],
    ["/status", "application/json; charset=utf-8"],
  ])("%s answers 200", async (path, type) => {
    const response = await get(path);

    expect([response.status, response.headers.get("content-type")]).toEqual([200, type]);
  });

  it("has a page for each entry of the feed", async () => {
    const { items } = (await (await get("/feed.json")).json()) as { items: JsonEntry[] };
    const pages = items.map(({ _offprint }) => new URL(_offprint.page).pathname);
    const answers = await Promise.all(pages.map(async (path) => (await get(path)).status));

    expect(answers).toEqual(pages.map(() => 200));
  });

  it("lists each feed once in OPML, by the address of its RSS", async () => {
    const [body] = childrenOf(parseStrictXml(await (await get("/feeds.opml")).text()), "body");
    const outlines = childrenOf(body as Tree, "outline");

    expect(outlines.map(({ attributes }) => attributes.get("xmlUrl"))).toEqual(
      ["all", "deutsch", "english", "verkehr"].map((id) => `${service.siteUrl}/feeds/${id}.rss`),
    );
  });

  it.each([
    [404, "/nothing-here"],
    [404, "/feeds/unknown"],
    [404, "/feeds/unknown.rss"],
    [404, "/feeds/all.pdf"],
    [404, "/articles/unknown"],
    [400, "/feeds/%00"],
    [400, "/articles/%0d%0aSet-Cookie:x"],
    [400, "/%"],
    [400, "/%ff"],
  ])("is %i for %s, with nothing of our insides", async (status, path) => {
    const { status: answered, body } = await ask("GET", path, { Accept: "text/html" });

    expect(answered).toBe(status);
    expect(body.toString()).not.toMatch(/ at .*:\d+|node_modules|\.ts\b|Error:/);
  });
});

/** What has to be the same in each format; RSS has only seconds. */
const identity = ({ id, title, link, publishedAt, updatedAt }: ReadEntry) => ({
  id,
  title,
  link,
  publishedAt: Math.floor(publishedAt / 1000),
  updatedAt: Math.floor(updatedAt / 1000),
});

type JsonEntry = { readonly _offprint: { readonly page: string } };

type Answer = {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
};

/** A request as it is written: no path made tidy, no body decoded, no header added. */
function ask(method: string, path: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(service.url);
    const asked = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    });
    asked.on("error", reject).end();
  });
}

it("a service that says that it is ready has every feed", async () => {
  const many = Array.from({ length: 40 }, (_, n) => ({ id: `feed-${n}`, title: `Feed ${n}` }));
  const desk = layDesk({ feeds: many });
  const started = await startOffprint(["--config", desk.config]);
  try {
    const answers = await Promise.all(
      many.map(async ({ id }) => (await fetch(`${started.url}/feeds/${id}.json`)).status),
    );
    expect(new Set(answers)).toEqual(new Set([200]));
  } finally {
    await started.kill();
    desk.remove();
  }
});
