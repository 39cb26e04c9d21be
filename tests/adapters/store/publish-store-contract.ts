import { describe, expect, it } from "vitest";
import type {
  EntryCursor,
  PublishStore,
  StoredEntry,
} from "../../../src/core/entries/publish-store.ts";
import type { SourceState } from "../../../src/core/sources/source-state.ts";
import { aDraft, aFolder, aRemote, DAY, HOUR, NOW } from "../../support/builders.ts";
import { type OpenStore, openWith, poll } from "./open-store.ts";

const VALLEY = aRemote({ id: "valley" });
const HILL = aRemote({ id: "hill", title: "Hill Gazette", url: "https://hill.example/feed.xml" });

/** All entries, a page at a time. */
async function readAll(
  publish: PublishStore,
  limit: number,
  sources: readonly string[] = [],
): Promise<StoredEntry[]> {
  const all: StoredEntry[] = [];
  for (let after: EntryCursor | null = null; ; ) {
    const page: readonly StoredEntry[] = await publish.entries({ sources, after, limit });
    all.push(...page);
    const last = page.at(-1);
    if (last === undefined) return all;
    after = { enteredAt: last.enteredAt, clusterId: last.clusterId };
  }
}

/** The promises of PublishStore, for any engine. */
export function publishStoreContract(open: OpenStore): void {
  const opened = () => openWith(open, [VALLEY, HILL, aFolder({ id: "desk", folder: "/desk" })]);

  describe("entries", () => {
    it("come newest first, each once, whatever the size of a page", async () => {
      const { ingest, publish } = await opened();
      // Many share one instant: the cursor must not lose those beside it.
      const drafts = Array.from({ length: 23 }, (_, n) =>
        aDraft({ key: `tag:${n}`, text: `Text ${n}`, publishedAt: NOW - (n % 4) * HOUR }),
      );
      await poll(ingest, { source: "valley", drafts });
      const whole = await readAll(publish, 100);
      expect(whole).toHaveLength(23);
      const times = whole.map(({ enteredAt }) => enteredAt);
      expect(times).toEqual(times.toSorted((a, b) => b - a));
      for (const limit of [1, 2, 5, 22]) expect(await readAll(publish, limit)).toEqual(whole);
    });

    it("stay where they are in the pages to come when a newer one arrives", async () => {
      const { ingest, publish } = await opened();
      const drafts = Array.from({ length: 6 }, (_, n) =>
        aDraft({ key: `tag:${n}`, text: `Text ${n}`, publishedAt: NOW - n * HOUR }),
      );
      await poll(ingest, { source: "valley", drafts });
      const whole = await readAll(publish, 10);
      const third = whole[2];
      if (!third) throw new Error("too few entries");
      const late = aDraft({ key: "tag:late", text: "Late.", publishedAt: NOW - 9 * DAY });
      await poll(ingest, { source: "valley", drafts: [late], now: NOW + HOUR });
      const after = { enteredAt: third.enteredAt, clusterId: third.clusterId };
      expect(await publish.entries({ sources: [], after, limit: 10 })).toEqual(whole.slice(3));
      expect((await readAll(publish, 10))[0]?.article.title).toBe(late.title);
    });

    it("of a limited feed show the copy of its source, under the one entry id", async () => {
      const { ingest, publish } = await opened();
      await poll(ingest, { source: "valley", drafts: [aDraft()] });
      const copy = aDraft({ key: "tag:h", isOnOwnHost: false, title: "From the hill" });
      await poll(ingest, { source: "hill", drafts: [copy] });
      const [entry, ...others] = await readAll(publish, 10, ["hill", "desk"]);
      expect(others).toEqual([]);
      expect(entry).toMatchObject({
        entryId: aDraft().key,
        article: { title: "From the hill", source: { id: "hill" } },
        copies: [{ source: { id: "valley" }, why: { rule: "lead" } }],
      });
      expect(await readAll(publish, 10, ["desk"])).toEqual([]);
    });

    it("of a source that fell silent come all, behind thousands of others", async () => {
      const { ingest, publish } = await opened();
      const old = Array.from({ length: 5 }, (_, n) =>
        aDraft({ key: `tag:old${n}`, text: `Old ${n}`, publishedAt: NOW - (90 + (n % 2)) * DAY }),
      );
      await poll(ingest, { source: "hill", drafts: old });
      const shared = aDraft({ key: "tag:copy", isOnOwnHost: false, text: "Old 3" });
      await poll(ingest, { source: "valley", drafts: [shared] });
      const drafts = Array.from({ length: 2_100 }, (_, n) =>
        aDraft({ key: `tag:${n}`, text: `Text ${n}`, publishedAt: NOW - n }),
      );
      await poll(ingest, { source: "valley", drafts });
      const all = await readAll(publish, 1_000);
      const own = await readAll(publish, 100, ["hill"]);
      const isOld = ({ article }: StoredEntry): boolean => article.source.id === "hill";
      expect(own).toHaveLength(5);
      expect(own.map(({ entryId }) => entryId)).toEqual(
        all.filter(isOld).map(({ entryId }) => entryId),
      );
      for (const limit of [1, 2, 5]) expect(await readAll(publish, limit, ["hill"])).toEqual(own);
    });

    it("name sources as they are configured, else as their feeds are called", async () => {
      const { ingest, publish } = await opened();
      const state = { title: "Called", siteUrl: "https://called.example/" };
      await poll(ingest, { source: "valley", drafts: [aDraft({ text: "a" })], state });
      await poll(ingest, { source: "hill", drafts: [aDraft({ text: "b" })], state });
      await poll(ingest, { source: "desk", drafts: [aDraft({ text: "c", guid: null })] });
      const sources = (await readAll(publish, 10)).map(({ article }) => article.source);
      expect(sources.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
        { id: "desk", title: "desk", url: null, feedUrl: null, feedId: null },
        { id: "hill", title: "Hill Gazette", url: state.siteUrl, feedUrl: null, feedId: null },
        { id: "valley", title: "Called", url: state.siteUrl, feedUrl: null, feedId: null },
      ]);
    });

    it("name a source by what its feed declares, never by the address that is polled", async () => {
      const { ingest, publish } = await opened();
      const feedUrl = "https://ada:pass@valley.example/feed?auth=SECRET";
      const nameOf = async (declared: Partial<SourceState>) => {
        await poll(ingest, { source: "valley", drafts: [aDraft()], state: declared });
        const { source } = (await readAll(publish, 1))[0]?.article ?? {};
        return [source?.url, source?.feedUrl, source?.feedId];
      };
      const house = "https://valley.example/";
      expect(await nameOf({ feedUrl })).toEqual([house, null, null]);
      expect(
        await nameOf({ feedUrl, siteUrl: feedUrl, selfUrl: feedUrl, feedId: feedUrl }),
      ).toEqual([house, null, null]);
      const [siteUrl, selfUrl, feedId] = [`${house}news`, `${house}open.xml`, "tag:v,2026:feed"];
      expect(await nameOf({ feedUrl, siteUrl, selfUrl, feedId })).toEqual([
        siteUrl,
        selfUrl,
        feedId,
      ]);
    });
  });

  describe("article", () => {
    it("is null when it was never known", async () => {
      const { publish } = await opened();
      expect(await publish.article("'; DROP TABLE article; --")).toBeNull();
    });
  });

  describe("clusters", () => {
    it("name every member, the lead among them, and why it is one", async () => {
      const { ingest, publish } = await opened();
      await poll(ingest, { source: "valley", drafts: [aDraft()] });
      const copy = aDraft({ key: "tag:h", isOnOwnHost: false });
      await poll(ingest, { source: "hill", drafts: [copy] });
      expect(await publish.clusters({ after: null, limit: 10 })).toMatchObject([
        {
          id: `valley/${aDraft().key}`,
          members: [
            { sourceId: "hill", guid: "tag:h", why: { rule: "exact", tokens: 200 } },
            { sourceId: "valley", guid: aDraft().key, why: { rule: "lead" } },
          ],
        },
      ]);
    });
  });

  describe("the instance", () => {
    it("has one id for ever", async () => {
      const { publish } = await opened();
      const instance = await publish.instance();
      expect(instance.id).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
      expect(await publish.instance()).toEqual(instance);
    });
  });
}
