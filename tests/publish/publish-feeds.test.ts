import { describe, expect, it } from "vitest";
import type { FeedDocument } from "../../src/core/entry.ts";
import type { DocumentRecord } from "../../src/core/published.ts";
import type { StoredEntry } from "../../src/core/store-ports.ts";
import { createPublisher, type PublishDeps } from "../../src/publish/publish-feeds.ts";
import { aStoredArticle, aStoredEntry, NOW } from "../support/builders.ts";
import { aFeed, aSite } from "../support/entries.ts";
import { noArchive } from "../support/no-archive.ts";

const INSTANCE = { id: "6c1c2a3e-5b1f-5d4e-8a53-0f2b7f1f9d11", createdAt: NOW };
const ALL = [aFeed()];

/** Renders what makes a difference, in each format differently. */
const render = (format: string) => (document: FeedDocument) =>
  `${format} ${document.id} ${document.feed.title} ${document.entries.map(({ title }) => title)}`;

/** A store in memory, whose entries, clock and disk the test sets. */
function setUp() {
  const world = {
    now: NOW,
    entries: [aStoredEntry()] as readonly StoredEntry[],
    records: new Map<string, DocumentRecord>(),
    isDiskFull: false,
    unsaved: 0,
    failAt: null as string | null,
  };
  const deps: PublishDeps = {
    store: {
      instance: async () => INSTANCE,
      entries: async ({ sources }) => {
        if (world.failAt !== null && sources.includes(world.failAt)) throw new Error("disk gone");
        return world.entries;
      },
      documents: async () => [...world.records.values()],
      saveDocuments: async (records) => {
        if (world.isDiskFull) throw new Error("disk full");
        for (const record of records)
          world.records.set(`${record.feedId}.${record.format}`, record);
      },
    },
    archive: noArchive(),
    renderers: { rss: render("rss"), atom: render("atom"), json: render("json") },
    uuid: (namespace, name) => `${namespace}/${name}`,
    now: () => world.now,
    onUnsaved: () => {
      world.unsaved += 1;
    },
  };
  return { world, deps, publisher: createPublisher(deps) };
}

const retitled = (title: string): readonly StoredEntry[] => [
  aStoredEntry({ article: aStoredArticle({ title }) }),
];

describe("publish", () => {
  it("gives each feed in three formats, the first one at the short addresses too", async () => {
    const { publisher } = setUp();
    const feeds = [...ALL, aFeed({ id: "local" })];
    const { paths, changed, pages } = await publisher.publish(aSite(), feeds);
    expect(paths).toEqual([
      ...["/feeds/all.rss", "/rss.xml", "/feeds/all.atom", "/atom.xml", "/feeds/all.json"],
      ...["/feed.json", "/feeds/local.rss", "/feeds/local.atom", "/feeds/local.json"],
    ]);
    expect(changed.map(({ path }) => path)).toEqual(paths);
    expect(pages.map(({ summary }) => summary.feed.id)).toEqual(["all", "local"]);
  });

  it("gives the alias the document that the full address has", async () => {
    const { publisher } = setUp();
    const { changed } = await publisher.publish(aSite(), ALL);
    const at = (path: string) => changed.find((document) => document.path === path);
    expect(at("/rss.xml")).toEqual({ ...at("/feeds/all.rss"), path: "/rss.xml" });
  });

  it("makes nothing anew when nothing changed, however late it is", async () => {
    const { publisher, world } = setUp();
    await publisher.publish(aSite(), ALL);
    world.now += 3_600_000;
    const again = await publisher.publish(aSite(), ALL);
    expect(again.changed).toEqual([]);
    expect(again.paths).toHaveLength(6);
  });

  it("gives the same bytes at another time in another process", async () => {
    const [one, other] = [setUp(), setUp()];
    other.world.now += 86_400_000;
    const bytes = async ({ publisher }: typeof one) =>
      (await publisher.publish(aSite(), ALL)).changed.map(({ etag, identity }) => [etag, identity]);
    expect(await bytes(one)).toEqual(await bytes(other));
  });

  it("lets the time of change rise by at least a second with every change", async () => {
    const { publisher, world } = setUp();
    const times: number[] = [];
    for (const title of ["one", "two", "three", "one"]) {
      world.entries = retitled(title);
      const { changed } = await publisher.publish(aSite(), ALL);
      times.push(changed[0]?.changedAt ?? 0);
      world.now += 10;
    }
    expect(times).toEqual([NOW, NOW + 1000, NOW + 2000, NOW + 3000]);
  });

  it("keeps the time of change over a restart, as long as the bytes are the same", async () => {
    const { publisher, world, deps } = setUp();
    const before = await publisher.publish(aSite(), ALL);
    world.now += 3_600_000;
    const after = await createPublisher(deps).publish(aSite(), ALL);
    expect(after.changed).toEqual(before.changed);

    world.entries = retitled("Changed while we were down");
    const later = await createPublisher(deps).publish(aSite(), ALL);
    expect(later.changed[0]?.changedAt).toBe(world.now);
  });

  it("serves readers with a full disk, and says that it could not keep the dates", async () => {
    const { publisher, world } = setUp();
    world.isDiskFull = true;
    expect((await publisher.publish(aSite(), ALL)).changed).toHaveLength(6);
    expect(world.unsaved).toBe(1);
  });

  it("serves readers when the archive cannot be written, with the pages that are there", async () => {
    const { deps, world } = setUp();
    const state = { scope: "", place: { revision: 1, clusterId: "" }, pages: 7 };
    const archive = noArchive({
      state: async () => state,
      note: async () => {
        throw new Error("disk full");
      },
    });
    const links = (document: FeedDocument) => `before: ${document.chain.previous}`;
    const renderers = { rss: links, atom: links, json: links };
    const { changed } = await createPublisher({ ...deps, archive, renderers }).publish(
      aSite(),
      ALL,
    );
    expect(changed.map(({ identity }) => String(identity))).toContain("before: 7");
    expect(world.unsaved).toBe(1);
  });

  it("leaves out the oldest entries of a feed that is limited in bytes", async () => {
    const { deps, world } = setUp();
    world.entries = Array.from({ length: 9 }, (_, n) =>
      aStoredEntry({ clusterId: `c${n}`, article: aStoredArticle({ title: `Title ${n}` }) }),
    );
    const { changed, pages } = await createPublisher(deps).publish(aSite(), [
      aFeed({ bytes: 110 }),
    ]);
    expect(pages[0]?.entries.length).toBeLessThan(9);
    for (const { identity } of changed) expect(identity.byteLength).toBeLessThanOrEqual(110);
  });

  it("hands out in the next publication what a failed one made", async () => {
    const { publisher, world } = setUp();
    const limited = aFeed({ id: "b", where: { ...aFeed().where, sources: ["valley"] } });
    world.failAt = "valley";
    await expect(publisher.publish(aSite(), [...ALL, limited])).rejects.toThrow("disk gone");
    world.failAt = null;
    const { changed, paths } = await publisher.publish(aSite(), [...ALL, limited]);
    expect(changed.map(({ path }) => path)).toEqual(paths);
    expect(world.records.size).toBe(6);
  });

  it("hands out a feed again that left the configuration and returns", async () => {
    const { publisher } = setUp();
    const both = [...ALL, aFeed({ id: "local" })];
    await publisher.publish(aSite(), both);
    expect((await publisher.publish(aSite(), ALL)).paths).not.toContain("/feeds/local.rss");
    const { changed } = await publisher.publish(aSite(), both);
    expect(changed.map(({ path }) => path)).toEqual([
      "/feeds/local.rss",
      "/feeds/local.atom",
      "/feeds/local.json",
    ]);
  });

  it("gives the short addresses to the feed that comes first now", async () => {
    const { publisher } = setUp();
    const [a, b] = [aFeed(), aFeed({ id: "local" })];
    await publisher.publish(aSite(), [a, b]);
    const { changed } = await publisher.publish(aSite(), [b, a]);
    expect(changed.map(({ path }) => path)).toEqual(["/rss.xml", "/atom.xml", "/feed.json"]);
  });
});
