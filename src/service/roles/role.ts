import type { CommonOptions } from "../load.ts";

/** What a process of `serve` does: answer readers, ingest, publish, or all of it. */
export const ROLES = ["all", "web", "ingest", "publish"] as const;
export type Role = (typeof ROLES)[number];

export type ServeOptions = CommonOptions & {
  readonly role: Role;
  /** Never start with the last good copy of a broken configuration. */
  readonly strict: boolean;
  /** The name of this node; absent: see node-name.ts. */
  readonly node?: string;
  /** The folder in which the published site is kept as files; absent for none. */
  readonly static?: string;
};
