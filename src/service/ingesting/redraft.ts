import { ok } from "../../core/result.ts";
import { describeError } from "../../core/sources/describe-error.ts";
import type { Redraft, Redrafted, RedraftJob } from "../../ingest/ports.ts";
import type { ReadingPool } from "../reading/reading-pool.ts";

/** The largest page needs a fraction of this; a page that takes longer is hostile. */
const PAGE_TIMEOUT_MS = 10_000;
/** More time for each further article of a batch; an idle machine needs a twentieth. */
const ARTICLE_TIMEOUT_MS = 1_000;

/**
 * Drafts again in a worker that is killed when it takes too long. An article that crashes its worker does not
 * cost the rest of its batch; a page that was just fetched and does so is refused.
 */
export function createRedraft(pool: Pick<ReadingPool, "run">): Redraft {
  const run: Redraft = async (job) => {
    const timeoutMs = PAGE_TIMEOUT_MS + ARTICLE_TIMEOUT_MS * Math.max(0, job.articles.length - 1);
    const result = await pool.run({ kind: "redraft" as const, job }, { timeoutMs });
    return result.ok ? result.value : result;
  };
  return async (job) => {
    const all = await run(job);
    if (all.ok) return all;
    const isBatch = job.articles.length > 1;
    const redrafted: Redrafted[] = [];
    for (const article of job.articles) {
      const own = { ...job, articles: [article] };
      redrafted.push(await redraftOne(own, isBatch ? await run(own) : all, run));
    }
    return ok(redrafted);
  };
}

/** Drafts one article alone; when that fails with the fetched page, without the page. */
async function redraftOne(
  job: RedraftJob,
  first: Awaited<ReturnType<Redraft>>,
  run: Redraft,
): Promise<Redrafted> {
  if (first.ok) return first.value[0] ?? NOTHING;
  const refused = describeError(first.error);
  const [article] = job.articles;
  if (!article?.page) return { draft: null, refused };
  const bare = await run({ ...job, articles: [{ ...article, page: null }] });
  return { draft: (bare.ok && bare.value[0]?.draft) || null, refused };
}

const NOTHING: Redrafted = { draft: null, refused: "it was not drafted" };
