import type { NamedDatabase } from "../../adapters/store/engine/engine.ts";

const told = new WeakSet<Error>();

/** An error whose message is a sentence for people, with the way out. */
export function toldProblem(message: string, cause?: unknown): Error {
  const problem = new Error(message, { cause });
  told.add(problem);
  return problem;
}

/** Work on a database: what it throws is told as a sentence that names the database and the way out. */
export async function onDatabase<T>(
  database: Pick<NamedDatabase, "problemOf">,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof Error && told.has(cause)) throw cause;
    throw toldProblem(database.problemOf(cause).message, cause);
  }
}
