import type { Config } from "../config/config.ts";

/** A role that runs until it is closed. */
export type RunningRole = {
  readonly reconfigure: (config: Config) => void | Promise<void>;
  readonly close: () => Promise<void>;
};
