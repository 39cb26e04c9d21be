import type { LearntLine } from "../../core/orders/editor-port.ts";
import type { AdminStatus, NewestArticle } from "../../publish/pages/admin-page.ts";
import type { SourceStatus } from "../../publish/pages/page-model.ts";
import { localHref } from "../layout/addresses.ts";
import type { PageContext } from "../layout/context.ts";
import type { TimeView } from "../layout/dates.ts";
import { namedMeta, type PageView, pageView } from "../layout/page.ts";
import { langAttribute } from "../words/language.ts";
import { type ReasonView, reasonView } from "../words/reasons.ts";
import type { AdminTexts } from "./admin-texts.ts";
import { ADMIN_TEXTS } from "./choose-admin-texts.ts";

export type AdminView = {
  readonly page: PageView;
  readonly words: AdminTexts;
  readonly heading: string;
  readonly lastPass: TimeView | null;
  readonly reasons: readonly { readonly source: string | null; readonly message: ReasonView }[];
  readonly sources: readonly SourceView[];
  readonly newest: readonly NewestView[];
  readonly commonLines: readonly CommonLineView[];
};

export type SourceView = {
  readonly id: string;
  readonly title: string;
  /** CSS class beside "health"; empty when the source is in good health. */
  readonly health: string;
  readonly outcome: string;
  readonly lastPoll: TimeView | null;
  readonly lastError: ReasonView | null;
  readonly nextPoll: TimeView | null;
  readonly nextReason: ReasonView | null;
  readonly waiting: string | null;
};

export type NewestView = {
  readonly title: string;
  readonly lang: string | null;
  readonly href: string;
  readonly source: string;
  readonly at: TimeView;
  readonly removed: string;
};

export type CommonLineView = {
  readonly text: string;
  readonly why: string;
  readonly until: TimeView;
};

/** Each source's health, why the next poll is when it is, and what came in last. */
export function adminView(
  { report, waitingPages, newest, commonLines }: AdminStatus,
  context: PageContext,
): AdminView {
  const words = ADMIN_TEXTS[context.language];
  const { site, dates } = context;
  const count = report.reasons.length;
  const unsteady = report.sources.filter(({ health }) => health === "unsteady").length;
  const titles = new Map(report.sources.map(({ id, title }) => [id, title]));
  const heading = count === 0 ? inOrder(words, unsteady) : words.needed(count);
  return {
    page: adminPage(`${heading} · ${words.title} · ${site.title}`, context),
    words,
    heading,
    lastPass: report.lastPassAt === null ? null : dates.full(report.lastPassAt),
    reasons: report.reasons.map(({ source, message }) => ({
      source: source === null ? null : (titles.get(source) ?? source),
      message: reasonView(message, context.language),
    })),
    sources: report.sources.map((source) =>
      sourceView(source, waitingPages.get(source.id) ?? 0, context),
    ),
    newest: newest.map((article) => newestView(article, context)),
    commonLines: commonLines.map((line) => ({
      text: line.sample,
      why: commonWhy(line, context),
      until: dates.full(line.until),
    })),
  };
}

/** Why the cleaner removes a line from the articles of every source. */
export const commonWhy = (
  { owners, since }: Pick<LearntLine, "owners" | "since">,
  { language, dates }: PageContext,
): string => ADMIN_TEXTS[language].commonWhy(owners, dates.full(since).text);

/** Says that everything is in order only when no last poll failed. */
const inOrder = (words: AdminTexts, unsteady: number): string =>
  unsteady === 0 ? words.inOrder : words.inOrderBut(unsteady);

/** The frame of an admin page: not indexed, and it announces no feeds. */
export const adminPage = (title: string, context: PageContext): PageView =>
  pageView(context, { title, meta: namedMeta({ robots: "noindex, nofollow" }) });

export const adminArticleHref = ({ site }: PageContext, id: string): string =>
  localHref(site, `${site.url}/admin/articles/${encodeURIComponent(id)}`);

function sourceView(source: SourceStatus, waiting: number, context: PageContext): SourceView {
  const { dates, language } = context;
  const words = ADMIN_TEXTS[language];
  const { id, title, health, lastOutcome, lastPollAt, lastError, nextPollAt, nextPollReason } =
    source;
  return {
    id,
    title,
    health: LIGHTS[health],
    outcome: health === "good" ? words.outcomes[lastOutcome ?? "none"] : words.states[health],
    lastPoll: lastPollAt === null ? null : dates.full(lastPollAt),
    lastError: lastError === null ? null : reasonView(lastError, language),
    nextPoll: nextPollAt === null ? null : dates.full(nextPollAt),
    nextReason: nextPollReason === null ? null : reasonView(nextPollReason, language),
    waiting: waiting === 0 ? null : words.waitingPages(waiting),
  };
}

const LIGHTS: Readonly<Record<SourceStatus["health"], string>> = {
  good: "",
  unsteady: "wait",
  failing: "bad",
  waiting: "wait",
  paused: "off",
};

function newestView(article: NewestArticle, context: PageContext): NewestView {
  const { id, title, language, source, enteredAt, removedCount } = article;
  return {
    title,
    lang: langAttribute(language, context.language),
    href: adminArticleHref(context, id),
    source: source.title,
    at: context.dates.full(enteredAt),
    removed: ADMIN_TEXTS[context.language].removedCount(removedCount),
  };
}
