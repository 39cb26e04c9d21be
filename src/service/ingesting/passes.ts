import { createAudienceStore } from "../../adapters/store/publishing/audience.ts";
import { createPassLog } from "../../adapters/store/queues/pass-log.ts";
import type { SourceReport } from "../../core/intake/source-report.ts";
import type { PassScope } from "../../core/orders/order.ts";
import type { Pass, Poller } from "../../ingest/poll-due-sources.ts";
import { type Healing, heal } from "./heal.ts";

export type Passing = Healing & {
  /** The name of this node. */
  readonly node: string;
  /** Rejects when this process must not poll. */
  readonly requireOurs: () => Promise<void>;
  readonly poller: Poller;
  readonly audience: SubscriberCount;
};

/** The passes of an ingest side, and what follows each. */
export const passesOf = ({ db, node, requireOurs, poller, audience, ...healing }: Passing) => ({
  async pass(scope: PassScope | null, onReport: (report: SourceReport) => void): Promise<Pass> {
    await requireOurs();
    audience.subscribers = await createAudienceStore(db).total();
    return poller.start(scope, onReport);
  },
  heal: () => heal({ db, ...healing }),
  notePass: (deadline: number | null) => createPassLog(db).note({ node, at: Date.now(), deadline }),
});

/** How many people read the feeds, as of the last pass: publishers learn it from our User-Agent. */
export type SubscriberCount = { subscribers: number };
