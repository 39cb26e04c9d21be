import { NO_HINTS, type PollHints } from "../../core/sources/feed.ts";
import type { Fields } from "./fields.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Longer intervals are mistakes: nobody publishes feeds to be read less than yearly. */
const MAX_INTERVAL = 366 * DAY;

/** mod_syndication: the length of each period. */
const PERIODS: ReadonlyMap<string, number> = new Map([
  ["hourly", 60 * MINUTE],
  ["daily", DAY],
  ["weekly", 7 * DAY],
  ["monthly", 30 * DAY],
  ["yearly", 365 * DAY],
]);

const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** How often a feed asks to be polled (RSS 2.0; mod_syndication). */
export function pollHints(channel: Fields): PollHints {
  const intervalMs = ttl(channel) ?? updatePeriod(channel);
  const skipHours = inside(channel, "rss:skiphours", "rss:hour").flatMap(hour);
  const skipDays = inside(channel, "rss:skipdays", "rss:day").flatMap(weekday);
  if (intervalMs === null && skipHours.length === 0 && skipDays.length === 0) return NO_HINTS;
  return { intervalMs, skipHours: ascending(skipHours), skipDays: ascending(skipDays) };
}

/** RSS 2.0: minutes. */
const ttl = (channel: Fields): number | null =>
  bounded(Number(channel.text("rss:ttl") ?? 0) * MINUTE);

function updatePeriod(channel: Fields): number | null {
  const period = PERIODS.get(channel.text("sy:updateperiod")?.toLowerCase() ?? "");
  const frequency = Number(channel.text("sy:updatefrequency") ?? 1);
  return period === undefined || !(frequency >= 1) ? null : bounded(period / frequency);
}

const bounded = (ms: number): number | null =>
  Number.isFinite(ms) && ms > 0 ? Math.min(Math.round(ms), MAX_INTERVAL) : null;

const inside = (channel: Fields, outer: string, inner: string): readonly string[] =>
  channel.all(outer).flatMap((list) => list.all(inner).map(({ text }) => text ?? ""));

/** RSS 0.91 counts to 24, which is midnight. */
const hour = (text: string): number[] =>
  /^\d{1,2}$/.test(text) && Number(text) <= 24 ? [Number(text) % 24] : [];

function weekday(text: string): number[] {
  const day = WEEKDAYS.indexOf(text.toLowerCase());
  return day < 0 ? [] : [day];
}

const ascending = (values: readonly number[]): readonly number[] =>
  [...new Set(values)].sort((a, b) => a - b);
