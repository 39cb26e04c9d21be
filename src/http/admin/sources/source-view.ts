import type { PastPoll } from "../../../core/sources/polling/poll-history.ts";
import type { AdminSource } from "../../../publish/pages/admin-sources.ts";
import type { PageContext } from "../../layout/context.ts";
import type { TimeView } from "../../layout/dates.ts";
import type { PageView } from "../../layout/page.ts";
import { type ReasonView, reasonView } from "../../words/reasons.ts";
import { adminPage } from "../admin-frame.ts";
import type { AdminTexts } from "../admin-texts.ts";
import { ADMIN_TEXTS } from "../choose-admin-texts.ts";
import { type NoticeView, noticeView, type OrderNotice } from "../order-notice.ts";
import { EDIT_WORDS, type EditWords } from "./edit-words.ts";
import { type FactView, factsOf } from "./facts.ts";
import { quantities } from "./quantities.ts";
import { fieldsOfSettings, type SourceFields } from "./source-fields.ts";
import { type SourceRowView, sourceHref, sourceRow, sourcesHref } from "./source-row.ts";
import { SOURCE_WORDS, type SourceWords } from "./source-words.ts";

export type SourcePageOptions = {
  /** Of the last order; `null` when there was none, or it is done. */
  readonly notice: OrderNotice | null;
};

export type SourcePageView = {
  readonly page: PageView;
  readonly words: AdminTexts;
  readonly sourceWords: SourceWords;
  readonly notice: NoticeView | null;
  readonly listHref: string;
  readonly editWords: EditWords;
  /** Where forms are sent: this and a slash before the name of what is done. */
  readonly href: string;
  readonly isPaused: boolean;
  /** What an order says of its pause against the configuration; `null` for nothing. */
  readonly pauseNote: string | null;
  readonly id: string;
  readonly isListed: boolean;
  readonly fields: SourceFields;
  readonly row: SourceRowView;
  readonly address: string;
  readonly facts: readonly FactView[];
  readonly polls: readonly PollView[];
};

export type PollView = {
  readonly at: TimeView;
  readonly result: string;
  /** Of several in a row; else `null`. */
  readonly several: { readonly text: string; readonly since: TimeView } | null;
  /** HTTP status; `null` where there was none. */
  readonly status: number | null;
  readonly isFailed: boolean;
  readonly reason: ReasonView | null;
  readonly items: string | null;
  /** `null` where nothing was received. */
  readonly size: string | null;
  readonly took: string;
};

/** A source: how it is, what its last days and polls brought, and what can be done about it. */
export function sourcePageView(
  source: AdminSource,
  { notice }: SourcePageOptions,
  context: PageContext,
): SourcePageView {
  const { language, site } = context;
  const words = ADMIN_TEXTS[language];
  const { id, title, health } = source.status;
  return {
    page: adminPage(`${title} · ${words.sources} · ${words.title} · ${site.title}`, context),
    words,
    sourceWords: SOURCE_WORDS[language],
    notice: noticeView(notice, context),
    listHref: sourcesHref(context),
    editWords: EDIT_WORDS[language],
    href: sourceHref(context, id),
    isPaused: health === "paused",
    pauseNote:
      source.pauseOrdered === null ? null : EDIT_WORDS[language].pauseOrdered(source.pauseOrdered),
    id,
    isListed: source.isListed,
    fields: fieldsOfSettings(id, source.settings),
    row: sourceRow(source, source.today, context),
    address: source.address ?? SOURCE_WORDS[language].secretAddress,
    facts: factsOf(source.days, source.today, language),
    polls: source.polls.map((poll) => pollView(poll, context)),
  };
}

function pollView(poll: PastPoll, { language, dates }: PageContext): PollView {
  const { at, outcome, status, reason, items, updated, merged, failed, times, since } = poll;
  const words = SOURCE_WORDS[language];
  const { bytes, duration } = quantities(language);
  return {
    at: dates.full(at),
    result: words.outcomes[outcome],
    several: times === 1 ? null : { text: words.timesSince(times), since: dates.full(since) },
    status,
    isFailed: outcome === "failed",
    reason: reason === null ? null : reasonView(reason, language),
    items: items === 0 ? null : words.changes({ items, added: poll.new, updated, merged, failed }),
    size: poll.bytes === 0 ? null : bytes(poll.bytes),
    took: duration(poll.ms),
  };
}
