import { pino } from "pino";

/** One JSON line for each outcome, with stable keys. Names follow pino's levels. */
export type Log = {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

export type LogOptions = {
  /** Such as `web` or `ingest`. */
  readonly side: string;
  /** Least level that is written. */
  readonly level: string;
};

/** Writes to standard error: standard output belongs to what a command was asked for. */
export function createLog({ side, level }: LogOptions): Log {
  const options = {
    level,
    base: { side },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return pino(options, pino.destination({ fd: 2, sync: true }));
}
