import { expect, it } from "vitest";
import type { Log } from "../../../src/adapters/log.ts";
import type { Config } from "../../../src/config/config.ts";
import type { BackupNote, BackupSchedule } from "../../../src/core/backups/backup-log.ts";
import type { Order, OrderProgress } from "../../../src/core/orders/order.ts";
import { databaseNamed } from "../../../src/core/settings/database-name.ts";
import { scheduleBackups } from "../../../src/service/backups/schedule-backups.ts";
import { until } from "../../support/until.ts";

const KEEP = { daily: 7, weekly: 4, monthly: 12 };

/** A schedule of every second, with an order book and a log in memory. */
function scheduled(database: string, note: Partial<BackupNote> = {}) {
  const placed: Order[] = [];
  const state: { note: BackupNote; progress: OrderProgress } = {
    note: { made: null, problem: null, schedule: null, ...note },
    progress: { state: "leased" },
  };
  const backup = { folder: "/nowhere", expression: "* * * * * *", keep: KEEP };
  const stop = scheduleBackups({
    current: () => ({ backup, database: databaseNamed(database) }) as unknown as Config,
    backups: {
      load: async () => state.note,
      schedule: async (schedule: BackupSchedule | null) => {
        state.note = { ...state.note, schedule };
      },
    },
    orders: {
      place: async (order, asker) => {
        expect(asker).toBe("schedule");
        return placed.push(order);
      },
      look: async () => ({ ...state.progress, lines: [] }),
    },
    log: { error: (told: object) => expect.fail(JSON.stringify(told)) } as unknown as Log,
    now: Date.now,
  });
  return { placed, state, stop };
}

it("orders the next backup when the last one has ended, however often its time comes", async () => {
  const { placed, state, stop } = scheduled("/srv/offprint.db");
  await until("the first is ordered", () => placed.length > 0);
  const dueAt = state.note.schedule?.dueAt ?? 0;
  await until("the time of the next has come", () => Date.now() > dueAt + 600);
  expect(placed).toEqual([{ kind: "back-up" }]);
  state.progress = { state: "done", answer: null };
  await until("the second is ordered", () => placed.length > 1);
  await stop();
});

it("orders none for PostgreSQL, and forgets a schedule of before", async () => {
  const schedule = { expression: "0 3 * * *", everyMs: 1, dueAt: 0, since: 0, orderedAt: null };
  const { placed, state, stop } = scheduled("postgres://desk@db.example/desk", { schedule });
  await until("the schedule is forgotten", () => state.note.schedule === null);
  await stop();
  expect(placed).toEqual([]);
});
