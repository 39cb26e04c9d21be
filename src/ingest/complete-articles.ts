import type { PageQueue } from "../core/intake/page-queue.ts";
import { LEASE_MS } from "../core/lease.ts";
import { LEAST_SPACING_MS } from "../core/pages/decide-page-job.ts";
import type { DuePage, PageJob } from "../core/pages/page-job.ts";
import { whileHeldOrFailed } from "../core/while-held.ts";
import {
  type CompletePageDeps,
  completePage,
  type PageCompletion,
  type PageReport,
  recordCrash,
} from "./complete-page.ts";
import { createHostQueue, type HostQueue, type HostQueueDeps } from "./host-queue.ts";

export type CompleterDeps = Omit<CompletePageDeps, "queue"> &
  Pick<
    HostQueueDeps<DuePage>,
    "hosts" | "isHeld" | "turns" | "concurrency" | "after" | "onProblem"
  > & {
    readonly queue: PageQueue;
    readonly onReport: (report: PageReport) => void;
  };

/** Completes articles from their pages as these come due in the durable queue, never two pages of one article at once. */
export function createCompleter(deps: CompleterDeps): HostQueue {
  const { queue } = deps;
  return createHostQueue<DuePage>({
    ...deps,
    // Articles are held back for pages; nobody waits for files.
    goesFirst: true,
    async due(now, limit) {
      await queue.release(now);
      return queue.due(now, limit);
    },
    nextAt: () => queue.nextAt(),
    keyOf: ({ articleId }) => articleId,
    addressOf: ({ url, mustFetch }) => (mustFetch ? url : null),
    async carryOut({ articleId }) {
      const job = await queue.claim(articleId, LEASE_MS, deps.now());
      if (job === null) return 0;
      const { report, spacingMs } = await whileHeldOrFailed(
        job.lease,
        { leases: queue, onProblem: deps.onProblem },
        () => completeOrRecord(job, deps),
      );
      deps.onReport(report);
      return spacingMs;
    },
  });
}

async function completeOrRecord(job: PageJob, deps: CompleterDeps): Promise<PageCompletion> {
  try {
    return await completePage(job, deps);
  } catch (cause) {
    deps.onProblem(cause);
    return { report: await recordCrash(job, cause, deps), spacingMs: LEAST_SPACING_MS };
  }
}
