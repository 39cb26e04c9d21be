import type { Selectable } from "kysely";
import type { IngestError } from "../../../core/sources/errors.ts";
import { FRESH_STATE, type KeptState } from "../../../core/sources/source-state.ts";
import type { SourceTable } from "../schema/leased-tables.ts";

/** Columns that hold the state of a source. */
export const STATE_COLUMNS = ["state", "due_at", "attempts", "last_error"] as const;

/** The parts of the state that have columns of their own, as in all leased tables. */
type InColumns = "nextPollAt" | "failureCount" | "lastError";

export function stateColumns({ nextPollAt, failureCount, lastError, ...state }: KeptState) {
  return {
    state: JSON.stringify(state satisfies Omit<KeptState, InColumns>),
    due_at: nextPollAt,
    attempts: failureCount,
    last_error: lastError && JSON.stringify(lastError),
  };
}

export const keptState = ({
  state,
  due_at,
  attempts,
  last_error,
}: Pick<Selectable<SourceTable>, (typeof STATE_COLUMNS)[number]>): KeptState => ({
  ...FRESH_STATE,
  ...(JSON.parse(state) as Omit<KeptState, InColumns>),
  nextPollAt: due_at,
  failureCount: attempts,
  lastError: JSON.parse(last_error ?? "null") as IngestError | null,
});
