import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { ArticleDraft } from "../../../src/core/articles/article-draft.ts";
import type { Entry } from "../../../src/core/entries/entry.ts";
import type { Format } from "../../../src/core/entries/formats.ts";
import type { FeedDefinition, FeedFilter } from "../../../src/core/settings/definitions.ts";
import { aDraft, aRemote, DAY, HOUR, NOW } from "../../support/builders.ts";
import { textOf } from "../../support/document-text.ts";
import { aFeed } from "../../support/entries.ts";
import { generateText, seeded } from "../../support/generated-texts.ts";
import { createWithdrawing } from "../../support/withdrawing.ts";
import { openPublication } from "../open-publication.ts";

const SOURCES = ["valley", "hill"].map((id) => aRemote({ id, url: `https://${id}.example/feed` }));

type JsonFeed = {
  readonly next_url?: string;
  readonly items: readonly { readonly id: string; readonly title: string }[];
  readonly _offprint?: { readonly withdrawn?: readonly { readonly id: string }[] };
};

/** A publisher and its archive on a real store. */
async function openDesk(feed: FeedDefinition = aFeed({ items: 10 })) {
  const setting = { feed };
  const publication = await openPublication({ sources: SOURCES, feeds: () => [setting.feed] });
  const { db, stores, documents } = publication;
  const page = (number: number, format: Format = "json") =>
    publication.page({ feedId: "all", page: number, format });
  const pageText = async (number: number, format: Format = "json"): Promise<string> => {
    const document = await page(number, format);
    return document === null ? "" : textOf(document);
  };
  const feedAs = (format: Format): string => documents.get(`/feeds/all.${format}`) ?? "";
  const current = (): JsonFeed => JSON.parse(feedAs("json")) as JsonFeed;
  /** What an importer walks: the document that is subscribed to, then the archive, the newest first. */
  const walk = async (): Promise<readonly JsonFeed[]> => {
    const walked = [current()];
    for (let next = current().next_url; next !== undefined; next = walked.at(-1)?.next_url) {
      const number = Number(/\/archive\/(\d+)\.json$/.exec(next)?.[1]);
      walked.push(JSON.parse(await pageText(number)) as JsonFeed);
    }
    return walked;
  };
  const { world, publish, send } = publication;
  const editor = createWithdrawing(db);
  const desk = { db, world, setting, documents, store: stores.publish, editor };
  return { ...desk, publish, page, pageText, walk, feedAs, send };
}

const WHERE: FeedFilter = { sources: [], categories: [], languages: [], match: "", exclude: "" };
const at = (instant: number): string => new Date(instant).toISOString().replace(".000", "");

const draft = (n: number, overrides: Partial<ArticleDraft> = {}): ArticleDraft =>
  aDraft({
    key: `https://valley.example/?p=${n}`,
    title: `Title ${n}`,
    text: `Text number ${n}`,
    tokenCount: 3,
    publishedAt: NOW + n * 1000,
    ...overrides,
  });

const some = (from: number, to: number): readonly ArticleDraft[] =>
  Array.from({ length: to - from }, (_, n) => draft(from + n));

type Desk = Awaited<ReturnType<typeof openDesk>>;

/** Articles come one by one, a minute apart, each published at once. */
async function live({ world, send, publish }: Desk, from: number, to: number): Promise<void> {
  for (let n = from; n < to; n += 1) {
    world.now += 60_000;
    await send("valley", [draft(n)]);
    await publish();
  }
}

const idsOf = (feeds: readonly JsonFeed[]): readonly string[] =>
  [...new Set(feeds.flatMap(({ items }) => items.map(({ id }) => id)))].toSorted();

const idOf = (n: number): string => `https://valley.example/?p=${n}`;

describe("an archive", () => {
  it("begins when an entry leaves the feed, and not before", async () => {
    const desk = await openDesk();
    await live(desk, 0, 10);
    expect(await desk.page(1)).toBeNull();
    expect(await desk.walk()).toHaveLength(1);
    await live(desk, 10, 11);
    expect(await desk.walk()).toHaveLength(2);
  });

  it("holds, with the feed, every article at every moment, and its pages never change", async () => {
    const desk = await openDesk();
    const seen = new Map<string, string>();
    for (let n = 0; n < 45; n += 1) {
      await live(desk, n, n + 1);
      expect(idsOf(await desk.walk())).toHaveLength(n + 1);
      for (let number = 1; ; number += 1) {
        const document = await desk.page(number, "atom");
        if (document === null) break;
        const known = seen.get(document.path) ?? `${document.etag} ${document.changedAt}`;
        expect(`${document.etag} ${document.changedAt}`).toBe(known);
        seen.set(document.path, known);
      }
    }
    expect(seen.size).toBe(4);
  });

  it("takes a backlog in pages of at most fifty", async () => {
    const desk = await openDesk();
    await desk.send("valley", some(-500, -270));
    await desk.publish();
    const [, ...pages] = await desk.walk();
    expect(idsOf(pages)).toHaveLength(230);
    for (const { items } of pages) expect(items.length).toBeLessThanOrEqual(50);
    expect(pages).toHaveLength(5);
  });

  it("is as complete after a start on a large store, a bounded part at a time", async () => {
    const desk = await openDesk();
    await desk.send("valley", some(-9000, -4600));
    await desk.publish();
    expect(idsOf(await desk.walk())).toHaveLength(4400);
  });

  it("tells an importer of a correction of what has left the feed, once", async () => {
    const desk = await openDesk();
    await live(desk, 0, 30);
    const before = (await desk.walk()).length;
    desk.world.now += DAY;
    await desk.send("valley", [draft(3, { title: "Corrected" })]);
    await desk.publish();
    const [, newest, ...older] = await desk.walk();
    expect(newest?.items.find(({ id }) => id === idOf(3))?.title).toBe("Corrected");
    expect(idsOf(older)).toContain(idOf(3));
    await desk.publish();
    expect(await desk.walk()).toHaveLength(before + 1);
  });

  it.each<[string, Partial<ArticleDraft>]>([
    ["address", { canonicalUrl: "https://valley.example/moved", metadataHash: "moved" }],
    ["categories, which move no date", { categories: ["Local"] }],
  ])("takes an entry anew of which this changed: %s", async (_what, change) => {
    const desk = await openDesk();
    await live(desk, 0, 30);
    const before = (await desk.walk()).length;
    await desk.send("valley", [draft(3, change)]);
    await desk.publish();
    const walked = await desk.walk();
    expect(walked).toHaveLength(before + 1);
    expect(walked[1]?.items.map(({ id }) => id)).toContain(idOf(3));
  });

  it("takes an entry anew that another copy leads, and holds its text for who walks", async () => {
    const desk = await openDesk();
    const text = generateText(seeded(1), 200);
    await desk.send("valley", [draft(0, { text, republish: "excerpt" })]);
    await live(desk, 1, 30);
    const copy = { key: "hill", title: "The original", text, publishedAt: NOW - HOUR };
    await desk.send("hill", [aDraft(copy)]);
    await desk.publish();
    const [, newest] = await desk.walk();
    const [entry] = newest?.items.filter(({ id }) => id === idOf(0)) ?? [];
    expect(entry).toMatchObject({
      title: "The original",
      date_published: "2026-02-17T12:00:00Z",
      content_html: expect.anything(),
    });
  });

  it("says nothing of a change that nobody sees", async () => {
    const desk = await openDesk();
    await live(desk, 0, 30);
    const before = await desk.walk();
    await desk.send("valley", [draft(3, { receivedHash: "counted", itemHash: "counted" })]);
    await desk.publish();
    expect(await desk.walk()).toEqual(before);
  });

  it("dates a copy that only this feed shows by its own corrections, and never back", async () => {
    const desk = await openDesk(aFeed({ items: 10, prefer: ["hill"] }));
    const text = generateText(seeded(1), 200);
    await desk.send("valley", [draft(0, { text, publishedAt: NOW - 2 * HOUR })]);
    await desk.send("hill", [aDraft({ key: "hill", title: "At hill", text })]);
    const shown = async () => {
      desk.world.now += HOUR;
      await desk.publish();
      return (await desk.walk())[0]?.items[0];
    };
    expect(await shown()).toMatchObject({ title: "At hill", date_modified: at(NOW - 2 * HOUR) });
    await desk.send("hill", [aDraft({ key: "hill", title: "Corrected", text })]);
    expect(await shown()).toMatchObject({ title: "Corrected", date_modified: at(NOW + 2 * HOUR) });
    desk.setting.feed = aFeed({ items: 10 });
    expect(await shown()).toMatchObject({ title: "Title 0", date_modified: at(NOW + 3 * HOUR) });
    expect(await shown()).toMatchObject({ title: "Title 0", date_modified: at(NOW + 3 * HOUR) });
  });

  it("shows nothing of another feed that had its id", async () => {
    const desk = await openDesk(aFeed({ items: 10, where: { ...WHERE, sources: ["valley"] } }));
    await live(desk, 0, 30);
    desk.setting.feed = aFeed({ items: 10, where: { ...WHERE, sources: ["hill"] } });
    await desk.send("hill", [aDraft({ key: "hill", text: generateText(seeded(1), 200) })]);
    await desk.publish();
    expect(idsOf(await desk.walk())).toEqual(["urn:ours:hill:hill"]);
  });

  it.each<[string, FeedFilter]>([
    ["exclude, by the text that was published", { ...WHERE, exclude: "mended" }],
    ["match", { ...WHERE, match: "Title 29" }],
    ["languages", { ...WHERE, languages: ["fr"] }],
  ])("holds back what the feed restricts later: %s", async (_what, where) => {
    const desk = await openDesk();
    const contentHtml = "<p>The bridge is <b>mended</b></p>";
    await desk.send(
      "valley",
      some(0, 30).map((each) => ({ ...each, contentHtml })),
    );
    await desk.publish();
    desk.setting.feed = aFeed({ items: 10, where });
    const [, ...pages] = await desk.walk();
    expect(pages.length).toBeGreaterThan(0);
    expect(idsOf(pages).filter((id) => id !== idOf(29))).toEqual([]);
  });

  it.each<[string, string, FeedFilter]>([
    [
      "a word in several elements",
      "<p><b>D</b>er <i>Zug</i>verkehr</p>",
      { ...WHERE, exclude: "zugverkehr" },
    ],
    [
      "words of two blocks",
      "<ul><li>Zug</li><li>verkehr</li></ul>",
      { ...WHERE, match: "Zugverkehr" },
    ],
    ["a phrase over a line break", "<p>Der<br>Zug</p>", { ...WHERE, exclude: '"der zug"' }],
    [
      "a caption",
      "<figure><figcaption>Zug</figcaption></figure><p>Text</p>",
      { ...WHERE, match: "Zug" },
    ],
    [
      "a script without blanks",
      '<p>東<a href="https://a.example/"><b>京都</b></a></p>',
      { ...WHERE, exclude: "東京都" },
    ],
  ])("finds the words that readers see: %s", async (_what, contentHtml, where) => {
    const desk = await openDesk();
    await desk.send(
      "valley",
      some(0, 30).map((each) => ({ ...each, contentHtml })),
    );
    await desk.publish();
    desk.setting.feed = aFeed({ items: 10, where });
    const [, ...pages] = await desk.walk();
    expect(pages.length).toBeGreaterThan(0);
    expect(idsOf(pages)).toEqual([]);
  });

  it("lets in by a wider restriction what never entered, and holds back what a narrower one keeps out", async () => {
    const desk = await openDesk();
    const { where } = desk.setting.feed;
    desk.setting.feed = aFeed({ items: 10, where: { ...where, categories: ["Local"] } });
    const drafts = some(0, 60).map((each, n) =>
      n % 2 === 0 ? each : { ...each, categories: ["Local"], metadataHash: "local" },
    );
    await desk.send("valley", drafts);
    await desk.publish();
    expect(idsOf(await desk.walk())).toHaveLength(30);
    desk.setting.feed = aFeed({ items: 10 });
    await desk.publish();
    expect(idsOf(await desk.walk())).toHaveLength(60);
    desk.setting.feed = aFeed({ items: 10, where: { ...where, categories: ["Nothing"] } });
    await desk.publish();
    expect(idsOf(await desk.walk())).toHaveLength(0);
    desk.setting.feed = aFeed({ items: 10 });
    await desk.publish();
    expect(idsOf(await desk.walk())).toHaveLength(60);
  });

  it("holds more of a text once the feed shows more of it", async () => {
    const desk = await openDesk(aFeed({ items: 10, content: "excerpt" }));
    await live(desk, 0, 30);
    desk.setting.feed = aFeed({ items: 10 });
    await desk.publish();
    const [, newest] = await desk.walk();
    expect(newest?.items[0]).toHaveProperty("content_html", expect.stringContaining("<p>"));
    const count = (await desk.walk()).length;
    desk.setting.feed = aFeed({ items: 10, content: "excerpt" });
    await desk.publish();
    const walked = await desk.walk();
    expect(walked).toHaveLength(count);
    for (const { items } of walked)
      for (const item of items) expect(item).not.toHaveProperty("content_html");
  });

  it("shows no more of an article than may be republished by now", async () => {
    const desk = await openDesk();
    await live(desk, 0, 30);
    expect(await desk.pageText(1, "rss")).toContain("content:encoded>");
    await desk.db.updateTable("article").set({ republish: "excerpt" }).execute();
    desk.world.now += HOUR;
    const after = await desk.page(1, "rss");
    expect(after && textOf(after)).not.toContain("<content:encoded>");
    expect(after?.changedAt).toBe(desk.world.now);
  });

  it("names the sources of old snapshots anew: they may hold an address that is private", async () => {
    const desk = await openDesk();
    await live(desk, 0, 11);
    const entries = await desk.db.selectFrom("archive_entry").selectAll().execute();
    const entry = JSON.parse(gunzipSync(entries[0]?.entry ?? "").toString()) as Entry;
    const url = "https://valley.example/feed?auth=SECRET";
    const { feedId: _, ...source } = { ...entry.source, url, feedUrl: url };
    const old = gzipSync(JSON.stringify({ ...entry, source }));
    await desk.db.updateTable("archive_entry").set({ entry: old }).execute();
    const atom = await desk.pageText(1, "atom");
    expect(atom).toContain("<source>");
    expect(atom).not.toContain("SECRET");
  });

  it("has no page of another number or of a feed that is gone", async () => {
    const desk = await openDesk();
    await live(desk, 0, 12);
    expect(await desk.page(2)).toBeNull();
    desk.setting.feed = aFeed({ id: "other" });
    expect(await desk.page(1)).toBeNull();
    desk.setting.feed = aFeed({ items: 10 });
    expect(await desk.page(1)).not.toBeNull();
  });
});

describe("a correction", () => {
  it("moves the date of change in each format, and no other", async () => {
    const desk = await openDesk();
    await live(desk, 0, 3);
    desk.world.now = NOW + DAY;
    await desk.send("valley", [draft(1, { title: "Corrected" })]);
    await desk.publish();
    expect(desk.feedAs("atom")).toMatch(/<updated>2026-02-18T12:00:00\.000\d{3}Z<\/updated>/);
    expect(desk.feedAs("atom")).toContain("<published>2026-02-17T12:00:01Z</published>");
    expect(desk.feedAs("rss")).toContain(
      "<dcterms:modified>2026-02-18T12:00:00Z</dcterms:modified>",
    );
    expect(desk.feedAs("rss")).toContain("<pubDate>Tue, 17 Feb 2026 12:00:01 GMT</pubDate>");
    expect(desk.feedAs("rss")).toContain("Wed, 18 Feb 2026 12:00:00 GMT</lastBuildDate>");
    expect(desk.feedAs("json")).toContain('"date_modified":"2026-02-18T12:00:00Z"');
  });
});

describe("a withdrawal", () => {
  const articleId = (n: number): string => `valley/${idOf(n)}`;
  const withdrawal = () => ({ at: NOW + 2 * DAY, reason: "Asked for" });

  it("takes the entry out of its page and of the feed, and leaves a tombstone in both", async () => {
    const desk = await openDesk();
    await live(desk, 0, 30);
    const before = await desk.page(1);
    desk.world.now = withdrawal().at;
    await desk.editor.withdraw(articleId(2), withdrawal());
    await desk.publish();
    const walked = await desk.walk();
    expect(idsOf(walked)).toHaveLength(29);
    expect(idsOf(walked)).not.toContain(idOf(2));
    const tombstone = { id: idOf(2), withdrawn_at: "2026-02-19T12:00:00Z", reason: "Asked for" };
    expect(walked.at(0)?._offprint?.withdrawn).toEqual([tombstone]);
    expect(walked.at(-1)?._offprint?.withdrawn).toEqual([tombstone]);
    const rss = desk.feedAs("rss");
    expect(rss.split("<item>").filter((item) => item.includes(`>${idOf(2)}</guid>`))).toHaveLength(
      1,
    );
    expect(rss).toContain("Withdrawn</title>");
    expect(await desk.pageText(1, "rss")).not.toContain("Withdrawn</title>");
    const after = await desk.page(1);
    expect(after?.etag).not.toBe(before?.etag);
    expect(after?.changedAt).toBe(desk.world.now);
  });

  it("is told by no stub to readers of a feed that never had the entry", async () => {
    const desk = await openDesk(aFeed({ items: 3 }));
    await live(desk, 0, 3);
    await desk.editor.withdraw(articleId(2), withdrawal());
    desk.setting.feed = aFeed({ id: "later", items: 3 });
    for (let turn = 0; turn < 2; turn += 1) {
      desk.world.now += HOUR;
      await desk.publish();
      expect(desk.documents.get("/feeds/later.rss")).not.toContain("Withdrawn</title>");
    }
    desk.setting.feed = aFeed({ items: 3 });
    await desk.publish();
    expect(desk.feedAs("rss")).toContain("Withdrawn</title>");
  });

  it("is told by a page of its own too, once the feed tells it no more", async () => {
    const desk = await openDesk();
    await live(desk, 0, 30);
    await desk.editor.withdraw(articleId(2), withdrawal());
    await desk.publish();
    desk.world.now += 40 * DAY;
    await live(desk, 30, 31);
    const [current, newest] = await desk.walk();
    expect(current?._offprint?.withdrawn).toBeUndefined();
    expect(newest?._offprint?.withdrawn).toMatchObject([{ id: idOf(2) }]);
    const count = (await desk.walk()).length;
    await desk.publish();
    expect(await desk.walk()).toHaveLength(count);
  });

  it("that is taken back gives the entry a new place, newer than its tombstone", async () => {
    const desk = await openDesk();
    await live(desk, 0, 30);
    await desk.editor.withdraw(articleId(2), withdrawal());
    await desk.publish();
    desk.world.now = NOW + 3 * DAY;
    await desk.editor.restore(articleId(2), desk.world.now);
    await desk.publish();
    const [current, newest, ...older] = await desk.walk();
    expect(current?._offprint?.withdrawn).toBeUndefined();
    expect(newest?.items.find(({ id }) => id === idOf(2))).toMatchObject({
      date_modified: "2026-02-20T12:00:00Z",
    });
    expect(older.at(-1)?._offprint?.withdrawn).toMatchObject([{ id: idOf(2) }]);
    expect(idsOf(older)).not.toContain(idOf(2));
  });
});
