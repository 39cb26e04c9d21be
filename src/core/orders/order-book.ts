import type { ForgetStore } from "../entries/forgetting.ts";
import type { WithdrawalStore } from "../entries/withdrawal.ts";
import type { HeldWork } from "../lease.ts";
import type { Result } from "../result.ts";
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
};

/**
 * Orders as rows, so that they work between processes, containers and machines, and outlive all of them: whoever asks
 * places one and looks for its answer; who takes articles in leases and carries them out. Times are the database's.
 */
export interface OrderBook extends HeldWork<number> {
  /** @returns its number. */
  place(order: Order, asker: Asker): Promise<number>;
  /**
   * The oldest order of these kinds that nobody carries out, for so long. One whose holders all ended before it did is failed in place
   * of being leased once more.
   */
  lease<Kind extends OrderKind>(
    kinds: readonly Kind[],
    leaseMs: number,
  ): Promise<LeasedOrder<Kind> | null>;
  /** This order and no other; `null` when somebody carries it out. */
  leaseOne(id: number, leaseMs: number): Promise<OrderLease | null>;
  /** Tells whoever asked how far it is. */
  tell(lease: OrderLease, line: unknown): Promise<void>;
  /** @returns whether it was still held: else nothing is changed. */
  settle(lease: OrderLease, outcome: OrderOutcome): Promise<boolean>;
  /**
   * Carries an order out and answers it in one transaction: it is done once, however its holder ends. What is refused
   * must have changed nothing. Rejects when the order is held no more.
   */
  apply<Answer>(
    lease: OrderLease,
    change: (stores: EditedStores) => Promise<Result<Answer, string>>,
  ): Promise<Result<Answer, string>>;
  /** The lines from the given position on. */
  look(id: number, from: number): Promise<OrderProgress & { readonly lines: readonly unknown[] }>;
  /** Asks whoever carries an order out to stop, where its kind can; the answer says how far it came. */
  stop(id: number): Promise<void>;
  isStopWanted(lease: OrderLease): Promise<boolean>;
  /** Takes an order back. @returns whether nobody carries it out. */
  cancel(id: number): Promise<boolean>;
  /** Forgets orders that were placed longer ago than this. */
  forget(olderThanMs: number): Promise<void>;
}
