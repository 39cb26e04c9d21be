export type Loop = {
  /** Begins the next turn now; during a turn, right after it. */
  readonly wake: () => void;
  /** Begins no further turn, and waits for the end of the present one. Idempotent. */
  readonly stop: () => Promise<void>;
};

export type LoopOptions = {
  /** @returns after how many milliseconds the next turn is due; `null`: only when somebody wakes the loop. */
  readonly turn: () => Promise<number | null>;
  /** A turn failed; the next is due after `retryMs`. */
  readonly onProblem: (cause: unknown) => void;
  readonly retryMs: number;
  /** Before the first turn, in milliseconds; default: none. */
  readonly firstMs?: number;
  /** Calls back after a time; default: a timer. @returns a function that cancels it. */
  readonly after?: After | undefined;
};

export type After = (ms: number, act: () => void) => () => void;

const BY_TIMER: After = (ms, act) => {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
};

/** Takes turns one after the other: the first after `firstMs`, each further one when the turn before said. */
export function startLoop(options: LoopOptions): Loop {
  const { turn, onProblem, retryMs, firstMs = 0, after = BY_TIMER } = options;
  let isStopped = false;
  let isWoken = false;
  let wake = (): void => {};
  const pause = (ms: number | null): Promise<void> =>
    new Promise((resolve) => {
      const cancel = ms === null ? () => {} : after(ms, resolve);
      wake = () => {
        cancel();
        resolve();
      };
      if (isWoken || isStopped) wake();
    });
  const running = (async () => {
    if (firstMs > 0) await pause(firstMs);
    while (!isStopped) {
      isWoken = false;
      const waitMs = await turn().catch((cause: unknown) => {
        onProblem(cause);
        return retryMs;
      });
      await pause(waitMs);
    }
  })();
  return {
    wake() {
      isWoken = true;
      wake();
    },
    stop() {
      isStopped = true;
      wake();
      return running;
    },
  };
}
