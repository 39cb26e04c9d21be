import type { OpenDatabase } from "../../adapters/store/engine/engine.ts";
import { createPauseStore } from "../../adapters/store/sources/pauses.ts";
import { createSourceHistories } from "../../adapters/store/sources/source-histories.ts";
import { createEditorStore } from "../../adapters/store/stories/editor-store.ts";
import type { Config } from "../../config/config.ts";
import { outlineId } from "../../config/opml-sources.ts";
import type { SourceDefinition } from "../../core/settings/definitions.ts";
import { dayOf, type SourceDay } from "../../core/sources/polling/poll-history.ts";
import type { DaySpan, SourceHistories } from "../../core/sources/polling/source-histories.ts";
import { publicAddress } from "../../core/urls/public-address.ts";
import type { AdminStatus } from "../../publish/pages/admin-page.ts";
import {
  type AdminSource,
  chooseSources,
  type ListedSource,
  SHOWN_DAYS,
  type SourceChoice,
  type SourceList,
  type SourceSettings,
} from "../../publish/pages/admin-sources.ts";
import type { SourceStatus, StatusReport } from "../../publish/pages/page-model.ts";

export type AdminSourcesParts = {
  readonly config: () => Config;
  readonly db: OpenDatabase["db"];
  readonly status: () => Promise<StatusReport>;
  readonly now: () => number;
};

/** What the pages of the desk show of sources. */
export type AdminSources = {
  readonly overview: (
    sources: readonly SourceStatus[],
  ) => Promise<Pick<AdminStatus, "listed" | "days" | "today">>;
  readonly list: (choice: SourceChoice) => Promise<SourceList>;
  readonly source: (id: string) => Promise<AdminSource | null>;
};

/** Sources of an overview: as many as a person takes in at once. */
const OVERVIEW = 20;
/** Adding the days of 10,000 sources takes half a second, in which nobody is answered. */
const KEPT_MS = 60_000;

export function createAdminSources({ config, db, status, now }: AdminSourcesParts): AdminSources {
  const histories = createSourceHistories(db);
  const pauses = createPauseStore(db);
  const listed = listing(db);
  const allDays = keptDays(histories, now);
  return {
    async overview(sources) {
      const span = shownDays(now());
      const first = await listed(sources.slice(0, OVERVIEW), span);
      return { listed: first, days: await allDays(span), today: span.to };
    },
    async list(choice) {
      const span = shownDays(now());
      const { chosen, ...place } = chooseSources((await status()).sources, choice);
      return { ...place, shown: await listed(chosen, span), today: span.to };
    },
    async source(id) {
      const span = shownDays(now());
      const definition = config().sources.find((each) => each.id === id);
      const found = (await status()).sources.find((each) => each.id === id);
      if (definition === undefined || found === undefined) return null;
      const [source] = await listed([found], span);
      if (source === undefined) return null;
      const polls = await histories.polls(id);
      return {
        ...source,
        address: addressOf(definition),
        settings: settingsOf(definition),
        isListed: definition.kind === "remote" && definition.id === outlineId(definition.url),
        pauseOrdered: await pauses.ordered(id),
        polls,
        today: span.to,
      };
    },
  };
}

function listing(db: OpenDatabase["db"]) {
  const histories = createSourceHistories(db);
  const editor = createEditorStore(db);
  return async (
    sources: readonly SourceStatus[],
    span: DaySpan,
  ): Promise<readonly ListedSource[]> => {
    const ids = sources.map(({ id }) => id);
    const days = await histories.days(ids, span);
    const waiting = await editor.waitingPages();
    return sources.map((each) => ({
      status: each,
      days: days.get(each.id) ?? [],
      waitingPages: waiting.get(each.id) ?? 0,
    }));
  };
}

const settingsOf = ({
  title,
  everyMs,
  rights,
  fullText,
  categories,
  paused,
}: SourceDefinition): SourceSettings => ({ title, everyMs, rights, fullText, categories, paused });

/** The days of all sources; those of a moment ago while they will do. */
function keptDays(
  histories: SourceHistories,
  now: () => number,
): (span: DaySpan) => Promise<readonly SourceDay[]> {
  let kept: { readonly at: number; readonly days: readonly SourceDay[] } | null = null;
  return async (span) => {
    if (kept !== null && now() - kept.at <= KEPT_MS) return kept.days;
    const days = await histories.allDays(span);
    kept = { at: now(), days };
    return days;
  };
}

function shownDays(now: number): DaySpan {
  const to = dayOf(now);
  return { from: to - SHOWN_DAYS + 1, to };
}

const addressOf = (definition: SourceDefinition): string | null =>
  definition.kind === "folder" ? definition.folder : publicAddress(definition.url);
