import type { FeedRenderers } from "../../core/entries/entry.ts";
import { type Exclusion, explainFeedFilter } from "../../core/entries/feed-filter.ts";
import type { EntryCursor, PublishStore, StoredEntry } from "../../core/entries/publish-store.ts";
import type { FeedDefinition, SiteDefinition } from "../../core/settings/definitions.ts";
import { composeEntry } from "./compose-entry.ts";
import { composeFeed } from "./compose-feed.ts";
import { fitEntries, largestRendering } from "./fit-entries.ts";
import { selectEntries } from "./select-entries.ts";

/** Why a text that is published here is not in a feed. */
export type LeftOut =
  | Exclusion
  /** None of the feed's sources carries it. */
  | { readonly condition: "source" }
  /** It would be in, but the feed holds only its newest entries. */
  | { readonly condition: "older"; readonly items: number }
  | { readonly condition: "bytes"; readonly bytes: number };

export type FeedPreview = {
  /** In the order of the feed. */
  readonly entries: readonly StoredEntry[];
  /** The newest texts that are not in it. */
  readonly others: readonly LeftOutEntry[];
};

export type LeftOutEntry = { readonly entry: StoredEntry; readonly why: LeftOut };

export type PreviewDeps = {
  readonly store: Pick<PublishStore, "entries" | "instance">;
  readonly renderers: FeedRenderers;
  readonly site: SiteDefinition;
};

const PAGE = 100;
/** Most texts among which left-out ones are looked for: as far back as a feed looks. */
const MAX_SCANNED = 20_000;

/** The entries that a feed has now: selected, and cut to its size. */
export async function currentEntries(
  feed: FeedDefinition,
  deps: PreviewDeps,
): Promise<readonly StoredEntry[]> {
  return cutToSize(feed, await selectEntries(feed, deps.store), deps);
}

async function cutToSize(
  feed: FeedDefinition,
  selected: readonly StoredEntry[],
  { store, renderers, site }: PreviewDeps,
): Promise<readonly StoredEntry[]> {
  const { createdAt: bornAt } = await store.instance();
  const frame = { site, feed, id: SOME_ID, bornAt };
  return fitEntries(selected, feed.bytes, (stored) => {
    const entries = stored.map((entry) => composeEntry(entry, site, feed.content));
    return largestRendering(composeFeed(frame, entries, LONGEST_CONTEXT), renderers);
  });
}

/** For a cut as in compose-subscription.ts, but without tombstones. */
const LONGEST_CONTEXT = { withdrawn: [], chain: { page: null, previous: 999_999 } };
/** Only its length counts here. */
const SOME_ID = "urn:uuid:00000000-0000-0000-0000-000000000000";

/** What a feed would hold, and why it would leave out the newest `limit` other texts. Writes nothing. */
export async function previewFeed(
  feed: FeedDefinition,
  limit: number,
  deps: PreviewDeps,
): Promise<FeedPreview> {
  const selected = await selectEntries(feed, deps.store);
  const entries = await cutToSize(feed, selected, deps);
  const held = new Set(idsOf(entries));
  const explain = createExplanation(feed, new Set(idsOf(selected)));
  const others: LeftOutEntry[] = [];
  let after: EntryCursor | null = null;
  for (let scanned = 0; scanned < MAX_SCANNED && others.length < limit; scanned += PAGE) {
    const page = await lookAt(feed, after, deps.store);
    const left = page.filter(({ entry }) => !held.has(entry.clusterId));
    others.push(...left.map((looked) => explain(looked)));
    const last = page.at(-1)?.entry;
    if (last === undefined || page.length < PAGE) break;
    after = { enteredAt: last.enteredAt, clusterId: last.clusterId };
  }
  return { entries, others: others.slice(0, limit) };
}

const idsOf = (entries: readonly StoredEntry[]): string[] =>
  entries.map(({ clusterId }) => clusterId);

type PreviewedEntry = {
  readonly entry: StoredEntry;
  /** As the feed would show it; `undefined` when none of its sources carries the text. */
  readonly candidate: StoredEntry | undefined;
};

/** Loads one stretch of time twice: all texts, and the texts of the feed's sources as the feed would show them. */
async function lookAt(
  { where: { sources }, prefer }: FeedDefinition,
  after: EntryCursor | null,
  store: PreviewDeps["store"],
): Promise<readonly PreviewedEntry[]> {
  const all = await store.entries({ sources: [], prefer, after, limit: PAGE });
  const own =
    sources.length === 0 ? all : await store.entries({ sources, prefer, after, limit: PAGE });
  const candidates = new Map(own.map((entry) => [entry.clusterId, entry]));
  return all.map((entry) => ({ entry, candidate: candidates.get(entry.clusterId) }));
}

/** Says why a text is left out: if it meets every condition, for the feed's size or for its own age. */
function createExplanation(
  { where, items, bytes }: FeedDefinition,
  selected: ReadonlySet<string>,
): (looked: PreviewedEntry) => LeftOutEntry {
  const filter = explainFeedFilter(where);
  return ({ entry, candidate }) => {
    if (candidate === undefined) return { entry, why: { condition: "source" } };
    const why = filter(candidate.article) ?? { condition: "older", items };
    const isCut = bytes !== null && selected.has(entry.clusterId);
    return { entry: candidate, why: isCut ? { condition: "bytes", bytes } : why };
  };
}
