import type { Log } from "../../adapters/log.ts";
import type { OrderKind, OrderLease } from "../../core/orders/order.ts";
import type { OrderBook } from "../../core/orders/order-book.ts";
import type { Desk } from "../../desk/carry-out.ts";
import { holdOrder, LEASE_MS } from "../../desk/hold-order.ts";

export type TakeOrdersDeps<Kind extends OrderKind> = {
  readonly book: OrderBook;
  /** Orders of its kinds are carried out, and others are left. */
  readonly desk: Pick<Desk, Kind>;
  readonly log: Log;
};

/** How soon an order is seen. */
const LOOK_MS = 250;
/** A pass may take minutes: what an editor orders meanwhile is carried out beside it. */
const AT_ONCE = 8;
/** The journal. */
const KEEP_MS = 90 * 24 * 60 * 60 * 1000;

type State<Kind extends OrderKind> = TakeOrdersDeps<Kind> & {
  /** By the number of the order. */
  readonly held: Map<number, OrderLease>;
  /** Settles when the look that is under way ends; `null` between two. */
  looking: Promise<void> | null;
  isStopped: boolean;
};

/**
 * Carries out what the order book holds, until it is stopped: what is under way then is given back.
 *
 * @returns how to stop it.
 */
export function takeOrders<Kind extends OrderKind>(
  deps: TakeOrdersDeps<Kind>,
): () => Promise<void> {
  const state: State<Kind> = { ...deps, held: new Map(), looking: null, isStopped: false };
  const timer = setInterval(() => look(state), LOOK_MS);
  return async () => {
    clearInterval(timer);
    state.isStopped = true;
    await state.looking;
    await Promise.allSettled([...state.held.values()].map((lease) => state.book.release(lease)));
  };
}

function look<Kind extends OrderKind>(state: State<Kind>): void {
  state.looking ??= begin(state)
    .catch((cause: unknown) => state.log.error({ err: cause }, "orders could not be read"))
    .finally(() => {
      state.looking = null;
    });
}

async function begin<Kind extends OrderKind>(state: State<Kind>): Promise<void> {
  const { book, desk, log, held } = state;
  const kinds = Object.keys(desk) as Kind[];
  while (!state.isStopped && held.size < AT_ONCE) {
    const leased = await book.lease(kinds, LEASE_MS);
    if (leased === null) return;
    const { lease, order } = leased;
    // It was stopped while this one was being leased.
    if (state.isStopped) return book.release(lease);
    const onProblem = (cause: unknown): void =>
      log.error({ err: cause, order: order.kind }, "an order failed");
    held.set(lease.id, lease);
    holdOrder(leased, { book, desk, onProblem })
      .then(() => book.forget(KEEP_MS))
      .catch(onProblem)
      .finally(() => held.delete(lease.id));
  }
}
