import type { Readable } from "node:stream";
import type { Dispatcher } from "undici";
import type { UsageHeaders } from "../../core/rights/usage-terms.ts";
import type { FetchError } from "../../core/sources/errors.ts";
import type { Validators } from "../../core/sources/feed.ts";
import type { Fetched } from "../../core/sources/fetched.ts";
import { fetchErrorOf } from "./fetch-error.ts";
import { FetchFailed } from "./fetch-failed.ts";
import { readBody } from "./read-body.ts";
import {
  confirmsClock,
  freshnessOf,
  headerValue,
  type ResponseHeaders,
  retryAfterMs,
  validatorsOf,
} from "./response-headers.ts";
import { type Response, sendGet } from "./send-get.ts";
import { startStopwatch } from "./stopwatch.ts";
import { usageOf } from "./usage-headers.ts";

/** The outcome of one request to one address. */
export type Exchange =
  | {
      readonly kind: "redirect";
      readonly location: string;
      readonly isPermanent: boolean;
      readonly setCookies: readonly string[];
    }
  | { readonly kind: "answer"; readonly answer: Answer }
  | { readonly kind: "failed"; readonly error: FetchError };

type AnswerBase = Pick<Fetched, "status" | "freshness" | "validators" | "confirmsClock">;
export type Answer =
  | (AnswerBase & { readonly kind: "not-modified" })
  | (AnswerBase & {
      readonly kind: "modified";
      readonly bytes: Uint8Array;
      readonly contentType: string | null;
      readonly usage: UsageHeaders;
    });

export type ExchangeOptions = {
  readonly dispatcher: Dispatcher;
  readonly headers: Readonly<Record<string, string>>;
  /** The validators of the request: a 304 without new ones keeps them. */
  readonly validators: Validators;
  readonly bodyBytes: number;
  /** See FetchRequest. */
  readonly firstBytes?: number | undefined;
  readonly connectTimeoutMs: number;
  /** Time left of the whole chain's. */
  readonly timeoutMs: number;
  readonly now: () => number;
};

/** One GET, within its time-outs; never throws for the network. */
export async function exchange(url: URL, options: ExchangeOptions): Promise<Exchange> {
  const { dispatcher, headers } = options;
  const wantsBody = (status: number): boolean => bringsDocument(status, options);
  const { response, abort } = sendGet(url, { dispatcher, headers, wantsBody });
  const watch = startStopwatch(options.timeoutMs, () => abort(new Error("the time is over")));
  try {
    const answered = await response;
    watch.headersAreIn();
    return await understand(answered, url, options);
  } catch (thrown) {
    const error = fetchErrorOf(thrown, { ...watch.state(), ...options });
    abort(new Error("the response is not wanted"));
    return { kind: "failed", error };
  } finally {
    watch.stop();
  }
}

const bringsDocument = (status: number, { firstBytes }: ExchangeOptions): boolean =>
  status === 200 || status === 203 || (status === 206 && firstBytes !== undefined);

async function understand(
  response: Response,
  url: URL,
  options: ExchangeOptions,
): Promise<Exchange> {
  const { statusCode: status, headers, body } = response;
  if (body !== null) {
    return { kind: "answer", answer: await modified({ status, headers, body }, url, options) };
  }
  if (status === 304 && isConditional(options)) {
    return { kind: "answer", answer: notModified(headers, options) };
  }
  const location = REDIRECTS.has(status) ? headerValue(headers, "location") : null;
  if (location === null) return { kind: "failed", error: statusError(response, options.now()) };
  const setCookies = [headers["set-cookie"] ?? []].flat();
  const isPermanent = PERMANENT.has(status);
  return { kind: "redirect", location: asUtf8(location), isPermanent, setCookies };
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PERMANENT = new Set([301, 308]);

type Document = {
  readonly status: number;
  readonly headers: ResponseHeaders;
  readonly body: Readable;
};

async function modified(
  { status, headers, body }: Document,
  url: URL,
  options: ExchangeOptions,
): Promise<Answer> {
  const { bodyBytes, firstBytes } = options;
  const length = Number(headerValue(headers, "content-length") ?? 0);
  if (firstBytes === undefined && length > bodyBytes) {
    throw new FetchFailed({ kind: "too-large", limitBytes: bodyBytes });
  }
  const encoding = headerValue(headers, "content-encoding");
  const bytes = await readBody(body, { encoding, limitBytes: bodyBytes, firstBytes });
  return {
    kind: "modified",
    status,
    bytes,
    contentType: headerValue(headers, "content-type"),
    usage: usageOf(headers, url),
    validators: validatorsOf(headers),
    freshness: freshnessOf(headers, options.now()),
    confirmsClock: confirmsClock(headers, options.now()),
  };
}

function notModified(headers: ResponseHeaders, options: ExchangeOptions): Answer {
  const fresh = validatorsOf(headers);
  return {
    kind: "not-modified",
    status: 304,
    validators: {
      etag: fresh.etag ?? options.validators.etag,
      lastModified: fresh.lastModified ?? options.validators.lastModified,
    },
    freshness: freshnessOf(headers, options.now()),
    confirmsClock: confirmsClock(headers, options.now()),
  };
}

/** A 304 to a request that was not conditional refers to nothing. */
const isConditional = ({ headers }: ExchangeOptions): boolean =>
  "if-none-match" in headers || "if-modified-since" in headers;

function statusError(response: Response, now: number): FetchError {
  const status = response.statusCode;
  const asksToWait = status === 429 || status === 503;
  return {
    kind: "http-status",
    status,
    retryAfterMs: asksToWait ? retryAfterMs(response.headers, now) : null,
  };
}

/** Some servers send a Location in UTF-8, which HTTP reads as Latin-1; browsers follow it as UTF-8. */
const asUtf8 = (value: string): string => Buffer.from(value, "latin1").toString("utf8");
