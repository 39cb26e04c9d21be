import { createWithdrawalStore } from "../adapters/store/withdrawals.ts";
import type { Config } from "../config/config.ts";
import { writableLine } from "../core/text/clean.ts";
import type { WithdrawnCluster } from "../core/withdrawal.ts";
import { type CommonOptions, type Io, load, refuse, refuseConfig } from "./load.ts";
import { order } from "./order.ts";
import { openForReading } from "./with-store.ts";
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
export async function withdraw(options: WithdrawOptions, io: Io): Promise<number> {
  const loaded = load(options, io);
  if (!loaded.ok) return refuseConfig(loaded, io);
  const { article } = options;
  return article === null
    ? list(loaded.value, options, io)
    : change(loaded.value, { ...options, article }, io);
}

async function list({ database }: Config, { json }: WithdrawOptions, io: Io): Promise<number> {
  const opened = openForReading(database);
  if (!opened.ok) return refuse(opened.error, io);
  try {
    for (const cluster of await createWithdrawalStore(opened.value.db).list()) {
      await write(io.stdout, `${json ? JSON.stringify(described(cluster)) : lineOf(cluster)}\n`);
    }
    return 0;
  } finally {
    await opened.value.close();
  }
}

type Change = WithdrawOptions & { readonly article: string };

async function change(config: Config, options: Change, io: Io): Promise<number> {
  const { json, undo, article, reason } = options;
  const done = undo
    ? await order(config, { kind: "restore", articleId: article })
    : await order(config, {
        ...{ kind: "withdraw", articleId: article },
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
