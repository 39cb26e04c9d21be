import { createLog, isLogLevel, LOG_LEVELS, type Log, type LogFormat } from "../adapters/log.ts";
import { err, ok, type Result } from "../core/result.ts";
import type { Io } from "./io.ts";
import { nodeName } from "./node-name.ts";

/** A log for one side of the program, with the settings of `logSettings`. The error is a sentence. */
export function openLog(
  side: string,
  io: Pick<Io, "environment" | "stderr">,
  levels: LogLevels,
): Result<Log, string> {
  const settings = logSettings(io, levels);
  return settings.ok ? ok(createLog({ side, node: nodeName(io), ...settings.value })) : settings;
}

/** The levels when LOG_LEVEL is not set. */
export type LogLevels = { readonly terminal: string; readonly elsewhere: string };

export type LogSettings = { readonly level: string; readonly format: LogFormat };

/**
 * How a command logs: by LOG_LEVEL and LOG_FORMAT, else by where the log goes. On a terminal a person reads it;
 * everywhere else a program collects it.
 *
 * @returns an error that is a sentence.
 */
export function logSettings(
  { environment, stderr }: Pick<Io, "environment" | "stderr">,
  levels: LogLevels,
): Result<LogSettings, string> {
  const level = environment["LOG_LEVEL"] || (stderr.isTTY ? levels.terminal : levels.elsewhere);
  const format = environment["LOG_FORMAT"] || (stderr.isTTY ? "text" : "json");
  if (!isLogLevel(level)) {
    return err(`LOG_LEVEL is ${level}: expected one of ${LOG_LEVELS.join(", ")}`);
  }
  if (format !== "text" && format !== "json") {
    return err(`LOG_FORMAT is ${format}: expected text or json`);
  }
  return ok({ level, format });
}
