import type { ForgetStore } from "../entries/forgetting.ts";
import type { WithdrawalStore } from "../entries/withdrawal.ts";
import type { HeldWork } from "../lease.ts";
import type { Result } from "../result.ts";
import type { PauseStore } from "../sources/pausing.ts";
import type { EditorStore } from "./editor-port.ts";
import type {
  Asker,
  LeasedOrder,
  Order,
  OrderKind,
  OrderLease,
  OrderOutcome,
  OrderProgress,
} from "./order.ts";

/** What an editor's orders change, within the transaction that answers them. */
export type EditedStores = {
  readonly editor: Pick<EditorStore, "edit" | "undo">;
  readonly withdrawals: Pick<WithdrawalStore, "withdraw" | "restore">;
  readonly sources: Pick<ForgetStore, "known" | "forget">;
  readonly pauses: Pick<PauseStore, "set">;
};

/**
 * Orders are rows, so that they work between processes, containers and machines, and outlive all of them. The asker places
 * an order and looks for its answer; the ingest side leases it and carries it out. Times are the database's.
 */
export interface OrderBook extends HeldWork<number> {
  /** @returns its number. */
  place(order: Order, asker: Asker): Promise<number>;
  /** Places an order that its asker carries out itself: nobody finds it free, however soon it looks. */
  begin(order: Order, asker: Asker, leaseMs: number): Promise<OrderLease>;
  /**
   * Leases the oldest free order of these kinds for `leaseMs`; `null` when there is none. An order whose holders died too
   * often is failed instead of leased again.
   */
  lease<Kind extends OrderKind>(
    kinds: readonly Kind[],
    leaseMs: number,
  ): Promise<LeasedOrder<Kind> | null>;
  /** Tells the asker how far the order is. */
  tell(lease: OrderLease, line: unknown): Promise<void>;
  /** Answers the order. @returns whether it was still held; else nothing is changed. */
  settle(lease: OrderLease, outcome: OrderOutcome): Promise<boolean>;
  /**
   * Carries an order out and answers it in one transaction, so that it is done once even if its holder dies. A `change`
   * that refuses must have changed nothing. Rejects when the order is no longer held.
   */
  apply<Answer>(
    lease: OrderLease,
    change: (stores: EditedStores) => Promise<Result<Answer, string>>,
  ): Promise<Result<Answer, string>>;
  /** How far an order is, with its lines from the given position on. */
  look(id: number, from: number): Promise<OrderProgress & { readonly lines: readonly unknown[] }>;
  /** Asks the holder of an order to stop, if its kind can; the answer says how far it came. */
  stop(id: number): Promise<void>;
  isStopWanted(lease: OrderLease): Promise<boolean>;
  /** Takes an order back that waits. @returns `false` when it is held or finished: nothing is changed. */
  cancel(id: number): Promise<boolean>;
  /** Forgets orders that were placed longer ago than this. */
  forget(olderThanMs: number): Promise<void>;
}
