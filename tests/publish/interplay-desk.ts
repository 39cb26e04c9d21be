import { createEditorStore } from "../../src/adapters/store/stories/editor-store.ts";
import type { ArticleDraft } from "../../src/core/articles/article-draft.ts";
import { createFeedFilter } from "../../src/core/entries/feed-filter.ts";
import { LEASE_MS } from "../../src/core/lease.ts";
import type { FeedDefinition } from "../../src/core/settings/definitions.ts";
import { decideEdit, decideUndo, type EditorAction } from "../../src/core/stories/editing.ts";
import { complete, poll } from "../adapters/store/open-store.ts";
import { aDraft, aRemote, HOUR, NOW } from "../support/builders.ts";
import { aSite } from "../support/entries.ts";
import { READABLE_IDS } from "../support/known-model.ts";
import { atomImporter, type Imported, jsonImporter } from "../support/partner.ts";
import { createWithdrawing } from "../support/withdrawing.ts";
import { openPublication } from "./open-publication.ts";

export const SOURCES = ["valley", "hill", "lake"].map((id) =>
  aRemote({ id, url: `https://${id}.example/feed` }),
);
const SITE = aSite();
const { fallbackEntryId } = READABLE_IDS;

/** Everything that moves what is published, on one real store, with a partner for each feed and format. */
export async function openDesk(feeds: readonly FeedDefinition[]) {
  const publication = await openPublication({ sources: SOURCES, feeds: () => feeds });
  const { db, stores, archive, world, documents, publish, fetchText } = publication;
  const { ingest, pages, publish: store } = stores;
  const editor = createEditorStore(db);
  const withdrawals = createWithdrawing(db);
  const partners = feeds.map((feed) => ({
    feed,
    atom: atomImporter(fetchText),
    json: jsonImporter(fetchText),
  }));
  return {
    ...{ db, stores, world, documents, publish },
    /** What partners have and what they should have, by feed. */
    async shelves() {
      const shelves = [];
      for (const { feed, atom, json } of partners) {
        await atom.read(`${SITE.url}/feeds/${feed.id}.atom`);
        await json.read(`${SITE.url}/feeds/${feed.id}.json`);
        const anew = jsonImporter(fetchText);
        await anew.read(`${SITE.url}/feeds/${feed.id}.json`);
        const { sources } = feed.where;
        const query = { sources, prefer: feed.prefer, after: null, limit: 500 };
        const isWanted = createFeedFilter(feed.where);
        const entries = (await store.entries(query)).filter(({ article }) => isWanted(article));
        shelves.push({
          feedId: feed.id,
          atom: sorted(atom.articles()),
          json: sorted(json.articles()),
          anew: sorted(anew.articles()),
          entries: entries.toSorted((a, b) => (a.entryId < b.entryId ? -1 : 1)),
        });
      }
      return shelves;
    },
    /** All archive documents of all feeds, as JSON. */
    async archives(): Promise<string> {
      const texts: string[] = [];
      for (const { id } of feeds) {
        const pages = (await archive.state(id))?.pages ?? 0;
        for (let page = 1; page <= pages; page += 1) {
          texts.push(await fetchText(`${SITE.url}/feeds/${id}/archive/${page}.json`));
        }
      }
      return texts.join("\n");
    },
    send: (source: string, text: string, overrides: Partial<ArticleDraft> = {}) => {
      const draft = aDraft({ key: source, text, publishedAt: NOW - HOUR, ...overrides });
      return poll(ingest, { source, drafts: [draft], now: world.now });
    },
    complete: async (articleId: string, draft: ArticleDraft): Promise<void> => {
      const job = await pages.claim(articleId, LEASE_MS, NOW);
      if (job !== null) await complete(stores, job, draft, world.now);
    },
    fail: async (articleId: string, nextAt: number | null): Promise<void> => {
      const job = await pages.claim(articleId, LEASE_MS, NOW);
      if (job !== null) await pages.fail(job, { reason: "gone", nextAt }, world.now);
    },
    release: () => pages.release(world.now),
    withdraw: (id: string) => withdrawals.withdraw(id, { at: world.now, reason: null }),
    restore: (id: string) => withdrawals.restore(id, world.now),
    edit: (action: EditorAction) =>
      editor.edit(action, (known) => decideEdit(known, action, fallbackEntryId), world.now),
    undo: (action: EditorAction) =>
      editor.undo(action, (known, done) => decideUndo(known, done, fallbackEntryId), world.now),
  };
}

const sorted = (articles: readonly Imported[]) =>
  articles.toSorted((a, b) => (a.id < b.id ? -1 : 1));

export type Desk = Awaited<ReturnType<typeof openDesk>>;
