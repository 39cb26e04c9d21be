import type { OpenDatabase } from "../../adapters/store/engine/engine.ts";
import { createSourceHistories } from "../../adapters/store/sources/source-histories.ts";
import { createEditorStore } from "../../adapters/store/stories/editor-store.ts";
import type { Config } from "../../config/config.ts";
import type { SourceDefinition } from "../../core/settings/definitions.ts";
import { dayOf } from "../../core/sources/polling/poll-history.ts";
import { publicAddress } from "../../core/urls/public-address.ts";
import type { AdminStatus } from "../../publish/pages/admin-page.ts";
import {
  type AdminSource,
  chooseSources,
  type ListedSource,
  SHOWN_DAYS,
  type SourceChoice,
  type SourceList,
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

export function createAdminSources({ config, db, status, now }: AdminSourcesParts): AdminSources {
  const histories = createSourceHistories(db);
  const editor = createEditorStore(db);
  const listed = async (
    sources: readonly SourceStatus[],
    from: number,
  ): Promise<readonly ListedSource[]> => {
    const ids = sources.map(({ id }) => id);
    const days = await histories.days(ids, from);
    const waiting = await editor.waitingPages();
    return sources.map((each) => ({
      status: each,
      days: days.get(each.id) ?? [],
      waitingPages: waiting.get(each.id) ?? 0,
    }));
  };
  return {
    async overview(sources) {
      const { today, from } = shownDays(now());
      const first = await listed(sources.slice(0, OVERVIEW), from);
      return { listed: first, days: await histories.allDays(from), today };
    },
    async list(choice) {
      const { today, from } = shownDays(now());
      const { chosen, ...place } = chooseSources((await status()).sources, choice);
      return { ...place, shown: await listed(chosen, from), today };
    },
    async source(id) {
      const { today, from } = shownDays(now());
      const definition = config().sources.find((each) => each.id === id);
      const found = (await status()).sources.find((each) => each.id === id);
      if (definition === undefined || found === undefined) return null;
      const [source] = await listed([found], from);
      if (source === undefined) return null;
      const polls = await histories.polls(id);
      return { ...source, address: addressOf(definition), polls, today };
    },
  };
}

function shownDays(now: number): { readonly today: number; readonly from: number } {
  const today = dayOf(now);
  return { today, from: today - SHOWN_DAYS + 1 };
}

const addressOf = (definition: SourceDefinition): string | null =>
  definition.kind === "folder" ? definition.folder : publicAddress(definition.url);
