import { describe, expect, it } from "vitest";
import { err, ok } from "../../src/core/result.ts";
import type { ParsedFeed } from "../../src/core/sources/feed.ts";
import { type DraftItemsDeps, draftItems } from "../../src/ingest/draft-items.ts";
import type { DraftJob } from "../../src/ingest/ports.ts";
import { aFeedInfo, aFolder, anItem, aRemote, NOW } from "../support/builders.ts";
import { readableBy } from "../support/readable.ts";

const JOB: DraftJob = {
  document: { bytes: Buffer.from("<rss/>"), contentType: null, url: null },
  file: null,
  source: aRemote(),
  items: 10,
  repeated: [],
  last: null,
};

const parsed = (overrides: Partial<ParsedFeed>): ParsedFeed => ({
  format: "rss",
  feed: aFeedInfo(),
  items: [],
  written: null,
  warnings: [],
  truncated: false,
  ...overrides,
});

const deps = (overrides: Partial<DraftItemsDeps>): DraftItemsDeps => ({
  readFeed: () => expect.unreachable("read a feed"),
  readArticleFile: () => expect.unreachable("read a file"),
  readPage: () => expect.unreachable("read a page"),
  readContent: readableBy((html) => ({ contentHtml: html, text: html, removed: [], outline: [] })),
  detectLanguage: () => null,
  plainText: (html) => html,
  ...overrides,
});

describe("a feed", () => {
  it("gives a draft for each item, in order, and names that tell apart items that share a guid", () => {
    const items = ["a", "b"].map((title) => anItem({ title, guid: "1", link: null }));
    const drafted = draftItems(JOB, deps({ readFeed: () => ok(parsed({ items })) }));
    if (!drafted.ok) throw new Error(drafted.error.kind);
    expect(drafted.value.drafts.map(({ title }) => title)).toEqual(["a", "b"]);
    const identities = drafted.value.drafts.map(({ identity }) => identity);
    expect(identities.map(({ guid }) => guid)).toEqual(["1", "1"]);
    expect(new Set(identities.map(({ content }) => content)).size).toBe(2);
  });

  it("refuses an item with nothing in it, and counts it", () => {
    const nothing = { title: null, link: null, contentHtml: null, summaryHtml: null };
    const items = [anItem({ ...nothing, guid: "1" }), anItem({ ...nothing, title: "Only this" })];
    const drafted = draftItems(JOB, deps({ readFeed: () => ok(parsed({ items })) }));
    expect(drafted).toMatchObject({
      ok: true,
      value: { drafts: [{ title: "Only this" }], failed: 1, warnings: [{ kind: "item-dropped" }] },
    });
  });

  it.each([
    { title: "\u200b\u00a0" },
    { title: "\u200e\u200f" },
    { title: "\u3164" },
    { contentHtml: "<p>\u200e</p>" },
    { contentHtml: "<hr /><table><tr><td></td></tr></table>" },
  ])("refuses an item of which nothing is seen: %j", (shown) => {
    const nothing = { title: null, link: null, contentHtml: null, summaryHtml: null };
    const items = [anItem({ ...nothing, ...shown })];
    const drafted = draftItems(
      JOB,
      deps({
        readFeed: () => ok(parsed({ items })),
        readContent: readableBy((html) => ({
          ...{ contentHtml: html, text: html.replace(/<[^>]*>/g, "") },
          ...{ removed: [], outline: [] },
        })),
      }),
    );
    expect(drafted).toMatchObject({ ok: true, value: { drafts: [], failed: 1 } });
  });

  it("loses one item to a bad item", () => {
    const items = [anItem({ guid: "1" }), anItem({ guid: "2", contentHtml: "boom" })];
    const readContent = readableBy((html) => {
      if (html === "boom") throw new Error("too deep");
      return { contentHtml: html, text: html, removed: [], outline: [] };
    });
    const drafted = draftItems(JOB, deps({ readFeed: () => ok(parsed({ items })), readContent }));
    expect(drafted).toMatchObject({
      ok: true,
      value: {
        drafts: [{ guid: "1" }],
        failed: 1,
        warnings: [{ kind: "item-dropped", detail: expect.stringContaining("too deep") }],
      },
    });
  });

  it("counts what the reader dropped, and says that it was cut off", () => {
    const warnings = [
      { kind: "item-dropped", detail: "x" },
      { kind: "bad-date", detail: "y" },
    ];
    const readFeed = () => ok(parsed({ warnings, truncated: true }));
    expect(draftItems(JOB, deps({ readFeed }))).toMatchObject({
      value: { failed: 1, truncated: true, warnings },
    });
  });

  it("that is none is an error", () => {
    const error = { kind: "empty" as const, message: "nothing there" };
    expect(draftItems(JOB, deps({ readFeed: () => err(error) }))).toEqual(err(error));
  });
});

describe("a file", () => {
  it("gives one draft, with what was derived", () => {
    const job = { ...JOB, source: aFolder(), file: { name: "a.txt", changedAt: NOW } };
    const item = anItem({ guid: "a.txt", link: null, publishedAt: NOW });
    const readArticleFile: DraftItemsDeps["readArticleFile"] = ({ name, changedAt }) => {
      expect({ name, changedAt }).toEqual(job.file);
      const warnings = [{ kind: "bad-front-matter", detail: "date: 1" }];
      return ok({ text: { item, derived: ["publishedAt"], page: null }, warnings });
    };
    expect(draftItems(job, deps({ readArticleFile }))).toMatchObject({
      value: {
        feed: null,
        drafts: [{ key: "a.txt", derived: ["publishedAt"] }],
        failed: 0,
        warnings: [{ kind: "bad-front-matter" }],
      },
    });
  });
});
