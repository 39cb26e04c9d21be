import { err, ok, type Result } from "../../core/result.ts";
import type { FetchError } from "../../core/sources/errors.ts";
import type { Fetched, FetchFailure, FetchRequest } from "../../core/sources/fetched.ts";
import { type CookieJar, createCookieJar } from "./cookie-jar.ts";
import type { Answer, Exchange } from "./exchange.ts";
import { requestUrl } from "./request-url.ts";

/** One request to one address, when its turn has come. */
export type Ask = (url: URL, request: FetchRequest, hop: Hop) => Promise<TimedExchange>;
export type Hop = {
  readonly timeoutMs: number;
  /** `Cookie` header: what this chain was given; empty for none. */
  readonly cookie: string;
};
/** `tookMs` is the time of the request itself, without waiting for its turn. */
export type TimedExchange = { readonly outcome: Exchange; readonly tookMs: number };

export type RedirectLimits = {
  readonly redirects: number;
  /** For the whole chain. */
  readonly timeoutMs: number;
  readonly now: () => number;
};

/** Where a chain of redirects has come to. */
type Trail = {
  readonly jar: CookieJar;
  /** Where it began. */
  readonly start: string;
  /** Addresses with the cookies that were sent there: with another cookie an address may answer otherwise. */
  readonly visited: ReadonlySet<string>;
  readonly requests: number;
  /** Whether every redirect so far was a permanent one. */
  readonly isPermanent: boolean;
  readonly leftMs: number;
};

/**
 * Follows redirects, checking each hop like the first address. Validators go along to every hop:
 * they came from the end of the chain, and without them a source behind a redirect would be
 * downloaded in full at each poll. They are opaque and name nobody.
 */
export async function followRedirects(
  request: FetchRequest,
  ask: Ask,
  limits: RedirectLimits,
): Promise<Result<Fetched, FetchFailure>> {
  let trail = begin(request, limits);
  let target = requestUrl(request.url);
  let asked = request.url;
  while (target.ok) {
    const url = target.value;
    asked = url.href;
    const cookie = trail.jar.header(url);
    const { outcome, tookMs } = await ask(url, request, { timeoutMs: trail.leftMs, cookie });
    trail = advance(trail, url, { outcome, tookMs });
    if (outcome.kind === "answer") return ok(fetched(outcome.answer, url, trail));
    target = outcome.kind === "failed" ? err(outcome.error) : nextHop(outcome, url, trail, limits);
  }
  return err({ error: target.error, requests: trail.requests, url: asked });
}

const begin = ({ url }: FetchRequest, { timeoutMs, now }: RedirectLimits): Trail => ({
  jar: createCookieJar(now),
  start: url,
  visited: new Set(),
  requests: 0,
  isPermanent: true,
  leftMs: timeoutMs,
});

const visitOf = (url: URL, { jar }: Trail): string => `${url.href} ${jar.header(url)}`;

function advance(trail: Trail, url: URL, { outcome, tookMs }: TimedExchange): Trail {
  const visited = new Set(trail.visited).add(visitOf(url, trail));
  if (outcome.kind === "redirect") trail.jar.store(url, outcome.setCookies);
  return {
    ...trail,
    visited,
    requests: trail.requests + (wasSent(outcome) ? 1 : 0),
    isPermanent: trail.isPermanent && (outcome.kind !== "redirect" || outcome.isPermanent),
    leftMs: Math.max(1, trail.leftMs - tookMs),
  };
}

/** The guard and DNS refuse before anything reaches the publisher. */
const wasSent = (outcome: Exchange): boolean =>
  outcome.kind !== "failed" || !["forbidden-address", "dns"].includes(outcome.error.kind);

function fetched(
  answer: Answer,
  url: URL,
  { start, visited, requests, isPermanent }: Trail,
): Fetched {
  const isElsewhere = visited.size > 1 && url.href !== URL.parse(start)?.href;
  const permanentUrl = isElsewhere && isPermanent ? url.href : null;
  return { ...answer, url: url.href, permanentUrl, requests };
}

/** A chain that comes back to where it was never ends: it is not followed to the limit. */
function nextHop(
  { location }: Extract<Exchange, { kind: "redirect" }>,
  from: URL,
  trail: Trail,
  limits: RedirectLimits,
): Result<URL, FetchError> {
  const { visited } = trail;
  const next = requestUrl(location, from);
  if (!next.ok) return next;
  const isTooMany = visited.size > limits.redirects || visited.has(visitOf(next.value, trail));
  return isTooMany ? err({ kind: "too-many-redirects", limit: limits.redirects }) : next;
}
