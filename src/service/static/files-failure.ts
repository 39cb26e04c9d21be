import type { NamedDatabase, StoreError } from "../../adapters/store/engine/engine.ts";
import { TargetFailure } from "../../core/entries/static-files.ts";

/** Why files could not be written: a sentence without its stop, which does not name the database. */
export function filesFailure(cause: unknown, database: NamedDatabase): string {
  const said = cause instanceof Error ? cause.message : String(cause);
  if (cause instanceof TargetFailure) return said;
  return (database.obstacleIn(cause) ?? said).replace(/\.$/, "");
}

/** What is thrown where the database cannot be opened. */
export const notOpened = ({ message, cause }: StoreError, { label }: NamedDatabase): unknown =>
  cause ?? new Error(message.replaceAll(label, "The database"));
