import { ALIASES, feedPath } from "../core/addresses.ts";
import type { FeedDefinition, SiteDefinition } from "../core/definitions.ts";
import { type FeedDocument, type FeedRenderers, FORMATS, type Format } from "../core/entry.ts";
import type { DocumentRecord, PublishedDocument } from "../core/published.ts";
import type { Instance, PublishStore } from "../core/store-ports.ts";
import { composeEntry } from "./compose-entry.ts";
import { composeFeed, composeFeedPage } from "./compose-feed.ts";
import { encodeDocument, recordOf } from "./encode-document.ts";
import type { FeedPage } from "./page-model.ts";
import { selectEntries } from "./select-entries.ts";

export type PublishDeps = {
  readonly store: Pick<PublishStore, "entries" | "instance" | "documents" | "saveDocuments">;
  readonly renderers: FeedRenderers;
  readonly uuid: (namespace: string, name: string) => string;
  readonly now: () => number;
  /** Called when what is kept of documents could not be saved: they are served all the same. */
  readonly onUnsaved: (cause: unknown) => void;
};

/** What publishing made of the configuration's feeds. */
export type Publication = {
  /** Documents whose bytes changed since the last publication. */
  readonly changed: readonly PublishedDocument[];
  /** Every path that is served now. */
  readonly paths: readonly string[];
  readonly pages: readonly FeedPage[];
};

export type Publisher = {
  /** Selects, renders, tags and compresses; only what changed is compressed. One call at a time. */
  publish(site: SiteDefinition, feeds: readonly FeedDefinition[]): Promise<Publication>;
};

/** Publishes feeds and remembers what it published. */
export function createPublisher(deps: PublishDeps): Publisher {
  const memory: Memory = { records: new Map(), served: new Map() };
  let instance: Instance | null = null;

  return {
    async publish(site, feeds) {
      instance ??= await recall(deps.store, memory);
      const published: PublishedFeed[] = [];
      for (const [index, feed] of feeds.entries()) {
        const { document, page } = await compose(site, feed, { instance, deps });
        published.push({ ...(await publishFeed(document, { index, memory, deps })), page });
      }
      // Only now: what a failed publication made has reached nobody.
      remember(memory, published);
      await save(
        deps,
        published.flatMap(({ unsaved }) => unsaved),
      );
      return {
        changed: published.flatMap(({ changed }) => changed),
        paths: published.flatMap(({ paths }) => paths),
        pages: published.map(({ page }) => page),
      };
    },
  };
}

type Memory = {
  /** What was last rendered, by path. */
  readonly records: Map<string, DocumentRecord>;
  /** ETag of what was last handed out, by path, aliases included. */
  readonly served: Map<string, string>;
};

type PublishedFeed = Omit<Publication, "pages"> & {
  readonly unsaved: readonly DocumentRecord[];
  readonly page: FeedPage;
};

type FeedContext = {
  /** Position in the configuration: the first feed has the short addresses. */
  readonly index: number;
  readonly memory: Memory;
  readonly deps: PublishDeps;
};

async function publishFeed(
  document: FeedDocument,
  context: FeedContext,
): Promise<Omit<PublishedFeed, "page">> {
  const formats = [];
  for (const format of FORMATS) formats.push(await publishFormat(document, format, context));
  return {
    changed: formats.flatMap(({ changed }) => changed),
    paths: formats.flatMap(({ paths }) => paths),
    unsaved: formats.flatMap(({ unsaved }) => unsaved),
  };
}

async function publishFormat(
  document: FeedDocument,
  format: Format,
  { index, memory, deps }: FeedContext,
): Promise<Omit<PublishedFeed, "page">> {
  const path = feedPath(document.feed.id, format);
  const paths = index === 0 ? [path, ALIASES[format]] : [path];
  const body = Buffer.from(deps.renderers[format](document));
  const known = memory.records.get(path);
  const record = recordOf({ feed: document.feed, format, body, known, now: deps.now() });
  const unsaved = record === known ? [] : [record];

  const stale = paths.filter((name) => memory.served.get(name) !== record.etag);
  if (stale.length === 0) return { changed: [], paths, unsaved };
  const ready = await encodeDocument(document, { format, body, record });
  return { changed: stale.map((name) => ({ ...ready, path: name })), paths, unsaved };
}

function remember({ records, served }: Memory, published: readonly PublishedFeed[]): void {
  for (const { unsaved, changed } of published) {
    for (const record of unsaved) records.set(feedPath(record.feedId, record.format), record);
    for (const { path, etag } of changed) served.set(path, etag);
  }
  // A feed that returns is handed out again.
  const paths = new Set(published.flatMap((feed) => feed.paths));
  for (const path of served.keys()) if (!paths.has(path)) served.delete(path);
}

async function recall(store: PublishDeps["store"], memory: Memory): Promise<Instance> {
  for (const record of await store.documents()) {
    memory.records.set(feedPath(record.feedId, record.format), record);
  }
  return store.instance();
}

async function compose(
  site: SiteDefinition,
  feed: FeedDefinition,
  { instance, deps }: { readonly instance: Instance; readonly deps: PublishDeps },
): Promise<{ readonly document: FeedDocument; readonly page: FeedPage }> {
  const stored = await selectEntries(feed, deps.store);
  const entries = stored.map((entry) => composeEntry(entry, site, feed.content));
  const id = `urn:uuid:${deps.uuid(instance.id, `feed:${feed.id}`)}`;
  const frame = { site, feed, id, bornAt: instance.createdAt };
  return { document: composeFeed(frame, entries), page: composeFeedPage(feed, entries) };
}

/** Readers are served with a full disk too: what could not be kept is kept at the next change. */
async function save(deps: PublishDeps, records: readonly DocumentRecord[]): Promise<void> {
  try {
    await deps.store.saveDocuments(records);
  } catch (cause) {
    deps.onUnsaved(cause);
  }
}
