import { writeSync } from "node:fs";
import { createRequire } from "node:module";
import type { pino } from "pino";

/** Writes one line for each outcome, with stable keys. Names follow pino's levels. */
export type Log = {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

/** `json` for programs that collect logs, `text` for people. */
export type LogFormat = "json" | "text";

export type LogOptions = {
  /** Such as `web` or `ingest`. */
  readonly side: string;
  /** The name of this node; not shown in the text form, which is for people at one. */
  readonly node: string;
  /** Least level that is written: one of LOG_LEVELS. */
  readonly level: string;
  readonly format: LogFormat;
};

export const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

const LEVELS: readonly string[] = LOG_LEVELS;

export const isLogLevel = (text: string): boolean => LEVELS.includes(text);

/**
 * Writes to standard error: standard output belongs to what a command was asked for. The library is loaded with the first
 * line: most commands write none.
 */
export function createLog(options: LogOptions): Log {
  let opened: pino.Logger | null = null;
  const logger = (): pino.Logger => {
    opened ??= openLogger(options);
    return opened;
  };
  const least = LEVELS.indexOf(options.level);
  const writer = (level: keyof Log): Log[typeof level] =>
    LEVELS.indexOf(level) < least
      ? () => {}
      : (fields, message) => logger()[level](fields, message);
  return { info: writer("info"), warn: writer("warn"), error: writer("error") };
}

const require = createRequire(import.meta.url);

function openLogger({ side, node, level, format }: LogOptions): pino.Logger {
  const library = require("pino") as { readonly pino: typeof pino };
  const options = {
    level,
    base: { side, node },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const destination = library.pino.destination({ fd: 2, sync: true });
  return library.pino(options, format === "json" ? destination : { write: writeText });
}

function writeText(line: string): void {
  try {
    writeSync(2, lineText(line));
  } catch {
    // The terminal is gone: nobody reads the line, and the work goes on.
  }
}

/** `20:54:24 warn  ingest: poll failed  source=nume error="the server answered 503"`, times as the desk's clock shows them. */
export function lineText(line: string): string {
  const {
    time,
    level,
    side,
    node: _,
    msg,
    ...fields
  } = JSON.parse(line) as Record<string, unknown>;
  const shown = Object.entries(fields).map(([key, value]) => `${key}=${valueText(value)}`);
  const at = new Date(String(time)).toLocaleTimeString("en-GB");
  const start = `${at} ${String(level).padEnd(5)} ${side}: ${msg}`;
  return `${[start, shown.join(" ")]
    .join("  ")
    .replace(/\p{C}+/gu, " ")
    .trimEnd()}\n`;
}

/** Errors by their message: their stack is in the JSON form. */
function valueText(value: unknown): string {
  if (typeof value === "object" && value !== null && "message" in value)
    return valueText(value.message);
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return typeof value === "string" && /[\s"=]/.test(text) ? JSON.stringify(text) : text;
}
