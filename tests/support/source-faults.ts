import { bomb, type Encoding, encode } from "./encodings.ts";
import type { Reply } from "./source-server.ts";

/** What publishers do wrong, each as a reply for a SourceServer. */

/** Moved: 301 and 308 for good, 302, 303 and 307 for now. */
export const redirect = (to: string, status = 302): Reply => ({
  status,
  headers: { Location: to },
  contentType: "text/html",
});

/** 429 or 503 with `Retry-After`: seconds or an HTTP date. */
export const retryLater = (retryAfter: string, status: 429 | 503 = 503): Reply => ({
  status,
  headers: { "Retry-After": retryAfter },
  contentType: "text/plain",
  body: "later",
});

/** Takes the request and says nothing for ever. */
export const neverAnswers = (): Reply => ({ play: () => undefined });

/** Sends the headers after `delayMs`. */
export const slowHeaders = (delayMs: number, body = ""): Reply => ({
  play: (_request, response) => {
    const timer = setTimeout(() => response.end(body), delayMs);
    response.once("close", () => clearTimeout(timer));
  },
});

/** Sends one byte every `everyMs`, without an end. */
export const drip = (everyMs: number): Reply => ({
  play: (_request, response) => {
    response.writeHead(200, { "Content-Type": "application/rss+xml" });
    response.write("<");
    const timer = setInterval(() => response.write(" "), everyMs);
    response.once("close", () => clearInterval(timer));
  },
});

/** Closes the connection with a TCP reset, before the headers. */
export const reset = (): Reply => ({
  play: (request) => {
    request.socket.resetAndDestroy();
  },
});

/** Announces more bytes than it sends. */
export const shortBody = (body: string, missingBytes = 10): Reply => ({
  play: (_request, response) => {
    const bytes = Buffer.from(body);
    response.writeHead(200, { "Content-Length": bytes.length + missingBytes });
    response.write(bytes, () => response.destroy());
  },
});

/** A chunked body whose last chunk never comes. */
export const unfinishedChunks = (body: string): Reply => ({
  play: (_request, response) => {
    response.writeHead(200, { "Transfer-Encoding": "chunked" });
    response.write(body, () => response.destroy());
  },
});

/** A compressed body whose second half is missing, in a response that is otherwise complete. */
export const truncatedEncoding = (body: string, encoding: Encoding): Reply => {
  const bytes = encode(Buffer.from(body), encoding);
  return {
    headers: { "Content-Encoding": encoding },
    body: bytes.subarray(0, Math.ceil(bytes.length / 2)),
  };
};

/** Compressed twice, as `Content-Encoding: gzip, gzip`. */
export const chainedEncodings = (body: string): Reply => ({
  headers: { "Content-Encoding": "gzip, gzip" },
  body: encode(encode(Buffer.from(body), "gzip"), "gzip"),
});

/** A small response that decodes to `decodedBytes`. */
export const bombReply = (decodedBytes: number, encoding: Encoding): Reply => ({
  headers: { "Content-Encoding": encoding },
  body: bomb(decodedBytes, encoding),
});

/** A body of `bytes` spaces without a Content-Length, made while it is sent. */
export const hugeBody = (bytes: number): Reply => ({
  play: (_request, response) => {
    const chunk = Buffer.alloc(65_536, " ");
    let left = bytes;
    const send = (): void => {
      while (left > 0) {
        left -= chunk.length;
        if (!response.write(chunk)) return void response.once("drain", send);
      }
      response.end();
    };
    send();
  },
});

/** Bytes that are not HTTP. */
export const notHttp = (bytes = "SSH-2.0-OpenSSH_9.6\r\n\r\n"): Reply => ({
  play: (request) => {
    request.socket.end(bytes);
  },
});

/** An HTML page that announces a feed (`link rel=alternate`). */
export const pageAnnouncing = (feedUrl: string): Reply => ({
  contentType: "text/html; charset=utf-8",
  body: `<!doctype html><html lang="en"><head><title>A page</title>
<link rel="alternate" type="application/rss+xml" title="News" href="${feedUrl}"></head>
<body><p>Read our feed.</p></body></html>`,
});
