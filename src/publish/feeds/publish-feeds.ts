import type { FeedDocument } from "../../core/entries/entry.ts";
import { FORMATS } from "../../core/entries/formats.ts";
import type {
  DocumentRecord,
  PublicationStore,
  StoredDocument,
} from "../../core/entries/publication.ts";
import type { PublishStore } from "../../core/entries/publish-store.ts";
import type { DocumentName } from "../../core/entries/published.ts";
import type { Instance } from "../../core/instance.ts";
import type { FeedDefinition, SiteDefinition } from "../../core/settings/definitions.ts";
import {
  composeSubscription,
  type Subscription,
  type SubscriptionDeps,
} from "./compose-subscription.ts";
import { compress, linkHeader, versionOf } from "./encode-document.ts";

export type PublishDeps = SubscriptionDeps & {
  readonly store: Pick<PublishStore, "entries" | "instance" | "revision">;
  readonly publications: PublicationStore;
};

/**
 * Most changed clusters that the archives of all feeds together look at in a turn with changes, which must not wait for
 * archives. In a turn without changes it is the limit of each archive that is behind.
 */
const ARCHIVED_AT_ONCE = 500;
/** A turn without changes ends after this time, because something may have changed meanwhile. */
const CATCHING_UP_MS = 500;

/** The result of a turn over the configured feeds. */
export type PublishedTurn = {
  /** How many documents changed. */
  readonly documents: number;
  /** Whether an archive has more changes to take in: the next turn goes on. */
  readonly isBehind: boolean;
  /** Whether an archive could not be stored: a later turn tries again. */
  readonly isUnsaved: boolean;
};

export type Publisher = {
  /**
   * Selects, composes and renders each feed, and stores its changed documents in one transaction a feed. One call at a
   * time. Rejects when storage is broken or the lease is lost.
   */
  publish(site: SiteDefinition, feeds: readonly FeedDefinition[]): Promise<PublishedTurn>;
};

/** Publishes feeds, and remembers the stored documents: no other process writes them meanwhile. */
export function createPublisher(deps: PublishDeps): Publisher {
  let memory: Memory | null = null;
  return {
    async publish(site, feeds) {
      memory ??= await recall(deps);
      const made: MadeFrom = { site, feeds, revision: await deps.store.revision() };
      const isUnchanged = memory.madeFrom !== null && isSame(memory.madeFrom, made);
      memory.madeFrom = null; // until all of the turn is stored
      const isCatchingUp = isUnchanged && memory.behind.size > 0;
      const documents = await (isCatchingUp ? catchUp : publishAll)(made, memory, deps);
      memory.madeFrom = made;
      const { behind, unsaved } = memory;
      return { documents, isBehind: behind.size > unsaved.size, isUnsaved: unsaved.size > 0 };
    },
  };
}

/** The input of a turn. */
type MadeFrom = {
  readonly site: SiteDefinition;
  readonly feeds: readonly FeedDefinition[];
  readonly revision: number;
};

const isSame = (a: MadeFrom, b: MadeFrom): boolean =>
  a.site === b.site && a.feeds === b.feeds && a.revision === b.revision;

/** @returns how many documents changed. */
async function publishAll(made: MadeFrom, memory: Memory, deps: PublishDeps): Promise<number> {
  const { feeds, ...from } = made;
  const limit = Math.ceil(ARCHIVED_AT_ONCE / Math.max(1, feeds.length));
  memory.behind.clear();
  memory.unsaved.clear();
  let documents = 0;
  for (const feed of feeds) {
    const turn = { ...from, feed, instance: memory.instance, limit };
    documents += await publishFeed(turn, memory, deps);
  }
  await removeOthers(feeds, memory, deps);
  return documents;
}

/** Nothing changed: publishes only the feeds whose archives are behind. @returns how many documents changed. */
async function catchUp(made: MadeFrom, memory: Memory, deps: PublishDeps): Promise<number> {
  const { feeds, ...from } = made;
  const startedAt = performance.now();
  let documents = 0;
  for (const feed of feeds.filter(({ id }) => memory.behind.has(id))) {
    const turn = { ...from, feed, instance: memory.instance, limit: ARCHIVED_AT_ONCE };
    documents += await publishFeed(turn, memory, deps);
    if (performance.now() - startedAt > CATCHING_UP_MS) break;
  }
  return documents;
}

type Memory = {
  readonly instance: Instance;
  /** By feed and name. */
  readonly records: Map<string, DocumentRecord>;
  /** Feeds whose noted changes are all published. */
  readonly begun: Set<string>;
  /** Feeds whose archives have more changes to take in. */
  readonly behind: Set<string>;
  /** The feeds among them whose archives could not be stored. */
  readonly unsaved: Set<string>;
  /** The input of the last turn; `null` before the first turn, and after a failed one. */
  madeFrom: MadeFrom | null;
};

async function recall({ store, publications }: PublishDeps): Promise<Memory> {
  const records = await publications.records();
  return {
    instance: await store.instance(),
    records: new Map(records.map((record) => [keyOf(record.feedId, record.name), record])),
    begun: new Set(),
    behind: new Set(),
    unsaved: new Set(),
    madeFrom: null,
  };
}

const keyOf = (feedId: string, name: DocumentName): string => `${feedId}.${name}`;

type FeedTurn = Parameters<typeof composeSubscription>[0];

/** @returns how many documents changed. */
async function publishFeed(turn: FeedTurn, memory: Memory, deps: PublishDeps): Promise<number> {
  const { id: feedId } = turn.feed;
  const startedAt = performance.now();
  const subscription = await composeSubscription(turn, deps);
  const documents = await changedDocuments(feedId, subscription, { memory, deps });
  const { changes } = subscription;
  if (documents.length > 0 || changes > 0 || !memory.begun.has(feedId)) {
    const tookMs = performance.now() - startedAt;
    // If storing fails, the next turn tries again.
    memory.begun.delete(feedId);
    await deps.publications.publish({ feedId, documents, at: deps.now(), tookMs });
  }
  memory.begun.add(feedId);
  for (const { name, etag, changedAt, links } of documents) {
    const record = { feedId, name, etag, changedAt, links, isPublished: true };
    memory.records.set(keyOf(feedId, name), record);
  }
  noteArchive(feedId, subscription, memory);
  return documents.length;
}

function noteArchive(
  feedId: string,
  { isBehind, isUnsaved }: Subscription,
  { behind, unsaved }: Memory,
): void {
  behind.delete(feedId);
  unsaved.delete(feedId);
  if (isBehind) behind.add(feedId);
  if (isUnsaved) unsaved.add(feedId);
}

type FeedBody = { readonly name: DocumentName; readonly links: string; readonly body: Uint8Array };

function bodiesOf({ document, page }: Subscription, deps: PublishDeps): readonly FeedBody[] {
  const formats = FORMATS.map((name) => ({
    name,
    links: linkHeader(document, name),
    body: rendered(document, name, deps),
  }));
  return [...formats, { name: "page", links: "", body: Buffer.from(JSON.stringify(page)) }];
}

const rendered = (
  document: FeedDocument,
  name: (typeof FORMATS)[number],
  { renderers }: PublishDeps,
): Uint8Array => Buffer.from(renderers[name](document));

type Remembered = { readonly memory: Memory; readonly deps: PublishDeps };

/** Compresses only the documents that changed. */
async function changedDocuments(
  feedId: string,
  subscription: Subscription,
  { memory, deps }: Remembered,
): Promise<readonly StoredDocument[]> {
  const now = deps.now();
  const changed: StoredDocument[] = [];
  for (const { name, links, body } of bodiesOf(subscription, deps)) {
    const known = memory.records.get(keyOf(feedId, name));
    const version = versionOf(body, known, now);
    const isKnown = known?.isPublished && known.etag === version.etag && known.links === links;
    if (!isKnown) changed.push({ name, links, ...version, br: await compress(body) });
  }
  return changed;
}

/** Removes feeds that left the configuration. Keeps their records, so that Last-Modified rises when they return. */
async function removeOthers(
  feeds: readonly FeedDefinition[],
  { records }: Memory,
  { publications, now }: PublishDeps,
): Promise<void> {
  const wanted = new Set(feeds.map(({ id }) => id));
  const others = [...records.values()].filter(
    ({ feedId, isPublished }) => isPublished && !wanted.has(feedId),
  );
  if (others.length === 0) return;
  await publications.remove([...new Set(others.map(({ feedId }) => feedId))], now());
  for (const record of others) {
    records.set(keyOf(record.feedId, record.name), { ...record, isPublished: false });
  }
}
