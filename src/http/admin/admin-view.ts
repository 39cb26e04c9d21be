import type { LearntLine } from "../../core/orders/editor-port.ts";
import type { AdminStatus, NewestArticle } from "../../publish/pages/admin-page.ts";
import { localHref } from "../layout/addresses.ts";
import type { PageContext } from "../layout/context.ts";
import type { TimeView } from "../layout/dates.ts";
import type { PageView } from "../layout/page.ts";
import { langAttribute } from "../words/language.ts";
import { type ReasonView, reasonView } from "../words/reasons.ts";
import { adminHref, adminPage } from "./admin-frame.ts";
import type { AdminTexts } from "./admin-texts.ts";
import { ADMIN_TEXTS } from "./choose-admin-texts.ts";
import { type DayStrip, dayStrip } from "./sources/day-strip.ts";
import { type FactView, factsOf } from "./sources/facts.ts";
import { type SourceRowView, sourceRow, sourcesHref } from "./sources/source-row.ts";
import { SOURCE_WORDS, type SourceWords } from "./sources/source-words.ts";
import { SYSTEM_WORDS } from "./system/system-words.ts";

export type AdminView = {
  readonly page: PageView;
  readonly words: AdminTexts;
  readonly heading: string;
  readonly lastPass: TimeView | null;
  readonly reasons: readonly { readonly source: string | null; readonly message: ReasonView }[];
  readonly sourceWords: SourceWords;
  /** The first of the sources, those that are ill before the others. */
  readonly rows: readonly SourceRowView[];
  readonly listHref: string;
  readonly allSources: string;
  readonly systemHref: string;
  readonly systemTitle: string;
  readonly strip: DayStrip;
  readonly facts: readonly FactView[];
  readonly newest: readonly NewestView[];
  readonly commonLines: readonly CommonLineView[];
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
  { report, listed, days, today, newest, commonLines }: AdminStatus,
  context: PageContext,
): AdminView {
  const { site, dates, language } = context;
  const words = ADMIN_TEXTS[language];
  const sourceWords = SOURCE_WORDS[language];
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
      message: reasonView(message, language),
    })),
    sourceWords,
    rows: listed.map((source) => sourceRow(source, today, context)),
    systemHref: `${adminHref(context)}/system`,
    systemTitle: SYSTEM_WORDS[language].title,
    listHref: sourcesHref(context),
    allSources: sourceWords.all(report.sources.length),
    strip: dayStrip(days, { name: site.title, today, language }),
    facts: factsOf(days, today, language),
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

export const adminArticleHref = ({ site }: PageContext, id: string): string =>
  localHref(site, `${site.url}/admin/articles/${encodeURIComponent(id)}`);

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
