import { PUBLISHER, type PublicationLog } from "../../core/entries/publication.ts";
import type { Leases } from "../../core/lease.ts";
import { startLoop } from "../../core/loop.ts";
import type { PublishOrder } from "../publishing/publish-order.ts";
import { isOfOther, turnKeyOf } from "../publishing/turn-key.ts";

export type PublishForWantDeps = {
  readonly leases: Pick<Leases, "idleMs">;
  readonly log: Pick<PublicationLog, "lastTurn">;
  readonly revision: () => Promise<number>;
  /** When the next hold ends; `null` while nothing is held back. */
  readonly nextHoldEnd: () => Promise<number | null>;
  /** Changes with each commit of another connection. */
  readonly dataVersion: () => Promise<number>;
  /** What to publish: the same object until the configuration changes. */
  readonly order: () => PublishOrder;
  /** Publishes the order, unless another process begins to. Rejects when it fails. */
  readonly publish: (order: PublishOrder) => Promise<void>;
  readonly now: () => number;
  /** Called with the cause when it cannot look or publish (it tries again), and with `null` when it can. */
  readonly onState: (cause: unknown) => void;
  /** Called once a configuration, when another process keeps publishing other documents in place of ours. */
  readonly onRival: () => void;
};

const LOOK_MS = 500;
const RETRY_MS = 5_000;
/** Nobody publishes when the lease is free this long: a restarted publisher has it sooner. */
const NOBODY_MS = 2_000;

type WantState = {
  readonly deps: PublishForWantDeps;
  /** The input of the last look: while both are the same, so is its result. */
  seen: { readonly version: number; readonly order: PublishOrder } | null;
  /** Whether the last publication is up to date. */
  isDone: boolean;
  holdEndsAt: number | null;
  /** The order that this process published last. */
  published: PublishOrder | null;
  /** The order for which `onRival` was called. */
  told: PublishOrder | null;
};

/**
 * Publishes from a web process when nobody else publishes, such as beside `offprint ingest` alone. It holds the lease
 * for one turn at a time, so that a publisher which starts gets it at once. @returns how to stop it.
 */
export function publishForWant(deps: PublishForWantDeps): () => Promise<void> {
  const state: WantState = {
    deps,
    seen: null,
    isDone: false,
    holdEndsAt: null,
    published: null,
    told: null,
  };
  return startLoop({
    async turn() {
      const order = deps.order();
      if (await isWanted(state, order)) {
        await deps.publish(order);
        state.published = order;
      }
      deps.onState(null);
      return LOOK_MS;
    },
    onProblem: deps.onState,
    retryMs: RETRY_MS,
  }).stop;
}

async function isWanted(state: WantState, order: PublishOrder): Promise<boolean> {
  const { leases, dataVersion, now } = state.deps;
  const idleMs = await leases.idleMs(PUBLISHER);
  if (idleMs !== null && idleMs < NOBODY_MS) return false;
  const version = await dataVersion();
  if (state.seen?.version !== version || state.seen.order !== order) {
    await look(state, order);
    state.seen = { version, order };
  }
  return !state.isDone || (state.holdEndsAt !== null && state.holdEndsAt <= now());
}

async function look(state: WantState, order: PublishOrder): Promise<void> {
  const { log, revision, nextHoldEnd, onRival } = state.deps;
  state.holdEndsAt = await nextHoldEnd();
  const lastTurn = await log.lastTurn();
  state.isDone = lastTurn === turnKeyOf(await revision(), order);
  const isRivals = lastTurn !== null && isOfOther(lastTurn, order);
  if (!isRivals || state.published !== order || state.told === order) return;
  state.told = order;
  onRival();
}
