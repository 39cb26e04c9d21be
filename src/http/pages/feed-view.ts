import { feedPagePath } from "../../core/entries/addresses.ts";
import type { Entry } from "../../core/entries/entry.ts";
import type { FeedPage, FeedSummary } from "../../publish/pages/page-model.ts";
import { type FeedAddress, feedAddresses } from "../layout/addresses.ts";
import type { PageContext } from "../layout/context.ts";
import type { DayView, TimeView } from "../layout/dates.ts";
import { alternatesOf, namedMeta, type PageView, pageView } from "../layout/page.ts";
import { langAttribute } from "../words/language.ts";
import { languageList, volumeOf, wholeUnlessFew } from "./front-view.ts";
import { isLongTitle, pictureView, type StoryView, storyView } from "./story.ts";

export type FeedDayView = DayView & {
  /** The story that opens the page; only the first day may have one. */
  readonly lead: StoryView | null;
  readonly stories: readonly StoryView[];
};

export type FeedView = {
  readonly page: PageView;
  readonly title: string;
  readonly isLongTitle: boolean;
  readonly description: string;
  readonly lang: string | null;
  /** "41 articles a day", "German, English" */
  readonly facts: readonly string[];
  readonly changed: TimeView | null;
  readonly addresses: readonly FeedAddress[];
  readonly days: readonly FeedDayView[];
  readonly sources: readonly { readonly name: string; readonly count: string }[];
};

export function feedView(model: FeedPage, context: PageContext): FeedView {
  const { summary, changedAt } = model;
  const { feed } = summary;
  const { site, dates, language } = context;
  const languages = languageList(summary.languages, context);
  return {
    page: pageView(context, {
      title: `${feed.title} · ${site.title}`,
      canonical: site.url + feedPagePath(feed.id),
      meta: namedMeta({ description: feed.description }),
      alternates: alternatesOf(context, feed),
    }),
    title: feed.title,
    isLongTitle: isLongTitle(feed.title),
    description: feed.description,
    lang: langAttribute(feed.language, language),
    facts: [dailyArticles(summary, context), languages].filter((fact) => fact !== ""),
    changed: changedAt === null ? null : dates.full(changedAt),
    addresses: feedAddresses(site, feed),
    days: daysOf(model.entries, changedAt, context),
    sources: model.sources.map(({ source, entryCount }) => ({
      name: source.title,
      count: new Intl.NumberFormat(language).format(entryCount),
    })),
  };
}

function dailyArticles(summary: FeedSummary, context: PageContext): string {
  const { entriesPerDay } = summary;
  if (entriesPerDay === null) return volumeOf(summary, context);
  return context.texts.articlesPerDay(wholeUnlessFew(entriesPerDay));
}

/**
 * Groups entries by the day on which they entered the feed, in the order of the feed, as subscribers saw them.
 * An entry that was published on another day shows its own date.
 */
function daysOf(
  entries: readonly Entry[],
  changedAt: number | null,
  context: PageContext,
): readonly FeedDayView[] {
  const { dates } = context;
  const days = new Map<string, { readonly at: number; readonly entries: Entry[] }>();
  for (const entry of entries) {
    const { key } = dates.day(entry.enteredAt, null);
    const day = days.get(key) ?? { at: entry.enteredAt, entries: [] };
    days.set(key, day);
    day.entries.push(entry);
  }
  return [...days.values()].map((day, index) => {
    const lead = index === 0 ? leadOf(day.entries, context) : null;
    const view = (entry: Entry): StoryView =>
      storyView(entry, (at) => dates.within(at, day.at), context);
    return {
      ...dates.day(day.at, changedAt),
      lead: lead === null ? null : view(lead),
      stories: day.entries.filter((entry) => entry !== lead).map(view),
    };
  });
}

/** The first story with a picture opens the page, else the first one. */
function leadOf(entries: readonly Entry[], context: PageContext): Entry | null {
  return entries.find((entry) => pictureView(entry, context) !== null) ?? entries[0] ?? null;
}
