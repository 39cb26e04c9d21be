import { isPageType, LEAST_SPACING_MS, type PageProblem } from "../core/pages/decide-page-job.ts";
import { isAllowedByRobots } from "../core/pages/robots.ts";
import { tdmRuleFor } from "../core/pages/tdm-file.ts";
import { err, ok, type Result } from "../core/result.ts";
import type { FetchError } from "../core/sources/errors.ts";
import { NO_VALIDATORS } from "../core/sources/feed.ts";
import type { FetchDocument, Fetched } from "../core/sources/fetched.ts";
import { type HostHold, hostHoldOf, hostOf } from "../core/sources/polling/host-hold.ts";
import type { RedraftArticle } from "./ports.ts";
import type { AskRobots, RobotsFile } from "./robots.ts";

export type FetchPageDeps = {
  readonly fetchDocument: FetchDocument;
  readonly askRobots: AskRobots;
  /** Whether an address is one of our own feeds or pages. */
  readonly isOwn: (url: string) => boolean;
  /** Called when a host asked everyone to stay away. */
  readonly onHold: (hold: HostHold) => Promise<void>;
  readonly now: () => number;
  readonly pause: (ms: number) => Promise<void>;
};

export type FetchedPage = NonNullable<RedraftArticle["page"]>;

export type PageAnswer = {
  readonly page: Result<FetchedPage, PageProblem>;
  /** How long the host is left alone from now on. */
  readonly spacingMs: number;
};

/** What a request wants. */
export type Wanted = {
  /** `Accept` header. */
  readonly accept: string;
  /** Number of bytes to request, from the beginning; absent for all. */
  readonly firstBytes?: number;
  readonly isOfUse: (contentType: string | null) => boolean;
};

const A_PAGE: Wanted = {
  accept: "text/html, application/xhtml+xml;q=0.9, */*;q=0.1",
  isOfUse: isPageType,
};

/** Fetches the page of an article, or another document, if its host allows it. Never rejects for the network. */
export async function fetchPage(
  url: string,
  deps: FetchPageDeps,
  wanted: Wanted = A_PAGE,
): Promise<PageAnswer> {
  if (deps.isOwn(url)) return refused({ kind: "own-page", url });
  const robots = await deps.askRobots(url);
  if (!robots.ok) {
    await hold(url, robots.error, deps);
    return refused({ kind: "robots-unknown", host: hostOf(url) ?? url, error: robots.error });
  }
  const { rules, readAt } = robots.value;
  const spacingMs = Math.max(LEAST_SPACING_MS, rules.crawlDelayMs);
  if (!isAllowedByRobots(rules, url)) return { page: err(disallowed(url)), spacingMs };
  // Reading robots.txt was a request to the same host.
  await deps.pause(Math.max(0, readAt + spacingMs - deps.now()));
  return { page: await request({ url, robots: robots.value, wanted }, deps), spacingMs };
}

const refused = (problem: PageProblem): PageAnswer => ({ page: err(problem), spacingMs: 0 });

const disallowed = (url: string): PageProblem => ({
  kind: "disallowed",
  host: hostOf(url) ?? url,
});

async function request(
  asked: RobotsQuestion,
  deps: FetchPageDeps,
): Promise<Result<FetchedPage, PageProblem>> {
  const { url, wanted } = asked;
  const { isOfUse: _, ...how } = wanted;
  const fetched = await deps.fetchDocument({ url, validators: NO_VALIDATORS, ...how });
  if (!fetched.ok) {
    await hold(fetched.error.url, fetched.error.error, deps);
    return err({ kind: "fetch", error: fetched.error.error });
  }
  const answer = await robotsOf(fetched.value, asked, deps);
  return answer.ok ? ok(pageOf(fetched.value, answer.value)) : answer;
}

type FetchedBody = Extract<Fetched, { kind: "modified" }>;

type RobotsQuestion = {
  readonly url: string;
  readonly robots: RobotsFile;
  readonly wanted: Wanted;
};

/** The rules where a redirect led, which is known only afterwards: a page that may not be read there is not used. */
async function robotsOf(
  fetched: Fetched,
  asked: RobotsQuestion,
  deps: FetchPageDeps,
): Promise<Result<RobotsFile, PageProblem>> {
  const { url } = fetched;
  if (deps.isOwn(url)) return err({ kind: "own-page", url });
  if (!asked.wanted.isOfUse(fetched.kind === "modified" ? fetched.contentType : null)) {
    return err({ kind: "wrong-type", contentType: (fetched as FetchedBody).contentType ?? "" });
  }
  if (url === asked.url) return ok(asked.robots);
  const robots = await deps.askRobots(url);
  if (!robots.ok) {
    return err({ kind: "robots-unknown", host: hostOf(url) ?? url, error: robots.error });
  }
  return isAllowedByRobots(robots.value.rules, url) ? robots : err(disallowed(url));
}

/** A request without validators is never answered with "not modified" (fetcher). */
function pageOf(fetched: Fetched, { rules, tdmRules }: RobotsFile): FetchedPage {
  const { url, bytes, contentType, usage } = fetched as FetchedBody;
  const tdm = tdmRuleFor(tdmRules, url);
  const isReserved = tdm?.isReserved ?? null;
  return {
    document: { bytes, contentType, url },
    headers: {
      ...usage,
      tdmPolicy: usage.tdmPolicy ?? tdm?.policyUrl ?? null,
      tdmFile: isReserved === null ? null : String(Number(isReserved)),
      rslLicence: usage.rslLicence ?? rules.licences[0] ?? null,
    },
  };
}

async function hold(url: string, error: FetchError, deps: FetchPageDeps): Promise<void> {
  const asked = hostHoldOf(url, error, deps.now());
  if (asked !== null) await deps.onHold(asked);
}
