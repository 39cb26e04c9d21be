import type { EditedCluster } from "../core/orders/order.ts";
import { ok } from "../core/result.ts";
import type { FallbackEntryId } from "../core/stories/cluster-graph.ts";
import { decideEdit, decideUndo, type EditorIntent } from "../core/stories/editing.ts";
import type { CarryOut } from "./carry-out.ts";

export type EditClustersDeps = {
  readonly fallbackEntryId: FallbackEntryId;
  readonly now: () => number;
};

/** Merges or splits clusters, or keeps two articles apart; or undoes that. */
export const editClusters =
  ({ fallbackEntryId, now }: EditClustersDeps): CarryOut<"edit-clusters"> =>
  ({ action, undo }, { apply }) =>
    apply(async ({ editor }) => {
      const done = undo
        ? await editor.undo(
            action,
            (known, change) => decideUndo(known, change, fallbackEntryId),
            now(),
          )
        : await editor.edit(action, (known) => decideEdit(known, action, fallbackEntryId), now());
      return done.ok ? ok(editedBy(done.value)) : done;
    });

const editedBy = ({ clusters }: EditorIntent): readonly EditedCluster[] =>
  clusters.map(({ id, leadId, members }) => ({ id, lead: leadId, members: [...members.keys()] }));
