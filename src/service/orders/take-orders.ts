import type { Log } from "../../adapters/log.ts";
import { LEASE_MS } from "../../core/lease.ts";
import { startLoop } from "../../core/loop.ts";
import type { LeasedOrder, OrderKind, OrderLease } from "../../core/orders/order.ts";
import type { OrderBook } from "../../core/orders/order-book.ts";
import type { Desk } from "../../desk/carry-out.ts";
import { holdOrder } from "../../desk/hold-order.ts";
import { sparing } from "../sparing.ts";

export type TakeOrdersDeps<Kind extends OrderKind> = {
  readonly book: OrderBook;
  /** The kinds of orders to carry out; others stay in the book. */
  readonly desk: Pick<Desk, Kind>;
  readonly log: Log;
  /** Whether this process may take orders of a kind now; absent: all. */
  readonly mayTake?: (kind: Kind) => boolean;
};

/** Time between looks into the order book. */
const LOOK_MS = 250;
/** Orders at a time: a pass may take minutes, and an editor's order is carried out beside it. */
const AT_ONCE = 8;
/** How long orders are kept, as a journal. */
const KEEP_MS = 90 * 24 * 60 * 60 * 1000;

type TakingState<Kind extends OrderKind> = TakeOrdersDeps<Kind> & {
  readonly held: Map<OrderLease, Kind>;
  isStopped: boolean;
  /** Looks for orders at once. */
  wake: () => void;
};

/**
 * Limits of the kinds that take long, so that an editor's order finds a place. Kinds that use every worker, or one file, run one at
 * a time.
 */
const MOST_OF: Partial<Record<OrderKind, number>> = {
  revise: 1,
  reprocess: 1,
  "back-up": 1,
  "edit-configuration": 1,
  "preview-source": 2,
  pass: 4,
};

/**
 * Carries out the orders of the book until it is stopped, and then gives back those under way.
 *
 * @returns how to stop it.
 */
export function takeOrders<Kind extends OrderKind>(
  deps: TakeOrdersDeps<Kind>,
): () => Promise<void> {
  const state: TakingState<Kind> = { ...deps, held: new Map(), isStopped: false, wake: () => {} };
  const tell = sparing((err) => deps.log.error({ err }, "orders could not be read"));
  const loop = startLoop({
    async turn() {
      await begin(state);
      return LOOK_MS;
    },
    onProblem(cause) {
      if (!state.isStopped) tell(cause);
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
    // Stopped while this order was being leased.
    if (state.isStopped) return book.giveBack(leased.lease);
    carryOut(state, leased);
  }
}

function freeKinds<Kind extends OrderKind>({
  desk,
  held,
  mayTake = () => true,
}: TakingState<Kind>): readonly Kind[] {
  const kinds = [...held.values()];
  const isFree = (kind: Kind): boolean =>
    mayTake(kind) && kinds.filter((each) => each === kind).length < (MOST_OF[kind] ?? AT_ONCE);
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
    // No error while stopping: the order was cut off and is given back.
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
      // An order may have waited for this place.
      state.wake();
    });
}
