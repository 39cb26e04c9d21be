import type { IncomingMessage, ServerResponse } from "node:http";
import { createClientKey } from "./client-key.ts";
import { createRateLimiter } from "./rate-limit.ts";

/** Lets clients through, or tells them to come later. */
export type ClientGate = {
  /** `false` when the request was answered with 429. */
  readonly admit: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Refunds most of the request that was admitted last when its answer is a 304. */
  readonly settle: (response: ServerResponse) => void;
};

export type ClientGateOptions = {
  /** For each client; 0 for no limit. */
  readonly requestsPerMinute: number;
  /** Number of proxies in front. */
  readonly trustProxy: number;
  readonly nowMs?: () => number;
};

/** A 304 costs a tenth of a request: a polite reader of hundreds of feeds is no flood. */
const NOT_MODIFIED_REFUND = 0.9;

/** Limits each client's requests a minute, whatever they ask for; `null` for no limit. */
export function createClientGate({
  requestsPerMinute,
  trustProxy,
  nowMs = () => performance.now(),
}: ClientGateOptions): ClientGate | null {
  if (requestsPerMinute === 0) return null;
  const limiter = createRateLimiter({ requestsPerMinute, nowMs });
  const keyOf = createClientKey(trustProxy);
  let key: string | null = null;
  return {
    admit(request, response) {
      key = keyOf(request);
      const seconds = key === null ? 0 : limiter.take(key);
      if (seconds > 0) refuse(request, response, seconds);
      return seconds === 0;
    },
    settle({ statusCode }) {
      if (statusCode === 304 && key !== null) limiter.refund(key, NOT_MODIFIED_REFUND);
    },
  };
}

function refuse({ method }: IncomingMessage, response: ServerResponse, seconds: number): void {
  const body = `Too many requests from your address. Come again in ${seconds} s.\n`;
  const isRead = method === "GET" || method === "HEAD";
  response.writeHead(429, {
    "Retry-After": String(seconds),
    "Cache-Control": "no-store",
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
    "Access-Control-Allow-Origin": "*",
    "X-Content-Type-Options": "nosniff",
    // Closed, so that no client can make us read an unwanted body.
    ...(isRead ? {} : { Connection: "close" }),
  });
  response.end(method === "HEAD" ? undefined : body);
}
