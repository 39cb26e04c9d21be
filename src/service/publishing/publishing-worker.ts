import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { feedRenderers } from "../../adapters/feed-writer/feed-renderers.ts";
import { createArchiveStore } from "../../adapters/store/archive-store.ts";
import { createHolds, type Holds } from "../../adapters/store/held-articles.ts";
import { openDatabase } from "../../adapters/store/open-database.ts";
import { createPublishStore } from "../../adapters/store/publish-store.ts";
import { uuidV5 } from "../../adapters/uuid.ts";
import type { ArchiveDocumentKey, ArchiveStore } from "../../core/archive.ts";
import type { FeedDefinition, SiteDefinition } from "../../core/definitions.ts";
import type { PublishedDocument } from "../../core/published.ts";
import type { PublishStore } from "../../core/store-ports.ts";
import { renderArchivePage } from "../../publish/archive-page.ts";
import { createPublisher, type Publication, type Publisher } from "../../publish/publish-feeds.ts";
import { type EncodedPages, encodePages } from "./encode-pages.ts";

/** What this worker is told to publish, at its start and whenever the configuration changes. */
export type PublishOrder = {
  readonly site: SiteDefinition;
  readonly feeds: readonly FeedDefinition[];
};

export type PublishingData = { readonly database: string; readonly order: PublishOrder };

export type PublishingRequest =
  | { readonly kind: "order"; readonly order: PublishOrder }
  /** One archive document is wanted; the answer carries the number. */
  | { readonly kind: "archive"; readonly number: number; readonly key: ArchiveDocumentKey };

/** What a publication changed, as it is handed over. */
export type PublishedChange = Pick<Publication, "changed" | "paths"> & {
  readonly pages: EncodedPages;
  readonly tookMs: number;
};

export type PublishingMessage =
  | ({ readonly kind: "published" } & PublishedChange)
  /** `null` when there is no such document. */
  | {
      readonly kind: "archive";
      readonly number: number;
      readonly document: PublishedDocument | null;
    }
  /** `number` could not be answered. */
  | { readonly kind: "unanswered"; readonly number: number; readonly message: string }
  /** Publishing failed; what was published stays. */
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "unsaved"; readonly message: string };

/** How soon a change of the store is seen; looking costs one PRAGMA. */
const LOOK_MS = 200;

const say = (message: PublishingMessage, transfer: readonly ArrayBuffer[] = []): void =>
  parentPort?.postMessage(message, transfer);

type State = {
  readonly dataVersion: () => number;
  readonly store: PublishStore;
  readonly archive: ArchiveStore;
  readonly publisher: Publisher;
  readonly holds: Holds;
  /** As handed over: an unchanged page is not sent again. */
  readonly sentPages: Map<string, string>;
  order: PublishOrder;
  /** Something has to be published, whether or not the store changed. */
  isStale: boolean;
  /** When the next hold ends, as of the last look; `null` when none does. */
  holdEndsAt: number | null;
  /** The store at the last look. */
  seen: { readonly version: number; readonly revision: number };
};

/**
 * Renders the feeds whenever the store or the configuration changed, and archive documents when they are asked for:
 * off the thread that answers, once however many ask. What it writes are the archives, when each document
 * last changed, and the end of holds.
 */
async function run(data: PublishingData): Promise<void> {
  const state = await open(data);
  parentPort?.on("message", (request: PublishingRequest) => {
    if (request.kind === "archive") return void answer(state, request.number, request.key);
    state.order = request.order;
    state.isStale = true;
  });
  for (;;) {
    const waitMs = await tryToLook(state);
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
}

async function open({ database, order }: PublishingData): Promise<State> {
  const opened = await openDatabase(database, { isChecked: true });
  if (!opened.ok) throw new Error(opened.error.message);
  const { db, dataVersion } = opened.value;
  const store = createPublishStore(db);
  const archive = createArchiveStore(db);
  return {
    ...{ dataVersion, store, archive, order, holds: createHolds(db), holdEndsAt: null },
    publisher: createPublisher({ ...RENDERING, store, archive }),
    sentPages: new Map(),
    isStale: true,
    seen: { version: -1, revision: -1 },
  };
}

const RENDERING = {
  renderers: feedRenderers,
  uuid: uuidV5,
  now: Date.now,
  onUnsaved: (cause: unknown) => say({ kind: "unsaved", message: String(cause) }),
};

async function answer(state: State, number: number, key: ArchiveDocumentKey): Promise<void> {
  const { store, archive, order } = state;
  try {
    const pageOrder = { ...order, instance: await store.instance() };
    const document = await renderArchivePage(key, pageOrder, { ...RENDERING, store: archive });
    say({ kind: "archive", number, document });
  } catch (cause) {
    say({ kind: "unanswered", number, message: describe(cause) });
  }
}

/** @returns after how long to look again. */
async function tryToLook(state: State): Promise<number> {
  try {
    await look(state);
    return state.isStale ? 0 : LOOK_MS; // an archive goes on at once
  } catch (cause) {
    state.isStale = true;
    say({ kind: "failed", message: describe(cause) });
    return 5 * LOOK_MS;
  }
}

async function look(state: State): Promise<void> {
  const version = state.dataVersion();
  if (version !== state.seen.version) state.holdEndsAt = await state.holds.nextEnd();
  await endHolds(state);
  if (!state.isStale && version === state.seen.version) return;
  const revision = await state.store.revision();
  const isChanged = state.isStale || revision !== state.seen.revision;
  state.seen = { version, revision };
  if (isChanged) await publish(state);
}

/** After storage failed. */
const RETRY_HOLDS_MS = 10_000;

/** The ingest side does so, too, but it may be gone: what it held back is shown on time all the same. */
async function endHolds(state: State): Promise<void> {
  const now = Date.now();
  if (state.holdEndsAt === null || state.holdEndsAt > now) return;
  try {
    // A write of our own is no news to this connection.
    if ((await state.holds.release(now)) > 0) state.isStale = true;
    state.holdEndsAt = await state.holds.nextEnd();
  } catch (cause) {
    state.holdEndsAt = now + RETRY_HOLDS_MS;
    say({ kind: "unsaved", message: describe(cause) });
  }
}

async function publish(state: State): Promise<void> {
  const { site, feeds } = state.order;
  state.isStale = false;
  const startedAt = performance.now();
  const { changed, paths, ...made } = await state.publisher.publish(site, feeds);
  state.isStale ||= made.isBehind;
  const pages = encodePages(made.pages, state.sentPages);
  const tookMs = performance.now() - startedAt;
  say({ kind: "published", changed, paths, pages, tookMs }, buffersOf(changed));
}

/** Bytes that nobody else holds: they are handed over, not copied. Small buffers share their memory. */
function buffersOf(documents: readonly PublishedDocument[]): readonly ArrayBuffer[] {
  const all = documents.flatMap(({ identity, encoded }) => [identity, encoded.br, encoded.gzip]);
  const own = all.flatMap(({ buffer, byteLength }) =>
    buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [],
  );
  return [...new Set(own)];
}

const describe = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause);

// On Linux a thread has a priority of its own: readers come first (scripts/measure-rebuild-storm.ts).
if (process.platform === "linux") setPriority(10);
await run(workerData as PublishingData);
