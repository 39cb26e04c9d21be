import { isCronExpression } from "../adapters/cron.ts";
import { readOpml } from "../adapters/markup/read-opml.ts";
import { type Loaded, loadConfig } from "../config/load-config.ts";
import { placedFiles } from "../config/placed-files.ts";
import type { ReadText } from "../config/read-text.ts";
import { NO_PASSWORDS, type Passwords } from "../config/without-password.ts";
import { err, ok } from "../core/result.ts";
import type { SharedConfiguration } from "../core/settings/shared-configuration.ts";
import type { Io } from "./io.ts";

/** Options that every command takes. */
export type CommonOptions = { readonly config?: string };

/** The configuration that a command names, else that of the environment. */
export const load = (
  { config }: CommonOptions,
  { environment }: Pick<Io, "environment">,
  readText?: ReadText,
): Loaded =>
  loadConfig({
    file: config,
    environment,
    readOpml,
    isCronExpression,
    ...(readText === undefined ? {} : { readText }),
  });

/** A configuration as files that need not lie here. */
export type DetachedConfiguration = Pick<SharedConfiguration, "file" | "files"> & {
  /** Of addresses that stand there without theirs; default: none. */
  readonly passwords?: Passwords;
  /** Of the site where the text has none; `undefined`: made of the port. */
  readonly siteUrl: string | undefined;
};

/**
 * The configuration that these files are, under the environment of this node; without files, that of the environment alone. Its
 * drop folders may lie elsewhere.
 */
export function loadDetached(
  { file, files, siteUrl, passwords = NO_PASSWORDS }: DetachedConfiguration,
  { environment }: Pick<Io, "environment">,
): Loaded {
  const placed = placedFiles(files, file);
  return loadConfig({
    file,
    environment,
    readOpml,
    isCronExpression,
    readText(path) {
      const bytes = placed.get(path);
      if (bytes === undefined && placed.size === 0) return ok("{}");
      return bytes === undefined ? err(`there is no file ${path}`) : ok(textOf(bytes));
    },
    readPicture(path) {
      const bytes = placed.get(path);
      if (bytes === undefined) throw Object.assign(new Error(path), { code: "ENOENT" });
      return bytes;
    },
    folderProblem: () => null,
    passwords,
    ...(siteUrl === undefined ? {} : { fallbackUrl: siteUrl }),
  });
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");
