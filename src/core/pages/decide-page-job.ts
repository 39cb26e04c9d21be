import type { FailedTurn } from "../lease.ts";
import { describeError } from "../sources/describe-error.ts";
import type { FetchError, ReadError } from "../sources/errors.ts";
import { plainFailure } from "../sources/plain-failures.ts";
import { retryAfterOf } from "../sources/polling/next-poll.ts";
import { MOST_PAGES } from "./further-pages.ts";

/** Why the page of an article could not be used. */
export type PageProblem =
  | { readonly kind: "fetch"; readonly error: FetchError }
  | { readonly kind: "read"; readonly error: ReadError }
  /** robots.txt forbids the page, or the page to which it redirects. */
  | { readonly kind: "disallowed"; readonly host: string }
  /** robots.txt could not be read, which forbids everything for now (RFC 9309 §2.3.1.4). */
  | { readonly kind: "robots-unknown"; readonly host: string; readonly error: FetchError }
  /** The address holds a document of another type. */
  | { readonly kind: "wrong-type"; readonly contentType: string }
  /** The address leads to a document of our own. */
  | { readonly kind: "own-page"; readonly url: string }
  /** A further page lies on another host than the article, or redirects to one. */
  | { readonly kind: "elsewhere"; readonly url: string }
  /** A further page is not read: the bounds for one article are reached, or only kept pages are read. */
  | { readonly kind: "unread"; readonly url: string }
  /** Our own code failed. */
  | { readonly kind: "crashed"; readonly message: string };

/** Most bytes of all pages of one article together. */
export const MOST_BYTES = 10_000_000;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Waits after the failed attempts; after the last, the page is not tried again until the item changes. */
export const PAGE_WAITS_MS = [10 * MINUTE_MS, HOUR_MS, 6 * HOUR_MS, 24 * HOUR_MS] as const;

/** Final answers: access denied, page gone or empty (416), or not to be shown here for legal reasons (451). */
const FINAL_STATUS: ReadonlySet<number> = new Set([400, 401, 402, 403, 404, 405, 410, 416, 451]);
const FINAL_FETCH: ReadonlySet<FetchError["kind"]> = new Set([
  "bad-url",
  "forbidden-address",
  "too-large",
]);

export type PageAttempt = {
  readonly problem: PageProblem;
  /** `page` if absent. */
  readonly asked?: "page" | "file";
  /** Attempts before this one. */
  readonly attempts: number;
  readonly now: number;
  /** 0 to 1. */
  readonly random: number;
};

/** Whether and when a page is tried again; the last attempt comes after about a day and a half. Pure. */
export function decidePageFailure(attempt: PageAttempt): FailedTurn {
  const { problem, asked = "page", attempts, now, random } = attempt;
  const reason = describePageProblem(problem, asked);
  const waitMs = PAGE_WAITS_MS[attempts];
  if (isFinal(problem) || waitMs === undefined) return { reason, nextAt: null };
  // Waits are longer by up to a fifth at random, so that pages that failed together are not tried together.
  const spreadMs = waitMs * (1 + random / 5);
  return { reason, nextAt: Math.ceil(now + Math.max(spreadMs, retryAfter(problem))) };
}

function isFinal(problem: PageProblem): boolean {
  if (problem.kind === "fetch") {
    const { error } = problem;
    if (error.kind === "http-status") return FINAL_STATUS.has(error.status);
    return FINAL_FETCH.has(error.kind);
  }
  return FINAL.has(problem.kind);
}

const FINAL: ReadonlySet<PageProblem["kind"]> = new Set([
  "disallowed",
  "wrong-type",
  "own-page",
  "elsewhere",
  "unread",
]);

const retryAfter = (problem: PageProblem): number =>
  problem.kind === "fetch" || problem.kind === "robots-unknown" ? retryAfterOf(problem.error) : 0;

/** Why a page or file was not used, for people. */
export function describePageProblem(problem: PageProblem, asked: "page" | "file"): string {
  switch (problem.kind) {
    case "fetch":
    case "read":
      return `the ${asked} could not be read: ${describeError(problem.error)}`;
    case "disallowed":
      return `the robots.txt of ${problem.host} does not let us read it`;
    case "robots-unknown":
      return `the robots.txt of ${problem.host} could not be read (${describeError(problem.error)}): no page there is fetched until it can be`;
    case "wrong-type":
      return `its address holds ${problem.contentType || "a document without a type"}, not a page`;
    case "own-page":
      return `${problem.url} is published by this Offprint: it is no page of the source`;
    case "elsewhere":
      return `${problem.url} is on another host, or leads to one`;
    case "unread":
      return `${problem.url} is not read: the limit for one article is ${MOST_PAGES} pages and ${MOST_BYTES / 1_000_000} MB`;
    case "crashed":
      return `the ${asked} could not be read: ${plainFailure("crashed", problem.message)}`;
  }
}

/** Least time between the end of a request for a page and the next one to its host; robots.txt may ask for more. */
export const LEAST_SPACING_MS = 1_000;

/** Media types of pages; a document without a type counts as a page. */
const PAGE_TYPE = /^\s*(?:text\/html|application\/xhtml\+xml|text\/plain)\b/i;

export const isPageType = (contentType: string | null): boolean =>
  contentType === null || contentType.trim() === "" || PAGE_TYPE.test(contentType);
