/** A pass over sources that a command asks of a running service. */
export type PassRequest = {
  /** Every source, due or not. */
  readonly all: boolean;
  /** Only these; empty for no restriction. */
  readonly sources: readonly string[];
};

/** How commands reach the service on the same database, and the service answers. */
export interface PassRequests<Line> {
  /** @returns the number under which the answer is found. */
  ask(request: PassRequest, now: number): Promise<number>;
  /** The oldest request that nobody has taken. */
  take(): Promise<(PassRequest & { readonly id: number }) | null>;
  answer(id: number, line: Line): Promise<void>;
  finish(id: number): Promise<void>;
  /** Lines from the given position on. */
  read(id: number, from: number): Promise<{ lines: readonly Line[]; isFinished: boolean }>;
  /** Takes back a request. @returns whether nobody had taken it. */
  withdraw(id: number): Promise<boolean>;
  /** Forgets requests older than this. */
  forget(before: number): Promise<void>;
}
