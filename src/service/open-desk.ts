import { feedRenderers } from "../adapters/feed-writer/feed-renderers.ts";
import { createPublishStore } from "../adapters/store/publishing/publish-store.ts";
import { createForgetStore } from "../adapters/store/sources/forget-source.ts";
import { createSourceHistories } from "../adapters/store/sources/source-histories.ts";
import { loadSources } from "../adapters/store/sources/sources.ts";
import { createEditorStore } from "../adapters/store/stories/editor-store.ts";
import { createWithdrawalStore } from "../adapters/store/stories/withdrawals.ts";
import type { Config } from "../config/config.ts";
import type { FeedRenderers } from "../core/entries/entry.ts";
import type { ForgetStore } from "../core/entries/forgetting.ts";
import type { PublishStore } from "../core/entries/publish-store.ts";
import type { WithdrawalStore } from "../core/entries/withdrawal.ts";
import type { EditorStore } from "../core/orders/editor-port.ts";
import { ok, type Result } from "../core/result.ts";
import type { SourceHistories } from "../core/sources/polling/source-histories.ts";
import type { SourceState } from "../core/sources/source-state.ts";
import type { Io } from "./io.ts";
import { openForReading, openForWriting } from "./open-existing.ts";
import { type OrderOnce, order } from "./orders/order.ts";

/** What a command may read in the database of a configuration. It makes changes by orders alone. */
export type OpenDesk = {
  readonly published: PublishStore;
  readonly editor: Pick<EditorStore, "cluster" | "known" | "handling">;
  readonly withdrawals: Pick<WithdrawalStore, "list">;
  readonly forgetting: Pick<ForgetStore, "known">;
  readonly sources: {
    /** The configured ones, in the order of the configuration. */
    readonly states: () => Promise<readonly SourceState[]>;
    readonly histories: SourceHistories;
  };
  readonly renderers: FeedRenderers;
  readonly order: OrderOnce;
  readonly close: () => Promise<void>;
};

/** `write`: for stores that load what a decision needs in one transaction, which only a writer can begin. */
export type Access = "read" | "write";

/** The error is a sentence. */
export async function openDesk(
  config: Config,
  access: Access,
  io: Pick<Io, "environment">,
): Promise<Result<OpenDesk, string>> {
  const open = access === "read" ? openForReading : openForWriting;
  const opened = await open(config.database);
  if (!opened.ok) return opened;
  const { db, close } = opened.value;
  return ok({
    published: createPublishStore(db),
    editor: createEditorStore(db),
    withdrawals: createWithdrawalStore(db),
    forgetting: createForgetStore(db),
    sources: { states: () => loadSources(db), histories: createSourceHistories(db) },
    renderers: feedRenderers,
    order: (ordered, hearing) => order({ config, io }, ordered, hearing),
    close,
  });
}
