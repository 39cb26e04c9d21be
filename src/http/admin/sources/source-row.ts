import type { ListedSource } from "../../../publish/pages/admin-sources.ts";
import type { SourceStatus } from "../../../publish/pages/page-model.ts";
import { localHref } from "../../layout/addresses.ts";
import type { PageContext } from "../../layout/context.ts";
import type { TimeView } from "../../layout/dates.ts";
import { type ReasonView, reasonView } from "../../words/reasons.ts";
import { ADMIN_TEXTS } from "../choose-admin-texts.ts";
import { type DayStrip, dayStrip } from "./day-strip.ts";
import { SOURCE_WORDS } from "./source-words.ts";

/** A source in a table: how it is, what it brought, and why its next poll is when it is. */
export type SourceRowView = {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly health: HealthView;
  readonly strip: DayStrip;
  readonly lastPoll: TimeView | null;
  readonly lastError: ReasonView | null;
  readonly nextPoll: TimeView | null;
  readonly nextReason: ReasonView | null;
  readonly waiting: string | null;
};

export type HealthView = {
  /** CSS class beside "health"; empty when the source is in good health. */
  readonly light: string;
  readonly word: string;
};

export function sourceRow(
  { status, days, waitingPages }: ListedSource,
  today: number,
  context: PageContext,
): SourceRowView {
  const { dates, language } = context;
  const { id, title, lastPollAt, lastError, nextPollAt, nextPollReason } = status;
  return {
    id,
    title,
    href: sourceHref(context, id),
    health: healthView(status, context),
    strip: dayStrip(days, { name: title, today, language }),
    lastPoll: lastPollAt === null ? null : dates.full(lastPollAt),
    lastError: lastError === null ? null : reasonView(lastError, language),
    nextPoll: nextPollAt === null ? null : dates.full(nextPollAt),
    nextReason: nextPollReason === null ? null : reasonView(nextPollReason, language),
    waiting: waitingPages === 0 ? null : ADMIN_TEXTS[language].waitingPages(waitingPages),
  };
}

export const sourceHref = ({ site }: PageContext, id: string): string =>
  localHref(site, `${site.url}/admin/sources/${encodeURIComponent(id)}`);

export const sourcesHref = ({ site }: PageContext, query = ""): string =>
  localHref(site, `${site.url}/admin/sources${query}`);

const healthView = (
  { health, lastOutcome }: Pick<SourceStatus, "health" | "lastOutcome">,
  { language }: PageContext,
): HealthView => ({
  light: LIGHTS[health],
  word:
    health === "good" && lastOutcome === "unchanged"
      ? SOURCE_WORDS[language].outcomes.unchanged
      : SOURCE_WORDS[language].states[health],
});

const LIGHTS: Readonly<Record<SourceStatus["health"], string>> = {
  good: "",
  unsteady: "wait",
  failing: "bad",
  waiting: "wait",
  paused: "off",
};
