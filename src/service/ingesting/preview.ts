import { setTimeout as sleep } from "node:timers/promises";
import { readFolder } from "../../adapters/drop-folder/read-folder.ts";
import type { Config } from "../../config/config.ts";
import { articlePath, isFeedOf } from "../../core/entries/addresses.ts";
import type { IngestStore, RepeatedBlocks } from "../../core/intake/ingest-store.ts";
import type { SourceDefinition } from "../../core/settings/definitions.ts";
import type { FetchDocument } from "../../core/sources/fetched.ts";
import type { HostHold } from "../../core/sources/polling/host-hold.ts";
import type { SourcePreview } from "../../core/sources/source-preview.ts";
import type { PreviewingDeps } from "../../desk/preview-source.ts";
import { previewSource } from "../../ingest/preview-source.ts";
import { createRobots, robotsToken } from "../../ingest/robots.ts";
import type { ReadingPool } from "../reading/reading-pool.ts";
import { createDraftDocument } from "./draft-document.ts";
import { createRedraft } from "./redraft.ts";

export type PreviewParts = {
  readonly config: Config;
  readonly pool: Pick<ReadingPool, "run">;
  readonly fetchDocument: FetchDocument;
  /** What is learnt of a source; of one that is new, nothing. */
  readonly repeatedBlocks: (sourceId: string) => Promise<RepeatedBlocks>;
  readonly onHold: (hold: HostHold) => Promise<void>;
};

/** Reads a source once, under the configuration, and stores nothing. */
export async function preview(
  source: SourceDefinition,
  { config, pool, fetchDocument, repeatedBlocks, onHold }: PreviewParts,
): Promise<SourcePreview> {
  const { ingest, site } = config;
  const { bodyBytes, items } = ingest.limits;
  const asked: FetchDocument = (request) => fetchDocument({ ...request, source: source.id });
  const { active, retired } = await repeatedBlocks(source.id);
  const isOwnFeed = (url: string): boolean => isFeedOf(site.url, url);
  const shared = { fetchDocument: asked, onHold, now: Date.now, pause: (ms: number) => sleep(ms) };
  return previewSource(source, {
    ...shared,
    repeated: [...active, ...retired],
    draftDocument: createDraftDocument(pool, { repeatedBlocks, lastListing: async () => null }),
    redraft: createRedraft(pool),
    askRobots: createRobots({ ...shared, token: robotsToken(ingest.userAgent) }),
    readFolder: (folder, known) => readFolder(folder, known, { bodyBytes, now: Date.now, sleep }),
    isOwnFeed,
    isOwn: (url) => isOwnFeed(url) || url.startsWith(`${site.url}${articlePath("")}`),
    items,
  });
}

export const NOTHING_LEARNT: RepeatedBlocks = { active: [], retired: [] };

export type PreviewingParts = Pick<PreviewParts, "pool" | "fetchDocument" | "onHold"> & {
  /** The configuration in force. */
  readonly current: () => Config;
  readonly store: Pick<IngestStore, "repeatedBlocks">;
};

/** For previews that are ordered. */
export const previewingDeps = ({ current, store, ...parts }: PreviewingParts): PreviewingDeps => ({
  sources: () => current().sources,
  preview: (source) =>
    preview(source, {
      ...parts,
      config: current(),
      repeatedBlocks: (id) => store.repeatedBlocks(id),
    }),
});
