import { pino } from "pino";
import { withoutSecrets } from "../core/public-address.ts";

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

/** Addresses lose their secrets (core/public-address.ts). Writes to standard error: standard output belongs to what a command was asked for. */
export function createLog({ side, level }: LogOptions): Log {
  const options = {
    level,
    base: { side },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const destination = pino.destination({ fd: 2, sync: true });
  // Whole lines, because a secret may stand in any of their fields, also in the stack of an error.
  return pino(options, { write: (line) => destination.write(withoutSecrets(line)) });
}
