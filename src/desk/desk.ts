import type { FallbackEntryId } from "../core/stories/cluster-graph.ts";
import { type BackUpDeps, backUp, noteBackup } from "./back-up.ts";
import type { Desk, EditingDesk } from "./carry-out.ts";
import { editClusters } from "./edit-clusters.ts";
import { type EditConfigurationDeps, editConfiguration } from "./edit-configuration.ts";
import { forgetSource } from "./forget-source.ts";
import { type ArticleEditsDeps, forgetKeptLines, keepLines } from "./keep-lines.ts";
import { pauseSource } from "./pause-source.ts";
import { type PollSourcesDeps, pollSources } from "./poll-sources.ts";
import { type PreviewingDeps, previewOrdered } from "./preview-source.ts";
import { type ReprocessDeps, reprocess } from "./reprocess.ts";
import { type ReviseOrderDeps, revise } from "./revise.ts";
import { restore, withdraw } from "./withdraw.ts";

export type EditingDeskDeps = {
  readonly revising: ArticleEditsDeps & ReprocessDeps & ReviseOrderDeps;
  readonly editing: EditConfigurationDeps;
  readonly fallbackEntryId: FallbackEntryId;
  readonly backups: BackUpDeps["backups"];
};

export const createEditingDesk = ({
  revising,
  editing,
  fallbackEntryId,
  backups,
}: EditingDeskDeps): EditingDesk => {
  const { now } = revising;
  return {
    "keep-lines": keepLines(revising),
    "forget-kept-lines": forgetKeptLines(revising),
    "edit-clusters": editClusters({ fallbackEntryId, now }),
    withdraw: withdraw({ now }),
    restore: restore({ now }),
    "forget-source": forgetSource({ now }),
    "edit-configuration": editConfiguration(editing),
    "pause-source": pauseSource,
    revise: revise(revising),
    reprocess: reprocess(revising),
    "note-backup": noteBackup({ backups }),
  };
};

export const createDesk = (
  deps: EditingDeskDeps & PollSourcesDeps & BackUpDeps & { readonly previewing: PreviewingDeps },
): Desk => ({
  pass: pollSources(deps),
  "back-up": backUp(deps),
  "preview-source": previewOrdered(deps.previewing),
  ...createEditingDesk(deps),
});
