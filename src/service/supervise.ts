/** How a process or thread ended, for people: its exit code, the signal, or the error that ended it. */
export type EndReason = string | number | null;

export type SuperviseOptions<Running> = {
  /** Starts it; must call `onEnd` once, when it has ended or could not begin. */
  readonly start: (onEnd: (reason: EndReason) => void) => Running;
  /** Called when it ended without being asked to; it is started again after `restartMs`. */
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
/** A process that ran this long ended for a new reason: the pause is short again. */
const HEALTHY_MS = 60_000;

/** Keeps a process or a thread running: starts it again when it ends, after a pause that doubles each time. */
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
