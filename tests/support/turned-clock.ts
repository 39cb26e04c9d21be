import { setImmediate } from "node:timers/promises";
import type { After } from "../../src/core/loop.ts";

/** A clock that a test turns from timer to timer. */
export type TurnedClock = {
  /** Tests may set it: a process that stood still looks at its timers late. */
  now: number;
  readonly after: After;
  /** As a promise. */
  readonly sleep: (ms: number) => Promise<void>;
  /** Runs what waits for no timer. */
  readonly settle: () => Promise<void>;
  /** Lets time pass, timer after timer. */
  readonly pass: (ms: number) => Promise<void>;
  /** How many timers are set. */
  readonly waiting: () => number;
};

export function turnedClock(start = 0): TurnedClock {
  const timers = new Set<{ readonly at: number; readonly act: () => void }>();
  const clock: TurnedClock = {
    now: start,
    after(ms, act) {
      const timer = { at: clock.now + ms, act };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    sleep: (ms) => new Promise((done) => clock.after(ms, done)),
    async settle() {
      for (let turn = 0; turn < 20; turn += 1) await setImmediate();
    },
    async pass(ms) {
      const end = clock.now + ms;
      await clock.settle();
      for (;;) {
        const next = [...timers].sort((a, b) => a.at - b.at)[0];
        if (next === undefined || next.at > end) break;
        timers.delete(next);
        clock.now = Math.max(clock.now, next.at);
        next.act();
        await clock.settle();
      }
      clock.now = end;
    },
    waiting: () => timers.size,
  };
  return clock;
}
