import { parseReceived } from "../core/articles/received.ts";
import type { Ids } from "../core/intake/ingest-intent.ts";
import { lookupFor } from "../core/intake/ingest-lookup.ts";
import type { RepeatedBlocks } from "../core/intake/ingest-store.ts";
import type { PageQueue } from "../core/intake/page-queue.ts";
import { decideAsStored } from "../core/intake/stored-source.ts";
import type { FailedTurn } from "../core/lease.ts";
import { decidePageFailure, type PageProblem } from "../core/pages/decide-page-job.ts";
import type { PageJob } from "../core/pages/page-job.ts";
import { rememberJudgements } from "../core/similarity/remember-judgements.ts";
import type { FetchDocument } from "../core/sources/fetched.ts";
import type { SourceState } from "../core/sources/source-state.ts";
import { type FetchedPage, type FetchPageDeps, fetchPage } from "./fetch-page.ts";
import type { Redraft } from "./ports.ts";
import { redraftWhole, type WholeDraft } from "./redraft-whole.ts";

export type CompletePageDeps = FetchPageDeps & {
  readonly queue: Pick<PageQueue, "complete" | "fail" | "giveBack">;
  readonly source: (id: string) => Promise<SourceState | null>;
  readonly repeatedBlocks: (sourceId: string) => Promise<RepeatedBlocks>;
  readonly redraft: Redraft;
  readonly ids: Ids;
  /** 0 to 1. */
  readonly random: () => number;
};

/** What became of a job, for the log. */
export type PageReport = {
  readonly source: string;
  readonly article: string;
  readonly url: string;
  /**
   * `in-part`: a further page of the article cannot be had, at least for now; `refused`: the page may not or need not be
   * used; `given-up`: nothing more is tried.
   */
  readonly outcome: "completed" | "in-part" | "refused" | "failed" | "given-up";
  /** Why the page was not used, or is not the whole article; `null` when it was and is. */
  readonly reason: string | null;
  readonly nextAt: number | null;
};

export type PageCompletion = { readonly report: PageReport; readonly spacingMs: number };

/** Completes one article from its page: fetch, draft again, write. Rejects only when storage is broken. */
export async function completePage(job: PageJob, deps: CompletePageDeps): Promise<PageCompletion> {
  if (!job.mustFetch) return { report: await draft(job, { page: null }, deps), spacingMs: 0 };
  const fetchDocument: FetchDocument = (request) =>
    deps.fetchDocument({ ...request, source: job.sourceId });
  const asking = { ...deps, fetchDocument };
  const { page, spacingMs } = await fetchPage(job.url, asking);
  const report = page.ok
    ? await draft(job, { page: page.value, spacingMs }, asking)
    : await fail(job, page.error, deps);
  return { report, spacingMs };
}

/** Counts an exception of our own code as a failed attempt, so that it is not tried for ever. */
export const recordCrash = (job: PageJob, cause: unknown, deps: CompletePageDeps) =>
  record(job, { kind: "crashed", message: String(cause).slice(0, 300) }, deps);

type PageMaterial = {
  /** `null`: use the kept page, if there is one. */
  readonly page: FetchedPage | null;
  /** The pause between two requests to the host. */
  readonly spacingMs?: number;
  /** Why there is no page, when that is known already. */
  readonly refused?: string;
};

async function draft(
  job: PageJob,
  material: PageMaterial,
  deps: CompletePageDeps,
): Promise<PageReport> {
  const source = await deps.source(job.sourceId);
  if (source === null) {
    await deps.queue.giveBack(job.lease);
    return reportOf(job, { outcome: "given-up", reason: "its source is gone" });
  }
  const { active, retired } = await deps.repeatedBlocks(job.sourceId);
  const { definition } = source;
  const repeated = [...active, ...retired];
  const { page, spacingMs } = material;
  const around = { source: definition, repeated, page, spacingMs };
  const redrafted = await redraftWhole(job, around, deps);
  if (!redrafted.ok) {
    const failed = page === null ? record : fail;
    return failed(job, redrafted.error, deps);
  }
  const drafts = [redrafted.value.draft];
  const now = deps.now();
  const told = outcomeOf(redrafted.value, { job, refused: material.refused, now }, deps);
  const { reason, nextAt: retryAt } = told;
  const completion = { job, lookup: lookupFor(drafts), now, refused: reason, retryAt };
  const options = { mode: "complete", source, drafts, ids: deps.ids, now } as const;
  const judge = rememberJudgements();
  await deps.queue.complete(completion, (known, stored) =>
    decideAsStored({ ...options, judge }, known, stored),
  );
  return reportOf(job, told);
}

type Around = {
  readonly job: PageJob;
  readonly refused: string | undefined;
  readonly now: number;
};

/** A missing part is tried again like a page; the rest of the article is published meanwhile. */
function outcomeOf(
  { refused, missing }: WholeDraft,
  { job, refused: known, now }: Around,
  { random }: Pick<CompletePageDeps, "random">,
): Pick<PageReport, "outcome" | "reason" | "nextAt"> {
  if (missing === undefined || known !== undefined) {
    const reason = known ?? refused;
    return { outcome: reason === null ? "completed" : "refused", reason, nextAt: null };
  }
  const { attempts, mustFetch } = job;
  const failure = decidePageFailure({ problem: missing, attempts, now, random: random() });
  const reason = `the rest of the article is missing: ${failure.reason}`;
  return { outcome: "in-part", reason, nextAt: mustFetch ? failure.nextAt : null };
}

/**
 * Records a failed attempt. After the last one, a changed item is published with its kept page or text: its document is
 * recognised from now on, so that no poll would bring the change again.
 */
async function fail(
  job: PageJob,
  problem: PageProblem,
  deps: CompletePageDeps,
): Promise<PageReport> {
  const { reason, nextAt } = failureOf(job, problem, deps);
  const { page, formerText } = parseReceived(job.raw);
  const isKept = page !== null || formerText !== undefined;
  return nextAt === null && isKept
    ? draft(job, { page: null, refused: reason }, deps)
    : record(job, problem, deps);
}

async function record(
  job: PageJob,
  problem: PageProblem,
  deps: CompletePageDeps,
): Promise<PageReport> {
  const failure = failureOf(job, problem, deps);
  const { reason, nextAt } = failure;
  await deps.queue.fail(job, failure, deps.now());
  return reportOf(job, { outcome: nextAt === null ? "given-up" : "failed", reason, nextAt });
}

const failureOf = (
  { attempts }: PageJob,
  problem: PageProblem,
  { now, random }: Pick<CompletePageDeps, "now" | "random">,
): FailedTurn => decidePageFailure({ problem, attempts, now: now(), random: random() });

function reportOf(
  { sourceId, articleId, url }: PageJob,
  { outcome, reason, nextAt = null }: Pick<PageReport, "outcome" | "reason"> & Partial<PageReport>,
): PageReport {
  return { source: sourceId, article: articleId, url, outcome, reason, nextAt };
}
