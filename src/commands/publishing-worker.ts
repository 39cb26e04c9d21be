import { parentPort, workerData } from "node:worker_threads";
import { feedRenderers } from "../adapters/feed-writer/feed-renderers.ts";
import { openDatabase } from "../adapters/store/open-database.ts";
import { createPublishStore } from "../adapters/store/publish-store.ts";
import { uuidV5 } from "../adapters/uuid.ts";
import type { FeedDefinition, SiteDefinition } from "../core/definitions.ts";
import { createPublisher, type Publication } from "../publish/publish-feeds.ts";

/** What this worker is told to publish, at its start and whenever the configuration changes. */
export type PublishOrder = {
  readonly site: SiteDefinition;
  readonly feeds: readonly FeedDefinition[];
};

export type PublishingData = { readonly database: string; readonly order: PublishOrder };

export type PublishingMessage =
  | ({ readonly kind: "published" } & Publication)
  /** Publishing failed; what was published stays. */
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "unsaved"; readonly message: string };

/** How soon a change of the store is seen; looking costs one PRAGMA. */
const LOOK_MS = 200;

const say = (message: PublishingMessage): void => parentPort?.postMessage(message);

/**
 * Renders the feeds whenever the store or the configuration changed: off the thread that answers,
 * once however many ask. The only writing it does is to keep when each document last changed.
 */
async function run({ database, order }: PublishingData): Promise<void> {
  const opened = await openDatabase(database, { isChecked: true });
  if (!opened.ok) throw new Error(opened.error.message);
  const store = createPublishStore(opened.value.db);
  const publisher = createPublisher({
    store,
    renderers: feedRenderers,
    uuid: uuidV5,
    now: Date.now,
    onUnsaved: (cause) => say({ kind: "unsaved", message: String(cause) }),
  });
  let current = order;
  let isStale = true;
  let seen = { version: -1, revision: -1 };
  parentPort?.on("message", (next: PublishOrder) => {
    current = next;
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
    say({ kind: "published", ...(await publisher.publish(current.site, current.feeds)) });
  };

  for (;;) {
    try {
      await look();
    } catch (cause) {
      isStale = true;
      say({ kind: "failed", message: cause instanceof Error ? cause.message : String(cause) });
    }
    await new Promise((resolve) => setTimeout(resolve, isStale ? 5 * LOOK_MS : LOOK_MS));
  }
}

await run(workerData as PublishingData);
