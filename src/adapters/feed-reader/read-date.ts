import { fold } from "../../core/text/fold.ts";
import { monthOf, zoneOf } from "./date-words.ts";

/** Longest date, in characters; longer texts are not read. */
const MAX_LENGTH = 200;

/**
 * Reads a date as feeds write it: ISO 8601 and its variants, RFC 822 and its variants, month names
 * in the common languages, epochs. Without a zone it is UTC. `null` when unreadable, never "now".
 */
export function readDate(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.length > MAX_LENGTH) return null;
  const folded = normalise(trimmed);
  return readEpoch(folded) ?? readIso(folded) ?? readWords(folded);
}

/**
 * Removes comments (RFC 822 §3.1.4), writes East Asian units and halves of the day in our form, and leaves one kind of
 * space.
 */
function normalise(text: string): string {
  return fold(withoutComments(text))
    .replace(/(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/, "$1-$2-$3 ")
    .replace(/(?:오후|下午|午後) ?(\d{1,2}:\d{2}(?::\d{2})?)/, "$1 pm")
    .replace(/(?:오전|上午|午前) ?(\d{1,2}:\d{2}(?::\d{2})?)/, "$1 am")
    .replace(/[−–]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
}

function withoutComments(text: string): string {
  if (!text.includes("(")) return text;
  let depth = 0;
  let result = "";
  for (const character of text.replace(/\\./g, "")) {
    if (character === "(") depth += 1;
    else if (character === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0) result += character;
  }
  return result;
}

/** Seconds or milliseconds since 1970; 8 digits are a day, 14 a day and a time. */
function readEpoch(text: string): number | null {
  if (!/^\d{9,13}$/.test(text)) return null;
  return text.length <= 10 ? Number(text) * 1000 : text.length === 13 ? Number(text) : null;
}

type Day = { readonly year: number; readonly month: number; readonly day: number };

/** A year and what follows it in ISO 8601; a space, or nothing, may stand for the T. */
function readIso(text: string): number | null {
  const compact = /^(\d{8})(\d{4}(?:\d{2})?)(z?)$/.exec(text);
  if (compact) return readIso(`${compact[1]}t${compact[2]}${compact[3]}`);
  const match = /^(\d{4}(?:[-/.]?w?\d{1,3})?(?:[-/.]?\d{1,2})?)(?: ?t ?| |$)(.*)$/.exec(text);
  const day = isoDay(match?.[1] ?? "");
  if (!match || !day) return null;
  return withTime(day, match[2] ?? "");
}

function isoDay(text: string): Day | null {
  const calendar = /^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?$/.exec(text);
  if (calendar) return dayOf(calendar[1], calendar[3] ?? "1", calendar[4] ?? "1");
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact) return dayOf(compact[1], compact[2], compact[3]);
  const ordinal = /^(\d{4})-?(\d{3})$/.exec(text);
  if (ordinal) return { year: Number(ordinal[1]), month: 1, day: Number(ordinal[2]) };
  const week = /^(\d{4})-?w(\d{2})(?:-?([1-7]))?$/.exec(text);
  return week ? weekDay(Number(week[1]), Number(week[2]), Number(week[3] ?? 1)) : null;
}

const dayOf = (year = "", month = "", day = ""): Day => ({
  year: Number(year),
  month: Number(month),
  day: Number(day),
});

/** ISO 8601: week 1 holds 4 January, weeks begin on Monday. */
function weekDay(year: number, week: number, weekday: number): Day {
  const fourth = new Date(Date.UTC(year, 0, 4)).getUTCDay() || 7;
  return { year, month: 1, day: 4 - fourth + weekday + (week - 1) * 7 };
}

const TIME =
  /^t? ?(\d{1,2})(?:[:h.](\d{1,2})|(\d{2}))?(?:[:.](\d{1,2})|(\d{2}))?(?:[.,:]\d{1,12})? ?([ap]\.?m\b\.?)? ?/;

/** A day with the time and zone that follow it; `null` when something else follows. */
function withTime(day: Day, rest: string): number | null {
  const match = TIME.exec(rest);
  if (!match) return rest === "" ? instant(day, NO_TIME, 0) : null;
  const time = clock(match[1], match[2] ?? match[3], match[4] ?? match[5], match[6]);
  return instant(day, time, zoneMinutes(rest.slice(match[0].length)));
}

type Clock = { readonly hours: number; readonly minutes: number; readonly seconds: number };

const NO_TIME: Clock = { hours: 0, minutes: 0, seconds: 0 };

/** 24:00 is the end of the day (ISO 8601), second 60 a leap second; what is beyond rolls over too. */
function clock(hour = "", minute = "0", second = "0", half?: string): Clock {
  let hours = Number(hour);
  if (half?.startsWith("p") && hours < 12) hours += 12;
  if (half?.startsWith("a") && hours === 12) hours = 0;
  return { hours, minutes: Number(minute), seconds: Number(second) };
}

/** Minutes east of Greenwich of the zone in a text; a number counts before a name; 0 without a zone. */
function zoneMinutes(text: string): number {
  const numeric = /([+-]) ?(\d{1,2})(?::?(\d{2}))?(?!\d)/.exec(text);
  if (numeric) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    return minutes > 16 * 60 ? 0 : numeric[1] === "-" ? -minutes : minutes;
  }
  for (const [word] of text.matchAll(/[a-z]{1,5}/g)) {
    const offset = zoneOf(word);
    if (offset !== null) return offset;
  }
  return 0;
}

function instant({ year, month, day }: Day, time: Clock, offset: number): number | null {
  const isOrdinal = month === 1 && day > 31 && day <= 371;
  if (year < 100 || year > 9999 || month < 1 || month > 12 || day < -3) return null;
  if (day > 31 && !isOrdinal) return null;
  const local = Date.UTC(year, month - 1, day, time.hours, time.minutes, time.seconds);
  const at = local - offset * 60_000;
  return at > LATEST ? null : at;
}

/** RFC 3339 has four digits for a year: a later date could be written into no feed. */
const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59);

/** Anything with a day, a month and a year in it, in whatever order, as RFC 822 and people write. */
function readWords(text: string): number | null {
  const time = /(\d{1,2})[:h](\d{2})(?::(\d{2})(?:[.,]\d{1,12})?)? ?([ap]\.?m\b\.?)?/.exec(text);
  const before = time ? text.slice(0, time.index) : text;
  const after = time ? text.slice(time.index + time[0].length) : "";
  const zone = time ? zoneMinutes(after) : 0;
  const rest = after.replace(/[+-] ?\d{1,2}:?\d{2}\b/, " ");
  const day = wordDay(`${before} ${rest}`);
  const at = time ? clock(time[1], time[2], time[3], time[4]) : NO_TIME;
  return day ? instant(day, at, zone) : null;
}

function wordDay(text: string): Day | null {
  const month = firstMonth(text);
  const numbers = [...text.matchAll(/\d+/g)].map(([digits]) => digits);
  if (month !== null) return namedMonthDay(month, numbers);
  const [first = "", second = "", third = ""] = numbers;
  if (third === "") return null;
  if (first.length === 4) return dayOf(first, second, third);
  // 13/07/2004 and 7/13/2004 speak for themselves; with dots or hyphens the day comes first.
  const isMonthFirst = Number(second) > 12 || (text.includes("/") && Number(first) <= 12);
  const [day, monthDigits] = isMonthFirst ? [second, first] : [first, second];
  return { ...dayOf("", monthDigits, day), year: fullYear(third) };
}

function firstMonth(text: string): number | null {
  for (const [word] of text.matchAll(/\p{L}+/gu)) {
    const month = monthOf(word);
    if (month !== null) return month;
  }
  return null;
}

/** Of two numbers beside a month, the year is the one that can only be a year, else the second. */
function namedMonthDay(month: number, numbers: readonly string[]): Day | null {
  const [first, second] = numbers;
  if (first === undefined) return null;
  if (second === undefined)
    return first.length === 4 ? { year: Number(first), month, day: 1 } : null;
  const isYearFirst = first.length > 2 || Number(first) > 31;
  const [year, day] = isYearFirst ? [first, second] : [second, first];
  return { year: fullYear(year), month, day: Number(day) };
}

/** RFC 5322 §4.3: two digits from 50 are of the last century, three count from 1900. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length >= 4) return year;
  return digits.length === 2 && year < 50 ? 2000 + year : 1900 + year;
}
