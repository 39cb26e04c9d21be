import { feedPagePath } from "../../core/entries/addresses.ts";
import type { FeedSummary, FrontModel } from "../../publish/pages/page-model.ts";
import { type FeedAddress, feedAddresses, localHref, shortAddresses } from "../layout/addresses.ts";
import type { PageContext } from "../layout/context.ts";
import type { TimeView } from "../layout/dates.ts";
import {
  type AlternateLink,
  alternatesOf,
  namedMeta,
  type PageView,
  pageView,
} from "../layout/page.ts";
import { langAttribute, languageName } from "../words/language.ts";
import { type StoryView, storyView } from "./story.ts";

export type FeedRowView = {
  readonly title: string;
  readonly description: string;
  readonly href: string;
  readonly lang: string | null;
  /** How many articles the feed carries, or that it is empty. */
  readonly volume: string;
  readonly newest: TimeView | null;
  readonly languages: string;
  readonly addresses: readonly FeedAddress[];
};

export type FrontView = {
  readonly page: PageView;
  readonly heading: string;
  readonly intro: string;
  readonly introLang: string | null;
  readonly changed: TimeView | null;
  readonly feeds: readonly FeedRowView[];
  readonly shortAddresses: readonly FeedAddress[];
  readonly stories: readonly StoryView[];
};

export function frontView(model: FrontModel, context: PageContext): FrontView {
  const { site, texts, dates, language } = context;
  const time = (at: number): TimeView => dates.short(at, model.changedAt);
  return {
    page: pageView(context, {
      title: site.title,
      isFront: true,
      canonical: `${site.url}/`,
      meta: namedMeta({ description: site.description }),
      alternates: frontAlternates(context),
    }),
    heading: texts.frontHeading(model.sourceCount),
    intro: site.description,
    introLang: langAttribute(site.language, language),
    changed: model.changedAt === null ? null : dates.full(model.changedAt),
    feeds: model.feeds.map((summary) => feedRow(summary, time, context)),
    shortAddresses: context.feeds.length === 0 ? [] : shortAddresses(site),
    stories: model.newest.map((entry) => storyView(entry, time, context)),
  };
}

/** The first feed in each format, the others as RSS: browsers and readers offer the whole list. */
function frontAlternates(context: PageContext): readonly AlternateLink[] {
  const [first, ...others] = context.feeds.slice(0, MOST_ALTERNATES);
  if (first === undefined) return [];
  return [
    ...alternatesOf(context, first),
    ...others.flatMap((feed) => alternatesOf(context, feed).slice(0, 1)),
  ];
}

/** Feed readers show this list as a menu; for more feeds the OPML file serves better. */
const MOST_ALTERNATES = 50;

function feedRow(
  summary: FeedSummary,
  time: (at: number) => TimeView,
  context: PageContext,
): FeedRowView {
  const { feed, newestAt } = summary;
  return {
    title: feed.title,
    description: feed.description,
    href: localHref(context.site, context.site.url + feedPagePath(feed.id)),
    lang: langAttribute(feed.language, context.language),
    volume: volumeOf(summary, context),
    newest: newestAt === null ? null : time(newestAt),
    languages: languageList(summary.languages, context),
    addresses: feedAddresses(context.site, feed),
  };
}

/** "41 a day" when the rate is known, else the number of articles. */
export function volumeOf(summary: FeedSummary, { texts }: PageContext): string {
  if (summary.entryCount === 0) return texts.noArticles;
  const { entriesPerDay } = summary;
  if (entriesPerDay === null) return texts.articles(summary.entryCount);
  return texts.perDay(wholeUnlessFew(entriesPerDay));
}

/** Rounds, except below one a day: the texts say "less than 1" there, and a rounded 1 or 0 would be wrong. */
export const wholeUnlessFew = (perDay: number): number =>
  perDay < 1 ? perDay : Math.round(perDay);

/** "Deutsch, Englisch" */
export function languageList(tags: readonly string[], { language }: PageContext): string {
  const names = tags.map((tag) => languageName(tag, language)).filter((name) => name !== null);
  return [...new Set(names)].slice(0, MOST_LANGUAGES).join(", ");
}

const MOST_LANGUAGES = 6;
