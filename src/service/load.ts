import { isCronExpression } from "../adapters/cron.ts";
import { readOpml } from "../adapters/markup/read-opml.ts";
import { type Loaded, loadConfig } from "../config/load-config.ts";
import type { ReadText } from "../config/read-text.ts";
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
