import type { Log } from "../../adapters/log.ts";
import { LEASE_MS } from "../../core/lease.ts";
import { startLoop } from "../../core/loop.ts";
import type { LeasedOrder, OrderKind, OrderLease } from "../../core/orders/order.ts";
import type { OrderBook } from "../../core/orders/order-book.ts";
import type { Desk } from "../../desk/carry-out.ts";
import { holdOrder } from "../../desk/hold-order.ts";

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

type TakingState<Kind extends OrderKind> = TakeOrdersDeps<Kind> & {
  readonly held: Map<OrderLease, Kind>;
  isStopped: boolean;
  /** Looks for orders at once. */
  wake: () => void;
};

/**
 * Of those that take long, so many at a time: what an editor orders meanwhile finds a place. Those that take every worker are
 * carried out alone.
 */
const MOST_OF: Partial<Record<OrderKind, number>> = { revise: 1, reprocess: 1, pass: 4 };

/**
 * Carries out what the order book holds, until it is stopped: what is under way then is given back.
 *
 * @returns how to stop it.
 */
export function takeOrders<Kind extends OrderKind>(
  deps: TakeOrdersDeps<Kind>,
): () => Promise<void> {
  const state: TakingState<Kind> = { ...deps, held: new Map(), isStopped: false, wake: () => {} };
  const loop = startLoop({
    async turn() {
      await begin(state);
      return LOOK_MS;
    },
    onProblem(cause) {
      if (!state.isStopped) deps.log.error({ err: cause }, "orders could not be read");
    },
    retryMs: LOOK_MS,
  });
  state.wake = loop.wake;
  return async () => {
    state.isStopped = true;
    await loop.stop();
    await Promise.allSettled([...state.held.keys()].map((lease) => state.book.giveBack(lease)));
  };
}

async function begin<Kind extends OrderKind>(state: TakingState<Kind>): Promise<void> {
  const { book, held } = state;
  while (!state.isStopped && held.size < AT_ONCE) {
    const leased = await book.lease(freeKinds(state), LEASE_MS);
    if (leased === null) return;
    // It was stopped while this one was being leased.
    if (state.isStopped) return book.giveBack(leased.lease);
    carryOut(state, leased);
  }
}

function freeKinds<Kind extends OrderKind>({ desk, held }: TakingState<Kind>): readonly Kind[] {
  const kinds = [...held.values()];
  const isFree = (kind: Kind): boolean =>
    kinds.filter((each) => each === kind).length < (MOST_OF[kind] ?? AT_ONCE);
  return (Object.keys(desk) as Kind[]).filter(isFree);
}

function carryOut<Kind extends OrderKind>(
  state: TakingState<Kind>,
  leased: LeasedOrder<Kind>,
): void {
  const { book, desk, log, held } = state;
  const { lease } = leased;
  const { kind } = leased.order;
  const startedAt = performance.now();
  const onProblem = (cause: unknown): void => {
    // What is cut off by the end of the service is given back.
    if (!state.isStopped) log.error({ err: cause, order: kind }, "an order failed");
  };
  held.set(lease, kind as Kind);
  holdOrder(leased, { book, desk, onProblem })
    .then(async ({ state: outcome }) => {
      const durationMs = Math.round(performance.now() - startedAt);
      log.info({ order: kind, outcome, durationMs }, "order carried out");
      await book.forget(KEEP_MS);
    })
    .catch(onProblem)
    .finally(() => {
      held.delete(lease);
      // What waited for its place.
      state.wake();
    });
}
