/** How something that runs ended, in a word for people: an exit code, a signal, the error that ended it. */
export type EndReason = string | number | null;

export type SuperviseOptions<Running> = {
  /** Starts it; `onEnd` must be called once, when it has ended or could not begin. */
  readonly start: (onEnd: (reason: EndReason) => void) => Running;
  /** It ended without being asked to, and is started again after so long. */
  readonly onRestart: (reason: EndReason, restartMs: number) => void;
  /** Asks it to end, and waits. */
  readonly end: (running: Running) => Promise<void>;
};

export type Supervised<Running> = {
  readonly current: () => Running;
  readonly close: () => Promise<void>;
};

const FIRST_RESTART_MS = 500;
const LONGEST_RESTART_MS = 30_000;
/** What lived this long ended for a new reason. */
const HEALTHY_MS = 60_000;

/** Keeps a process or a thread running: what ends is started again, later each time until it stays. */
export function supervise<Running>({
  start,
  onRestart,
  end,
}: SuperviseOptions<Running>): Supervised<Running> {
  let isClosing = false;
  let restartMs = FIRST_RESTART_MS;
  let timer: NodeJS.Timeout | undefined;
  let running = begin();

  function begin(): Running {
    const startedAt = performance.now();
    return start((reason) => {
      if (isClosing) return;
      if (performance.now() - startedAt > HEALTHY_MS) restartMs = FIRST_RESTART_MS;
      onRestart(reason, restartMs);
      timer = setTimeout(() => {
        running = begin();
      }, restartMs);
      restartMs = Math.min(2 * restartMs, LONGEST_RESTART_MS);
    });
  }
  return {
    current: () => running,
    async close() {
      isClosing = true;
      clearTimeout(timer);
      await end(running);
    },
  };
}
