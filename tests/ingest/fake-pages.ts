import { NO_CHANGES } from "../../src/core/intake/ingest-intent.ts";
import type { Completion } from "../../src/core/intake/page-queue.ts";
import type { FailedTurn } from "../../src/core/lease.ts";
import type { PageJob } from "../../src/core/pages/page-job.ts";
import { NO_ROBOTS_RULES, type RobotsRules } from "../../src/core/pages/robots.ts";
import type { TdmRule } from "../../src/core/pages/tdm-file.ts";
import { err, ok, type Result } from "../../src/core/result.ts";
import type { FetchError } from "../../src/core/sources/errors.ts";
import type { Fetched, FetchFailure } from "../../src/core/sources/fetched.ts";
import type { HostHold } from "../../src/core/sources/polling/host-hold.ts";
import type { CompletePageDeps } from "../../src/ingest/complete-page.ts";
import type { FetchedPage, FetchPageDeps } from "../../src/ingest/fetch-page.ts";
import type { Redrafted, RedraftJob } from "../../src/ingest/ports.ts";
import { aDraft, anItem, aSource, NOW } from "../support/builders.ts";
import { turnedClock } from "../support/turned-clock.ts";
import { modified } from "./fake-source.ts";

/** Jobs, pages and hosts that are none: what completing is tested with. */

export const PAGE_URL = "https://valley.example/bridge";

const received = (page: object | null): string =>
  JSON.stringify({ item: anItem(), documentUrl: null, siteUrl: null, derived: [], page });

export const aJob = (
  overrides: Partial<PageJob> & { readonly keptPage?: object } = {},
): PageJob => {
  const { keptPage = null, ...rest } = overrides;
  return {
    articleId: "article-1",
    lease: { id: rest.articleId ?? "article-1", token: 1 },
    key: "https://valley.example/?p=1",
    sourceId: "valley",
    url: PAGE_URL,
    attempts: 0,
    raw: received(keptPage),
    keptLines: [],
    mustFetch: true,
    ...rest,
  };
};

export const page = (overrides: Partial<Extract<Fetched, { kind: "modified" }>> = {}) =>
  modified({
    url: PAGE_URL,
    bytes: Buffer.from("<p>A page"),
    contentType: "text/html",
    ...overrides,
  });

export const failure = (error: FetchError): Result<Fetched, FetchFailure> =>
  err({ error, requests: 1, url: PAGE_URL });

export const refusing = (status: number, retryAfterMs: number | null = null) =>
  failure({ kind: "http-status", status, retryAfterMs });

export type FakeHosts = {
  /** What a page's address answers; default: a page. */
  readonly answer?: (
    url: string,
  ) => Result<Fetched, FetchFailure> | Promise<Result<Fetched, FetchFailure>>;
  readonly robots?: (url: string) => Result<Partial<RobotsRules>, FetchError>;
  readonly tdmRules?: readonly TdmRule[];
  readonly redraft?: (job: RedraftJob) => Partial<Redrafted>;
};

/** Dependencies that note what is asked of them. */
export function fakePages({
  answer = () => page(),
  robots,
  tdmRules = [],
  redraft,
}: FakeHosts = {}) {
  const clock = turnedClock(NOW);
  const requests: string[] = [];
  const pauses: number[] = [];
  const holds: HostHold[] = [];
  const drafted: (FetchedPage | null)[] = [];
  const completions: Completion[] = [];
  const failures: { job: PageJob; failure: FailedTurn }[] = [];
  const network: FetchPageDeps = {
    fetchDocument: async ({ url }) => {
      requests.push(url);
      return answer(url);
    },
    askRobots: async (url) => {
      const said = robots?.(url) ?? ok({});
      return said.ok
        ? ok({
            rules: { ...NO_ROBOTS_RULES, ...said.value },
            tdmRules,
            readAt: clock.now - 10_000,
          })
        : said;
    },
    isOwn: (url) => url.startsWith("https://desk.example/"),
    onHold: async (hold) => void holds.push(hold),
    now: () => clock.now,
    pause: async (ms) => void (ms > 0 && pauses.push(ms)),
  };
  const deps: CompletePageDeps = {
    ...network,
    queue: {
      complete: async (completion) => {
        completions.push(completion);
        return NO_CHANGES;
      },
      fail: async (job, said) => void failures.push({ job, failure: said }),
      giveBack: async () => {},
    },
    source: async () => aSource(),
    repeatedBlocks: async () => ({ active: ["a"], retired: ["r"] }),
    redraft: async (job) => {
      drafted.push(...job.articles.map((article) => article.page));
      return ok([{ draft: aDraft(), refused: null, ...redraft?.(job) }]);
    },
    ids: { articleId: (source, key) => `${source} ${key}`, fallbackEntryId: () => "entry" },
    random: () => 0,
  };
  const isHeld = (host: string, now: number): boolean =>
    holds.some((hold) => hold.host === host && hold.until > now);
  return { deps, clock, requests, pauses, holds, isHeld, drafted, completions, failures };
}
