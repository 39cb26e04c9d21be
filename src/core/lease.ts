/**
 * The right of one holder to a piece of work: an order, the poll of a source, the page of an article, a file that is
 * looked at, the publishing of all feeds. It ends by itself, in the database's time: its holder may have died.
 */
export type Lease<Id extends string | number = string> = {
  /** What is held. */
  readonly id: Id;
  /** Grows with each holder: what a former holder still writes is refused. */
  readonly token: number;
};

/** How long work is held at a time, in milliseconds: when its holder dies another may take it up after so long. */
export const LEASE_MS = 30_000;

/** What the holder of leased work may do with its lease. */
export interface HeldWork<Id extends string | number = string> {
  /** Holds it for so long from now on. @returns whether it was still held. */
  renew(lease: Lease<Id>, forMs: number): Promise<boolean>;
  /** Gives it back undone: the next holder may have it at once. Nothing happens when it is no longer held. */
  giveBack(lease: Lease<Id>): Promise<void>;
}

/** Roles that one process has at a time, such as to publish. */
export interface Leases {
  /** @returns `null` while somebody else holds it. */
  take(name: string, holder: string, forMs: number): Promise<Lease | null>;
  /** Holds it for so long from now on. @returns whether it was still held. */
  renew(lease: Lease, forMs: number): Promise<boolean>;
  /** Gives it back: the next holder may have it at once. */
  release(lease: Lease): Promise<void>;
  /** For how long nobody has held it, in milliseconds: 0 while somebody does; `null` when nobody ever did. */
  idleMs(name: string): Promise<number | null>;
}

/** What became of a failed attempt. */
export type FailedTurn = {
  /** For people. */
  readonly reason: string;
  /** When to try again; `null` never, until what is asked for changes. */
  readonly nextAt: number | null;
};
