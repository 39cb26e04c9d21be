import type { EditedCluster } from "../core/orders/order.ts";
import type { EditorAction } from "../core/stories/editing.ts";
import { type Io, refuse } from "../service/io.ts";
import type { ClustersOptions } from "./clusters.ts";
import { withDesk } from "./with-desk.ts";
import { write } from "./write.ts";

export type ClustersEditOptions = ClustersOptions & {
  readonly action: EditorAction;
  readonly undo: boolean;
};

/** Does what an editor orders, or takes it back; a service may run on the same database. Gives the exit code. */
export function clustersEdit(options: ClustersEditOptions, io: Io): Promise<number> {
  const { action, undo } = options;
  return withDesk(options, io, async ({ order }) => {
    const done = await order({ kind: "edit-clusters", action, undo });
    if (!done.ok) return refuse(done.error, io);
    await write(io.stdout, `${options.json ? asJson(options, done.value) : asText(done.value)}\n`);
    return 0;
  });
}

const asJson = (
  { action, undo }: ClustersEditOptions,
  clusters: readonly EditedCluster[],
): string =>
  JSON.stringify({ action: action.kind, articles: action.articles, undone: undo, clusters });

function asText(clusters: readonly EditedCluster[]): string {
  const filled = clusters.filter(({ members }) => members.length > 0);
  if (filled.length === 0) return "noted; no cluster changed";
  return filled.map(({ id, members }) => `${id}: ${members.join(", ")}`).join("\n");
}
