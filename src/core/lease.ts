/**
 * The right of one process at a time to do something, such as to publish. It ends by itself, in the database's time: its
 * holder may have died.
 */
export type Lease = {
  readonly name: string;
  /** Grows with each holder: what a former holder still writes is refused. */
  readonly token: number;
};

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
