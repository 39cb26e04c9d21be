import {
  type LeasedOrder,
  type OrderKind,
  type OrderLines,
  type OrderOutcome,
  outcomeOf,
} from "../core/orders/order.ts";
import type { OrderBook } from "../core/orders/order-book.ts";
import { whileHeld } from "../core/while-held.ts";
import type { Desk } from "./carry-out.ts";

export type HoldOrderDeps<Kind extends OrderKind> = {
  readonly book: OrderBook;
  readonly desk: Pick<Desk, Kind>;
  /** The asker of this process's own order: hears its lines, and may stop it. */
  readonly asker?: {
    readonly onLine: (line: OrderLines[Kind]) => void;
    readonly isStopped: () => boolean;
  };
  /** Storage failed, or a lease could not be renewed. */
  readonly onProblem: (cause: unknown) => void;
};

/** Carries out an order while it is held, and answers it. Rejects when it cannot be answered: then its lease runs out. */
export async function holdOrder<Kind extends OrderKind>(
  held: LeasedOrder<Kind>,
  deps: HoldOrderDeps<Kind>,
): Promise<OrderOutcome> {
  const { book, onProblem } = deps;
  return whileHeld(held.lease, { leases: book, onProblem }, async () => {
    const outcome = await carryOut(held, deps);
    // Does nothing for an order that was applied in one transaction: that one is settled already.
    await book.settle(held.lease, outcome);
    return outcome;
  });
}

/** The asker is also told when storage failed. */
async function carryOut<Kind extends OrderKind>(
  { lease, order }: LeasedOrder<Kind>,
  { book, desk, onProblem, asker }: HoldOrderDeps<Kind>,
): Promise<OrderOutcome> {
  const told: Promise<void>[] = [];
  try {
    const done = await desk[order.kind as Kind](order, {
      tell(line) {
        asker?.onLine(line);
        told.push(book.tell(lease, line));
      },
      isStopWanted: async () => asker?.isStopped() === true || (await book.isStopWanted(lease)),
      apply: (change) => book.apply(lease, change),
    });
    await Promise.all(told);
    return outcomeOf(done);
  } catch (cause) {
    await Promise.allSettled(told);
    onProblem(cause);
    return { state: "failed", reason: "it cannot be stored: see the log, then try again" };
  }
}
