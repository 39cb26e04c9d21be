import { err, ok, type Result } from "../core/result.ts";
import { readBounded } from "./read-text.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** Longer than any key or certificate. */
const MAX_BYTES = 64 * 1024;

/**
 * The value of NAME, else the content of the file that NAME_FILE names (Docker and Kubernetes
 * secrets), else `undefined`. An empty value counts as unset. The error is a sentence.
 */
export function fromEnvironment(
  environment: Environment,
  name: string,
): Result<string | undefined, string> {
  const value = environment[name];
  if (value !== undefined && value !== "") return ok(value);
  const file = environment[`${name}_FILE`];
  if (file === undefined || file === "") return ok(undefined);
  try {
    const bytes = readBounded(file, MAX_BYTES);
    if (bytes === null) return err(`${name}_FILE names ${file}, which is too large for a value`);
    return ok(bytes.toString("utf8").trim() || undefined);
  } catch (cause) {
    return err(
      `${name}_FILE names ${file}, which cannot be read (${(cause as NodeJS.ErrnoException).code})`,
    );
  }
}
