import type { SourceReport } from "../core/intake/source-report.ts";
import type { PassScope } from "../core/orders/order.ts";
import { ok } from "../core/result.ts";
import type { Pass } from "../ingest/poll-due-sources.ts";
import type { CarryOut } from "./carry-out.ts";

export type PollSourcesDeps = {
  readonly pass: (
    scope: PassScope,
    onReport: (report: SourceReport) => void,
  ) => Promise<Pick<Pass, "done">>;
  /** What follows every pass. */
  readonly heal: () => Promise<void>;
};

/** A pass that was asked for, now; each source is told as its poll ends. */
export const pollSources =
  ({ pass, heal }: PollSourcesDeps): CarryOut<"pass"> =>
  async ({ scope }, { tell }) => {
    const { done } = await pass(scope, tell);
    await done;
    await heal();
    return ok(null);
  };
