import type { OpenDatabase } from "../adapters/store/open-database.ts";
import { createWithdrawalStore } from "../adapters/store/withdrawals.ts";
import type { Result } from "../core/result.ts";
import { writableLine } from "../core/text/clean.ts";
import type { WithdrawalStore, WithdrawnCluster } from "../core/withdrawal.ts";
import { openForWriting } from "./clusters-edit.ts";
import { type CommonOptions, type Io, load, refuse, refuseConfig } from "./load.ts";
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
  const { database } = loaded.value;
  const opened =
    options.article === null ? openForReading(database) : await openForWriting(database);
  if (!opened.ok) return refuse(opened.error, io);
  try {
    return await (options.article === null
      ? list(opened.value, options, io)
      : carryOut(opened.value, { ...options, article: options.article }, io));
  } finally {
    await opened.value.close();
  }
}

async function list({ db }: OpenDatabase, { json }: WithdrawOptions, io: Io): Promise<number> {
  for (const cluster of await createWithdrawalStore(db).list()) {
    await write(io.stdout, `${json ? JSON.stringify(described(cluster)) : lineOf(cluster)}\n`);
  }
  return 0;
}

type Order = WithdrawOptions & { readonly article: string };

async function carryOut({ db }: OpenDatabase, order: Order, io: Io): Promise<number> {
  const done = await change(createWithdrawalStore(db), order);
  if (!done.ok) return refuse(done.error, io);
  const { json, undo, article } = order;
  const text = json
    ? JSON.stringify({ article, undone: undo, ...described(done.value) })
    : `${undo ? "published again" : "withdrawn"}: ${done.value.source.id}: ${done.value.title}`;
  await write(io.stdout, `${text}\n`);
  return 0;
}

function change(
  store: WithdrawalStore,
  { article, reason, undo }: Order,
): Promise<Result<WithdrawnCluster, string>> {
  if (undo) return store.restore(article, Date.now());
  return store.withdraw(article, { at: Date.now(), reason: writableLine(reason ?? "") || null });
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
