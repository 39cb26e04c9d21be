import { addDays, type SourceDay } from "../../../core/sources/polling/poll-history.ts";
import { SHOWN_DAYS } from "../../../publish/pages/admin-sources.ts";
import type { PageLanguage } from "../../words/language.ts";
import { quantities } from "./quantities.ts";
import { SOURCE_WORDS } from "./source-words.ts";

export type FactView = {
  readonly name: string;
  readonly value: string;
  readonly beside: string | null;
};

/** What the shown days brought, added; empty without a poll. */
export function factsOf(
  days: readonly SourceDay[],
  today: number,
  language: PageLanguage,
): readonly FactView[] {
  const sum = sumOf(days);
  if (sum === null) return [];
  const { facts } = SOURCE_WORDS[language];
  const { count, bytes, duration } = quantities(language);
  const fact = (name: string, value: string, beside: string | null = null): FactView => ({
    name,
    value,
    beside,
  });
  const failures = sum.failures === 0 ? null : `${count(sum.failures)} ${facts.failed}`;
  return [
    fact(facts.fresh, count(sum.new), besideNew(sum, daysSpanned(days, today), language)),
    fact(facts.updated, count(sum.updated)),
    fact(facts.polls, count(sum.polls), failures),
    fact(facts.average, duration(sum.ms / sum.polls)),
    fact(facts.received, bytes(sum.bytes)),
  ];
}

/** Days since the first poll that is known, thirty at most: a new source is not judged by days before it came. */
const daysSpanned = (days: readonly SourceDay[], today: number): number =>
  Math.min(SHOWN_DAYS, Math.max(1, today - Math.min(...days.map(({ day }) => day)) + 1));

const average = (count: number, days: number): number => Math.round((count / days) * 10) / 10;

function besideNew(sum: SourceDay, days: number, language: PageLanguage): string {
  const { perDay, copies } = SOURCE_WORDS[language];
  const rate = perDay(average(sum.new, days));
  return sum.merged === 0 ? rate : `${rate}, ${copies(sum.merged)}`;
}

const sumOf = (days: readonly SourceDay[]): SourceDay | null =>
  days.reduce<SourceDay | null>((sum, each) => addDays(each, sum), null);
