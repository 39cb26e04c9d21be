import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type InspectIo, type InspectReader, inspect } from "../../src/commands/inspect.ts";
import type { InspectOptions } from "../../src/commands/inspect-answer.ts";
import { createFeedInspector } from "../../src/commands/inspect-feed.ts";
import { ok } from "../../src/core/result.ts";
import { NO_USAGE_HEADERS } from "../../src/core/rights/usage-terms.ts";
import { createReadingPool, type ReadingPool } from "../../src/service/reading/reading-pool.ts";

let folder: string;
let pool: ReadingPool;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "inspect-test-"));
  pool = createReadingPool(2);
});

afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const FEED = `<rss version="2.0"><channel><title>T</title><link>https://a.example/</link><language>de</language>
  <item><title>One</title><link>/1</link><guid>g</guid><pubDate>Tue, 17 Feb 2026 12:00:00 GMT</pubDate>
  <enclosure url="https://a.example/i.jpg" type="image/jpeg" length="9"/></item></channel></rss>`;

const OPTIONS: InspectOptions = {
  inputs: [],
  filesFrom: null,
  as: null,
  baseUrl: null,
  contentType: null,
  json: true,
  bodyBytes: 100_000,
  timeoutMs: 10_000,
  lookAhead: 4,
};

const noFetch: InspectIo["fetchDocument"] = async () => {
  throw new Error("nothing is to be fetched");
};

async function run(
  options: Partial<InspectOptions>,
  io: Partial<InspectIo> = {},
): Promise<{ readonly code: number; readonly text: string }> {
  let text = "";
  const code = await inspect(
    { ...OPTIONS, ...options },
    {
      write: async (piece) => {
        text += piece;
      },
      stdin: Readable.from([]),
      complain: (message) => expect.unreachable(message),
      fetchDocument: noFetch,
      readers: { feed: createFeedInspector(pool, { items: 10 }) },
      ...io,
    },
  );
  return { code, text };
}

const lines = ({ text }: { readonly text: string }): readonly Record<string, unknown>[] =>
  text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe("inspect", () => {
  it("prints exactly the fields of the contract", async () => {
    const path = file("a.xml", FEED);
    const result = await run({ inputs: [path], as: "feed", baseUrl: "https://base.example/feed" });
    expect(result.code).toBe(0);
    expect(lines(result)).toEqual([
      {
        input: path,
        ok: true,
        kind: "feed",
        format: "rss",
        feed: { title: "T", link: "https://a.example/", language: "de", feedUrl: null },
        items: [
          {
            guid: "g",
            link: "https://base.example/1",
            title: "One",
            authors: [],
            publishedAt: Date.parse("2026-02-17T12:00:00Z"),
            updatedAt: null,
            summaryHtml: null,
            contentHtml: null,
            categories: [],
            language: "de",
            rights: null,
            enclosures: [{ url: "https://a.example/i.jpg", type: "image/jpeg", bytes: 9 }],
            image: "https://a.example/i.jpg",
            source: null,
            commentsUrl: null,
          },
        ],
        warnings: [],
      },
    ]);
  });

  it("reads a list with base addresses and media types, and answers in its order", async () => {
    const koi = file(
      "koi.xml",
      Buffer.from(FEED.replace("One", "\u0000")).map((byte) => (byte === 0 ? 0xeb : byte)),
    );
    const plain = file("plain.xml", FEED);
    const list = file(
      "list.txt",
      `${plain}\thttps://b.example/\r\n\n${koi}\t\ttext/xml; charset=koi8-r\n${plain}\n`,
    );
    const answers = lines(await run({ filesFrom: list, as: "feed" }));
    expect(answers.map(({ input }) => input)).toEqual([plain, koi, plain]);
    expect(answers).toMatchObject([
      { items: [{ link: "https://b.example/1" }] },
      { items: [{ title: "К" }] },
      { items: [{ link: "https://a.example/1" }] },
    ]);
  });

  it("reads the list from standard input", async () => {
    const path = file("stdin.xml", FEED);
    const stdin = Readable.from([`${path}\n${path}`]);
    expect(lines(await run({ filesFrom: "-" }, { stdin }))).toHaveLength(2);
  });

  it("says so and gives 1 when the list cannot be read", async () => {
    const complaints: string[] = [];
    const complain = (message: string): void => {
      complaints.push(message);
    };
    const result = await run({ filesFrom: join(folder, "no-list") }, { complain });
    expect(result).toEqual({ code: 1, text: "" });
    expect(complaints).toEqual([expect.stringContaining("no-list cannot be read (ENOENT)")]);
  });

  it.each([
    ["missing", () => join(folder, "no-such-file"), "folder"],
    ["a folder", () => folder, "folder"],
    ["too large", () => file("large.xml", "x".repeat(100_001)), "too-large"],
    ["empty", () => file("empty.xml", ""), "empty"],
    ["no feed", () => file("page.html", "<html></html>"), "not-a-feed"],
  ])("answers an input that is %s with a named error and goes on", async (_name, make, kind) => {
    const good = file("good.xml", FEED);
    const answers = lines(await run({ inputs: [make(), good], as: "feed" }));
    expect(answers).toMatchObject([
      { ok: false, error: { kind, message: expect.stringMatching(/./) } },
      { ok: true, input: good },
    ]);
  });

  it("shows which feed a page as a source would be polled at, for programs and people", async () => {
    const announce = (href: string, title: string) =>
      `<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`;
    const head = announce("/comments/feed/", "Comments") + announce("/feed", "News");
    const path = file("announces.html", `<html><head>${head}</head><body>x</body></html>`);
    const page: InspectReader = async () => ok({ kind: "page", title: "Home", text: "x" });
    const feed = createFeedInspector(pool, { items: 10 });
    const options = { inputs: [path], baseUrl: "https://a.example/" };
    expect(lines(await run(options, { readers: { feed, page } }))).toMatchObject([
      {
        kind: "page",
        feeds: [
          { url: "https://a.example/feed", title: "News" },
          { url: "https://a.example/comments/feed/", title: "Comments" },
        ],
      },
    ]);
    const { text } = await run({ ...options, json: false }, { readers: { feed, page } });
    expect(text).toContain("announces a feed (first choice): https://a.example/feed, News");
  });

  it("gives a page that announces nothing no other fields", async () => {
    const page: InspectReader = async () => ok({ kind: "page" });
    const feed = createFeedInspector(pool, { items: 10 });
    const path = file("silent.html", "<html></html>");
    const answers = lines(await run({ inputs: [path] }, { readers: { feed, page } }));
    expect(answers).toEqual([{ input: path, ok: true, kind: "page" }]);
  });

  it("names the feeds that a page announces", async () => {
    const page = file(
      "announcing.html",
      '<html><link rel="alternate" type="application/rss+xml" href="/feed" title="All"></html>',
    );
    const answers = lines(
      await run({ inputs: [page], as: "feed", baseUrl: "https://a.example/x" }),
    );
    expect(answers).toMatchObject([
      {
        error: { kind: "not-a-feed", feedLinks: [{ url: "https://a.example/feed", title: "All" }] },
      },
    ]);
  });

  it("ends an input that takes too long with a timeout, and answers the others as usual", async () => {
    const item = `<item><title>t</title><description>${"x &amp; ".repeat(100)}</description></item>`;
    const slow = file("slow.xml", FEED.replace("<item>", `${item.repeat(5_000)}<item>`));
    const quick = file("quick.xml", FEED);
    const patient = createFeedInspector(pool, { items: 10_000 });
    const feed: InspectReader = (document, limits) =>
      patient(document, document.name === slow ? { ...limits, timeoutMs: 1 } : limits);
    const inputs = [slow, quick];
    const answers = lines(await run({ inputs, bodyBytes: 10_000_000 }, { readers: { feed } }));
    expect(answers).toMatchObject([{ ok: false, error: { kind: "timeout" } }, { ok: true }]);
  });

  it("waits for the writer of a pipe, and no longer than for any input", async () => {
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    const silent = lines(await run({ inputs: [pipe], timeoutMs: 50 }));
    expect(silent).toMatchObject([{ ok: false, error: { kind: "timeout" } }]);
    const [answer] = await Promise.all([run({ inputs: [pipe] }), writeFile(pipe, FEED)]);
    expect(lines(answer)).toMatchObject([{ ok: true }]);
  });

  it("counts fetching in the time of an input", async () => {
    const fetchDocument: InspectIo["fetchDocument"] = () => new Promise(() => {});
    const inputs = ["https://slow.example/feed"];
    const answers = lines(await run({ inputs, timeoutMs: 50 }, { fetchDocument }));
    expect(answers).toMatchObject([{ ok: false, error: { kind: "timeout" } }]);
  });

  it("fetches addresses and reads them with the address that answered", async () => {
    const fetchDocument: InspectIo["fetchDocument"] = async ({ url }) =>
      url.endsWith("/feed")
        ? ok({
            kind: "modified",
            status: 200,
            bytes: Buffer.from(FEED),
            contentType: "text/xml",
            usage: NO_USAGE_HEADERS,
            url: "https://moved.example/x/feed",
            permanentUrl: null,
            requests: 2,
            freshness: { maxAgeMs: null },
            confirmsClock: true,
            validators: { etag: null, lastModified: null },
          })
        : {
            ok: false,
            error: {
              error: { kind: "http-status", status: 404, retryAfterMs: null },
              requests: 1,
              url,
            },
          };
    const inputs = ["https://a.example/feed", "https://a.example/gone"];
    const answers = lines(await run({ inputs }, { fetchDocument }));
    expect(answers).toMatchObject([
      { input: inputs[0], items: [{ link: "https://moved.example/1" }] },
      { input: inputs[1], error: { kind: "http-status", status: 404 } },
    ]);
  });

  it("prints in order, though later inputs are ready first, and looks ahead only so far", async () => {
    const inputs = ["a", "b", "c", "d", "e", "f"].map((name) => file(`${name}.xml`, name));
    const first = Promise.withResolvers<void>();
    const started: string[] = [];
    const reader: InspectReader = async ({ name }) => {
      started.push(name);
      if (started.length === 3) first.resolve();
      if (name === inputs[0]) await first.promise;
      return ok({ kind: "feed" });
    };
    const running = run({ inputs, lookAhead: 3 }, { readers: { feed: reader } });
    await first.promise;
    expect([...started].sort()).toEqual(inputs.slice(0, 3));
    expect(lines(await running).map(({ input }) => input)).toEqual(inputs);
  });

  it.each([
    ["story.txt", "text", "text"],
    ["story.md", "text", "text"],
    ["feed.html", FEED, "feed"],
    ["page.html", "<html><body>x</body></html>", "page"],
    ["page.unknown", "<!DOCTYPE html><p>x", "page"],
    ["feed.unknown", FEED, "feed"],
  ])("decides what %s is by its name and content", async (name, content, kind) => {
    const page: InspectReader = async () => ok({ kind: "page" });
    const text: InspectReader = async () => ok({ kind: "text" });
    const feed = createFeedInspector(pool, { items: 10 });
    const path = file(name, content);
    expect(lines(await run({ inputs: [path] }, { readers: { feed, page, text } }))).toMatchObject([
      { kind },
    ]);
  });

  it("says so when there is no reader for a kind", async () => {
    const path = file("plain.txt", "x");
    expect(lines(await run({ inputs: [path] }))).toMatchObject([
      { error: { kind: "unsupported" } },
    ]);
  });

  it("prints for people without --json, and lets nobody steer their terminal", async () => {
    const path = file("people.xml", FEED.replace("One", "Red &#x9b;31m \u202eOne"));
    const missing = join(folder, "nothing");
    const { text } = await run({ inputs: [path, missing], json: false });
    expect(text).toContain(`${path}: rss, T, 1 items\n  2026-02-17T12:00  Red`);
    expect(text).toContain(`${missing}: `);
    expect(text).not.toMatch(/[\u202e\u009b]/);
  });
});
