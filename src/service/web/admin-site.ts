import type { OpenDatabase } from "../../adapters/store/engine/engine.ts";
import { createPublishStore } from "../../adapters/store/publishing/publish-store.ts";
import { createEditorStore } from "../../adapters/store/stories/editor-store.ts";
import type { Config } from "../../config/config.ts";
import { COMMON } from "../../core/cleaning/repeated/common-lines.ts";
import type { PublishStore, StoredEntry } from "../../core/entries/publish-store.ts";
import type { EditorStore } from "../../core/orders/editor-port.ts";
import type { AdminArticle, AdminSite, NewestArticle } from "../../publish/pages/admin-page.ts";
import type { StatusReport } from "../../publish/pages/page-model.ts";
import { listSources } from "../exchange-lists.ts";
import type { WebDesk } from "../orders/web-desk.ts";
import { createAdminSources } from "./admin-sources.ts";
import { createAdminSystem } from "./admin-system.ts";
import type { DatabaseWatch } from "./database-watch.ts";

export type AdminSiteParts = {
  readonly config: () => Config;
  readonly db: OpenDatabase["db"];
  /** Asks the database; rejects while it does not answer. */
  readonly ask: DatabaseWatch["ask"];
  readonly status: () => Promise<StatusReport>;
  readonly desk: Pick<WebDesk, "order" | "place" | "await" | "look">;
  readonly now: () => number;
};

/** As many articles as a person looks through. */
const NEWEST = 50;
const COMMON_LINES = 50;

export function createAdminSite({ config, db, ask, status, desk, now }: AdminSiteParts): AdminSite {
  const publish = createPublishStore(db);
  const editor = createEditorStore(db);
  const system = createAdminSystem(db, status);
  const sources = createAdminSources({ config, db, status, now });
  return {
    token: () => config().adminToken,
    status: () =>
      ask(async () => {
        const report = await status();
        return {
          report,
          ...(await sources.overview(report.sources)),
          newest: (await publish.entries({ sources: [], after: null, limit: NEWEST })).map(newest),
          commonLines: await editor.commonLines(COMMON_LINES),
        };
      }),
    sources: (choice) => ask(() => sources.list(choice)),
    source: (id) => ask(() => sources.source(id)),
    article: (id) => ask(() => articleOf(id, { publish, editor })),
    system: () => ask(system.system),
    journalLine: (id) => ask(() => system.journalLine(id)),
    sourceList: () => listSources(config()),
    sourceIds: () => config().sources.map(({ id }) => id),
    place: (order) => ask(() => desk.place(order)),
    await: (id) => ask(() => desk.await(id)),
    order: (order) => ask(() => desk.order(order)),
    look: (id) => ask(() => desk.look(id)),
  };
}

type AdminStores = {
  readonly publish: Pick<PublishStore, "article">;
  readonly editor: Pick<EditorStore, "handling" | "commonLinesAmong">;
};

async function articleOf(
  id: string,
  { publish, editor }: AdminStores,
): Promise<AdminArticle | null> {
  const entry = await publish.article(id, { withHeld: true });
  const handling = await editor.handling(id);
  if (entry === null || handling === null) return null;
  const common = entry.article.removed.filter(({ rule }) => rule === COMMON);
  const commonLines = await editor.commonLinesAmong(common.map(({ text }) => text));
  return { entry, handling, commonLines };
}

const newest = ({ article, enteredAt }: StoredEntry): NewestArticle => {
  const { id, title, language, source, removed } = article;
  return { id, title, language, source, enteredAt, removedCount: removed.length };
};
