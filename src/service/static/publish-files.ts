import type { OpenDatabase } from "../../adapters/store/engine/engine.ts";
import { createPublishStore } from "../../adapters/store/publishing/publish-store.ts";
import type { Config } from "../../config/config.ts";
import type { StaticTarget, TargetProblem } from "../../core/entries/static-files.ts";
import { ok, type Result } from "../../core/result.ts";
import { type FileTally, openFileList } from "../../deliver/static/file-list.ts";
import {
  createStaticPublisher,
  type StaticPublisher,
} from "../../deliver/static/static-publisher.ts";
import { openStaticSite } from "./open-static-site.ts";

export type FilePublishing = StaticPublisher & {
  /** Whether every feed was published once. */
  readonly isReady: () => boolean;
  readonly close: () => void;
};

export type FilePublishingOptions = {
  readonly config: () => Config;
  readonly opened: OpenDatabase;
  readonly target: StaticTarget;
  readonly onWritten: (tally: FileTally) => void;
  readonly onFailure: (cause: unknown) => void;
  readonly signal: AbortSignal;
};

/** Publishing of a desk's site as files. */
export async function openFilePublishing(
  options: FilePublishingOptions,
): Promise<Result<FilePublishing, TargetProblem>> {
  const { opened, target, onWritten, signal } = options;
  const { id } = await createPublishStore(opened.db).instance();
  const journal = await target.open(id);
  if (!journal.ok) return journal;
  const list = await openFileList(target, journal.value);
  const { site, close } = openStaticSite({ ...options, folder: target.folder });
  const publisher = createStaticPublisher({ site, list, now: Date.now, onWritten, signal });
  return ok({ ...publisher, isReady: site.isReady, close });
}
