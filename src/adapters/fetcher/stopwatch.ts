import type { FetchContext, FetchPhase } from "./fetch-error.ts";

export type Stopwatch = {
  /** Aborts when a time-out expires. */
  readonly signal: AbortSignal;
  readonly headersAreIn: () => void;
  /** Where the request is, and which time-out ended it if one did. */
  readonly state: () => Pick<FetchContext, "phase" | "expired">;
  /** Ends the request, whatever is left of it. */
  readonly abort: () => void;
  /** Must be called when the request is over. */
  readonly stop: () => void;
};

/**
 * Starts the operator's time-out, one for the whole request: a slow source may spend all of it before its first byte.
 */
export function startStopwatch({ timeoutMs }: { readonly timeoutMs: number }): Stopwatch {
  const controller = new AbortController();
  let phase: FetchPhase = "headers";
  let expired: FetchContext["expired"] = null;
  const timer = setTimeout(() => {
    expired = { phase, timeoutMs };
    controller.abort();
  }, timeoutMs);
  return {
    signal: controller.signal,
    headersAreIn: () => {
      phase = "body";
    },
    state: () => ({ phase, expired }),
    abort: () => controller.abort(),
    stop: () => clearTimeout(timer),
  };
}
