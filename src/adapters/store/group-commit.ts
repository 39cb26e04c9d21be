import type { Kysely, Transaction } from "kysely";
import type { Tables } from "./schema/tables.ts";

type Work<T> = (trx: Transaction<Tables>) => Promise<T>;

export type GroupCommit = {
  /**
   * Runs a transaction together with others that come at about the same time. Resolves when it is on the disk; rejects
   * when it alone fails.
   *
   * @param work may run twice: it has no effects but its writes.
   */
  readonly write: <T>(work: Work<T>) => Promise<T>;
  /** Writes what waits, at once. */
  readonly flush: () => Promise<void>;
};

/** So that a transaction does not keep others from writing for long: each piece of work takes a fraction of a millisecond. */
const MOST = 32;

type Waiting = { readonly work: Work<unknown>; readonly settle: (result: Settled) => void };
type Settled = PromiseSettledResult<unknown>;

/**
 * Joins small transactions, of which each alone costs a write to the disk that takes longer than all else.
 *
 * @param waitMs how long the first of a group waits for others; 0: only for those of the same turn of the event loop.
 */
export function createGroupCommit(db: Kysely<Tables>, waitMs: number): GroupCommit {
  let waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | null = null;
  const flush = async (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const group = waiting;
    waiting = [];
    if (group.length > 0) await commit(db, group);
  };
  return {
    write: <T>(work: Work<T>) =>
      new Promise<T>((resolve, reject) => {
        const settle = (result: Settled): void =>
          result.status === "fulfilled" ? resolve(result.value as T) : reject(result.reason);
        waiting.push({ work, settle });
        if (waiting.length >= MOST) void flush();
        else timer ??= setTimeout(() => void flush(), waitMs);
      }),
    flush,
  };
}

/** When a group fails, each piece of work is tried alone: one that fails must not take others with it. Never rejects. */
async function commit(db: Kysely<Tables>, group: readonly Waiting[]): Promise<void> {
  const run = (part: readonly Waiting[]): Promise<readonly unknown[]> =>
    db.transaction().execute(async (trx) => {
      const values: unknown[] = [];
      for (const { work } of part) values.push(await work(trx));
      return values;
    });
  try {
    const values = await run(group);
    for (const [n, { settle }] of group.entries())
      settle({ status: "fulfilled", value: values[n] });
  } catch (reason) {
    if (group.length === 1) return group[0]?.settle({ status: "rejected", reason });
    for (const each of group) await commit(db, [each]);
  }
}
