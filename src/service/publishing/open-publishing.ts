import { hostname } from "node:os";
import { feedRenderers } from "../../adapters/feed-writer/feed-renderers.ts";
import { createHolds } from "../../adapters/store/articles/held-articles.ts";
import type { OpenDatabase } from "../../adapters/store/engine/engine.ts";
import { createArchiveStore } from "../../adapters/store/publishing/archive-store.ts";
import { createPublicationStore } from "../../adapters/store/publishing/publications.ts";
import { createPublishStore } from "../../adapters/store/publishing/publish-store.ts";
import { createLeases } from "../../adapters/store/queues/leases.ts";
import { uuidV5 } from "../../adapters/uuid.ts";
import { createPublisher } from "../../publish/feeds/publish-feeds.ts";
import type { PublishOrder } from "./publish-order.ts";
import {
  createPublishingSide,
  type PublishingSide,
  type PublishingSideDeps,
} from "./publishing-side.ts";

type PublishingListeners = Pick<PublishingSideDeps, "onUnsaved" | "onStandingBy" | "onPublishing">;

/** The publishing side on an open database. */
export function openPublishing(
  order: PublishOrder,
  { db, dataVersion, hint }: Pick<OpenDatabase, "db" | "dataVersion" | "hint">,
  hearing: PublishingListeners,
): PublishingSide {
  const { onUnsaved } = hearing;
  const store = createPublishStore(db);
  const deps = { store, renderers: feedRenderers, uuid: uuidV5, now: Date.now, onUnsaved };
  return createPublishingSide(order, {
    leases: createLeases(db),
    holder: `process ${process.pid} on ${hostname()}`,
    storesOf: (lease) => {
      const publications = createPublicationStore(db, lease, hint);
      const archive = createArchiveStore(db, lease);
      return { publications, publisher: createPublisher({ ...deps, archive, publications }) };
    },
    holds: createHolds(db),
    dataVersion,
    revision: store.revision,
    now: Date.now,
    ...hearing,
  });
}
