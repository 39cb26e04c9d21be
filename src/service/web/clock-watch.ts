import type { ClockJump } from "../../publish/status.ts";

export type ClockWatch = {
  /** The last jump, while it is worth telling. */
  readonly jump: () => ClockJump | null;
  readonly stop: () => void;
};

export type ClockWatchDeps = {
  /** What the clock shows. */
  readonly now: () => number;
  /** Milliseconds since the machine started, sleep included: nothing sets it. */
  readonly upMs: () => number;
  readonly intervalMs?: number;
};

/** Time servers correct a clock by less than this in small steps. */
const JUMP_MS = 60_000;
/** A clock that was put right stays right: told for so long, it reaches whoever watches. */
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
