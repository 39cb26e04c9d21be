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
  readonly dataVersion: () => number;
  /** The same object until the configuration changes. */
  readonly order: () => PublishOrder;
  /** Publishes it, unless another process begins to. Rejects when that cannot be done. */
  readonly publish: (order: PublishOrder) => Promise<void>;
  readonly now: () => number;
  /** It could not look or publish (it tries again), or can again: `null`. */
  readonly onState: (cause: unknown) => void;
  /** Another process publishes in turn with this one, each what the other does not. Once a configuration. */
  readonly onRival: () => void;
};

const LOOK_MS = 500;
const RETRY_MS = 5_000;
/** A publisher that is started again has the lease sooner. */
const NOBODY_MS = 2_000;

type WantState = {
  readonly deps: PublishForWantDeps;
  /** What was looked at last: while both are the same, so is what was found. */
  seen: { readonly version: number; readonly order: PublishOrder } | null;
  /** What was published last is what there is now. */
  isDone: boolean;
  holdEndsAt: number | null;
  /** What this process published last. */
  published: PublishOrder | null;
  /** For which it was told of a rival. */
  told: PublishOrder | null;
};

/**
 * A web process publishes itself what nobody else publishes, such as beside `offprint ingest` alone. It holds the lease
 * for one turn at a time, so that a publisher that comes has it at once. @returns how to stop it.
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
  const version = dataVersion();
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
