import { nextRuns } from "../../adapters/cron.ts";
import type { Log } from "../../adapters/log.ts";
import { databaseAt } from "../../adapters/store/engine/engines.ts";
import type { Config } from "../../config/config.ts";
import type { BackupLog } from "../../core/backups/backup-log.ts";
import { decideSchedule } from "../../core/backups/decide-schedule.ts";
import { startLoop } from "../../core/loop.ts";
import type { OrderBook } from "../../core/orders/order-book.ts";
import { sparing } from "../sparing.ts";

export type BackupScheduleDeps = {
  readonly current: () => Config;
  readonly backups: Pick<BackupLog, "load" | "schedule">;
  readonly orders: Pick<OrderBook, "place" | "look">;
  readonly log: Log;
  readonly now: () => number;
};

/** The configuration may change, and clocks are set: it looks at least so often. */
const LOOK_MS = 30_000;
const LEAST_MS = 250;

/** Orders backups by the schedule of the configuration, until it is stopped. @returns how. */
export function scheduleBackups(deps: BackupScheduleDeps): () => Promise<void> {
  const tell = sparing((err) => deps.log.error({ err }, "backups could not be scheduled"));
  let ordered: number | null = null;
  const loop = startLoop({
    async turn() {
      if (await isUnderWay(ordered, deps)) return LEAST_MS;
      const next = await orderIfDue(deps);
      ordered = next.ordered;
      return Math.min(LOOK_MS, Math.max(LEAST_MS, next.dueAt - deps.now()));
    },
    onProblem: tell,
    retryMs: LOOK_MS,
  });
  return loop.stop;
}

/** Whether the last order waits for its end: a second would only wait behind it. */
async function isUnderWay(
  ordered: number | null,
  { orders }: Pick<BackupScheduleDeps, "orders">,
): Promise<boolean> {
  if (ordered === null) return false;
  const { state } = await orders.look(ordered, Number.MAX_SAFE_INTEGER);
  return state === "waiting" || state === "leased";
}

async function orderIfDue({ current, backups, orders, now }: BackupScheduleDeps) {
  const { backup, database } = current();
  const { schedule: stored, problem } = await backups.load();
  if (backup === null || databaseAt(database).file === null) {
    if (stored !== null) await backups.schedule(null);
    return { ordered: null, dueAt: Number.POSITIVE_INFINITY };
  }
  const { expression } = backup;
  const at = now();
  const runs = nextRuns(expression);
  const { schedule, isDue } = decideSchedule({
    schedule: stored,
    problem,
    expression,
    runs,
    now: at,
  });
  if (JSON.stringify(schedule) !== JSON.stringify(stored)) await backups.schedule(schedule);
  const ordered = isDue ? await orders.place({ kind: "back-up" }, "schedule") : null;
  return { ordered, dueAt: schedule.dueAt };
}
