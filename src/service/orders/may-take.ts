import { databaseAt } from "../../adapters/store/engine/engines.ts";
import type { Config } from "../../config/config.ts";
import type { OrderKind } from "../../core/orders/order.ts";

/** Whether a command may take orders of a kind while it ingests: where nodes share a configuration, its owner edits it. */
export const mayTakeBeside = ({ database }: Pick<Config, "database">, kind: OrderKind): boolean =>
  kind !== "edit-configuration" || !databaseAt(database).isShared;
