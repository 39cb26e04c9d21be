import type { WithdrawnCluster } from "../core/entries/withdrawal.ts";
import { writableLine } from "../core/text/clean.ts";
import { type Io, refuse } from "../service/io.ts";
import type { CommonOptions } from "../service/load.ts";
import type { OpenDesk } from "../service/open-desk.ts";
import { withDesk } from "./with-desk.ts";
import { write } from "./write.ts";

export type WithdrawOptions = CommonOptions & {
  /** Article id; `null` to list what is withdrawn. */
  readonly article: string | null;
  /** Why, for readers; `null` for no word about it. */
  readonly reason: string | null;
  readonly undo: boolean;
  readonly json: boolean;
};

/**
 * Withdraws the text of an article from all that is published, takes that back, or lists what is withdrawn; a service
 * may run on the same database. Gives the exit code.
 */
export function runWithdraw(options: WithdrawOptions, io: Io): Promise<number> {
  const { article } = options;
  return withDesk(options, io, (desk) =>
    article === null ? list(desk, options, io) : change(desk, { ...options, article }, io),
  );
}

async function list({ withdrawals }: OpenDesk, { json }: WithdrawOptions, io: Io): Promise<number> {
  for (const cluster of await withdrawals.list()) {
    await write(io.stdout, `${json ? JSON.stringify(described(cluster)) : lineOf(cluster)}\n`);
  }
  return 0;
}

type PublicationChange = WithdrawOptions & { readonly article: string };

async function change({ order }: OpenDesk, options: PublicationChange, io: Io): Promise<number> {
  const { json, undo, article, reason } = options;
  const done = undo
    ? await order({ kind: "restore", articleId: article })
    : await order({
        kind: "withdraw",
        articleId: article,
        reason: writableLine(reason ?? "") || null,
      });
  if (!done.ok) return refuse(done.error, io);
  const text = json
    ? JSON.stringify({ article, undone: undo, ...described(done.value) })
    : `${undo ? "published again" : "withdrawn"}: ${done.value.source.id}: ${done.value.title}`;
  await write(io.stdout, `${text}\n`);
  return 0;
}

const described = ({
  clusterId,
  entryId,
  withdrawal,
  title,
  source,
  articles,
}: WithdrawnCluster) => ({
  cluster: clusterId,
  id: entryId,
  title,
  source: source.id,
  articles,
  withdrawnAt: withdrawal.at,
  reason: withdrawal.reason,
});

function lineOf({ articles, withdrawal, title, source }: WithdrawnCluster): string {
  const day = new Date(withdrawal.at).toISOString().slice(0, 16).replace("T", " ");
  const reason = withdrawal.reason === null ? "" : ` (${withdrawal.reason})`;
  return `${day}  ${articles[0] ?? ""}  ${source.id}: ${title}${reason}`;
}
