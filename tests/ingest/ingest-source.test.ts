import { describe, expect, it } from "vitest";
import type { DocumentEntry } from "../../src/core/articles/listing.ts";
import { EMPTY_CONTEXT } from "../../src/core/articles/stored-context.ts";
import type { IngestIntent } from "../../src/core/intake/ingest-intent.ts";
import type { PollRecord } from "../../src/core/intake/ingest-store.ts";
import type { SourceReport } from "../../src/core/intake/source-report.ts";
import { err, ok } from "../../src/core/result.ts";
import type { HostHold } from "../../src/core/sources/polling/host-hold.ts";
import type { SourceState } from "../../src/core/sources/source-state.ts";
import { type IngestSourceDeps, ingestSource } from "../../src/ingest/ingest-source.ts";
import { aDraft, aFolder, aRemote, aSource, HOUR, NOW } from "../support/builders.ts";
import { READABLE_IDS } from "../support/known-model.ts";
import { drafted, FRESH, fakeSource, modified, notModified } from "./fake-source.ts";

const URL_OF_FEED = aRemote().url;

/** A store that knows nothing and remembers what it was told; the decision under test is real. */
function setUp(source: ReturnType<typeof fakeSource>, overrides: Partial<IngestSourceDeps> = {}) {
  const intents: IngestIntent[] = [];
  const polls: PollRecord[] = [];
  const holds: HostHold[] = [];
  const deps: IngestSourceDeps = {
    ...source.deps,
    store: {
      ingest: async (poll, _lookup, decide) => {
        polls.push(poll);
        const intent = decide(EMPTY_CONTEXT, null);
        intents.push(intent);
        return intent;
      },
      async recordPoll(poll) {
        polls.push(poll);
        return true;
      },
    },
    onHold: async (hold) => void holds.push(hold),
    readFolder: async () => ok({ files: [], gone: [], hasMore: false }),
    ids: READABLE_IDS,
    random: () => 0,
    ...overrides,
  };
  return { deps, intents, polls, holds };
}

/** A poll of a source that is held. */
async function polled(source: SourceState, deps: IngestSourceDeps): Promise<SourceReport> {
  const lease = { id: source.definition.id, token: 1 };
  const report = await ingestSource({ source, lease }, deps);
  if (report === null) throw new Error("the lease was lost");
  return report;
}

describe("ingestSource", () => {
  it("tells once of a new address that it goes on with, without what is secret in it", async () => {
    const url = "https://new.example/feed?key=s3cret";
    const told = async (seen: number) => {
      const { deps } = setUp(fakeSource({ [URL_OF_FEED]: modified({ permanentUrl: url }) }));
      return (await polled(aSource({ moved: { url, seen } }), deps)).warnings ?? [];
    };

    expect(await told(1)).toEqual([]);
    const [warning] = await told(2);
    expect(warning).toMatchObject({ kind: "moved", detail: expect.stringMatching(/new\.example/) });
    expect(warning?.detail).not.toContain("s3cret");
  });

  it("stores new articles together with the validators of the answer", async () => {
    const { deps, intents, polls } = setUp(fakeSource({ [URL_OF_FEED]: modified() }));
    const report = await polled(aSource(), deps);
    expect(intents.map(({ inserts }) => inserts.map(({ id }) => id))).toEqual([
      [`valley/${aDraft().key}`],
    ]);
    const state = { validators: FRESH, firstIngestAt: NOW };
    expect(polls).toMatchObject([{ state, isClockRight: true }]);
    expect(report).toEqual({
      source: "valley",
      outcome: "ok",
      fetched: 1,
      items: 1,
      new: 1,
      updated: 0,
      unchanged: 0,
      merged: 0,
      failed: 0,
      ms: 0,
    });
  });

  it("records a 304 and asks for no decision", async () => {
    const { deps, intents, polls } = setUp(fakeSource({ [URL_OF_FEED]: notModified() }, []));
    const report = await polled(aSource({ failureCount: 2 }), deps);
    expect(intents).toEqual([]);
    expect(polls).toMatchObject([{ state: { failureCount: 0, lastOutcome: "unchanged" } }]);
    expect(report).toMatchObject({ outcome: "unchanged", items: 0 });
  });

  describe("a document of which items are recognised", () => {
    const entryOf = (moved = 0): DocumentEntry => ({
      stamp: { hash: "a", publishedAt: NOW + moved, updatedAt: null },
      written: null,
      found: {
        listed: {
          ...{ hash: "a", publishedAt: NOW, updatedAt: null, receivedAt: NOW + HOUR },
          ...{ names: [], traits: [], articleId: "valley/known", written: null },
        },
      },
    });
    const readingOf = (entry: DocumentEntry, token: number) =>
      drafted({ drafts: [], listing: { entries: [entry], around: null, shared: [], token } });

    it("is recorded like one that is unchanged when all of them are", async () => {
      const reading = readingOf(entryOf(), 7);
      const { deps, intents, polls } = setUp(fakeSource({ [URL_OF_FEED]: modified() }, [reading]));
      const report = await polled(aSource(), deps);
      expect(report).toMatchObject({ outcome: "ok", items: 1, new: 0, unchanged: 1 });
      expect([intents, polls.length]).toEqual([[], 1]);
    });

    it("is read as a whole when its listing was replaced meanwhile", async () => {
      const entry = entryOf(HOUR / 2);
      const source = fakeSource({ [URL_OF_FEED]: modified() }, [readingOf(entry, 6), drafted()]);
      const { deps, intents } = setUp(source);
      const report = await polled(aSource(), deps);
      expect(source.jobs.map(({ isWhole }) => isWhole)).toEqual([false, true]);
      expect(intents.map(({ wantsWhole }) => wantsWhole)).toEqual([true, false]);
      expect(report).toMatchObject({ items: 1, new: 1 });
    });
  });

  it("counts items that were dropped among the items, and names the first few", async () => {
    const warnings = Array.from({ length: 30 }, (_, n) => ({
      kind: "item-dropped",
      detail: `${n}`,
    }));
    const reading = drafted({ failed: 30, warnings });
    const { deps } = setUp(fakeSource({ [URL_OF_FEED]: modified() }, [reading]));
    const report = await polled(aSource(), deps);
    expect(report).toMatchObject({ items: 31, failed: 30, new: 1 });
    expect(report.warnings).toHaveLength(20);
  });

  it("records a failure, says it in words, and holds the host that asked for it", async () => {
    const error = { kind: "http-status" as const, status: 429, retryAfterMs: 2 * HOUR };
    const source = fakeSource(
      { [URL_OF_FEED]: err({ error, requests: 1, url: "https://feeds.example/valley" }) },
      [],
    );
    const { deps, polls, holds } = setUp(source);
    expect(await polled(aSource(), deps)).toMatchObject({
      outcome: "failed",
      error: { kind: "http-status", message: "the server answered 429" },
    });
    expect(polls).toMatchObject([{ state: { lastError: error, nextPollAt: NOW + 2 * HOUR } }]);
    // The host that said it, to which the source's own address was redirected.
    expect(holds).toMatchObject([{ host: "feeds.example", until: NOW + 2 * HOUR }]);
  });

  it("keeps the files that a folder's poll read", async () => {
    const state = { bytes: 1, changedAt: NOW };
    const bytes = Buffer.from("a");
    const files = [{ name: "a.txt", state, modifiedAt: NOW, bytes, problem: null }];
    const { deps, polls } = setUp(fakeSource({}), {
      readFolder: async () => ok({ files, gone: [], hasMore: false }),
    });
    const report = await polled(aSource({ definition: aFolder() }), deps);
    expect(polls).toMatchObject([{ filesTried: new Map([["a.txt", state]]) }]);
    expect(report).toMatchObject({ source: "desk", fetched: 0, new: 1 });
  });

  it("stores a large folder part by part, as one first ingest, and reports it as one poll", async () => {
    const part = (name: string, hasMore: boolean) => ({
      hasMore,
      gone: [],
      files: [
        {
          name,
          state: { bytes: 1, changedAt: NOW },
          modifiedAt: NOW,
          bytes: Buffer.from(name),
          problem: null,
        },
      ],
    });
    const parts = [part("a.xml", true), part("b.xml", false)];
    const asked: string[][] = [];
    const draftsOf = (key: string) =>
      drafted({ drafts: [aDraft({ key, publishedAt: NOW - HOUR })] });
    const { deps, intents, polls } = setUp(fakeSource({}, [draftsOf("a"), draftsOf("b")]), {
      readFolder: async (_folder, known) => {
        asked.push([...known.keys()]);
        return ok(parts[asked.length - 1] ?? { files: [], gone: [], hasMore: false });
      },
    });
    const report = await polled(aSource({ definition: aFolder() }), deps);

    expect(asked).toEqual([[], ["a.xml"]]);
    expect(polls.map(({ filesTried }) => [...filesTried.keys()])).toEqual([["a.xml"], ["b.xml"]]);
    const entered = intents.flatMap(({ inserts }) => inserts.map(({ enteredAt }) => enteredAt));
    expect(entered).toEqual([NOW - HOUR, NOW - HOUR]);
    expect(report).toMatchObject({ outcome: "ok", items: 2, new: 2 });
  });

  it("rejects when storage is broken", async () => {
    const broken = () => Promise.reject(new Error("disk full"));
    const store = { ingest: broken, recordPoll: broken };
    const { deps } = setUp(fakeSource({ [URL_OF_FEED]: modified() }), { store });
    await expect(polled(aSource(), deps)).rejects.toThrow("disk full");
  });
});
