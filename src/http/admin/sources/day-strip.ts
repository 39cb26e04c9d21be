import type { SourceDay } from "../../../core/sources/polling/poll-history.ts";
import { SHOWN_DAYS } from "../../../publish/pages/admin-sources.ts";
import { createDates } from "../../layout/dates.ts";
import type { PageLanguage } from "../../words/language.ts";
import { SOURCE_WORDS } from "./source-words.ts";

/** Days as bars, on a scale of their own: the height is the number of new articles, a red foot a failed poll. */
export type DayStrip = {
  /** SVG paths in a box of 119 × 32; empty without such days. */
  readonly bars: string;
  readonly fails: string;
  /** What the chart shows, in words. */
  readonly label: string;
  /** The same, short, to stand beside it. */
  readonly short: string;
};

export type StripOptions = {
  /** Whose days they are. */
  readonly name: string;
  /** The last day. */
  readonly today: number;
  readonly language: PageLanguage;
};

const BAR = 3;
const STEP = 4;
/** Of the highest bar; the base line lies below it, and the marks of failures below that. */
const HEIGHT = 24;
const FOOT_TOP = 27;
const FOOT = 5;
const DAY_MS = 86_400_000;
/** The days are those of UTC, whatever the zone of the desk. */
const UTC_DATES = { de: createDates("de", "UTC"), en: createDates("en", "UTC") };

/** @param days of which those without a poll are missing. */
export function dayStrip(days: readonly SourceDay[], options: StripOptions): DayStrip {
  const { name, today, language } = options;
  const words = SOURCE_WORDS[language];
  const shown = lastDays(days, today);
  const most = Math.max(0, ...shown.map((each) => each?.new ?? 0));
  const total = shown.reduce((sum, each) => sum + (each?.new ?? 0), 0);
  const busiest = shown.findIndex((each) => each !== null && each.new === most);
  const textOf = (n: number): string =>
    UTC_DATES[language].day((today - SHOWN_DAYS + 1 + n) * DAY_MS, today * DAY_MS).text;
  return {
    bars: shown.map((each, n) => barAt(n, each?.new ?? 0, most)).join(""),
    fails: shown.map((each, n) => ((each?.failures ?? 0) > 0 ? footAt(n) : "")).join(""),
    label: words.stripLabel({
      name,
      total,
      most,
      from: textOf(0),
      to: textOf(SHOWN_DAYS - 1),
      busiest: most === 0 ? null : textOf(busiest),
      failedDays: shown.filter((each) => (each?.failures ?? 0) > 0).length,
    }),
    short: words.stripShort(total, most),
  };
}

/** The last days, the earliest first; `null` for one without a poll. */
function lastDays(days: readonly SourceDay[], today: number): readonly (SourceDay | null)[] {
  const byDay = new Map(days.map((each) => [each.day, each]));
  return Array.from(
    { length: SHOWN_DAYS },
    (_, n) => byDay.get(today - SHOWN_DAYS + 1 + n) ?? null,
  );
}

function barAt(n: number, count: number, most: number): string {
  if (count === 0) return "";
  const height = Math.max(1, Math.round((count / most) * HEIGHT));
  return `M${n * STEP} ${HEIGHT}v-${height}h${BAR}v${height}z`;
}

const footAt = (n: number): string => `M${n * STEP} ${FOOT_TOP}h${BAR}v${FOOT}h-${BAR}z`;
