import { feedRenderers } from "../../src/adapters/feed-writer/feed-renderers.ts";
import { createArchiveStore } from "../../src/adapters/store/publishing/archive-store.ts";
import { createPublicationStore } from "../../src/adapters/store/publishing/publications.ts";
import { createLeases } from "../../src/adapters/store/queues/leases.ts";
import { uuidV5 } from "../../src/adapters/uuid.ts";
import type { ArticleDraft } from "../../src/core/articles/article-draft.ts";
import type { ArchiveDocumentKey } from "../../src/core/entries/archive.ts";
import { FORMATS } from "../../src/core/entries/formats.ts";
import { PUBLISHER } from "../../src/core/entries/publication.ts";
import type { PublishedDocument } from "../../src/core/entries/published.ts";
import type { FeedDefinition, SourceDefinition } from "../../src/core/settings/definitions.ts";
import { renderArchivePage } from "../../src/publish/archives/archive-page.ts";
import { createPublisher, type PublishDeps } from "../../src/publish/feeds/publish-feeds.ts";
import { openNew, poll, storesOn } from "../adapters/store/open-store.ts";
import { NOW } from "../support/builders.ts";
import { textOf } from "../support/document-text.ts";
import { aSite } from "../support/entries.ts";
import { followTexts } from "../support/published-texts.ts";

const SITE = aSite();
/** No test takes so long. */
const LEASE_MS = 600_000;

export type PublicationOptions = {
  readonly sources: readonly SourceDefinition[];
  /** The feeds as they are configured now. */
  readonly feeds: () => readonly FeedDefinition[];
};

/** A publisher and its archive on a real store with a clock of its own, read by addresses as over HTTP. */
export async function openPublication({ sources, feeds }: PublicationOptions) {
  const { db } = await openNew();
  const stores = storesOn(db);
  const archive = createArchiveStore(db);
  await stores.ingest.configure(sources, NOW);
  const world = { now: NOW };
  const shared = {
    renderers: feedRenderers,
    uuid: uuidV5,
    now: () => world.now,
    onUnsaved: (cause: unknown) => {
      throw cause;
    },
  };
  const lease = await createLeases(db).take(PUBLISHER, "test", LEASE_MS);
  if (lease === null) throw new Error("a new database has another publisher");
  const publications = createPublicationStore(db, lease);
  const deps = { ...shared, store: stores.publish, archive, publications };
  const site = { publisher: createPublisher(deps) };
  const { texts: documents, read } = followTexts(db);
  const page = async (key: ArchiveDocumentKey): Promise<PublishedDocument | null> => {
    const order = { instance: await stores.publish.instance(), site: SITE, feeds: feeds() };
    return renderArchivePage(key, order, { ...shared, store: archive });
  };
  return {
    ...{ db, stores, archive, world, documents, page, publications },
    /** As after a restart: the publisher remembers nothing. */
    startAnew(overrides: Partial<PublishDeps> = {}): void {
      site.publisher = createPublisher({ ...deps, ...overrides });
    },
    /** Until the archives have seen everything. */
    async publish(): Promise<void> {
      for (let isBehind = true; isBehind; ) {
        ({ isBehind } = await site.publisher.publish(SITE, feeds()));
        await read(feeds());
      }
    },
    async fetchText(url: string): Promise<string> {
      const path = url.replace(SITE.url, "");
      const known = documents.get(path);
      if (known !== undefined) return known;
      const document = await page(archiveKeyOf(path));
      if (document === null) throw new Error(`there is no ${path}`);
      return textOf(document);
    },
    send: (source: string, drafts: readonly ArticleDraft[]) =>
      poll(stores.ingest, { source, drafts, now: world.now }),
  };
}

function archiveKeyOf(path: string): ArchiveDocumentKey {
  const [, feedId = "", page, name] = /feeds\/([^/]+)\/archive\/(\d+)\.(\w+)$/.exec(path) ?? [];
  return { feedId, page: Number(page), format: FORMATS.find((each) => each === name) ?? "json" };
}
