import { afterEach, expect, it } from "vitest";
import { FIRST_EDITION, type SourceFarm, startSourceFarm } from "../../bench/farm/source-farm.ts";

const AN_HOUR_MS = 3_600_000;
const startAt = Date.UTC(2026, 0, 1);
const farms: SourceFarm[] = [];

async function farm(firstSource = 0): Promise<SourceFarm> {
  const started = await startSourceFarm({ firstSource, sources: 2, items: 5, startAt });
  farms.push(started);
  return started;
}

afterEach(async () => {
  await Promise.all(farms.splice(0).map((each) => each.close()));
});

const read = async (url = ""): Promise<string> => (await fetch(url)).text();

const all = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, value = ""]) => value);
const guidsOf = (feed: string): readonly string[] => all(feed, /<guid[^>]*>([^<]+)/g);
const datesOf = (feed: string): readonly number[] =>
  all(feed, /<pubDate>([^<]+)/g).map((date) => Date.parse(date));

it("answers 304 to the ETag of what it shows, and 200 once it shows something else", async () => {
  const { urls, show } = await farm();
  const [url = ""] = urls;
  const etag = (await fetch(url)).headers.get("etag") ?? "";
  const again = (): Promise<Response> => fetch(url, { headers: { "If-None-Match": etag } });
  expect((await again()).status).toBe(304);
  show({ oldest: 2, movedByMs: 0 });
  expect((await again()).status).toBe(200);
});

it("shows new items above the old ones, which do not change", async () => {
  const { urls, show } = await farm();
  const before = await read(urls[0]);
  show({ oldest: 2, movedByMs: 0 });
  const after = await read(urls[0]);
  expect(guidsOf(after).slice(2)).toEqual(guidsOf(before).slice(0, 3));
  expect(guidsOf(before)).not.toContain(guidsOf(after)[0]);
  expect(datesOf(after).slice(2)).toEqual(datesOf(before).slice(0, 3));
  expect(all(after, /CDATA\[([^\]]+)/g).slice(2)).toEqual(
    all(before, /CDATA\[([^\]]+)/g).slice(0, 3),
  );
});

it("moves the date of every item, and nothing else", async () => {
  const { urls, show } = await farm();
  const before = await read(urls[0]);
  show({ ...FIRST_EDITION, movedByMs: AN_HOUR_MS });
  const after = await read(urls[0]);
  expect(datesOf(after)).toEqual(datesOf(before).map((date) => date + AN_HOUR_MS));
  const undated = (feed: string): string => feed.replaceAll(/<pubDate>[^<]+/g, "");
  expect(undated(after)).toBe(undated(before));
});

it("has no article twice, not even at another farm", async () => {
  const urls = [...(await farm(0)).urls, ...(await farm(2)).urls];
  const feeds = await Promise.all(urls.map(read));
  const titles = feeds.flatMap((feed) => all(feed, /<item>\n<title>([^<]+)/g));
  expect(titles).toHaveLength(20);
  expect(new Set(titles).size).toBe(20);
});

it("knows no other address", async () => {
  const { urls } = await farm();
  expect((await fetch(`${urls[0]}/more`)).status).toBe(404);
});
