export type Loop = {
  /** Has the next turn now instead of later; during a turn, right after it. */
  readonly wake: () => void;
  /** Begins no turn any more, and waits for the end of the present one. Idempotent. */
  readonly stop: () => Promise<void>;
};

export type LoopOptions = {
  /** @returns after how many milliseconds the next turn is due; `null`: only when somebody wakes the loop. */
  readonly turn: () => Promise<number | null>;
  /** A turn failed; the next is due after `retryMs`. */
  readonly onProblem: (cause: unknown) => void;
  readonly retryMs: number;
};

/** Takes turns one after the other, the first at once, each as late as the one before said. */
export function startLoop({ turn, onProblem, retryMs }: LoopOptions): Loop {
  let isStopped = false;
  let isWoken = false;
  let wake = (): void => {};
  const pause = (ms: number | null): Promise<void> =>
    new Promise((resolve) => {
      const timer = ms === null ? undefined : setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (isWoken || isStopped) wake();
    });
  const running = (async () => {
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
