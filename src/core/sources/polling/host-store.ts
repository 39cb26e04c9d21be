import type { HostHold } from "./host-hold.ts";

/** A host that this process may ask now, with what it asked of everyone before. */
export type TakenHost = { readonly hold: HostHold | null };

/** What processes that share a database know of the hosts that they ask. */
export interface HostStore {
  /**
   * Takes a host for `forMs`, so that no other process sends requests there: also one that this process has already.
   * `null` while another process has it. Hosts that are asked for together are taken together.
   */
  take(host: string, forMs: number): Promise<TakenHost | null>;
  /** Keeps hosts for so long from now on. @returns those that were still this process's. */
  renew(hosts: readonly string[], forMs: number): Promise<ReadonlySet<string>>;
  /** Gives hosts back, each after its rest in milliseconds. */
  giveBack(rests: ReadonlyMap<string, number>): Promise<void>;
  /** Keeps what a host asked of everyone, if it is for longer than what it asked before. */
  hold(hold: HostHold): Promise<void>;
  /** What hosts asked, and still ask at this time. Forgets the rest. */
  holds(now: number): Promise<readonly HostHold[]>;
}
