import { type Kysely, sql } from "kysely";
import {
  addDays,
  DAY_NUMBERS,
  NO_HISTORY,
  pastPolls,
  type SourceDay,
} from "../../../core/sources/polling/poll-history.ts";
import type { DaySpan, SourceHistories } from "../../../core/sources/polling/source-histories.ts";
import type { Tables } from "../schema/tables.ts";
import { isAmong } from "./sources.ts";

export function createSourceHistories(db: Kysely<Tables>): SourceHistories {
  return {
    async polls(sourceId) {
      const found = db.selectFrom("source").select("recent_polls").where("id", "=", sourceId);
      const row = await found.executeTakeFirst();
      return pastPolls({ ...NO_HISTORY, recent: row?.recent_polls ?? "" });
    },

    async days(sourceIds, { from, to }) {
      const among = db.selectFrom("source").where(isAmong(sourceIds));
      const over = await db
        .selectFrom("source_day")
        .selectAll()
        .where("source_id", "in", among.select("id"))
        .where("day", ">=", from)
        .where("day", "<=", to)
        .execute();
      const bySource = Map.groupBy(over, ({ source_id }) => source_id);
      const lasting = await among.select(["id", "today"]).execute();
      return new Map(
        lasting.map(({ id, today }) => {
          const days = (bySource.get(id) ?? []).map(({ source_id: _, ...day }) => day);
          return [id, added([...days, ...lastingDays([today], { from, to })])];
        }),
      );
    },

    allDays: (span) => allDays(db, span),
  };
}

async function allDays(db: Kysely<Tables>, { from, to }: DaySpan): Promise<readonly SourceDay[]> {
  const over = await db
    .selectFrom("source_day")
    .select(["day", ...SUMS])
    // By their key, which begins with the source: without it every day of two years is read.
    .where("source_id", "in", db.selectFrom("source").select("id"))
    .where("day", ">=", from)
    .where("day", "<=", to)
    .groupBy("day")
    .execute();
  const lasting = db.selectFrom("source").select("today").where("today", "is not", null);
  const today = (await lasting.execute()).map((row) => row.today);
  return added([...(over as readonly SourceDay[]), ...lastingDays(today, { from, to })]);
}

const SUMS = DAY_NUMBERS.map((name) => {
  const sum = name === "slowest" ? sql`max(slowest)` : sql`CAST(sum(${sql.ref(name)}) AS BIGINT)`;
  return sum.as(name);
});

/** The days that are still with their sources. */
const lastingDays = (
  days: readonly (string | null)[],
  { from, to }: DaySpan,
): readonly SourceDay[] =>
  days
    .flatMap((json) => (json === null ? [] : [JSON.parse(json) as SourceDay]))
    .filter(({ day }) => day >= from && day <= to);

/** A day each, the earliest first. */
function added(days: readonly SourceDay[]): readonly SourceDay[] {
  const byDay = new Map<number, SourceDay>();
  for (const each of days) byDay.set(each.day, addDays(each, byDay.get(each.day) ?? null));
  return [...byDay.values()].toSorted((a, b) => a.day - b.day);
}
