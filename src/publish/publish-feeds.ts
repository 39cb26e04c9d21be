import { ALIASES, feedPath } from "../core/addresses.ts";
import type { FeedDefinition, SiteDefinition } from "../core/definitions.ts";
import { type FeedDocument, FORMATS, type Format } from "../core/entry.ts";
import type { DocumentRecord, PublishedDocument } from "../core/published.ts";
import type { Instance, PublishStore } from "../core/store-ports.ts";
import { composeSubscription, type SubscriptionDeps } from "./compose-subscription.ts";
import { encodeDocument, recordOf } from "./encode-document.ts";
import type { FeedPage } from "./page-model.ts";

export type PublishDeps = SubscriptionDeps & {
  readonly store: Pick<PublishStore, "entries" | "instance" | "documents" | "saveDocuments">;
};

/** Changed clusters that the archives of all feeds together look at in one publication: it must not wait for them. */
const ARCHIVED_AT_ONCE = 500;

/** What publishing made of the configuration's feeds. */
export type Publication = {
  /** Documents whose bytes changed since the last publication. */
  readonly changed: readonly PublishedDocument[];
  /** Every path that is served now. */
  readonly paths: readonly string[];
  readonly pages: readonly FeedPage[];
  /** An archive has not seen all that changed: the next publication goes on. */
  readonly isBehind: boolean;
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
      const limit = Math.ceil(ARCHIVED_AT_ONCE / Math.max(1, feeds.length));
      const published: PublishedFeed[] = [];
      for (const [index, feed] of feeds.entries()) {
        const order = { site, feed, instance, limit };
        const { document, page, isBehind } = await composeSubscription(order, deps);
        const made = await publishFeed(document, { index, memory, deps });
        published.push({ ...made, page, isBehind });
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
        isBehind: published.some(({ isBehind }) => isBehind),
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

type PublishedFeed = PublishedDocuments & {
  readonly page: FeedPage;
  readonly isBehind: boolean;
};

type PublishedDocuments = Pick<Publication, "changed" | "paths"> & {
  readonly unsaved: readonly DocumentRecord[];
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
): Promise<PublishedDocuments> {
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
): Promise<PublishedDocuments> {
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

/** Readers are served with a full disk too: what could not be kept is kept at the next change. */
async function save(deps: PublishDeps, records: readonly DocumentRecord[]): Promise<void> {
  try {
    await deps.store.saveDocuments(records);
  } catch (cause) {
    deps.onUnsaved(cause);
  }
}
