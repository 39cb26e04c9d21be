import type { FeedLink } from "./feed.ts";

export type FetchError =
  | { readonly kind: "bad-url"; readonly url: string; readonly hasCredentials?: true }
  | { readonly kind: "forbidden-address"; readonly host: string; readonly address: string | null }
  | { readonly kind: "dns"; readonly host: string; readonly code: string }
  | {
      readonly kind: "timeout";
      readonly phase: "connect" | "headers" | "body";
      readonly timeoutMs: number;
    }
  | { readonly kind: "network"; readonly message: string }
  | { readonly kind: "tls"; readonly message: string }
  | { readonly kind: "too-large"; readonly limitBytes: number }
  | { readonly kind: "too-many-redirects"; readonly limit: number }
  | { readonly kind: "bad-encoding"; readonly message: string }
  | { readonly kind: "truncated"; readonly message: string }
  | { readonly kind: "http-status"; readonly status: number; readonly retryAfterMs: number | null };

export type ReadError =
  | { readonly kind: "empty"; readonly message: string }
  | {
      readonly kind: "not-a-feed";
      readonly message: string;
      readonly feedLinks: readonly FeedLink[];
    }
  | { readonly kind: "too-large"; readonly limitBytes: number }
  | { readonly kind: "too-deep"; readonly message: string }
  | { readonly kind: "timeout"; readonly phase: "read"; readonly timeoutMs: number }
  | { readonly kind: "crashed"; readonly message: string };

export type FolderError = { readonly kind: "folder"; readonly path: string; readonly code: string };

/** One of our own feeds as a source: it would feed on itself. */
export type FeedbackError = { readonly kind: "own-feed"; readonly url: string };

/** Why a poll of a source gave nothing: recorded on the source, never thrown. */
export type IngestError = FetchError | ReadError | FolderError | FeedbackError;
