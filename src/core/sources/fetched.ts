import type { Result } from "../result.ts";
import type { UsageHeaders } from "../rights/usage-terms.ts";
import type { FetchError } from "./errors.ts";
import type { Validators } from "./feed.ts";

export type FetchRequest = {
  readonly url: string;
  readonly validators: Validators;
  /** `Accept` header. */
  readonly accept: string;
  /** Id of the source that it is for: its credentials are sent, to the source's own host alone. */
  readonly source?: string;
  /** How many bytes of the body are wanted, from its beginning: the rest is neither asked for nor read. */
  readonly firstBytes?: number;
};

/** What the response said about the time until the next request. */
export type Freshness = {
  /** `Cache-Control: max-age`, else `Expires` minus `Date`; `null` when neither was sent. */
  readonly maxAgeMs: number | null;
};

type FetchedBase = {
  /** Address that answered, after redirects. */
  readonly url: string;
  /** Where a chain of only permanent redirects (301, 308) led; `null` when there was none. */
  readonly permanentUrl: string | null;
  /** Requests made, redirects included. */
  readonly requests: number;
  /** Of the last answer. */
  readonly status: number;
  readonly freshness: Freshness;
  readonly validators: Validators;
  /** The server's clock agrees with ours about the time: both are then taken to be right. */
  readonly confirmsClock: boolean;
};

export type Fetched =
  | (FetchedBase & { readonly kind: "not-modified" })
  | (FetchedBase & {
      readonly kind: "modified";
      /** Decoded body. */
      readonly bytes: Uint8Array;
      readonly contentType: string | null;
      readonly usage: UsageHeaders;
    });

/** Why a request failed, after how many requests, and where. */
export type FetchFailure = {
  readonly error: FetchError;
  readonly requests: number;
  /** Address that failed, after redirects. */
  readonly url: string;
};

/** One conditional GET: follows redirects, keeps every bound, never throws for the network. */
export type FetchDocument = (request: FetchRequest) => Promise<Result<Fetched, FetchFailure>>;
