import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, layDesk, SITE_URL } from "../support/desk.ts";
import { BUCKET, startObjectStore } from "../support/object-store.ts";
import { jsonLines, type Run } from "../support/offprint.ts";
import { runHere } from "../support/run-here.ts";
import { rssFeed, sampleItem } from "../support/sample-feed.ts";

const NOON = Date.UTC(2026, 1, 17, 12);
const SETTINGS = { sources: [{ id: "news", folder: "news" }] };

let desk: Desk;
let www: string;

const run = (...args: string[]): Promise<Run> => runHere(["--config", desk.config, ...args]);
const publish = (): Promise<Run> => run("publish", "--to", www);
const read = (name: string): string => readFileSync(join(www, name), "utf8");
const articleIds = async (): Promise<readonly string[]> =>
  jsonLines<{ readonly id: string }>(await run("articles", "--json")).map(({ id }) => id);

beforeAll(async () => {
  desk = layDesk(SETTINGS);
  www = join(desk.folder, "www");
  const items = ["alpha", "beta"].map((name, n) => sampleItem(name, NOON + n * 60_000));
  desk.write("news/feed.xml", rssFeed("News", items));
  // Once to see the file, and once when it lies still.
  for (const _ of [1, 2]) await run("ingest", "--all");
});

afterAll(() => desk.remove());

// One story, in order: each test goes on where the one before it stopped.
describe("offprint publish", () => {
  it("writes what nobody has published yet, with its codings", async () => {
    const done = await publish();
    expect(done).toMatchObject({ code: 0, stderr: "" });
    expect(done.stdout).toMatch(/files written, 0 removed\n$/);
    expect(read("feeds/all.rss")).toContain("What happened to beta");
    expect(read("rss.xml")).toBe(read("feeds/all.rss"));
    const plain = readFileSync(join(www, "feeds/all.rss"));
    expect(gunzipSync(readFileSync(join(www, "feeds/all.rss.gz")))).toEqual(plain);
    expect(brotliDecompressSync(readFileSync(join(www, "feeds/all.rss.br")))).toEqual(plain);
    for (const id of await articleIds()) {
      expect(read(`articles/${id}.html`)).toContain(`${SITE_URL}/articles/${id}`);
    }
  });

  it("does nothing the second time", async () => {
    expect(await publish()).toEqual({ code: 0, stdout: `${www} is up to date\n`, stderr: "" });
  });

  it("writes again what somebody changed or deleted", async () => {
    const style = read("style.css");
    writeFileSync(join(www, "style.css"), "mine");
    rmSync(join(www, "about.html"));
    const done = await run("publish", "--to", www, "--json");
    expect(jsonLines(done)).toEqual([{ to: www, written: 2, removed: 0 }]);
    expect(read("style.css")).toBe(style);
  });

  it("takes a withdrawn article away, and says so in its place", async () => {
    const [id = ""] = await articleIds();
    await run("withdraw", id, "--reason", "A wrong name");
    expect(await publish()).toMatchObject({ code: 0, stderr: "" });
    expect(existsSync(join(www, `articles/${id}.html`))).toBe(false);
    expect(read(`withdrawn/articles/${id}.html`)).toContain("A wrong name");
    expect(read(".offprint/withdrawn.txt")).toBe(`/articles/${id}\n`);
    expect(read("feeds/all.rss")).not.toContain("What happened to beta");
    await run("withdraw", id, "--undo");
    await publish();
    expect(existsSync(join(www, `withdrawn/articles/${id}.html`))).toBe(false);
    expect(read(`articles/${id}.html`)).toContain("What happened to beta");
  });

  it("writes all pages anew with another title, and removes a feed that is gone", async () => {
    const site = { title: "The other desk" };
    desk.configure({ ...SETTINGS, site, feeds: [{ id: "other", title: "Other" }] });
    expect(await publish()).toMatchObject({ code: 0, stderr: "" });
    expect(existsSync(join(www, "feeds/all.rss"))).toBe(false);
    expect(read("feeds/other.html")).toContain("The other desk");
    for (const id of await articleIds()) {
      expect(read(`articles/${id}.html`)).toContain("The other desk");
    }
    desk.configure(SETTINGS);
  });

  it("puts a site that lies below a path below that path", async () => {
    desk.configure({ ...SETTINGS, site: { url: `${SITE_URL}/news` } });
    const below = join(desk.folder, "below");
    expect(await run("publish", "--to", below)).toMatchObject({ code: 0, stderr: "" });
    expect(existsSync(join(below, "news/feeds/all.rss"))).toBe(true);
    expect(readFileSync(join(below, ".offprint/nginx.conf"), "utf8")).toContain(
      'location "/news/" {',
    );
    desk.configure(SETTINGS);
  });

  it("refuses a folder with files of others, in a line", async () => {
    const done = await run("publish", "--to", desk.folder);
    expect(done).toMatchObject({ code: 1, stdout: "" });
    expect(done.stderr).toMatch(/^offprint: .* holds files that Offprint did not put there, .*\n$/);
  });

  it("publishes into a bucket, feeds after articles, and does nothing the second time", async () => {
    const { url, environment } = await startObjectStore();
    const to = `s3://${BUCKET}/site`;
    const command = ["--config", desk.config, "publish", "--to", to];
    const done = await runHere(command, { environment });
    expect(done).toMatchObject({ code: 0, stderr: "" });
    const at = (path: string) => fetch(`${url}/${BUCKET}/site/${path}`);
    const feed = await at("feeds/all.rss");
    expect(feed.headers.get("content-type")).toBe("application/rss+xml; charset=utf-8");
    await publish();
    expect(await feed.text()).toBe(read("feeds/all.rss"));
    const [id = ""] = await articleIds();
    const article = await at(`articles/${id}`);
    const dates = [article, feed].map(({ headers }) =>
      Date.parse(headers.get("last-modified") ?? ""),
    );
    expect(dates).toEqual(dates.toSorted((a, b) => a - b));
    expect(await runHere(command, { environment })).toEqual({
      ...{ code: 0, stderr: "" },
      stdout: `${to} is up to date\n`,
    });
  });

  it.each([
    ["s3://", {}, "names no bucket"],
    ["s3://bucket/site", {}, "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set"],
    ["s3://bucket/site", { AWS_ENDPOINT_URL: "x" }, "AWS_ENDPOINT_URL is no address: x"],
    ["s3://bucket/site", { AWS_SECRET_ACCESS_KEY_FILE: "/no/file" }, "which cannot be read"],
  ])("says what is missing for %s with %o", async (to, environment, said) => {
    const command = ["--config", desk.config, "publish", "--to", to];
    const done = await runHere(command, { environment });
    expect(done).toMatchObject({ code: 1, stdout: "" });
    expect(done.stderr).toContain(said);
  });

  it("says when there is nothing to publish", async () => {
    const empty = layDesk();
    const done = await runHere(["--config", empty.config, "publish", "--to", www]);
    empty.remove();
    expect(done).toMatchObject({ code: 1, stdout: "" });
    expect(done.stderr).toContain("there is no database");
  });
});
