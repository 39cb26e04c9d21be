import { describe, expect, it } from "vitest";
import { createArchiveStore } from "../../../../src/adapters/store/publishing/archive-store.ts";
import { createForgetStore } from "../../../../src/adapters/store/sources/forget-source.ts";
import { decideForget } from "../../../../src/core/entries/forgetting.ts";
import { aDraft, aRemote, DAY, NOW } from "../../../support/builders.ts";
import { createWithdrawing } from "../../../support/withdrawing.ts";
import { openNew, poll, sourceOf, storesOn } from "../open-store.ts";

const VALLEY = aRemote({ id: "valley", title: "Our name for it" });
const HILL = aRemote({ id: "hill", url: "https://hill.example/feed.xml" });
const SHARED = "https://valley.example/shared";
const ALONE = "https://valley.example/alone";
const LATER = NOW + DAY;

/** A text that both carry, led by the valley's copy, and one that the valley alone has. */
async function opened() {
  const { db } = await openNew();
  const stores = { ...storesOn(db), forget: createForgetStore(db), db };
  await stores.ingest.configure([VALLEY, HILL], NOW);
  const own = [aDraft({ key: SHARED }), aDraft({ key: ALONE, text: "Of the valley alone." })];
  await poll(stores.ingest, { source: "valley", drafts: own });
  await poll(stores.ingest, {
    source: "hill",
    drafts: [aDraft({ key: "https://hill.example/1" })],
  });
  await stores.ingest.configure([HILL], NOW);
  return stores;
}

type Opened = Awaited<ReturnType<typeof opened>>;

const forget = ({ forget }: Opened, keep = false) =>
  forget.forget("valley", (known) => decideForget(known, { id: "valley", keep }, LATER), LATER);

const shown = async ({ publish }: Opened, sources: readonly string[] = []) => {
  const entries = await publish.entries({ sources, after: null, limit: 10 });
  return entries.map(({ entryId, article, copies }) => [
    entryId,
    article.source.id,
    copies.map(({ source }) => source.id),
  ]);
};

const BOTH = [
  [SHARED, "valley", ["hill"]],
  [ALONE, "valley", []],
];

describe("a source that left the configuration", () => {
  it("keeps its articles, its name and the lead", async () => {
    const stores = await opened();
    expect((await shown(stores)).toSorted()).toEqual(BOTH.toSorted());
    const [entry] = await stores.publish.entries({ sources: ["valley"], after: null, limit: 1 });
    expect(entry?.article.source.title).toBe("Our name for it");
  });

  it("is forgotten with its texts; what others carry stays under its id, as their copy", async () => {
    const stores = await opened();
    expect(await forget(stores)).toMatchObject({
      ok: true,
      value: { withdrawn: [{ id: `valley/${ALONE}` }] },
    });
    expect(await shown(stores)).toEqual([[SHARED, "hill", []]]);
    expect(await shown(stores, ["valley"])).toEqual([]);
    for (const id of [`valley/${ALONE}`, `valley/${SHARED}`]) {
      expect(await stores.publish.article(id)).toMatchObject({
        withdrawal: { reason: expect.any(String) },
      });
    }
  });

  it("leaves a tombstone, newer than the entry was", async () => {
    const stores = await opened();
    const [before] = await stores.publish.entries({ sources: ["valley"], after: null, limit: 1 });
    await forget(stores);
    const [withdrawn] = await createArchiveStore(stores.db).withdrawn({
      ...{ feedId: "all", sources: [], prefer: [], since: 0, enteredFrom: 0, limit: 10 },
    });
    expect(withdrawn?.entryId).toBe(ALONE);
    expect(withdrawn?.withdrawal?.at).toBeGreaterThan(before?.updatedAt ?? 0);
  });

  it("leaves a tombstone that is newer than what a feed said that prefers another copy", async () => {
    const stores = await opened();
    const told = { face: "f", wording: "w", content: "full" as const, updatedAt: LATER + 500 };
    const clusterId = `valley/${ALONE}`;
    const place = { revision: 0, clusterId };
    await createArchiveStore(stores.db).note("all", {
      scope: "",
      place,
      pending: [{ clusterId, telling: told }],
      changes: [],
      revision: 0,
    });
    await forget(stores);
    const [withdrawn] = await createArchiveStore(stores.db).withdrawn({
      ...{ feedId: "all", sources: [], prefer: [], since: 0, enteredFrom: 0, limit: 10 },
    });
    expect(withdrawn?.clusterId).toBe(clusterId);
    expect(withdrawn?.withdrawal?.at).toBe(LATER + 1500);
  });

  it("does not keep its texts from another source that brings them", async () => {
    const stores = await opened();
    await forget(stores);
    const late = aDraft({ key: "https://hill.example/2", text: "Of the valley alone." });
    await poll(stores.ingest, { source: "hill", drafts: [late], now: LATER });
    expect((await shown(stores)).map(([, source]) => source)).toEqual(["hill", "hill"]);
  });

  it("is published again as it was when it is configured again, and polled afresh", async () => {
    const stores = await opened();
    await forget(stores);
    await stores.ingest.configure([VALLEY, HILL], LATER + DAY);
    expect((await shown(stores)).toSorted()).toEqual(BOTH.toSorted());
    expect(await sourceOf(stores.ingest, "valley")).toMatchObject({ firstIngestAt: null });
    const again = await stores.publish.article(`valley/${ALONE}`);
    expect(again?.withdrawal).toBeNull();
    expect(again?.updatedAt).toBeGreaterThan(LATER);
  });

  it("is forgotten but for its articles when they are kept", async () => {
    const stores = await opened();
    await forget(stores, true);
    expect((await shown(stores)).toSorted()).toEqual(BOTH.toSorted());
  });

  it("comes back by the configuration alone", async () => {
    const stores = await opened();
    await forget(stores);
    const restored = await createWithdrawing(stores.db).restore(`valley/${ALONE}`, LATER + 1);
    expect(restored).toMatchObject({ ok: false });
  });
});

describe("the order of the sources", () => {
  it("elects nobody by itself, not where another copy than the lead is shown either", async () => {
    const { db } = await openNew();
    const { ingest, publish } = storesOn(db);
    const names = ["valley", "hill", "lake"];
    const sources = names.map((id) => aRemote({ id, url: `https://${id}.example/feed` }));
    await ingest.configure(sources, NOW);
    for (const source of names.toReversed()) {
      await poll(ingest, { source, drafts: [aDraft({ key: `https://${source}.example/1` })] });
    }
    const shownTo = async (...of: readonly string[]) => {
      const [entry] = await publish.entries({ sources: of, after: null, limit: 1 });
      return entry?.article.source.id;
    };
    expect([await shownTo(), await shownTo("hill", "lake")]).toEqual(["valley", "hill"]);
    await ingest.configure(sources.toReversed(), LATER);
    expect([await shownTo(), await shownTo("hill", "lake")]).toEqual(["valley", "hill"]);
  });
});
