import type { OpenDatabase } from "../../adapters/store/engine/engine.ts";

/** Whether the database answers, as the queries of a web process show. A file always does. */
export type DatabaseWatch = {
  /**
   * Runs a query for a request. Rejects with an error that `isAway` knows when the database does not answer; at once while that
   * is known, so that readers do not wait for it one after the other.
   */
  readonly ask: <T>(query: () => Promise<T>) => Promise<T>;
  /** Runs a query whether or not the database is known to be away: its end says so from then on. Rejects as the query does. */
  readonly probe: <T>(query: () => Promise<T>) => Promise<T>;
  readonly isAwayNow: () => boolean;
  /** Whether an error of `ask` says that the database does not answer. */
  readonly isAway: (cause: unknown) => boolean;
};

class DatabaseAway extends Error {}

/** @param onChange called when the database stops to answer, with the reason, and when it answers again, with `null`. */
export function watchDatabase(
  { isAway, place }: Pick<OpenDatabase, "isAway" | "place">,
  onChange: (cause: unknown) => void,
): DatabaseWatch {
  let isAwayNow = false;
  const note = (isAwayThen: boolean, cause: unknown): void => {
    if (isAwayThen !== isAwayNow) onChange(isAwayThen ? cause : null);
    isAwayNow = isAwayThen;
  };
  const probe = async <T>(query: () => Promise<T>): Promise<T> => {
    try {
      const answer = await query();
      note(false, null);
      return answer;
    } catch (cause) {
      // An error of another thread is only its text.
      note(isAway(cause) || (await place()) === "unreachable", cause);
      throw cause;
    }
  };
  return {
    probe,
    async ask(query) {
      if (isAwayNow) throw new DatabaseAway();
      try {
        return await probe(query);
      } catch (cause) {
        throw isAwayNow ? new DatabaseAway("the database does not answer", { cause }) : cause;
      }
    },
    isAwayNow: () => isAwayNow,
    isAway: (cause) => cause instanceof DatabaseAway,
  };
}
