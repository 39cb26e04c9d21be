import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { feedRenderers } from "../adapters/feed-writer/feed-renderers.ts";
import { createArchiveStore } from "../adapters/store/archive-store.ts";
import { openDatabase } from "../adapters/store/open-database.ts";
import { createPublishStore } from "../adapters/store/publish-store.ts";
import { uuidV5 } from "../adapters/uuid.ts";
import type { ArchiveDocumentKey } from "../core/archive.ts";
import type { FeedDefinition, SiteDefinition } from "../core/definitions.ts";
import type { PublishedDocument } from "../core/published.ts";
import { renderArchivePage } from "../publish/archive-page.ts";
import { createPublisher, type Publication } from "../publish/publish-feeds.ts";
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

/**
 * Renders the feeds whenever the store or the configuration changed, and archive documents when they are asked for:
 * off the thread that answers, once however many ask. What it writes are the archives, and when each document
 * last changed.
 */
async function run({ database, order }: PublishingData): Promise<void> {
  const opened = await openDatabase(database, { isChecked: true });
  if (!opened.ok) throw new Error(opened.error.message);
  const store = createPublishStore(opened.value.db);
  const archive = createArchiveStore(opened.value.db);
  const shared = {
    renderers: feedRenderers,
    uuid: uuidV5,
    now: Date.now,
    onUnsaved: (cause: unknown) => say({ kind: "unsaved", message: String(cause) }),
  };
  const publisher = createPublisher({ ...shared, store, archive });
  let current = order;
  let isStale = true;
  let seen = { version: -1, revision: -1 };
  const sentPages = new Map<string, string>();

  const answer = async (number: number, key: ArchiveDocumentKey): Promise<void> => {
    try {
      const pageOrder = { ...current, instance: await store.instance() };
      const document = await renderArchivePage(key, pageOrder, { ...shared, store: archive });
      say({ kind: "archive", number, document });
    } catch (cause) {
      say({ kind: "unanswered", number, message: describe(cause) });
    }
  };
  parentPort?.on("message", (request: PublishingRequest) => {
    if (request.kind === "archive") return void answer(request.number, request.key);
    current = request.order;
    isStale = true;
  });

  const look = async (): Promise<void> => {
    const version = opened.value.dataVersion();
    if (!isStale && version === seen.version) return;
    const revision = await store.revision();
    const isChanged = isStale || revision !== seen.revision;
    seen = { version, revision };
    if (!isChanged) return;
    isStale = false;
    const startedAt = performance.now();
    const { changed, paths, ...made } = await publisher.publish(current.site, current.feeds);
    isStale ||= made.isBehind;
    const pages = encodePages(made.pages, sentPages);
    const tookMs = performance.now() - startedAt;
    say({ kind: "published", changed, paths, pages, tookMs }, buffersOf(changed));
  };

  for (;;) {
    let waitMs = LOOK_MS;
    try {
      await look();
      if (isStale) waitMs = 0; // an archive goes on at once
    } catch (cause) {
      isStale = true;
      waitMs = 5 * LOOK_MS;
      say({ kind: "failed", message: describe(cause) });
    }
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
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
