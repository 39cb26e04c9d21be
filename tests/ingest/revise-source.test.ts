import { describe, expect, it } from "vitest";
import { NO_CHANGES } from "../../src/core/intake/ingest-intent.ts";
import type {
  ReceivedArticle,
  ReceivedQuery,
  Revision,
} from "../../src/core/intake/revision-store.ts";
import { err, ok } from "../../src/core/result.ts";
import type { RedraftJob } from "../../src/ingest/ports.ts";
import { type ReviseDeps, reviseSource } from "../../src/ingest/revise-source.ts";
import { aDraft, aSource, NOW } from "../support/builders.ts";

const anArticle = (number: number): ReceivedArticle => ({
  articleId: `a${String(number).padStart(4, "0")}`,
  key: `key-${number}`,
  sourceId: "valley",
  raw: "{}",
  keptLines: number === 0 ? ["A line to keep"] : [],
});

/** A store with so many articles, the last two of which are recent; every third draft changes something. */
function setUp(count: number, redraft?: ReviseDeps["redraft"]) {
  const articles = Array.from({ length: count }, (_, number) => anArticle(number));
  const queries: ReceivedQuery[] = [];
  const jobs: RedraftJob[] = [];
  const revisions: Revision[] = [];
  const deps: ReviseDeps = {
    store: {
      recent: async () => articles.slice(-2).map(({ articleId }) => articleId),
      received: async (query) => {
        queries.push(query);
        return articles
          .filter(({ articleId }) => query.articleIds?.includes(articleId) ?? true)
          .filter(({ articleId }) => articleId > (query.after ?? ""))
          .slice(0, query.limit);
      },
      revise: async (revision) => {
        revisions.push(revision);
        return { ...NO_CHANGES, counts: { ...NO_CHANGES.counts, updated: 1 } };
      },
    },
    repeatedBlocks: async () => ({ active: ["a"], retired: ["r"] }),
    redraft:
      redraft ??
      (async (job) => {
        jobs.push(job);
        return ok(job.articles.map(({ key }) => ({ draft: aDraft({ key }), refused: null })));
      }),
    ids: { articleId: (_, key) => key, fallbackEntryId: (_, key) => key },
    now: () => NOW,
  };
  return { deps, queries, jobs, revisions };
}

describe("drafting the articles of a source again", () => {
  it("goes through all of them in batches, each once", async () => {
    const { deps, jobs, revisions } = setUp(120);
    const batches: number[] = [];

    const revised = await reviseSource(
      { source: aSource(), articles: "all", onBatch: (count) => batches.push(count) },
      deps,
    );

    expect(revised).toEqual({ articles: 120, updated: 3, failed: 0 });
    expect(batches).toEqual([50, 50, 20]);
    expect(new Set(jobs.flatMap(({ articles }) => articles.map(({ key }) => key))).size).toBe(120);
    expect(revisions.map(({ received }) => received.length)).toEqual([50, 50, 20]);
  });

  it("ends where the articles fill their last batch", async () => {
    expect(
      (await reviseSource({ source: aSource(), articles: "all" }, setUp(100).deps)).articles,
    ).toBe(100);
  });

  it.each<["recent" | readonly string[], string[]]>([
    ["recent", ["key-3", "key-4"]],
    [["a0001"], ["key-1"]],
  ])("takes only %j of them where that is asked for", async (articles, keys) => {
    const { deps, jobs } = setUp(5);

    await reviseSource({ source: aSource(), articles }, deps);

    expect(jobs.flatMap((job) => job.articles.map(({ key }) => key))).toEqual(keys);
  });

  it("knows what the source repeats, and which lines an editor keeps", async () => {
    const { deps, jobs } = setUp(1);

    await reviseSource({ source: aSource(), articles: "all" }, deps);

    expect(jobs).toMatchObject([
      { repeated: ["a", "r"], articles: [{ keptLines: ["A line to keep"], page: null }] },
    ]);
  });

  it("leaves alone what cannot be drafted again", async () => {
    const { deps, revisions } = setUp(3, async ({ articles }) =>
      ok(
        articles.map(({ key }) => ({
          draft: key === "key-1" ? null : aDraft({ key }),
          refused: "x",
        })),
      ),
    );

    const revised = await reviseSource({ source: aSource(), articles: "all" }, deps);

    expect(revised).toEqual({ articles: 3, updated: 1, failed: 1 });
    expect(revisions[0]?.received.map(({ key }) => key)).toEqual(["key-0", "key-1", "key-2"]);
  });

  it("goes on after a batch that could not be drafted at all", async () => {
    let calls = 0;
    const { deps, revisions } = setUp(60, async ({ articles }) => {
      calls += 1;
      if (calls === 1) return err({ kind: "crashed", message: "the worker died" });
      return ok(articles.map(({ key }) => ({ draft: aDraft({ key }), refused: null })));
    });

    const revised = await reviseSource({ source: aSource(), articles: "all" }, deps);

    expect(revised).toEqual({ articles: 60, updated: 1, failed: 50 });
    expect(revisions).toHaveLength(1);
  });
});
