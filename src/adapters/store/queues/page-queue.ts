import { isDeepStrictEqual } from "node:util";
import { type Kysely, sql, type Transaction } from "kysely";
import { NO_VISITS, type StoredContext } from "../../../core/articles/stored-context.ts";
import { type IngestIntent, NO_CHANGES } from "../../../core/intake/ingest-intent.ts";
import type { Decide } from "../../../core/intake/ingest-store.ts";
import type { Completion, PageQueue } from "../../../core/intake/page-queue.ts";
import { type FailedTurn, LEASE_MS } from "../../../core/lease.ts";
import type { DuePage, PageJob } from "../../../core/pages/page-job.ts";
import { afterVisit } from "../../../core/pages/page-waits.ts";
import { prepareArticles } from "../articles/article-rows.ts";
import { releaseArticle, releaseHeld } from "../articles/held-articles.ts";
import { tendIndex } from "../articles/tend-index.ts";
import { decideFirst } from "../decide-first.ts";
import { restOn, UNREAD_BY_DECISIONS } from "../engine/decision-basis.ts";
import { isTrueInJson } from "../engine/functions.ts";
import { applyIntent } from "../intake/apply-intent.ts";
import { restOnArticles, restOnDecided } from "../intake/decided-upon.ts";
import { loadContext } from "../intake/load-context.ts";
import type { Tables } from "../schema/tables.ts";
import { loadStoredSource } from "../sources/stored-source.ts";
import { isLeasable, LET_GO } from "./lease-columns.ts";
import { heldWork, isHeld, letGo, seemsHeld } from "./leased-rows.ts";
import { claimJob, NOT_CHANGED, stillSame } from "./page-jobs.ts";
import { askForRevision } from "./revision-requests.ts";

/** @param holder see lease-columns.ts. */
export function createPageQueue(db: Kysely<Tables>, holder: number | null = null): PageQueue {
  return {
    due: (now, limit) => duePages(db, { now, limit }),
    claim: (articleId, forMs, now) =>
      db.transaction().execute(async (trx) => {
        await restOn(trx, () => UNREAD_BY_DECISIONS);
        return claimJob(trx, articleId, { forMs, now, holder });
      }),
    ...heldWork(db, "page_job"),
    nextAt: async () => {
      const row = await waiting(db)
        .select(({ fn }) => fn.min("page_job.due_at").as("at"))
        .executeTakeFirst();
      return row?.at ?? null;
    },
    count: async () => {
      const row = await waiting(db)
        .select(({ fn }) => fn.countAll<number>().as("jobs"))
        .executeTakeFirstOrThrow();
      return row.jobs;
    },
    complete: async (completion, decide) => {
      const { intent, came } = await decideFirst(db, (trx) => complete(trx, completion, decide));
      await tendIndex(db, came, completion.now);
      return intent;
    },
    fail: (job, failure, now) =>
      db.transaction().execute((trx) => fail(trx, { job, failure, now })),
    release: (now) => releaseHeld(db, now),
  };
}

/** Waiting pages of the sources that are polled. */
const waiting = (db: Kysely<Tables>) =>
  db
    .selectFrom("page_job")
    .innerJoin("source", "source.id", "page_job.source_id")
    .where("page_job.state", "=", "waiting")
    .where("source.definition", "is not", null)
    .where(({ not }) => not(isTrueInJson(sql.ref("source.definition"), "paused")));

/** Takes sources by turns, so that one with thousands of pages holds up no other. */
async function duePages(
  db: Kysely<Tables>,
  { now, limit }: { readonly now: number; readonly limit: number },
): Promise<readonly DuePage[]> {
  const rows = await waiting(db)
    .innerJoin("article", "article.id", "page_job.article_id")
    .select(["page_job.article_id", "page_job.url", "page_job.must_fetch"])
    .where("page_job.due_at", "<=", now)
    .where(isLeasable(LEASE_MS, "page_job"))
    .orderBy(({ fn }) =>
      fn
        .agg<number>("row_number")
        .over((over) =>
          over.partitionBy("page_job.source_id").orderBy("article.entered_at", "desc"),
        ),
    )
    .orderBy("article.entered_at", "desc")
    .orderBy("article.id")
    .limit(limit)
    .execute();
  return rows.map(({ article_id, url, must_fetch }) => ({
    articleId: article_id,
    url,
    mustFetch: must_fetch === 1,
  }));
}

/** `came`: as `saveFingerprints` tells. */
type Completed = { readonly intent: IngestIntent; readonly came: number };

async function complete(
  trx: Transaction<Tables>,
  { job, lookup, now, refused = null, retryAt = null }: Completion,
  decide: Decide,
): Promise<Completed> {
  const current = await stillSame(trx, job, seemsHeld);
  if (current === null) return { intent: NO_CHANGES, came: 0 };
  const { sourceId, articleId } = job;
  const { known, crowded, texts } = await loadContext(trx, lookup, {
    mode: "complete",
    sourceId,
    now,
  });
  const intent = decide(known, await loadStoredSource(trx, sourceId));
  const rows = prepareArticles(intent, now);
  const decided = { sourceId, known, texts, guids: lookup.guids, intent };
  if ((await restOnDecided(trx, decided)) && !(await isHeld(trx, "page_job", job.lease))) {
    return { intent: NO_CHANGES, came: 0 };
  }
  const came = await applyIntent(trx, intent, { sourceId, rows, crowded, now });
  // An editor changed the kept lines while the page was read: the draft lacks the change.
  if (!isDeepStrictEqual(current.keptLines, job.keptLines)) {
    await askForRevision(trx, sourceId, "recent");
  }
  await releaseArticle(trx, articleId, { now });
  await letGo(trx, "page_job", job.lease);
  // Where the decision queued the page again, that job has replaced this one.
  if (!intent.pageJobs.some((next) => next.articleId === articleId)) {
    await endJob(trx, { job, refused, retryAt }, { known, intent, now });
  }
  return { intent, came };
}

type EndedJob = Required<Pick<Completion, "job" | "refused" | "retryAt">>;

async function endJob(
  trx: Transaction<Tables>,
  { job, refused, retryAt }: EndedJob,
  outcome: Outcome,
): Promise<void> {
  await trx
    .updateTable("page_job")
    .set({ last_error: refused, ...NOT_CHANGED })
    .set(
      retryAt === null
        ? { state: refused === null ? "done" : "failed" }
        : { state: "waiting", due_at: retryAt, attempts: job.attempts + 1 },
    )
    .$if(job.mustFetch, (query) => query.set(visitsOf(job, outcome)))
    .where("article_id", "=", job.articleId)
    .execute();
}

type Outcome = {
  readonly known: StoredContext;
  readonly intent: IngestIntent;
  readonly now: number;
};

function visitsOf({ articleId }: PageJob, { known, intent, now }: Outcome) {
  const stored = known.articles.get(articleId);
  const draft = intent.updates.find(({ id }) => id === articleId)?.draft;
  const before = stored?.visits ?? NO_VISITS;
  const { fetchedAt, quiet } = afterVisit({ before, stored, draft, now });
  return { fetched_at: fetchedAt, quiet_visits: quiet };
}

type Failed = { readonly job: PageJob; readonly failure: FailedTurn; readonly now: number };

async function fail(trx: Transaction<Tables>, { job, failure, now }: Failed): Promise<void> {
  const { articleId } = job;
  await restOnArticles(trx, [articleId]);
  if ((await stillSame(trx, job, isHeld)) === null) return;
  const { reason, nextAt } = failure;
  const isOver = nextAt === null;
  await trx
    .updateTable("page_job")
    .set({ state: isOver ? "failed" : "waiting", last_error: reason, due_at: nextAt ?? now })
    .set({ attempts: job.attempts + 1, ...LET_GO })
    .$if(job.mustFetch, (query) =>
      query.set(({ eb }) => ({ fetched_at: now, quiet_visits: eb("quiet_visits", "+", 1) })),
    )
    .where("article_id", "=", articleId)
    .execute();
  await releaseArticle(trx, articleId, { now, before: nextAt ?? undefined });
}
