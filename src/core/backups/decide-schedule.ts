import type { BackupNote, BackupSchedule } from "./backup-log.ts";

export type ScheduleInput = Pick<BackupNote, "problem" | "schedule"> & {
  /** As configured now. */
  readonly expression: string;
  /** The next two times of the expression. */
  readonly runs: readonly [number, number];
  readonly now: number;
};

export type ScheduleDecision = {
  readonly schedule: BackupSchedule;
  /** Whether a backup is to be ordered now. */
  readonly isDue: boolean;
};

/** After this time a backup that failed is tried again. */
const RETRY_MS = 3_600_000;

/**
 * Whether a backup is due. The first of a desk is at once; one whose time passed while no service ran is, too. A changed
 * expression counts from its next time on.
 */
export function decideSchedule(input: ScheduleInput): ScheduleDecision {
  const { schedule: stored, expression, now } = input;
  const [next, following] = input.runs;
  const everyMs = following - next;
  if (stored === null) {
    const schedule = { expression, everyMs, dueAt: next, since: now, orderedAt: now };
    return { schedule, isDue: true };
  }
  if (stored.expression !== expression) {
    return { schedule: { ...stored, expression, everyMs, dueAt: next }, isDue: false };
  }
  // Due after the next time only where a clock was wrong.
  const dueAt = Math.min(stored.dueAt, next);
  const isDue = now >= dueAt || isToBeRetried(input);
  if (!isDue) return { schedule: { ...stored, everyMs, dueAt }, isDue };
  return { schedule: { ...stored, everyMs, dueAt: next, orderedAt: now }, isDue };
}

/** Once for each failure. */
function isToBeRetried({ problem, schedule, now }: ScheduleInput): boolean {
  if (problem === null || now < problem.at + RETRY_MS) return false;
  const orderedAt = schedule?.orderedAt ?? null;
  return orderedAt === null || orderedAt <= problem.at;
}
