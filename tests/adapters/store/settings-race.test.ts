import { describe, expect, it } from "vitest";
import { decideIngest } from "../../../src/core/intake/decide-ingest.ts";
import { lookupFor } from "../../../src/core/intake/ingest-lookup.ts";
import { decideAsStored } from "../../../src/core/intake/stored-source.ts";
import type { RemoteSource } from "../../../src/core/settings/definitions.ts";
import { NO_VALIDATORS } from "../../../src/core/sources/feed.ts";
import { aDraft, aRemote, NOW } from "../../support/builders.ts";
import { READABLE_IDS } from "../../support/known-model.ts";
import {
  claimOf,
  dueJobs,
  type OpenedStore,
  openSqliteStore,
  openWith,
  poll,
  sourceOf,
} from "./open-store.ts";

const VALLEY = aRemote({ id: "valley", rights: "full", fullText: "auto" });
const FRESH = { etag: '"fresh"', lastModified: null };
const ITEM = aDraft({ republish: "full" });

const opened = () => openWith(openSqliteStore, [VALLEY]);

const configure = ({ ingest }: OpenedStore, change: Partial<RemoteSource>) =>
  ingest.configure([{ ...VALLEY, ...change }], NOW);

/** A poll that read its source before the operator's edit and writes after it. */
async function pollAcross(store: OpenedStore, edit: () => Promise<void>, drafts = [ITEM]) {
  const { source, lease } = await claimOf(store.ingest, "valley");
  await edit();
  const state = { ...source, firstIngestAt: NOW, lastPollAt: NOW, validators: FRESH };
  const record = { lease, state, filesTried: new Map() };
  return store.ingest.ingest(record, lookupFor(drafts), (known, stored) =>
    decideAsStored({ mode: "poll", source, drafts, ids: READABLE_IDS, now: NOW }, known, stored),
  );
}

const rightsOf = async ({ publish }: OpenedStore) =>
  (await publish.entries({ sources: [], after: null, limit: 9 })).map(
    ({ article }) => article.republish,
  );

describe("an edit of the configuration while a poll is under way", () => {
  it("lowers the rights of what the poll brings", async () => {
    const store = await opened();
    await pollAcross(store, () => configure(store, { rights: "link" }));
    expect(await rightsOf(store)).toEqual(["link"]);
    expect(await store.revisions.wanted()).toMatchObject([{ sourceId: "valley", extent: "all" }]);
  });

  it("that is taken back before anything was drafted again gives all rights back", async () => {
    const store = await opened();
    await pollAcross(store, () => configure(store, { rights: "link" }));
    await configure(store, { rights: "full" });
    const ids = await store.revisions.received({
      ...{ sourceId: "valley", articleIds: null, after: null, limit: 9 },
    });
    const source = await sourceOf(store.ingest, "valley");
    const revision = { sourceId: "valley", received: ids, lookup: lookupFor([ITEM]), now: NOW };
    await store.revisions.revise(revision, (known) =>
      decideIngest({ mode: "revise", source, drafts: [ITEM], ids: READABLE_IDS, now: NOW }, known),
    );
    expect(await rightsOf(store)).toEqual(["full"]);
  });

  it("lowers the rights of an article whose page was being read", async () => {
    const store = await openWith(openSqliteStore, [{ ...VALLEY, fullText: "always" }]);
    await poll(store.ingest, { source: "valley", drafts: [aDraft({ wantsPage: true })] });
    const [job] = await dueJobs(store, NOW, 9);
    if (job === undefined) throw new Error("no page is due");
    const source = await sourceOf(store.ingest, "valley");
    const whole = aDraft({
      text: "All of it.",
      textHash: "all",
      contentHash: "all",
      isFromPage: true,
    });
    await configure(store, { fullText: "always", rights: "excerpt" });
    await store.pages.complete({ job, lookup: lookupFor([whole]), now: NOW }, (known, stored) =>
      decideAsStored(
        { mode: "complete", source, drafts: [whole], ids: READABLE_IDS, now: NOW },
        known,
        stored,
      ),
    );
    expect(await rightsOf(store)).toEqual(["excerpt"]);
  });

  it("that wants other pages is not undone by what the poll records", async () => {
    const store = await openWith(openSqliteStore, [{ ...VALLEY, fullText: "never" }]);
    await pollAcross(store, () => configure(store, { fullText: "always" }));
    expect((await sourceOf(store.ingest, "valley")).validators).toEqual(NO_VALIDATORS);
  });

  it("that removes the source, or moves it, lets nothing of the poll in", async () => {
    const removed = await opened();
    await pollAcross(removed, () => removed.ingest.configure([], NOW));
    expect(await rightsOf(removed)).toEqual([]);
    const moved = await opened();
    await pollAcross(moved, () => configure(moved, { url: "https://new.example/feed" }));
    expect(await rightsOf(moved)).toEqual([]);
    expect((await sourceOf(moved.ingest, "valley")).validators).toEqual(NO_VALIDATORS);
  });
});
