import { ok } from "../core/result.ts";
import type { SourceState } from "../core/sources/source-state.ts";
import { type ReviseDeps, reviseSource } from "../ingest/revise-source.ts";
import type { CarryOut } from "./carry-out.ts";

export type ReviseOrderDeps = ReviseDeps & {
  /** `null` when it is no longer configured. */
  readonly source: (id: string) => Promise<Pick<SourceState, "definition"> | null>;
};

/** Drafts a source's articles again after a line was learnt or its definition changed. */
export const revise =
  (deps: ReviseOrderDeps): CarryOut<"revise"> =>
  async ({ sourceId, extent }) => {
    const source = await deps.source(sourceId);
    if (source === null) return ok({ articles: 0, updated: 0, failed: 0 });
    return ok(await reviseSource({ source, articles: extent }, deps));
  };
