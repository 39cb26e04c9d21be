import type { ClockJump } from "../../publish/pages/status.ts";

export type ClockWatch = {
  /** The last jump, for TOLD_FOR_MS; else `null`. */
  readonly jump: () => ClockJump | null;
  readonly stop: () => void;
};

export type ClockWatchDeps = {
  /** The time that the clock shows. */
  readonly now: () => number;
  /** Milliseconds since the machine started, sleep included: nobody can set it. */
  readonly upMs: () => number;
  readonly intervalMs?: number;
};

/** Smaller corrections are not jumps: time servers make them in small steps. */
const JUMP_MS = 60_000;
/** How long a jump is reported: long enough for monitors to see it, though the clock may be right by then. */
const TOLD_FOR_MS = 60 * 60_000;

/** Compares the clock with one that cannot be set. */
export function watchClock({ now, upMs, intervalMs = 10_000 }: ClockWatchDeps): ClockWatch {
  let offset = now() - upMs();
  let last: { readonly jump: ClockJump; readonly seenUpMs: number } | null = null;
  const look = (): void => {
    const current = now() - upMs();
    const byMs = Math.round(current - offset);
    offset = current;
    if (Math.abs(byMs) < JUMP_MS) return;
    last = { jump: { at: now(), byMs }, seenUpMs: upMs() };
  };
  const timer = setInterval(look, intervalMs);
  timer.unref();
  return {
    jump() {
      look();
      return last !== null && upMs() - last.seenUpMs < TOLD_FOR_MS ? last.jump : null;
    },
    stop: () => clearInterval(timer),
  };
}
