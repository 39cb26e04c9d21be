import { resolve } from "node:path";
import { err, ok, type Result } from "../core/result.ts";

/** Whether a database is meant that has an address, and not a path. */
export const isAddress = (value: string): boolean => /^postgres(ql)?:/.test(value);

/** What is wrong with the address of a PostgreSQL database; `null` when nothing is. */
export function addressProblem(address: string): string | null {
  const namesDatabase =
    /^postgres(ql)?:\/\//.test(address) &&
    URL.canParse(address) &&
    // A slash in a password that is not encoded ends the name of the host: what follows would be shown.
    /^\/[^@]+$/.test(new URL(address).pathname);
  return namesDatabase ? null : NO_ADDRESS;
}

/** Does not repeat the address: it may hold a password. */
const NO_ADDRESS =
  "this is no address of a PostgreSQL database: expected postgres://user:password@host:5432/name, with special characters of the password percent-encoded";

/**
 * The database that a setting or an argument names: an address of PostgreSQL, else a path, with or without `file:`.
 *
 * @param folder to which a path is relative.
 * @returns an absolute path, or the address as it is. The error says what was expected.
 */
export function databaseNameOf(value: string, folder: string): Result<string, string> {
  if (isAddress(value)) {
    const problem = addressProblem(value);
    return problem === null ? ok(value) : err(problem);
  }
  const path = value.replace(/^(sqlite|file):(\/\/)?/, "");
  return HAS_SCHEME.test(path) ? err(NO_DATABASE) : ok(resolve(folder, path));
}

/** No file is meant: opening one of that name would also show the password in it. */
const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
const NO_DATABASE =
  "there are no databases of this kind: expected a path, or postgres://user:password@host:5432/name";
