import { errors } from "undici";
import type { FetchError } from "../../core/sources/errors.ts";
import { FetchFailed } from "./fetch-failed.ts";

export type FetchPhase = "connect" | "headers" | "body";

export type FetchContext = {
  readonly phase: FetchPhase;
  /** The time-out that ended the request, or `null`. */
  readonly expired: { readonly phase: FetchPhase; readonly timeoutMs: number } | null;
  readonly connectTimeoutMs: number;
  readonly bodyBytes: number;
};

/** The error that undici, Node or zlib has thrown, as a value. Anything else is a bug of ours and is thrown on. */
export function fetchErrorOf(thrown: unknown, context: FetchContext): FetchError {
  if (context.expired) return { kind: "timeout", ...context.expired };
  if (thrown instanceof FetchFailed) return thrown.failure;
  const code = codeOf(thrown);
  if (code === null || !(thrown instanceof Error)) throw thrown;
  if (code === "UND_ERR_CONNECT_TIMEOUT") {
    return { kind: "timeout", phase: "connect", timeoutMs: context.connectTimeoutMs };
  }
  if (code === "UND_ERR_RES_EXCEEDED_MAX_SIZE") {
    return { kind: "too-large", limitBytes: context.bodyBytes };
  }
  const message = `${thrown.message || causesOf(thrown)} (${code})`.slice(0, 300);
  if (isTruncation(code, context.phase)) return { kind: "truncated", message };
  if (DECODING.test(code)) return { kind: "bad-encoding", message };
  return { kind: TLS.test(code) ? "tls" : "network", message };
}

/** Error codes of zlib, brotli and zstd. */
const DECODING = /^(?:Z_|ERR__ERROR|ZSTD_)/;
/** Error codes of OpenSSL's verification and of Node's TLS. */
const TLS =
  /^(?:ERR_SSL_|ERR_TLS_|CERT_|CRL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|INVALID_CA|INVALID_PURPOSE|HOSTNAME_MISMATCH|EPROTO)/;

function codeOf(thrown: unknown): string | null {
  if (thrown instanceof errors.HTTPParserError) return "not HTTP"; // the only one that may have no code
  const code = (thrown as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : null;
}

/** `connect` to several addresses fails with one error for all of them, without a message. */
function causesOf(error: Error): string {
  if (!(error instanceof AggregateError)) return error.name;
  return error.errors.map((cause: Error) => cause.message).join("; ");
}

const CLOSED = ["UND_ERR_SOCKET", "ECONNRESET", "UND_ERR_RES_CONTENT_LENGTH_MISMATCH", "EPIPE"];

/** The compressed data, or the connection while it sent the body, ended too early. */
function isTruncation(code: string, phase: FetchPhase): boolean {
  return code === "Z_BUF_ERROR" || (phase === "body" && CLOSED.includes(code));
}
