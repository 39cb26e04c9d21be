import type { FetchContext, FetchPhase } from "./fetch-error.ts";

export type Stopwatch = {
  readonly headersAreIn: () => void;
  /** Where the request is, and which time-out ended it if one did. */
  readonly state: () => Pick<FetchContext, "phase" | "expired">;
  /** Must be called when the request is over. */
  readonly stop: () => void;
};

/**
 * Starts the operator's time-out, one for the whole request: a slow source may spend all of it before its first byte.
 * undici's own timers are rounded to half a second; this one is exact. `onExpired` is to end the request.
 */
export function startStopwatch(timeoutMs: number, onExpired: () => void): Stopwatch {
  let phase: FetchPhase = "headers";
  let expired: FetchContext["expired"] = null;
  const timer = setTimeout(() => {
    expired = { phase, timeoutMs };
    onExpired();
  }, timeoutMs);
  return {
    headersAreIn: () => {
      phase = "body";
    },
    state: () => ({ phase, expired }),
    stop: () => clearTimeout(timer),
  };
}
