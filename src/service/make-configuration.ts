import { cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { replaceFile } from "../config/replace-file.ts";
import { err, ok, type Result } from "../core/result.ts";

/** The data that comes with the program; the same folder for src/ and for dist/. */
const DATA = fileURLToPath(new URL("../../data", import.meta.url));

export type MakeOptions = {
  /** Whether to leave the samples out. */
  readonly isEmpty: boolean;
};

/**
 * Makes the operator's configuration and, beside it, the samples that it names. Never overwrites a file. Writes the
 * configuration last, and whole: half a configuration could be a valid one.
 *
 * @returns an error that is a sentence.
 */
export function makeConfiguration(file: string, { isEmpty }: MakeOptions): Result<null, string> {
  if (existsSync(file)) return err(`${file} is there already: it is not touched`);
  const folder = dirname(resolve(file));
  try {
    mkdirSync(folder, { recursive: true });
    if (!isEmpty && folder !== resolve(DATA)) copySamples(folder);
    const sample = `offprint.${isEmpty ? "empty" : "sample"}.yaml`;
    replaceFile(file, readFileSync(join(DATA, sample), "utf8"), 0o644);
    return ok(null);
  } catch (cause) {
    const { code = String(cause) } = cause as NodeJS.ErrnoException;
    return err(`${file} cannot be made (${code}). Check owner, permissions and free space`);
  }
}

const copySamples = (folder: string): void =>
  cpSync(join(DATA, "samples"), join(folder, "samples"), { recursive: true, force: false });
