import type { Lease } from "../lease.ts";

/**
 * What a configuration consists of: its own text under the path "", lists and pictures under theirs, relative to its folder
 * where they lie below it.
 */
export type ConfigurationFiles = ReadonlyMap<string, Uint8Array>;

/** A configuration as nodes share it: texts, not what they mean. Without passwords. */
export type SharedConfiguration = {
  /** Absolute path at the node that wrote it: paths in it are relative to this one, on every node. */
  readonly file: string;
  /** The public address where the text has none; else that of the text. */
  readonly siteUrl: string;
  readonly files: ConfigurationFiles;
  /** Of paths and contents of the files. */
  readonly hash: string;
};

/** The shared configuration in the store, without its files. */
export type StoredConfiguration = Pick<SharedConfiguration, "file" | "siteUrl" | "hash"> & {
  /** Grows with each change. */
  readonly revision: number;
  /** The name of the node that wrote it. */
  readonly writtenBy: string;
  readonly writtenAt: number;
  /** The version of the program that wrote it. */
  readonly program: string;
  readonly owner: ConfigurationOwner;
};

/** Who may change the stored configuration: the holder of a lease. */
export type ConfigurationOwner = {
  /** As it called itself; the last one where there is none now. */
  readonly holder: string;
  /** For how long nobody has owned it, in milliseconds; 0 while somebody does. */
  readonly idleMs: number;
  /** The end of its lease, in the database's time. */
  readonly until: number;
};

/** Who writes a configuration, and with which version of the program. */
export type ConfigurationWriter = { readonly node: string; readonly program: string };

/** The name of the owner's lease. */
export const CONFIGURATION_OWNER = "configuration owner";

export interface ConfigurationStore {
  /** `null` while none was ever stored. */
  current(): Promise<StoredConfiguration | null>;

  /** The files of the present revision, with it; `null` while none was ever stored. */
  load(): Promise<(StoredConfiguration & Pick<SharedConfiguration, "files">) | null>;

  /** Stores the next revision under the owner's lease; nothing when it is stored already. Rejects when the lease is lost. */
  write(lease: Lease, next: SharedConfiguration, writer: ConfigurationWriter): Promise<void>;

  /** Stores the next revision whoever owns it: an operator decided so. Ends the lease of the owner, and names the next. */
  seize(holder: string, next: SharedConfiguration, writer: ConfigurationWriter): Promise<void>;
}
