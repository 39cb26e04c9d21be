import type { CommonOptions } from "../load.ts";

/** What `serve` runs: the web side, the ingest side, or both. */
export const ROLES = ["all", "web", "ingest"] as const;
export type Role = (typeof ROLES)[number];

export type ServeOptions = CommonOptions & {
  readonly role: Role;
  /** Never start with the last good copy of a broken configuration. */
  readonly strict: boolean;
};
