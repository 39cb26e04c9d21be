import { databaseAt } from "../../adapters/store/engine/engines.ts";
import type { Config } from "../../config/config.ts";
import type { Result } from "../../core/result.ts";
import type {
  ConfigurationEdit,
  EditedConfiguration,
} from "../../core/settings/configuration-edit.ts";
import type { Io } from "../io.ts";
import { order } from "../orders/order.ts";
import { editFile } from "./edit-file.ts";

/**
 * Edits the configuration for a command: by an order, which a running service carries out; before there is a database, at once. The
 * error is a sentence.
 */
export async function orderEdit(
  { config, io }: { readonly config: Config; readonly io: Pick<Io, "environment"> },
  edit: ConfigurationEdit,
): Promise<Result<EditedConfiguration, string>> {
  return (await databaseAt(config.database).exists())
    ? order({ config, io }, { kind: "edit-configuration", edit })
    : editFile(config.file, edit, io);
}
