import type { ColumnType, Generated } from "kysely";

/** A host that is asked by a process, or that asked everyone to stay away (core/sources/polling/host-store.ts). */
export type HostTable = {
  name: string;
  /** In the database's time; 0 or past while no process has it. */
  lease_until: number;
  /** The number of the process that has or had it. */
  lease_holder: ColumnType<number | null, number | null | undefined, number | null>;
  /** 0 while it asked for nothing. */
  hold_until: Generated<number>;
  /** For people. */
  hold_reason: Generated<string>;
};
