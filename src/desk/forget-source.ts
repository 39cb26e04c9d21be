import { decideForget, summaryOf } from "../core/entries/forgetting.ts";
import { ok } from "../core/result.ts";
import type { CarryOut } from "./carry-out.ts";

/** Takes the articles of a source that left the configuration out of publication, or forgets only how it was polled. */
export const forgetSource =
  ({ now }: { readonly now: () => number }): CarryOut<"forget-source"> =>
  ({ sourceId, keep }, { apply }) =>
    apply(async ({ sources }) => {
      const options = { id: sourceId, keep };
      const known = await sources.known(sourceId);
      const done = await sources.forget(
        sourceId,
        (stored) => decideForget(stored, options, now()),
        now(),
      );
      return done.ok ? ok(summaryOf(known, done.value)) : done;
    });
