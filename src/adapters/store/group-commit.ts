import type { Kysely, Transaction } from "kysely";
import type { Tables } from "./schema/tables.ts";

/** Writes some items in one transaction. @returns the result of each, in their order. */
type WriteAll<Item, Value> = (
  trx: Transaction<Tables>,
  items: readonly Item[],
) => Promise<readonly Value[]>;

export type GroupCommit<Item, Value> = {
  /**
   * Writes an item in one transaction with others that come at about the same time. Resolves when it is on the disk;
   * rejects when it alone fails.
   */
  readonly write: (item: Item) => Promise<Value>;
  /** Writes what waits, at once. */
  readonly flush: () => Promise<void>;
};

/** So that a transaction does not keep others from writing for long: each item takes a fraction of a millisecond. */
const MOST = 32;

type Waiting<Item, Value> = {
  readonly item: Item;
  readonly settle: (result: PromiseSettledResult<Value>) => void;
};

export type GroupOptions<Item, Value> = {
  /** How long the first of a group waits for others, in milliseconds; 0: only for those of the same turn of the event loop. */
  readonly waitMs: number;
  /** May be called twice for an item: it has no effects but its writes. */
  readonly writeAll: WriteAll<Item, Value>;
};

/** Joins small transactions, of which each alone costs a write to the disk that takes longer than all else. */
export function createGroupCommit<Item, Value>(
  db: Kysely<Tables>,
  { waitMs, writeAll }: GroupOptions<Item, Value>,
): GroupCommit<Item, Value> {
  let waiting: Waiting<Item, Value>[] = [];
  let timer: NodeJS.Timeout | null = null;
  const flush = async (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const group = waiting;
    waiting = [];
    if (group.length > 0) await commit(db, group, writeAll);
  };
  return {
    write: (item) =>
      new Promise((resolve, reject) => {
        const settle = (result: PromiseSettledResult<Value>): void =>
          result.status === "fulfilled" ? resolve(result.value) : reject(result.reason);
        waiting.push({ item, settle });
        if (waiting.length >= MOST) void flush();
        else timer ??= setTimeout(() => void flush(), waitMs);
      }),
    flush,
  };
}

/** When a group fails, each item is tried alone: one that fails must not take others with it. Never rejects. */
async function commit<Item, Value>(
  db: Kysely<Tables>,
  group: readonly Waiting<Item, Value>[],
  writeAll: WriteAll<Item, Value>,
): Promise<void> {
  const items = group.map(({ item }) => item);
  try {
    const values = await db.transaction().execute((trx) => writeAll(trx, items));
    // `writeAll` answers each item.
    for (const [n, { settle }] of group.entries()) {
      settle({ status: "fulfilled", value: values[n] as Value });
    }
  } catch (reason) {
    if (group.length === 1) return group[0]?.settle({ status: "rejected", reason });
    for (const each of group) await commit(db, [each], writeAll);
  }
}
