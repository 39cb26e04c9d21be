import { HEALTHS, type Health } from "../../../core/sources/polling/source-health.ts";
import type { SourceChoice, SourceList } from "../../../publish/pages/admin-sources.ts";
import type { PageContext } from "../../layout/context.ts";
import type { PageView } from "../../layout/page.ts";
import { adminHref, adminPage } from "../admin-frame.ts";
import type { AdminTexts } from "../admin-texts.ts";
import { ADMIN_TEXTS } from "../choose-admin-texts.ts";
import { EDIT_WORDS, type EditWords } from "./edit-words.ts";
import { type SourceRowView, sourceRow, sourcesHref } from "./source-row.ts";
import { SOURCE_WORDS, type SourceWords } from "./source-words.ts";

export type SourcesView = {
  readonly page: PageView;
  readonly words: AdminTexts;
  readonly sourceWords: SourceWords;
  readonly editWords: EditWords;
  readonly statusHref: string;
  readonly newHref: string;
  readonly opmlHref: string;
  readonly filters: readonly FilterView[];
  readonly rows: readonly SourceRowView[];
  readonly place: PlaceView;
};

/** A state of which only the sources are shown, or all of them. */
export type FilterView = {
  readonly href: string;
  readonly text: string;
  readonly count: number;
  readonly isChosen: boolean;
};

/** Where this part of the list stands; the links are `null` at its ends. */
export type PlaceView = {
  readonly text: string | null;
  readonly earlier: string | null;
  readonly later: string | null;
};

/** The sources in a state, a page of them. */
export function sourcesView(list: SourceList, context: PageContext): SourcesView {
  const { language, site } = context;
  const words = ADMIN_TEXTS[language];
  return {
    page: adminPage(`${words.sources} · ${words.title} · ${site.title}`, context),
    words,
    sourceWords: SOURCE_WORDS[language],
    editWords: EDIT_WORDS[language],
    statusHref: adminHref(context),
    newHref: sourcesHref(context, "/new"),
    opmlHref: sourcesHref(context, ".opml"),
    filters: filtersOf(list, context),
    rows: list.shown.map((source) => sourceRow(source, list.today, context)),
    place: placeOf(list, context),
  };
}

function filtersOf({ choice, counts }: SourceList, context: PageContext): readonly FilterView[] {
  const words = SOURCE_WORDS[context.language];
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const filter = (health: Health | null, text: string, count: number): FilterView => ({
    href: sourcesHref(context, queryOf({ health, page: 1 })),
    text,
    count,
    isChosen: choice.health === health,
  });
  const states = HEALTHS.flatMap((health) => {
    const count = counts.get(health) ?? 0;
    return count === 0 && choice.health !== health
      ? []
      : [filter(health, words.states[health], count)];
  });
  return [filter(null, words.all(total), total), ...states];
}

function placeOf({ choice, pages }: SourceList, context: PageContext): PlaceView {
  const { page } = choice;
  const at = (other: number): string | null =>
    other < 1 || other > pages ? null : sourcesHref(context, queryOf({ ...choice, page: other }));
  const text = pages === 1 ? null : SOURCE_WORDS[context.language].page(page, pages);
  return { text, earlier: at(page - 1), later: at(page + 1) };
}

function queryOf({ health, page }: SourceChoice): string {
  const query = new URLSearchParams();
  if (health !== null) query.set("state", health);
  if (page > 1) query.set("page", String(page));
  return query.size === 0 ? "" : `?${query}`;
}

/** What an address asks for; anything that is none of it asks for the beginning. */
export function choiceOf({ state, page }: Readonly<Record<string, unknown>>): SourceChoice {
  const number = typeof page === "string" && /^[1-9][0-9]{0,5}$/.test(page) ? Number(page) : 1;
  return { health: HEALTHS.find((health) => health === state) ?? null, page: number };
}
