import { createHash, timingSafeEqual } from "node:crypto";
import type { Request, RequestHandler, Response } from "express";
import { createAddressKey } from "../clients/client-key.ts";
import { createRateLimiter } from "../clients/rate-limit.ts";
import type { SendProblem } from "../problems.ts";
import type { ProblemKind } from "../words/texts.ts";

export type AdminAuthOptions = {
  /** `null` when no token is set: every request is answered with 404. */
  readonly token: () => string | null;
  readonly sendProblem: SendProblem;
  /** Number of proxies in front. */
  readonly trustProxy: number;
  /** Monotonic milliseconds. */
  readonly nowMs?: () => number;
};

/** Ten wrong tokens in a row, then one every six seconds: people mistype, programs guess. */
const FAILURES_PER_MINUTE = 10;

/** For a working day after a right token, wrong tokens from the same address do not lock that address out. */
const TRUSTED_MS = 12 * 60 * 60 * 1000;

/**
 * Admits requests that carry the token: as bearer, or as Basic password under any name. Tokens are compared by
 * hash, in constant time. There are no cookies. Wrong tokens are counted for each address, on loopback and in private
 * networks too, so that nobody on another machine can lock the operator out.
 */
export function createAdminAuth(options: AdminAuthOptions): RequestHandler {
  const { token, sendProblem, trustProxy, nowMs = () => performance.now() } = options;
  const failures = createRateLimiter({ requestsPerMinute: FAILURES_PER_MINUTE, nowMs });
  const addressKey = createAddressKey(trustProxy);
  const trusted = createTrust(nowMs);
  const refuse = (request: Request, response: Response, kind: ProblemKind): Promise<void> => {
    // Closed, so that no client can make us read an unwanted body.
    if (request.method === "POST") response.set("Connection", "close");
    if (kind === "unauthorized") response.set("WWW-Authenticate", CHALLENGES);
    return sendProblem(request, response, kind);
  };

  return async (request, response, next) => {
    const expected = token();
    if (expected === null) return refuse(request, response, "not-found");
    const given = tokenOf(request.get("authorization"));
    // Browsers send their first request without a token: it does not count as a guess.
    if (given === null) return refuse(request, response, "unauthorized");
    const key = addressKey(request) ?? "";
    const seconds = trusted.has(key) ? 0 : failures.take(key);
    if (seconds > 0) {
      response.set("Retry-After", String(seconds));
      return refuse(request, response, "too-many");
    }
    if (!isSame(given, expected)) return refuse(request, response, "unauthorized");
    failures.refund(key, 1);
    trusted.add(key);
    return next();
  };
}

type Trust = { readonly has: (key: string) => boolean; readonly add: (key: string) => void };

/** Addresses that lately sent the right token. None is deleted: only those who know the token can add one. */
function createTrust(nowMs: () => number): Trust {
  const until = new Map<string, number>();
  return {
    has: (key) => (until.get(key) ?? 0) > nowMs(),
    add: (key) => void until.set(key, nowMs() + TRUSTED_MS),
  };
}

const CHALLENGES = ['Basic realm="Offprint", charset="UTF-8"', 'Bearer realm="Offprint"'];

/** The token of an Authorization header (RFC 6750 §2.1, RFC 7617 §2); `null` when it has none. */
function tokenOf(header: string | undefined): string | null {
  const [, scheme = "", value = ""] = /^(bearer|basic) +(\S+)$/i.exec(header ?? "") ?? [];
  if (value === "") return null;
  if (scheme.toLowerCase() === "bearer") return value;
  const text = Buffer.from(value, "base64").toString("utf8");
  const colon = text.indexOf(":");
  return colon < 0 ? null : text.slice(colon + 1);
}

/** Compares hashes: they have one length, and the time that takes tells nothing of the token. */
const isSame = (given: string, expected: string): boolean =>
  timingSafeEqual(digest(given), digest(expected));

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
