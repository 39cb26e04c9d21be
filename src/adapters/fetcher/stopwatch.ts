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

export type StopwatchOptions = {
  /** Until the headers are there. */
  readonly headersTimeoutMs: number;
  /** Until the last byte is there. */
  readonly timeoutMs: number;
};

/** Starts the time-outs of one request. */
export function startStopwatch({ headersTimeoutMs, timeoutMs }: StopwatchOptions): Stopwatch {
  const controller = new AbortController();
  let phase: FetchPhase = "headers";
  let expired: FetchContext["expired"] = null;
  const expire = (afterMs: number): void => {
    expired = { phase, timeoutMs: afterMs };
    controller.abort();
  };
  const headersTimer = setTimeout(expire, headersTimeoutMs, headersTimeoutMs);
  const wholeTimer = setTimeout(expire, timeoutMs, timeoutMs);
  return {
    signal: controller.signal,
    headersAreIn: () => {
      phase = "body";
      clearTimeout(headersTimer);
    },
    state: () => ({ phase, expired }),
    abort: () => controller.abort(),
    stop: () => {
      clearTimeout(headersTimer);
      clearTimeout(wholeTimer);
    },
  };
}
