import { createConfigurationStore } from "../../adapters/store/configuration/configuration-store.ts";
import type { OpenDatabase } from "../../adapters/store/engine/engine.ts";
import { createRenameStore } from "../../adapters/store/sources/rename-sources.ts";
import type { Config } from "../../config/config.ts";
import type { OrderOf } from "../../core/orders/order.ts";
import type { OrderBook } from "../../core/orders/order-book.ts";
import { err, type Result } from "../../core/result.ts";
import type { EditedConfiguration } from "../../core/settings/configuration-edit.ts";
import { mayOwn, nodeOfHolder } from "../../core/settings/owning.ts";
import type { StoredConfiguration } from "../../core/settings/shared-configuration.ts";
import { editAnnounced } from "../../desk/edit-configuration.ts";
import type { Io } from "../io.ts";
import { load } from "../load.ts";
import { askDesk } from "../orders/ask-desk.ts";
import { storeOnce } from "../sharing/configuration-owner.ts";
import { localOf, ownFileOf } from "../sharing/own-file.ts";
import { owningDeps } from "../sharing/own-here.ts";
import { createConfigurationEditor } from "./configuration-editor.ts";

export type SharedEditing = {
  readonly config: Config;
  readonly io: Pick<Io, "environment">;
  readonly db: OpenDatabase["db"];
  readonly book: OrderBook;
};

/** The owner takes an order within a second: a longer silence means a hung process. */
const SILENCE_MS = 60_000;

/**
 * Edits the configuration that nodes share: the owner does where one runs, else this process if the file of its node is the one that
 * counts. The error is a sentence.
 */
export async function editShared(
  order: OrderOf<"edit-configuration">,
  editing: SharedEditing,
): Promise<Result<EditedConfiguration, string>> {
  const store = createConfigurationStore(editing.db);
  const isOwned = (stored: StoredConfiguration | null): boolean => stored?.owner.idleMs === 0;
  const stored = await store.current();
  if (!isOwned(stored)) return editHere(order, stored, editing);
  const asked = await askDesk(editing.book, {
    order,
    asker: "command",
    onLine: () => {},
    isStopped: () => false,
    silenceMs: SILENCE_MS,
    isDeskEmpty: async () => !isOwned(await store.current()),
  });
  if (asked.state === "done") return { ok: true, value: asked.answer };
  if (asked.state === "refused" || asked.state === "failed") return err(asked.reason);
  if (asked.state === "left") return editHere(order, await store.current(), editing);
  return err("the node that owns the configuration does not answer");
}

async function editHere(
  { edit }: OrderOf<"edit-configuration">,
  stored: StoredConfiguration | null,
  { config, io, db }: SharedEditing,
): Promise<Result<EditedConfiguration, string>> {
  const before = localOf(config, io);
  if (before === null || !mayOwn(stored, ownFileOf(before, io, null).claim)) {
    return err(notHere(stored));
  }
  const configuration = createConfigurationEditor({
    io,
    current: () => config,
    isFollowing: false,
  });
  const edited = await editAnnounced(edit, { configuration, renames: createRenameStore(db) });
  if (!edited.ok) return edited;
  const loaded = load({ config: config.file }, io);
  const local = loaded.ok ? localOf(loaded.value, io) : null;
  if (local !== null)
    await storeOnce(ownFileOf(local, io, stored?.hash ?? null), owningDeps(db, SILENT));
  return edited;
}

const SILENT = { info: () => {}, error: () => {} };

const notHere = (stored: StoredConfiguration | null): string =>
  stored === null
    ? "this node has no configuration file that can be edited"
    : `the file of ${nodeOfHolder(stored.owner.holder)} counts: edit there, or let the file of this node count (offprint config own)`;
