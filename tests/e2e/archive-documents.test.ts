import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Desk, layDesk, SITE_URL } from "../support/desk.ts";
import { jsonLines, type Service, startOffprint } from "../support/offprint.ts";
import { runHere } from "../support/run-here.ts";
import { rssFeed, sampleItem } from "../support/sample-feed.ts";
import { childrenOf, parseStrictXml } from "../support/strict-xml.ts";
import { until } from "../support/until.ts";

// Processes start here, on machines that do much else.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const NOON = Date.UTC(2026, 1, 17, 12);
const ATOM = "{http://www.w3.org/2005/Atom}";

let desk: Desk;
let service: Service;

const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  fetch(`${service.url}${path}`, { method, headers, redirect: "manual" });

beforeAll(async () => {
  desk = layDesk({
    sources: [{ id: "daily", folder: "daily" }],
    feeds: [{ id: "all", title: "Everything", items: 10 }],
  });
  const items = Array.from({ length: 130 }, (_, n) => sampleItem(`day${n}`, NOON - n * 60_000));
  desk.write("daily/feed.xml", rssFeed("Daily", items));
  service = await startOffprint(["--config", desk.config]);
  await until("the archive is there", async () => (await get("/feeds/all/archive/3.atom")).ok);
});

afterAll(async () => {
  await service?.kill();
  desk.remove();
});

describe("an archive document", () => {
  it.each([
    ["rss", "application/rss+xml"],
    ["atom", "application/atom+xml"],
    ["json", "application/feed+json"],
  ])("is served as %s like a feed, for an hour", async (format, mediaType) => {
    const path = `/feeds/all/archive/2.${format}`;
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain(mediaType);
    expect(response.headers.get("cache-control")).toMatch(/^public, max-age=3600/);
    const etag = response.headers.get("etag") ?? "";
    const lastModified = response.headers.get("last-modified") ?? "";
    expect(etag).toMatch(/^"[\w-]+"$/);
    expect(response.headers.get("link")).toContain(
      `<${SITE_URL}/feeds/all/archive/1.${format}>; rel="prev-archive"`,
    );
    expect((await get(path, { "if-none-match": etag })).status).toBe(304);
    expect((await get(path, { "if-modified-since": lastModified })).status).toBe(304);
    const compressed = await get(path, { "accept-encoding": "br" });
    expect(compressed.headers.get("content-encoding")).toBe("br");
    expect(await compressed.text()).toBe(await response.text());
    const head = await get(path, {}, "HEAD");
    expect(head.headers.get("content-length")).toBe(response.headers.get("content-length"));
    expect(await head.text()).toBe("");
  });

  it("says in Atom and RSS what it is and where it stands", async () => {
    const atom = parseStrictXml(await (await get("/feeds/all/archive/2.atom")).text());
    const links = new Map(
      childrenOf(atom, `${ATOM}link`).map(({ attributes }) => [
        attributes.get("rel"),
        attributes.get("href"),
      ]),
    );
    expect(Object.fromEntries(links)).toMatchObject({
      self: `${SITE_URL}/feeds/all/archive/2.atom`,
      current: `${SITE_URL}/feeds/all.atom`,
      "prev-archive": `${SITE_URL}/feeds/all/archive/1.atom`,
      "next-archive": `${SITE_URL}/feeds/all/archive/3.atom`,
    });
    const mark = "{http://purl.org/syndication/history/1.0}archive";
    expect(childrenOf(atom, mark)).toHaveLength(1);
    const rss = parseStrictXml(await (await get("/feeds/all/archive/2.rss")).text());
    const [channel] = childrenOf(rss, "channel");
    expect(channel && childrenOf(channel, mark)).toHaveLength(1);
    const rels = channel?.children.map(({ attributes }) => attributes.get("rel"));
    expect(rels).toEqual(expect.arrayContaining(["current", "prev-archive", "next-archive"]));
  });

  it("is found from the feed in every format", async () => {
    const newest = `${SITE_URL}/feeds/all/archive/3`;
    expect(await (await get("/feeds/all.atom")).text()).toContain(
      `rel="prev-archive" type="application/atom+xml" href="${newest}.atom"`,
    );
    expect(await (await get("/feeds/all.rss")).text()).toContain(`${newest}.rss`);
    expect(await (await get("/feeds/all.json")).json()).toMatchObject({
      next_url: `${newest}.json`,
    });
  });

  it.each([
    "/feeds/all/archive/99.atom",
    "/feeds/all/archive/0.atom",
    "/feeds/all/archive/01.atom",
    "/feeds/all/archive/-1.atom",
    "/feeds/all/archive/1.xml",
    "/feeds/all/archive/1",
    "/feeds/all/archive/999999999999999999999.atom",
    "/feeds/nobody/archive/1.atom",
    "/feeds/all/archive/__proto__.atom",
  ])("is not found at %s", async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it("carries a tombstone instead of what was withdrawn, in each format, at once", async () => {
    const list = await runHere(["--config", desk.config, "articles", "--json"]);
    const oldest = jsonLines<{ id: string; guid: string }>(list).at(-1);
    const guid = oldest?.guid ?? "";
    const before = await get("/feeds/all/archive/1.atom");
    const args = ["--config", desk.config, "withdraw", oldest?.id ?? "", "--reason", "Asked <for>"];
    expect(await runHere(args)).toMatchObject({ code: 0 });
    const text = await until("the archive has the tombstone", async () => {
      const xml = await (await get("/feeds/all/archive/1.atom")).text();
      return xml.includes("deleted-entry") && xml;
    });
    const feed = parseStrictXml(text);
    const [tombstone] = childrenOf(feed, "{http://purl.org/atompub/tombstones/1.0}deleted-entry");
    expect(tombstone?.attributes.get("ref")).toBe(guid);
    expect(tombstone?.children.map((child) => child.text)).toEqual(["Asked <for>"]);
    expect(text).not.toContain(`<id>${guid}</id>`);
    const etag = before.headers.get("etag") ?? "";
    expect((await get("/feeds/all/archive/1.atom", { "if-none-match": etag })).status).toBe(200);
    const rss = await (await get("/feeds/all/archive/1.rss")).text();
    expect(rss).toContain(`<at:deleted-entry ref="${guid}"`);
    expect(rss).not.toContain(`${guid}</guid>`);
    const json = (await (await get("/feeds/all/archive/1.json")).json()) as object;
    expect(json).toMatchObject({ _offprint: { withdrawn: [{ id: guid, reason: "Asked <for>" }] } });
  });
});
