import { describe, expect, it } from "vitest";
import type { FeedDocument } from "../../../src/core/entries/entry.ts";
import { byFormat, FORMATS } from "../../../src/core/entries/formats.ts";
import type { FeedPublication, StoredDocument } from "../../../src/core/entries/publication.ts";
import type { StoredEntry } from "../../../src/core/entries/publish-store.ts";
import type { FeedDefinition } from "../../../src/core/settings/definitions.ts";
import { tellingOf } from "../../../src/publish/archives/telling.ts";
import { createPublisher, type PublishDeps } from "../../../src/publish/feeds/publish-feeds.ts";
import type { FeedPage } from "../../../src/publish/pages/page-model.ts";
import { createPublishedDocuments } from "../../../src/service/web/published-documents.ts";
import { aStoredArticle, aStoredEntry, NOW } from "../../support/builders.ts";
import { textOf } from "../../support/document-text.ts";
import { aFeed, aSite } from "../../support/entries.ts";
import { noArchive } from "../../support/no-archive.ts";
import { createMemoryPublications } from "../../support/publications.ts";

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
    unsaved: 0,
    failAt: null as string | null,
  };
  const publications = createMemoryPublications();
  const deps: PublishDeps = {
    store: {
      instance: async () => INSTANCE,
      revision: async () => 1,
      entries: async ({ sources }) => {
        if (world.failAt !== null && sources.includes(world.failAt)) throw new Error("disk gone");
        return world.entries;
      },
    },
    publications: publications.store,
    archive: noArchive(),
    renderers: byFormat(render),
    uuid: (namespace, name) => `${namespace}/${name}`,
    now: () => world.now,
    onUnsaved: () => {
      world.unsaved += 1;
    },
  };
  return { world, deps, publications, publisher: createPublisher(deps) };
}

const retitled = (title: string): readonly StoredEntry[] => [
  aStoredEntry({ article: aStoredArticle({ title }) }),
];

const namesOf = (publications: readonly FeedPublication[]): readonly string[] =>
  publications.flatMap(({ feedId, documents }) => documents.map(({ name }) => `${feedId}.${name}`));

const pageOf = (document: StoredDocument | null): FeedPage =>
  JSON.parse(textOf(document ?? { br: new Uint8Array() })) as FeedPage;

/** As a web process serves them. */
function served({ publications }: ReturnType<typeof setUp>, feeds: readonly FeedDefinition[]) {
  const published = createPublishedDocuments();
  for (const { id } of feeds) {
    for (const format of FORMATS) published.take(id, format, publications.document(id, format));
  }
  return published.of(feeds);
}

describe("publish", () => {
  it("gives each feed in three formats with its page, the first one at the short addresses too", async () => {
    const desk = setUp();
    const feeds = [...ALL, aFeed({ id: "local" })];
    expect(await desk.publisher.publish(aSite(), feeds)).toEqual({
      documents: 8,
      isBehind: false,
      isUnsaved: false,
    });
    expect(served(desk, feeds).map(({ path }) => path)).toEqual([
      ...["/rss.xml", "/atom.xml", "/feed.json"],
      ...["/feeds/all.rss", "/feeds/all.atom", "/feeds/all.json"],
      ...["/feeds/local.rss", "/feeds/local.atom", "/feeds/local.json"],
    ]);
    expect(namesOf(desk.publications.takeNews())).toEqual([
      ...["all.rss", "all.atom", "all.json", "all.page"],
      ...["local.rss", "local.atom", "local.json", "local.page"],
    ]);
    for (const id of ["all", "local"]) {
      expect(pageOf(desk.publications.document(id, "page")).summary.feed.id).toBe(id);
    }
  });

  it("gives the alias the document that the full address has", async () => {
    const desk = setUp();
    await desk.publisher.publish(aSite(), ALL);
    const at = (path: string) => served(desk, ALL).find((document) => document.path === path);
    expect(at("/feeds/all.rss")?.br.byteLength).toBeGreaterThan(0);
    expect(at("/rss.xml")).toEqual({ ...at("/feeds/all.rss"), path: "/rss.xml" });
  });

  it("makes nothing anew when nothing changed, however late it is", async () => {
    const desk = setUp();
    await desk.publisher.publish(aSite(), ALL);
    desk.publications.takeNews();
    desk.world.now += 3_600_000;
    const again = await desk.publisher.publish(aSite(), ALL);
    expect(again.documents).toBe(0);
    expect(namesOf(desk.publications.takeNews())).toEqual([]);
    expect(served(desk, ALL)).toHaveLength(6);
  });

  it("gives the same bytes at another time in another process", async () => {
    const [one, other] = [setUp(), setUp()];
    other.world.now += 86_400_000;
    const bytes = async (desk: typeof one) => {
      await desk.publisher.publish(aSite(), ALL);
      const documents = desk.publications.takeNews().flatMap(({ documents: each }) => each);
      return documents.map((document) => [document.name, document.etag, textOf(document)]);
    };
    const told = await bytes(one);
    expect(told).toHaveLength(4);
    expect(told).toEqual(await bytes(other));
  });

  it("lets the time of change rise by at least a second with every change", async () => {
    const { publisher, publications, world } = setUp();
    const times: number[] = [];
    for (const title of ["one", "two", "three", "one"]) {
      world.entries = retitled(title);
      await publisher.publish(aSite(), ALL);
      times.push(publications.document("all", "rss")?.changedAt ?? 0);
      world.now += 10;
    }
    expect(times).toEqual([NOW, NOW + 1000, NOW + 2000, NOW + 3000]);
  });

  it("keeps the time of change over a restart, and publishes nothing again, as long as the bytes are the same", async () => {
    const { publisher, publications, world, deps } = setUp();
    await publisher.publish(aSite(), ALL);
    const before = publications.document("all", "rss");
    publications.takeNews();
    world.now += 3_600_000;
    const after = await createPublisher(deps).publish(aSite(), ALL);
    expect(after.documents).toBe(0);
    expect(namesOf(publications.takeNews())).toEqual([]);
    expect(publications.document("all", "rss")).toBe(before);

    world.entries = retitled("Changed while we were down");
    await createPublisher(deps).publish(aSite(), ALL);
    expect(publications.document("all", "rss")?.changedAt).toBe(world.now);
  });

  it("says when a full disk keeps what changed from being published, leaves what is, and makes up for it", async () => {
    const { publisher, publications, world } = setUp();
    await publisher.publish(aSite(), ALL);
    const before = publications.document("all", "rss");
    publications.world.isDiskFull = true;
    world.entries = retitled("While the disk was full");
    await expect(publisher.publish(aSite(), ALL)).rejects.toThrow("disk full");
    expect(publications.document("all", "rss")).toBe(before);
    publications.world.isDiskFull = false;
    expect(await publisher.publish(aSite(), ALL)).toMatchObject({ documents: 4 });
    const after = publications.document("all", "rss");
    expect(after && textOf(after)).toContain("While the disk was full");
  });

  it("serves readers when the archive cannot be written, with the pages that are there", async () => {
    const { deps, publications, world } = setUp();
    const state = { scope: "", place: { revision: 1, clusterId: "" }, pages: 7 };
    const archive = noArchive({
      state: async () => state,
      changedAfter: async () => [{ revision: 2, clusterId: "c" }],
      note: async () => {
        throw new Error("disk full");
      },
    });
    const links = (document: FeedDocument) => `before: ${document.chain.previous}`;
    const renderers = byFormat(() => links);
    await createPublisher({ ...deps, archive, renderers }).publish(aSite(), ALL);
    const rss = publications.document("all", "rss");
    expect(rss && textOf(rss)).toBe("before: 7");
    expect(world.unsaved).toBe(1);
  });

  it("stores with a later turn what an archive could not store, of that feed alone", async () => {
    const { deps } = setUp();
    const asked: string[] = [];
    const disk = { isFull: true };
    const archive = noArchive({
      async note(feedId) {
        asked.push(feedId);
        if (disk.isFull && feedId === "all") throw new Error("disk full");
      },
    });
    const publisher = createPublisher({ ...deps, archive });
    const [site, feeds] = [aSite(), [...ALL, aFeed({ id: "local" })]];
    expect(await publisher.publish(site, feeds)).toMatchObject({
      isBehind: false,
      isUnsaved: true,
    });
    disk.isFull = false;
    asked.splice(0);
    expect(await publisher.publish(site, feeds)).toMatchObject({
      isBehind: false,
      isUnsaved: false,
    });
    expect(asked).toEqual(["all"]);
  });

  it("tells what an archive noted though no document changed, also when that cannot be stored at first", async () => {
    const { deps, publications, world } = setUp();
    const known = (entry: StoredEntry) =>
      [entry.clusterId, { isPending: true, last: null, told: tellingOf(entry, "full") }] as const;
    const noted = { isNews: true };
    const archive = noArchive({
      archived: async () => new Map(noted.isNews ? [] : world.entries.map(known)),
    });
    const publisher = createPublisher({ ...deps, archive });
    await publisher.publish(aSite(), ALL);
    publications.takeNews();
    const told = { feedId: "all", documents: [] };
    await publisher.publish(aSite(), ALL);
    expect(publications.takeNews()).toMatchObject([told]);
    publications.world.isDiskFull = true;
    await expect(publisher.publish(aSite(), ALL)).rejects.toThrow("disk full");
    publications.world.isDiskFull = false;
    noted.isNews = false;
    await publisher.publish(aSite(), ALL);
    expect(publications.takeNews()).toMatchObject([told]);
    await publisher.publish(aSite(), ALL);
    expect(publications.takeNews()).toEqual([]);
  });

  it("leaves out the oldest entries of a feed that is limited in bytes", async () => {
    const { publisher, publications, world } = setUp();
    world.entries = Array.from({ length: 9 }, (_, n) =>
      aStoredEntry({ clusterId: `c${n}`, article: aStoredArticle({ title: `Title ${n}` }) }),
    );
    await publisher.publish(aSite(), [aFeed({ bytes: 110 })]);
    const { entries } = pageOf(publications.document("all", "page"));
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.length).toBeLessThan(9);
    for (const format of FORMATS) {
      const document = publications.document("all", format);
      expect(document && Buffer.byteLength(textOf(document))).toBeLessThanOrEqual(110);
    }
  });

  it("publishes each feed by itself: one that fails keeps none of the others back, and follows in the next turn", async () => {
    const { publisher, publications, world } = setUp();
    const limited = aFeed({ id: "b", where: { ...aFeed().where, sources: ["valley"] } });
    world.failAt = "valley";
    await expect(publisher.publish(aSite(), [...ALL, limited])).rejects.toThrow("disk gone");
    expect(namesOf(publications.takeNews())).toHaveLength(4);
    world.failAt = null;
    await publisher.publish(aSite(), [...ALL, limited]);
    expect(namesOf(publications.takeNews())).toEqual(["b.rss", "b.atom", "b.json", "b.page"]);
  });

  it("takes a feed away that left the configuration, once, and publishes it again when it returns", async () => {
    const { publisher, publications, world, deps } = setUp();
    const both = [...ALL, aFeed({ id: "local" })];
    await publisher.publish(aSite(), both);
    publications.takeNews();
    for (const each of [publisher, publisher, createPublisher(deps)]) {
      await each.publish(aSite(), ALL);
    }
    expect(publications.removals).toEqual(["local"]);
    expect(publications.document("local", "rss")).toBeNull();
    world.now += 60_000;
    await publisher.publish(aSite(), both);
    expect(namesOf(publications.takeNews())).toEqual([
      ...["local.rss", "local.atom", "local.json", "local.page"],
    ]);
    expect(publications.document("local", "rss")?.changedAt).toBe(NOW);
  });

  it("publishes anew what only points elsewhere now", async () => {
    const { publisher, publications } = setUp();
    await publisher.publish(aSite(), ALL);
    const before = publications.document("all", "rss");
    await publisher.publish(aSite({ url: "https://moved.example" }), ALL);
    const after = publications.document("all", "rss");
    expect(after).toMatchObject({ etag: before?.etag, changedAt: before?.changedAt });
    expect(after?.links).toContain("https://moved.example/feeds/all.rss");
  });

  it("gives the short addresses to the feed that comes first now", async () => {
    const desk = setUp();
    const [a, b] = [aFeed(), aFeed({ id: "local" })];
    await desk.publisher.publish(aSite(), [a, b]);
    desk.publications.takeNews();
    await desk.publisher.publish(aSite(), [b, a]);
    expect(namesOf(desk.publications.takeNews())).toEqual([]);
    const at = (path: string) => served(desk, [b, a]).find((each) => each.path === path);
    for (const path of ["/rss.xml", "/atom.xml", "/feed.json"]) expect(at(path)).toBeDefined();
    expect(at("/rss.xml")?.br).toBe(at("/feeds/local.rss")?.br);
  });
});
