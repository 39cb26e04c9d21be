import { feedRenderers } from "../../src/adapters/feed-writer/feed-renderers.ts";
import { createArchiveStore } from "../../src/adapters/store/archive-store.ts";
import { uuidV5 } from "../../src/adapters/uuid.ts";
import type { ArchiveDocumentKey } from "../../src/core/archive.ts";
import type { FeedDefinition, SourceDefinition } from "../../src/core/definitions.ts";
import { FORMATS } from "../../src/core/entry.ts";
import type { ArticleDraft } from "../../src/core/model.ts";
import type { PublishedDocument } from "../../src/core/published.ts";
import { renderArchivePage } from "../../src/publish/archive-page.ts";
import { createPublisher } from "../../src/publish/publish-feeds.ts";
import { openNew, poll, storesOn } from "../adapters/store/open-store.ts";
import { NOW } from "../support/builders.ts";
import { aSite } from "../support/entries.ts";

const SITE = aSite();

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
  const publisher = createPublisher({ ...shared, store: stores.publish, archive });
  const documents = new Map<string, string>();
  const page = async (key: ArchiveDocumentKey): Promise<PublishedDocument | null> => {
    const order = { instance: await stores.publish.instance(), site: SITE, feeds: feeds() };
    return renderArchivePage(key, order, { ...shared, store: archive });
  };
  return {
    ...{ db, stores, archive, world, documents, page },
    /** Until the archives have seen everything. */
    async publish(): Promise<void> {
      for (let isBehind = true; isBehind; ) {
        const publication = await publisher.publish(SITE, feeds());
        for (const { path, identity } of publication.changed) documents.set(path, String(identity));
        isBehind = publication.isBehind;
      }
    },
    async fetchText(url: string): Promise<string> {
      const path = url.replace(SITE.url, "");
      const known = documents.get(path);
      if (known !== undefined) return known;
      const document = await page(archiveKeyOf(path));
      if (document === null) throw new Error(`there is no ${path}`);
      return String(document.identity);
    },
    send: (source: string, drafts: readonly ArticleDraft[]) =>
      poll(stores.ingest, { source, drafts, now: world.now }),
  };
}

function archiveKeyOf(path: string): ArchiveDocumentKey {
  const [, feedId = "", page, name] = /feeds\/([^/]+)\/archive\/(\d+)\.(\w+)$/.exec(path) ?? [];
  return { feedId, page: Number(page), format: FORMATS.find((each) => each === name) ?? "json" };
}
