import { Readable } from "node:stream";
import type { Dispatcher } from "undici";
import type { ResponseHeaders } from "./response-headers.ts";

/** What came of a request. */
export type Response = {
  readonly statusCode: number;
  readonly headers: ResponseHeaders;
  /** `null` when it was not wanted: it is over then, or the connection is closed. */
  readonly body: Readable | null;
};

export type SendOptions = {
  readonly dispatcher: Dispatcher;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether the body of an answer with this status is to be read; asked once. */
  readonly wantsBody: (statusCode: number) => boolean;
};

export type SentGet = {
  /** Rejects with an error of undici's, or with the reason of `abort`. */
  readonly response: Promise<Response>;
  /** Ends the request and its body, also while it still connects; idempotent. Does nothing after the end. */
  readonly abort: (reason: Error) => void;
};

type Controller = Dispatcher.DispatchController;

/** Takes in the body of a response. */
type Sink = {
  /** @returns whether more is wanted now. */
  readonly take: (chunk: Buffer) => boolean;
  readonly end: () => void;
  readonly fail: (cause: Error) => void;
};

/**
 * Sends a GET. Speaks to undici's dispatcher without its `request`, which makes a stream, a signal and their listeners for
 * each response: most responses are a 304, and have no body. Leaves all time-outs to the caller.
 */
export function sendGet(url: URL, { dispatcher, headers, wantsBody }: SendOptions): SentGet {
  const { promise: response, resolve, reject } = Promise.withResolvers<Response>();
  let sink: Sink = { take: () => true, end: () => undefined, fail: reject };
  let controller: Controller | null = null;
  let aborted: Error | null = null;
  const target = { origin: url.origin, path: url.pathname + url.search, method: "GET" } as const;
  dispatcher.dispatch(
    { ...target, headers, headersTimeout: 0, bodyTimeout: 0 },
    {
      onRequestStart(started) {
        controller = started;
        if (aborted !== null) started.abort(aborted);
      },
      onResponseStart(from, statusCode, headers) {
        if (statusCode < 200) return; // informational: the response is still to come
        const body = wantsBody(statusCode) ? streamFrom(from) : null;
        const answer = (): void => resolve({ statusCode, headers, body });
        sink = body === null ? discarding(statusCode, from, answer) : into(body);
        if (body !== null) answer();
      },
      onResponseData(from, chunk) {
        if (!sink.take(chunk)) from.pause();
      },
      onResponseEnd: () => sink.end(),
      onResponseError: (_, cause) => sink.fail(cause),
    },
  );
  return {
    response,
    abort(reason) {
      aborted ??= reason;
      if (controller === null) reject(aborted);
      else controller.abort(aborted);
    },
  };
}

/** Bytes that wait for a slow reader before the connection is paused: as in undici's own streams. */
const WAITING_BYTES = 65_536;

function streamFrom(controller: Controller): Readable {
  const body = new Readable({
    highWaterMark: WAITING_BYTES,
    read: () => controller.resume(),
    destroy(cause, done) {
      // Closes the connection of a body that was not read to its end; undici ignores it otherwise.
      controller.abort(cause ?? new Error("the rest of the body is not wanted"));
      done(cause);
    },
  });
  // An error may come before the reader does, to whom the stream tells it again.
  return body.on("error", () => undefined);
}

const into = (body: Readable): Sink => ({
  take: (chunk) => body.push(chunk),
  end: () => void body.push(null),
  fail: (cause) => void body.destroy(cause),
});

const DISCARD = { limitBytes: 16_384, timeoutMs: 1_000 };

/**
 * Reads the rest of a small body so that the connection can be used again; ends it otherwise. Nobody wants this body: it does
 * not matter whether it comes to its end. A 304 has none (RFC 9110 §15.4.5).
 */
function discarding(statusCode: number, controller: Controller, over: () => void): Sink {
  if (statusCode === 304) {
    over();
    return { take: () => true, end: () => undefined, fail: () => undefined };
  }
  let leftBytes = DISCARD.limitBytes;
  const giveUp = (): void => controller.abort(new Error("the body is not wanted"));
  const timer = setTimeout(giveUp, DISCARD.timeoutMs);
  const end = (): void => {
    clearTimeout(timer);
    over();
  };
  return {
    take(chunk) {
      leftBytes -= chunk.length;
      if (leftBytes < 0) giveUp();
      return true;
    },
    end,
    fail: end,
  };
}
