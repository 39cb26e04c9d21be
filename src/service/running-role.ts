import type { Config } from "../config/config.ts";
import type { OwnFile } from "./sharing/own-file.ts";

/** A role that runs until it is closed. */
export type RunningRole = {
  readonly reconfigure: (config: Config) => void | Promise<void>;
  /** Says what this node's file is now. Only roles that may store it have it. */
  readonly follow?: (own: OwnFile) => void;
  readonly close: () => Promise<void>;
};
