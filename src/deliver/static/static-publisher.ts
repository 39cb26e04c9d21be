import { BEFORE_ALL } from "../../core/entries/archive.ts";
import {
  GONE,
  LITERAL,
  NOT_FOUND_PLACE,
  type StaticPlace,
  type StaticProgress,
} from "../../core/entries/static-files.ts";
import { composeExtras, composeFiles } from "./compose-files.ts";
import type { FileChanges, FileList, FileTally } from "./file-list.ts";
import { createSourceWatch } from "./source-watch.ts";
import type { StaticSite } from "./static-site.ts";
import { strayPlaces } from "./stray-places.ts";
import { nextSweep } from "./sweep.ts";

export type StaticPublisherDeps = {
  readonly site: StaticSite;
  readonly list: FileList;
  readonly now: () => number;
  /** Called with what was written and removed, when something was. */
  readonly onWritten: (tally: FileTally) => void;
  /** When it is aborted, a turn under way rejects before its next files; what it wrote is noted. */
  readonly signal: AbortSignal;
};

export type StaticPublisher = {
  /** Brings files up to date, a bounded part of them. @returns the milliseconds until the next turn; 0: more is left. */
  readonly turn: () => Promise<number>;
  /** Addresses whose pages cannot be rendered: their files stay as they were, and each is tried again. */
  readonly unrendered: ReadonlySet<string>;
};

type PublisherState = {
  readonly deps: StaticPublisherDeps;
  readonly sources: ReturnType<typeof createSourceWatch>;
  progress: StaticProgress;
  /** What is to be written: addresses, clusters that changed otherwise than by a revision, feeds with new documents. */
  readonly duePaths: Set<string>;
  readonly dueClusters: Set<string>;
  readonly dueFeeds: Set<string>;
  /** Whether the pages that depend on no single feed are to be written, and the files beside those of addresses. */
  isSiteDue: boolean;
  areExtrasDue: boolean;
  /** The newest archive page of each feed that is written, as far as it is known. */
  readonly archived: Map<string, number>;
  seen: number;
  /** When the last try of pages that could not be rendered was over, and at which version of the store it began. */
  tried: { readonly at: number; readonly version: number };
};

/** Time between looks; a look costs one small query. */
const LOOK_MS = 200;
/** Most changed clusters in one turn. */
const MOST_CHANGES = 100;
/** Pages that could not be rendered are tried again after this time, and sooner when the store has changed. */
const BETWEEN_TRIES_MS = 60_000;
const AFTER_CHANGE_MS = 5_000;
/** Files that are rendered before they are written: few, because archive documents have some megabytes. */
const RENDERED = 16;

/**
 * Writes the published site as files, and follows its changes. Articles and archive pages come before the documents that
 * point to them, and go after them. What is new comes first. For each configuration and version of the program, which may
 * change any page, all articles and archive pages are gone through once.
 */
export function createStaticPublisher(deps: StaticPublisherDeps): StaticPublisher {
  const { site, list, now } = deps;
  const state: PublisherState = {
    deps,
    sources: createSourceWatch(site.changes, now),
    progress: list.progress() ?? { key: "", place: BEFORE_ALL, sweep: null },
    duePaths: new Set([...list.damaged.flatMap(pathsAt), ...list.unrendered]),
    dueClusters: new Set(),
    dueFeeds: new Set(),
    isSiteDue: true,
    areExtrasDue: true,
    archived: new Map(),
    seen: Number.NaN,
    tried: { at: Number.NEGATIVE_INFINITY, version: Number.NaN },
  };
  return { turn: () => turn(state), unrendered: list.unrendered };
}

/** The address whose answer belongs at a place. */
const pathsAt = (place: StaticPlace): readonly string[] => {
  if (place.startsWith(LITERAL)) return [];
  return [place.startsWith(GONE) ? place.slice(GONE.length) : place];
};

async function turn(state: PublisherState): Promise<number> {
  const { site, list } = state.deps;
  await list.check();
  const version = await site.dataVersion();
  const isNew = site.key() !== state.progress.key;
  tryAgain(state, version);
  if (version === state.seen && !isNew && !isBehind(state)) return LOOK_MS;
  for (const feedId of await site.followFeeds()) state.dueFeeds.add(feedId);
  if (!site.isReady()) return LOOK_MS;
  for (const clusterId of await state.sources.changedClusters()) state.dueClusters.add(clusterId);
  if (isNew) await begin(state);
  const isMore = await takeChanges(state);
  await writeFeeds(state);
  if (!isMore) await sweep(state);
  if (state.areExtrasDue) await writeExtras(state);
  await list.noteProgress(state.progress);
  state.seen = version;
  return isMore || isBehind(state) ? 0 : LOOK_MS;
}

/**
 * With a change of the store, which may be of what a page could not be made of, and now and then. There is a pause after each
 * try, however long it takes: many pages that fail would else be tried without an end while the store changes.
 */
function tryAgain(state: PublisherState, version: number): void {
  const { list, now } = state.deps;
  const { at, version: triedVersion } = state.tried;
  if (list.unrendered.size === 0 || state.duePaths.size > 0) {
    state.tried = { at: now(), version: list.unrendered.size === 0 ? version : triedVersion };
    return;
  }
  if (now() - at < (version === triedVersion ? BETWEEN_TRIES_MS : AFTER_CHANGE_MS)) return;
  for (const path of list.unrendered) state.duePaths.add(path);
  state.tried = { at: now(), version };
}

const isBehind = ({ progress, duePaths, dueClusters, dueFeeds }: PublisherState): boolean =>
  progress.sweep !== null || duePaths.size + dueClusters.size + dueFeeds.size > 0;

/** Everything is compared anew. What the former sweep has not reached yet is part of it. */
async function begin(state: PublisherState): Promise<void> {
  const { site } = state.deps;
  const place = await site.changes.latest();
  state.progress = { key: site.key(), place, sweep: { kind: "articles", id: "" } };
  state.isSiteDue = true;
  for (const feedId of site.feedIds()) state.dueFeeds.add(feedId);
}

/** @returns whether more changes are left. */
async function takeChanges(state: PublisherState): Promise<boolean> {
  const { changes } = state.deps.site;
  const paths = [...state.duePaths].slice(0, MOST_CHANGES);
  await write(state, paths);
  for (const path of paths) state.duePaths.delete(path);
  const due = [...state.dueClusters].slice(0, MOST_CHANGES);
  const changed = await changes.after(state.progress.place, MOST_CHANGES);
  const clusterIds = [...new Set([...changed.map(({ clusterId }) => clusterId), ...due])];
  if (clusterIds.length > 0) await renew(state, clusterIds);
  for (const clusterId of due) state.dueClusters.delete(clusterId);
  const last = changed.at(-1);
  if (last !== undefined) state.progress = { ...state.progress, place: last };
  return changed.length === MOST_CHANGES;
}

/** Writes everything that shows these clusters. Archive pages that are not there yet come with their feed. */
async function renew(state: PublisherState, clusterIds: readonly string[]): Promise<void> {
  const { site, list } = state.deps;
  const { articleIds, archivePages } = await site.changes.pagesOf(clusterIds);
  const archives = archivePages.flatMap(({ feedId, page }) => site.archivePaths(feedId, page));
  const present = archives.filter((path) => list.get(path) !== undefined);
  await write(state, [...articleIds.map(site.articlePath), ...present]);
}

async function writeFeeds(state: PublisherState): Promise<void> {
  const { site, list } = state.deps;
  if (state.dueFeeds.size === 0 && !state.isSiteDue) return;
  const configured = new Set(site.feedIds());
  for (const feedId of [...state.dueFeeds].filter((id) => configured.has(id))) {
    const shown = (await site.shownIn(feedId)).map(site.articlePath);
    await write(
      state,
      shown.filter((path) => list.get(path) === undefined),
    );
    await writeNewArchives(state, feedId);
    await write(state, site.feedPaths(feedId));
    state.dueFeeds.delete(feedId);
  }
  await write(state, [...site.fixedPaths(), NOT_FOUND_PLACE]);
  if (state.isSiteDue) {
    await apply(state, { files: [], cleared: await strayPlaces(list.places(), site) });
    state.areExtrasDue = true;
    state.isSiteDue = false;
  }
  state.dueFeeds.clear();
}

async function writeNewArchives(state: PublisherState, feedId: string): Promise<void> {
  const { site, list } = state.deps;
  const pages = await site.changes.archivePages(feedId);
  for (let page = (state.archived.get(feedId) ?? 0) + 1; page <= pages; page += 1) {
    const paths = site.archivePaths(feedId, page);
    await write(
      state,
      paths.filter((path) => list.get(path) === undefined),
    );
    state.archived.set(feedId, page);
  }
}

async function sweep(state: PublisherState): Promise<void> {
  const { site, list } = state.deps;
  if (state.progress.sweep === null) return;
  const { paths, next } = await nextSweep(state.progress.sweep, site);
  await write(state, paths);
  if (next === null) {
    const cleared = await strayPlaces(list.places(), site, { withArticles: true });
    await apply(state, { files: [], cleared });
  }
  state.progress = { ...state.progress, sweep: next };
}

async function writeExtras(state: PublisherState): Promise<void> {
  const { site, list, now } = state.deps;
  const gone = [...list.places()].filter((place) => place.startsWith(GONE)).toSorted();
  const extras = await site.extras(gone.map((place) => place.slice(GONE.length)));
  await apply(state, composeExtras(extras, { list, now: now() }));
  state.areExtrasDue = !extras.areAll;
}

async function write(state: PublisherState, paths: readonly string[]): Promise<void> {
  const { site, list, now, signal } = state.deps;
  for (let start = 0; start < paths.length; start += RENDERED) {
    signal.throwIfAborted();
    const part = paths.slice(start, start + RENDERED);
    const answers = await Promise.all(
      part.map(async (path) => ({ path, answer: await site.answer(path) })),
    );
    const { unrendered, ...changes } = composeFiles(answers, { list, now: now() });
    const failed = new Set(unrendered);
    await list.noteUnrendered(part.map((path) => ({ path, isSo: failed.has(path) })));
    await apply(state, changes);
  }
}

async function apply(state: PublisherState, changes: FileChanges): Promise<void> {
  const { list, onWritten } = state.deps;
  const { files, cleared } = changes;
  const isWithdrawal = (place: StaticPlace, isKnown: boolean): boolean =>
    place.startsWith(GONE) && isKnown === (list.get(place) !== undefined);
  state.areExtrasDue ||=
    files.some(({ place }) => isWithdrawal(place, false)) ||
    cleared.some((place) => isWithdrawal(place, true));
  const tally = await list.apply(changes);
  if (tally.written + tally.removed > 0) onWritten(tally);
}
