import type { ArchiveStore } from "../../core/entries/archive.ts";
import type { Entry, FeedDocument, FeedRenderers } from "../../core/entries/entry.ts";
import type { PublishStore, StoredEntry } from "../../core/entries/publish-store.ts";
import type { Instance } from "../../core/instance.ts";
import type { FeedDefinition, SiteDefinition } from "../../core/settings/definitions.ts";
import { type ArchiveProgress, advanceArchive } from "../archives/archive.ts";
import { dated } from "../archives/telling.ts";
import type { FeedPage } from "../pages/page-model.ts";
import { composeEntry } from "./compose-entry.ts";
import { composeFeed, composeFeedPage } from "./compose-feed.ts";
import { composeStubs } from "./compose-stubs.ts";
import { feedFrame } from "./feed-frame.ts";
import { fitEntries, largestRendering } from "./fit-entries.ts";
import { selectEntries } from "./select-entries.ts";
import { selectWithdrawn, toTombstone } from "./select-withdrawn.ts";

export type SubscriptionDeps = {
  readonly store: Pick<PublishStore, "entries">;
  readonly archive: ArchiveStore;
  readonly renderers: FeedRenderers;
  readonly uuid: (namespace: string, name: string) => string;
  readonly now: () => number;
  /** Called when the archive could not be written: the feed is published all the same. */
  readonly onUnsaved: (cause: unknown) => void;
};

export type SubscriptionOrder = {
  readonly site: SiteDefinition;
  readonly feed: FeedDefinition;
  readonly instance: Instance;
  /** Most changed clusters that the feed's archive looks at in this turn. */
  readonly limit: number;
  /** The revision of the store when this turn began. */
  readonly revision: number;
};

export type Subscription = {
  readonly document: FeedDocument;
  readonly page: FeedPage;
  /** How many entries changed: their changes are noted, and published with these documents. */
  readonly changes: number;
  /** Whether its archive has more changes to take in. */
  readonly isBehind: boolean;
  /** Whether its archive could not be stored. */
  readonly isUnsaved: boolean;
};

/** Stands for the longest link to the archive: a document is cut to its size before its archive is known. */
const LONGEST_CHAIN = { page: null, previous: 999_999 };

/**
 * Composes the subscribed document of a feed, cut to its size. Entries that are cut off are in the archive before the
 * document is published.
 */
export async function composeSubscription(
  order: SubscriptionOrder,
  deps: SubscriptionDeps,
): Promise<Subscription> {
  const { site, feed } = order;
  const now = deps.now();
  const selected = await datedIn(feed, await selectEntries(feed, deps.store), { ...deps, now });
  const gone = await selectWithdrawn({ feed, selected, now }, deps.archive);
  const told = {
    withdrawn: gone.flatMap(toTombstone),
    stubs: composeStubs({ site, feed, gone: await hadBy(feed, gone, deps.archive), now }),
  };
  const frame = feedFrame({ ...order, uuid: deps.uuid });
  const compose = (stored: readonly StoredEntry[]): readonly Entry[] =>
    stored.map((entry) => composeEntry(entry, site, feed.content));
  const fitting = fitEntries(selected, feed.bytes, (stored) =>
    largestRendering(
      composeFeed(frame, compose(stored), { ...told, chain: LONGEST_CHAIN }),
      deps.renderers,
    ),
  );
  const { pages, ...progress } = await archive(order, [...fitting, ...gone], deps);
  const entries = compose(fitting);
  const chain = { page: null, previous: pages === 0 ? null : pages };
  const document = composeFeed(frame, entries, { ...told, chain });
  return { document, page: composeFeedPage(feed, entries, derivedOf(fitting)), ...progress };
}

/** Fields that publishers did not give, by article. */
const derivedOf = (entries: readonly StoredEntry[]): NonNullable<FeedPage["derived"]> =>
  Object.fromEntries(
    entries.flatMap(({ article: { id, derived } }) =>
      derived.length === 0 ? [] : [[id, derived]],
    ),
  );

/** The gone entries that the feed has had: to its readers a stub of any other would be a new item. */
async function hadBy(
  feed: FeedDefinition,
  gone: readonly StoredEntry[],
  store: ArchiveStore,
): Promise<readonly StoredEntry[]> {
  const ids = gone.map(({ clusterId }) => clusterId);
  const archived = await store.archived(feed.id, ids);
  return gone.filter(({ clusterId }) => archived.has(clusterId));
}

/** The entries with the dates that this feed gives them. */
async function datedIn(
  feed: FeedDefinition,
  entries: readonly StoredEntry[],
  { archive: store, now }: { readonly archive: ArchiveStore; readonly now: number },
): Promise<readonly StoredEntry[]> {
  const ids = entries.map(({ clusterId }) => clusterId);
  const archived = await store.archived(feed.id, ids);
  return entries.map((entry) => dated(entry, archived.get(entry.clusterId)?.told ?? null, now));
}

async function archive(
  order: SubscriptionOrder,
  shown: readonly StoredEntry[],
  deps: SubscriptionDeps,
): Promise<ArchiveProgress & Pick<Subscription, "isUnsaved">> {
  const { archive: store, now } = deps;
  try {
    return { ...(await advanceArchive({ ...order, shown }, { store, now })), isUnsaved: false };
  } catch (cause) {
    deps.onUnsaved(cause);
    const pages = (await store.state(order.feed.id))?.pages ?? 0;
    return { pages, changes: 0, isBehind: true, isUnsaved: true };
  }
}
