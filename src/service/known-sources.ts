import { databaseAt } from "../adapters/store/engine/engines.ts";
import type { Config } from "../config/config.ts";
import { FRESH_STATE, type SourceState } from "../core/sources/source-state.ts";

/** Whether the database of a configuration is there. */
export const hasDatabase = ({ database }: Pick<Config, "database">): Promise<boolean> =>
  databaseAt(database).exists();

/** Sources as a configuration has them now, also those that no process has taken up yet. @param stored what is known of them. */
export function sourcesAsConfigured(
  { sources }: Pick<Config, "sources">,
  stored: readonly SourceState[],
): readonly SourceState[] {
  const known = new Map(stored.map((state) => [state.definition.id, state]));
  return sources.map((definition) => {
    const state = known.get(definition.id);
    if (state === undefined) return { ...FRESH_STATE, definition, files: new Map() };
    const { paused } = state.isPauseOrdered === true ? state.definition : definition;
    return { ...state, definition: { ...definition, paused } };
  });
}
