import type { PageLanguage } from "../words/language.ts";

/** An instant for a `<time>` element. */
export type TimeView = { readonly iso: string; readonly text: string };

/** Writes instants for people: always absolute, because pages are cached and nothing refreshes them. */
export type Dates = {
  /** "20. November 2026, 14:05 Uhr UTC" */
  readonly full: (at: number) => TimeView;
  /** "20. November, 14:05 Uhr", with the year when it is not that of `reference`. */
  readonly short: (at: number, reference: number | null) => TimeView;
  /** "14:05 Uhr", or `short` when it is not on the day of `reference`. */
  readonly within: (at: number, reference: number) => TimeView;
  /** A calendar day: `key` is its ISO date, which also tells days apart. */
  readonly day: (at: number, reference: number | null) => DayView;
  readonly year: (at: number) => number;
};

export type DayView = { readonly key: string; readonly weekday: string; readonly text: string };

/** `timeZone` is an IANA name, such as `Europe/Berlin`, or `UTC`. */
export function createDates(language: PageLanguage, timeZone: string): Dates {
  const locale = LOCALES[language];
  const format = (options: Intl.DateTimeFormatOptions): ((at: number) => string) => {
    const formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone });
    return (at) => formatter.format(representable(at));
  };
  const clock = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const date = format({ day: "numeric", month: "long" });
  const fullDate = format({ day: "numeric", month: "long", year: "numeric" });
  const weekday = format({ weekday: "long" });
  const isoDay = isoDayIn(timeZone);
  const zone = zoneNameIn(locale, timeZone);

  const hour = (at: number): string => (language === "de" ? `${clock(at)} Uhr` : clock(at));
  const year = (at: number): number => Number(isoDay(at).slice(0, 4));
  const dateBeside = (at: number, reference: number | null): string =>
    reference !== null && year(at) === year(reference) ? date(at) : fullDate(at);
  const short: Dates["short"] = (at, reference) =>
    time(at, `${dateBeside(at, reference)}, ${hour(at)}`);

  return {
    full: (at) => time(at, `${fullDate(at)}, ${hour(at)} ${zone(at)}`),
    short,
    within: (at, reference) =>
      isoDay(at) === isoDay(reference) ? time(at, hour(at)) : short(at, reference),
    day: (at, reference) => ({
      key: isoDay(at),
      weekday: weekday(at),
      text: dateBeside(at, reference),
    }),
    year,
  };
}

const LOCALES: Readonly<Record<PageLanguage, string>> = { de: "de-DE", en: "en-GB" };

const time = (at: number, text: string): TimeView => ({ iso: isoSeconds(at), text });

/** RFC 3339 in UTC, in whole seconds. */
export const isoSeconds = (at: number): string =>
  new Date(representable(at)).toISOString().replace(/\.\d+Z$/, "Z");

/** Clamps an instant that no `Date` can hold: one bad date must not fail the whole page. */
const representable = (at: number): number =>
  Number.isNaN(at) ? 0 : Math.min(Math.max(at, -LAST_INSTANT), LAST_INSTANT);

/** The last instant that a `Date` can hold (ECMA-262 §21.4.1.1). */
const LAST_INSTANT = 8.64e15;

/** The Swedish format is the ISO one, with leading zeros. */
function isoDayIn(timeZone: string): (at: number) => string {
  const formatter = new Intl.DateTimeFormat("sv-SE", { timeZone });
  return (at) => formatter.format(representable(at));
}

/** The short name of the zone at an instant, as the language has it: "MEZ", "MESZ", "UTC". */
function zoneNameIn(locale: string, timeZone: string): (at: number) => string {
  const formatter = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "short" });
  return (at) =>
    formatter.formatToParts(representable(at)).find((part) => part.type === "timeZoneName")
      ?.value ?? timeZone;
}
