import { PUBLISHER, type PublicationLog } from "../../core/entries/publication.ts";
import type { Leases } from "../../core/lease.ts";
import { startLoop } from "../loop.ts";
import type { PublishOrder } from "../publishing/publish-order.ts";
import { turnKeyOf } from "../publishing/turn-key.ts";
import type { WebPool } from "./web-pool.ts";

export type PublishForWantDeps = {
  readonly leases: Pick<Leases, "idleMs">;
  readonly log: Pick<PublicationLog, "lastTurn">;
  readonly revision: () => Promise<number>;
  /** When the next hold ends; `null` while nothing is held back. */
  readonly nextHoldEnd: () => Promise<number | null>;
  readonly order: () => PublishOrder;
  readonly pool: Pick<WebPool, "run">;
  readonly now: () => number;
  readonly onProblem: (cause: unknown) => void;
};

const LOOK_MS = 500;
const RETRY_MS = 5_000;
/** A publisher that is started again has the lease sooner. */
const NOBODY_MS = 2_000;

/**
 * A web process publishes itself what nobody else publishes, such as beside `offprint ingest` alone. It holds the lease
 * for one turn at a time, so that a publisher that comes has it at once. @returns how to stop it.
 */
export const publishForWant = (deps: PublishForWantDeps): (() => Promise<void>) =>
  startLoop({
    async turn() {
      if (await isWanted(deps)) {
        const done = await deps.pool.run("publish", { order: deps.order() });
        if (!done.ok) throw new Error(done.error);
      }
      return LOOK_MS;
    },
    onProblem: deps.onProblem,
    retryMs: RETRY_MS,
  }).stop;

async function isWanted(deps: PublishForWantDeps): Promise<boolean> {
  const idleMs = await deps.leases.idleMs(PUBLISHER);
  if (idleMs !== null && idleMs < NOBODY_MS) return false;
  const holdEndsAt = await deps.nextHoldEnd();
  if (holdEndsAt !== null && holdEndsAt <= deps.now()) return true;
  const key = turnKeyOf(await deps.revision(), deps.order());
  return (await deps.log.lastTurn()) !== key;
}
