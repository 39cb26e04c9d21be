import { describe, expect, it } from "vitest";
import type { PublishStore } from "../../../src/core/entries/publish-store.ts";
import { NO_VALIDATORS } from "../../../src/core/sources/feed.ts";
import type { KnownFile, SourceState } from "../../../src/core/sources/source-state.ts";
import { aDraft, aFolder, aRemote, DAY, HOUR, NOW } from "../../support/builders.ts";
import { type OpenStore, openWith, poll, sourceOf } from "./open-store.ts";

const VALLEY = aRemote({ id: "valley" });
const HILL = aRemote({ id: "hill", url: "https://hill.example/feed.xml" });
const FRESH = { etag: '"fresh"', lastModified: null };
const FILE = { bytes: 5, changedAt: NOW };

const clusters = (publish: PublishStore) => publish.clusters({ after: null, limit: 100 });

/** What IngestStore promises about sources, for any engine. */
export function configureContract(open: OpenStore): void {
  const opened = () => openWith(open, [VALLEY, HILL]);

  describe("configure", () => {
    const POLLED: Partial<SourceState> = {
      validators: FRESH,
      validatorsAt: NOW,
      bodyHash: "body",
      nextPollAt: NOW + HOUR,
      nextPollReason: "the publisher asked for 1 h",
    };

    it("gives the sources in the order of the configuration", async () => {
      const { ingest } = await openWith(open, [HILL, VALLEY]);
      const ids = (await ingest.sources()).map(({ definition }) => definition.id);
      expect(ids).toEqual(["hill", "valley"]);
    });

    it("lets a source that returns go on where it stopped", async () => {
      const { ingest, publish } = await opened();
      await poll(ingest, { source: "valley", drafts: [aDraft()], state: POLLED });
      await ingest.configure([HILL], NOW);
      expect((await ingest.sources()).map(({ definition }) => definition.id)).toEqual(["hill"]);
      expect(await clusters(publish)).toHaveLength(1);

      await ingest.configure([VALLEY, HILL], NOW);
      expect(await sourceOf(ingest, "valley")).toMatchObject(POLLED);
    });

    it("lets a source at a new address start afresh, with its articles known", async () => {
      const { ingest } = await opened();
      await poll(ingest, { source: "valley", drafts: [aDraft()], state: POLLED });
      await ingest.configure([{ ...VALLEY, url: "https://new.example/feed" }], NOW);
      expect(await sourceOf(ingest, "valley")).toMatchObject({
        validators: NO_VALIDATORS,
        bodyHash: null,
        nextPollAt: 0,
        firstIngestAt: NOW,
      });
      const again = await poll(ingest, { source: "valley", drafts: [aDraft()] });
      expect(again.counts.unchanged).toBe(1);
    });

    it("keeps what a poll of the old address learned away from the new one", async () => {
      const { ingest, publish } = await openWith(open, [VALLEY, aFolder({ folder: "/old" })]);
      const before = await sourceOf(ingest, "valley");
      const folder = await sourceOf(ingest, "desk");
      const moved = { ...VALLEY, url: "https://new.example/feed" };
      await ingest.configure([moved, aFolder({ folder: "/new" })], NOW);

      const late = { state: { ...before, ...POLLED }, filesTried: new Map() };
      const insertsOne = await poll(ingest, { source: "valley", drafts: [aDraft()] });
      await ingest.recordPoll(late);
      await ingest.recordPoll({ state: folder, filesTried: new Map([["a.txt", FILE]]) });
      expect(await sourceOf(ingest, "valley")).toMatchObject({ bodyHash: null, definition: moved });
      expect((await sourceOf(ingest, "desk")).files.size).toBe(0);
      expect(insertsOne.counts.new).toBe(1);
      expect(await clusters(publish)).toHaveLength(1);
    });

    it.each([
      ["a shorter interval counts at once", 60_000, NOW + 60_000],
      ["the same interval leaves what the publisher asked for", VALLEY.everyMs, NOW + HOUR],
      ["a longer interval counts after the next poll", DAY, NOW + HOUR],
    ])("%s", async (_what, everyMs, expected) => {
      const { ingest } = await opened();
      await poll(ingest, { source: "valley", drafts: [], state: POLLED });
      await ingest.configure([{ ...VALLEY, everyMs }], NOW);
      expect((await sourceOf(ingest, "valley")).nextPollAt).toBe(expected);
    });

    it("lowers the rights of what is stored at once", async () => {
      const { ingest, publish } = await opened();
      await poll(ingest, { source: "valley", drafts: [aDraft()] });
      const before = await publish.revision();
      await ingest.configure([{ ...VALLEY, rights: "excerpt" }, HILL], NOW);
      const [entry] = await publish.entries({ sources: [], after: null, limit: 1 });
      expect(entry?.article.republish).toBe("excerpt");
      expect(await publish.revision()).toBeGreaterThan(before);
    });

    it("lets another copy lead where the rights of the lead are lowered", async () => {
      const { ingest, publish } = await opened();
      await poll(ingest, { source: "valley", drafts: [aDraft()] });
      const copy = aDraft({ key: "tag:h", isOnOwnHost: false });
      await poll(ingest, { source: "hill", drafts: [copy] });
      await ingest.configure([{ ...VALLEY, rights: "excerpt" }, HILL], NOW);
      const [cluster] = await clusters(publish);
      expect(cluster?.members.map(({ sourceId, why }) => [sourceId, why])).toEqual([
        ["hill", { rule: "lead" }],
        ["valley", { rule: "exact", tokens: 200 }],
      ]);
      const [entry] = await publish.entries({ sources: [], after: null, limit: 1 });
      expect(entry?.article.id).toBe("hill/tag:h");
    });

    it.each([
      ["other rights", { rights: "link" as const }, "all"],
      ["other categories", { categories: ["Desk"] }, "all"],
      ["other exceptions of its cleanup", { cleanup: { keep: ["Hear it"], drop: [] } }, "all"],
      ["no pages", { fullText: "never" as const }, "all"],
      ["all pages", { fullText: "always" as const }, undefined],
      ["another interval", { everyMs: DAY }, undefined],
    ])("has the articles of a source drafted again for %s", async (_what, change, extent) => {
      const { ingest, revisions } = await opened();
      await ingest.configure([{ ...VALLEY, ...change }, HILL], NOW);
      expect((await revisions.wanted())[0]?.extent).toBe(extent);
    });

    it("has the articles of a source drafted again that returns with other settings", async () => {
      const { ingest, revisions } = await opened();
      await ingest.configure([HILL], NOW);
      await ingest.configure([{ ...VALLEY, categories: ["Desk"] }, HILL], NOW);
      expect(await revisions.wanted()).toMatchObject([{ sourceId: "valley", extent: "all" }]);
    });

    it("reads a source again whose articles may be shown in full from now on", async () => {
      const { ingest } = await openWith(open, [{ ...VALLEY, rights: "excerpt" }]);
      await poll(ingest, { source: "valley", drafts: [aDraft()], state: POLLED });
      await ingest.configure([VALLEY], NOW);
      expect(await sourceOf(ingest, "valley")).toMatchObject({ validators: NO_VALIDATORS });
    });

    it("reads a source again whose pages are wanted otherwise", async () => {
      const { ingest } = await opened();
      await poll(ingest, { source: "valley", drafts: [aDraft()], state: POLLED });
      await ingest.configure([{ ...VALLEY, categories: ["Desk"] }, HILL], NOW);
      expect(await sourceOf(ingest, "valley")).toMatchObject({ validators: FRESH });
      await ingest.configure([{ ...VALLEY, fullText: "always" }, HILL], NOW);
      const anew = { validators: NO_VALIDATORS, bodyHash: null };
      expect(await sourceOf(ingest, "valley")).toMatchObject(anew);
    });

    it("reads the files of a folder again when their pages are wanted otherwise", async () => {
      const { ingest } = await openWith(open, [aFolder()]);
      const files = new Map([["a.txt", FILE]]);
      await poll(ingest, { source: "desk", drafts: [aDraft()], files });
      await ingest.configure([aFolder()], NOW);
      expect((await sourceOf(ingest, "desk")).files).toEqual(files);
      await ingest.configure([aFolder({ fullText: "always" })], NOW);
      expect((await sourceOf(ingest, "desk")).files.size).toBe(0);
    });

    it("changes no revision when nothing changed", async () => {
      const { ingest, publish } = await opened();
      const before = await publish.revision();
      await ingest.configure([VALLEY, HILL], NOW + DAY);
      expect(await publish.revision()).toBe(before);
    });
  });

  describe("files of a folder", () => {
    it("are kept by name and replaced when they change", async () => {
      const { ingest } = await openWith(open, [aFolder(), VALLEY]);
      const changed = { bytes: 9, changedAt: NOW + 1 };
      await poll(ingest, {
        source: "desk",
        drafts: [],
        files: new Map([
          ["a.txt", FILE],
          ["ä/__proto__.md", FILE],
        ]),
      });
      await ingest.recordPoll({
        state: await sourceOf(ingest, "desk"),
        filesTried: new Map([["a.txt", changed]]),
      });
      expect((await sourceOf(ingest, "desk")).files).toEqual(
        new Map([
          ["a.txt", changed],
          ["ä/__proto__.md", FILE],
        ]),
      );
      expect((await sourceOf(ingest, "valley")).files.size).toBe(0);
    });

    it("keep when they are tried again, until they are read or gone", async () => {
      const { ingest } = await openWith(open, [aFolder()]);
      const retry = { reason: "too slow", limitBytes: null, failures: 2, at: NOW };
      const waiting = { ...FILE, retry };
      const record = async (name: string, file: KnownFile | null) => {
        const state = await sourceOf(ingest, "desk");
        await ingest.recordPoll({ state, filesTried: new Map([[name, file]]) });
        return (await sourceOf(ingest, "desk")).files;
      };
      expect(await record("a.txt", waiting)).toEqual(new Map([["a.txt", waiting]]));
      expect(await record("b.txt", waiting)).toEqual(
        new Map([
          ["a.txt", waiting],
          ["b.txt", waiting],
        ]),
      );
      expect(await record("b.txt", null)).toEqual(new Map([["a.txt", waiting]]));
      expect(await record("a.txt", FILE)).toEqual(new Map([["a.txt", FILE]]));
    });
  });

  describe("postpone", () => {
    it("moves a poll later, never earlier", async () => {
      const { ingest } = await opened();
      await poll(ingest, { source: "valley", drafts: [], state: { nextPollAt: NOW + HOUR } });
      const hold = { at: NOW + DAY, reason: "Retry-After" };
      await ingest.postpone(new Map([["valley", hold]]));
      await ingest.postpone(
        new Map([
          ["valley", { at: NOW, reason: "sooner" }],
          ["gone", hold],
        ]),
      );
      expect(await sourceOf(ingest, "valley")).toMatchObject({
        nextPollAt: NOW + DAY,
        nextPollReason: "Retry-After",
      });
    });
  });
}
