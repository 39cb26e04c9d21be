import { createTask, setLogger, validate } from "node-cron";

export type Ticker = {
  /** Instant of the run after the next one: by then at least one tick must have come. */
  readonly deadline: () => number | null;
  readonly stop: () => void;
};

export type TickerOptions = {
  readonly onTick: () => Promise<void>;
  /** A tick came while the last one was still at work, or was missed. */
  readonly onProblem: (message: string) => void;
};

/** Whether an expression is cron, with or without a field for seconds. */
export const isCronExpression = (expression: string): boolean => validate(expression);

/** The next two times of a cron expression, UTC. */
export function nextRuns(expression: string): readonly [number, number] {
  const task = createTask(expression, () => {}, { timezone: "UTC" });
  try {
    const [next, following] = task.getNextRuns(2).map((date) => date.getTime());
    if (next === undefined || following === undefined) throw new Error(`${expression} never comes`);
    return [next, following];
  } finally {
    void task.destroy();
  }
}

/**
 * Calls `onTick` by a cron expression, always in UTC: in a local zone the repeated hour of an autumn night is skipped
 * (measured with node-cron 4.6). A tick that comes while the last one is at work is dropped.
 */
export function startTicker(expression: string, { onTick, onProblem }: TickerOptions): Ticker {
  setLogger({
    info: () => {},
    debug: () => {},
    warn: onProblem,
    error: (e) => onProblem(String(e)),
  });
  const task = createTask(expression, onTick, { timezone: "UTC", noOverlap: true });
  void task.start();
  return {
    deadline: () => task.getNextRuns(2)[1]?.getTime() ?? null,
    stop: () => void task.destroy(),
  };
}
