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
  /** Joins clusters of one text (core/stories/healing.ts); follows every pass. */
  readonly heal: () => Promise<void>;
};

/** Runs a pass that was ordered, and tells the report of each source as its poll ends. */
export const pollSources =
  ({ pass, heal }: PollSourcesDeps): CarryOut<"pass"> =>
  async ({ scope }, { tell }) => {
    const { done } = await pass(scope, tell);
    await done;
    await heal();
    return ok(null);
  };
