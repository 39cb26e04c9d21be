import { describe, expect, it, onTestFinished } from "vitest";
import { err, ok } from "../../../src/core/result.ts";
import { NO_USAGE_HEADERS } from "../../../src/core/rights/usage-terms.ts";
import type { RedraftArticle } from "../../../src/ingest/ports.ts";
import { createRedraft } from "../../../src/service/ingesting/redraft.ts";
import { createReadingPool, type ReadingPool } from "../../../src/service/reading/reading-pool.ts";
import type { ReadingJob } from "../../../src/service/reading/reading-worker.ts";
import { aDraft, aReceived, aRemote } from "../../support/builders.ts";

const TIMEOUT = { kind: "timeout", phase: "read", timeoutMs: 10_000 } as const;
const PAGE = {
  document: { bytes: new Uint8Array(), contentType: null, url: "https://a.example/x" },
  headers: NO_USAGE_HEADERS,
};

const article = (key: string, page: RedraftArticle["page"] = null): RedraftArticle => ({
  ...{ key, raw: "{}", keptLines: [] },
  page,
});

/** A pool that no article lives through for which `kills` holds. */
function createPool(kills: (article: RedraftArticle) => boolean) {
  const jobs: { readonly keys: string; readonly timeoutMs: number }[] = [];
  const run = (async (job: ReadingJob<"redraft">, { timeoutMs }: { timeoutMs: number }) => {
    const { articles } = job.job;
    jobs.push({ keys: articles.map(({ key, page }) => key + (page ? "+" : "")).join(), timeoutMs });
    if (articles.some(kills)) return err(TIMEOUT);
    return ok(ok(articles.map(({ key }) => ({ draft: aDraft({ key }), refused: null }))));
  }) as ReadingPool["run"];
  return { run, jobs };
}

const redraftAll = (pool: Pick<ReadingPool, "run">, articles: readonly RedraftArticle[]) =>
  createRedraft(pool)({ source: aRemote(), articles, repeated: [] });

describe("drafting again in a worker", () => {
  it("gives a page ten seconds, and a batch more", async () => {
    const pool = createPool(() => false);
    await redraftAll(pool, [article("a", PAGE)]);
    await redraftAll(pool, [article("a"), article("b"), article("c")]);
    expect(pool.jobs.map(({ timeoutMs }) => timeoutMs)).toEqual([10_000, 12_000]);
  });

  it("refuses a fetched page that kills its worker, and drafts the article without it", async () => {
    const pool = createPool(({ page }) => page !== null);
    expect(await redraftAll(pool, [article("a", PAGE)])).toMatchObject({
      ok: true,
      value: [{ draft: { key: "a" }, refused: expect.stringContaining("within 10 s") }],
    });
    expect(pool.jobs.map(({ keys }) => keys)).toEqual(["a+", "a"]);
  });

  it("costs one article when it kills the worker of a batch", async () => {
    const pool = createPool(({ key }) => key === "b");
    expect(await redraftAll(pool, [article("a"), article("b"), article("c")])).toMatchObject({
      value: [
        { draft: { key: "a" }, refused: null },
        { draft: null, refused: expect.stringContaining("within 10 s") },
        { draft: { key: "c" }, refused: null },
      ],
    });
    expect(pool.jobs.map(({ keys }) => keys)).toEqual(["a,b,c", "a", "b", "c"]);
  });
});

describe("the reading worker", () => {
  const sentence =
    "The bridge is open again, and the county paid for its two new pillars of stone.";
  const pageWith = (around: string): RedraftArticle["page"] => ({
    ...PAGE,
    document: {
      ...PAGE.document,
      bytes: Buffer.from(
        `<title>The bridge is open again</title><article>${`<p>${sentence}</p>`.repeat(9)}</article>${around}`,
      ),
    },
  });
  const raw = JSON.stringify(aReceived());

  it("completes an article from a plain page, and from a hostile one", async () => {
    const pool = createReadingPool(1);
    onTestFinished(pool.close);
    const hostile = `${"<div>".repeat(10_000)}${"<a href=x>y</a>".repeat(50_000)}`;
    for (const around of ["", hostile]) {
      const whole = { ...article("a", pageWith(around)), raw };
      expect(await redraftAll(pool, [whole])).toMatchObject({
        ok: true,
        value: [{ draft: { text: expect.stringContaining(sentence), isFromPage: true } }],
      });
    }
  });
});
