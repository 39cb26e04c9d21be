import type { Result } from "../core/result.ts";
import type {
  ConfigurationEdit,
  EditedConfiguration,
} from "../core/settings/configuration-edit.ts";
import type { RenameStore } from "../core/sources/renaming.ts";
import type { CarryOut } from "./carry-out.ts";

export type ConfigurationEditor = {
  /** Edits the configuration file of this node, and waits a little until a service has put it into force. The error is a sentence. */
  readonly edit: (edit: ConfigurationEdit) => Promise<Result<EditedConfiguration, string>>;
};

export type EditConfigurationDeps = {
  readonly configuration: ConfigurationEditor;
  readonly renames: Pick<RenameStore, "announce" | "recall">;
};

/** Edits the configuration of this node. */
export const editConfiguration =
  (deps: EditConfigurationDeps): CarryOut<"edit-configuration"> =>
  ({ edit }) =>
    editAnnounced(edit, deps);

/** A renamed source is announced before the file is edited: it would else count as another one. */
export async function editAnnounced(
  edit: ConfigurationEdit,
  { configuration, renames }: EditConfigurationDeps,
): Promise<Result<EditedConfiguration, string>> {
  if (edit.kind !== "rename-source") return configuration.edit(edit);
  const announced = await renames.announce(edit);
  if (!announced.ok) return announced;
  const edited = await configuration.edit(edit);
  if (!edited.ok) await renames.recall(edit);
  return edited;
}
