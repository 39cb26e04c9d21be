import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Encoding, encode } from "./encodings.ts";

/** One answer of a source. What is not said is what a plain, healthy publisher does. */
export type Reply = {
  /** Default: 200. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: empty. */
  readonly body?: string | Uint8Array;
  /** Default: `application/rss+xml; charset=utf-8`. */
  readonly contentType?: string;
  /** Compresses the body and says so. */
  readonly encoding?: Encoding;
  /** With this or `lastModified`, conditional requests get a true 304. */
  readonly etag?: string;
  readonly lastModified?: string;
  /** Plays what a plain reply cannot, such as a reset or a slow body (source-faults.ts). */
  readonly play?: (request: IncomingMessage, response: ServerResponse) => void;
};

/** One reply for ever, or one a request with the last repeated, or one worked out from the request. */
export type Script = Reply | readonly Reply[] | ((request: IncomingMessage) => Reply);

/** A request as the server saw it; header names in lower case. */
export type SeenRequest = {
  readonly method: string;
  /** Path with its query. */
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  /** `performance.now()` of its arrival. */
  readonly at: number;
  /** How many requests were unanswered when it arrived, itself included. */
  readonly inFlight: number;
};

export type SourceServer = {
  /** `http://127.0.0.1:PORT`, without a trailing slash. */
  readonly url: string;
  readonly port: number;
  /** Plays `script` at `path` (with its query, if it has one) from now on; anything else is 404. */
  readonly set: (path: string, script: Script) => void;
  /** Requests to one path, or all of them, in order of arrival. */
  readonly requests: (path?: string) => readonly SeenRequest[];
  /** Connections accepted so far: 0 when nobody even dialled. */
  readonly connections: () => number;
  /** Closes every connection, also those that a script left hanging. Idempotent. */
  readonly close: () => Promise<void>;
};

/** A publisher on 127.0.0.1 that plays what it is told and counts who asks. */
export async function startSourceServer(): Promise<SourceServer> {
  const scripts = new Map<string, () => Script>();
  const seen: SeenRequest[] = [];
  const count = { connections: 0, inFlight: 0 };
  const server = createServer((request, response) => {
    count.inFlight += 1;
    response.once("close", () => {
      count.inFlight -= 1;
    });
    seen.push(record(request, count.inFlight));
    answer(request, response, scripts.get(request.url ?? "/")?.());
  });
  server.on("connection", () => {
    count.connections += 1;
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    set: (path, script) => scripts.set(path, inTurn(script)),
    requests: (path) => seen.filter((request) => path === undefined || request.path === path),
    connections: () => count.connections,
    close: async () => {
      if (!server.listening) return;
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** A list is consumed one reply a request; its last reply stays. */
function inTurn(script: Script): () => Script {
  if (!Array.isArray(script)) return () => script;
  const replies = [...(script as readonly Reply[])];
  return () => (replies.length > 1 ? replies.shift() : replies[0]) ?? { status: 500 };
}

function record(request: IncomingMessage, inFlight: number): SeenRequest {
  return {
    method: request.method ?? "",
    path: request.url ?? "",
    headers: request.headers,
    at: performance.now(),
    inFlight,
  };
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  script: Script | undefined,
): void {
  if (script === undefined) return void response.writeHead(404).end("not here");
  const reply = typeof script === "function" ? script(request) : (script as Reply);
  if (reply.play) return void reply.play(request, response);
  setHeaders(response, reply);
  if (isNotModified(request, reply)) return void response.writeHead(304).end();
  response.writeHead(reply.status ?? 200);
  const body = encode(Buffer.from(reply.body ?? ""), reply.encoding);
  response.end(request.method === "HEAD" ? undefined : body);
}

function setHeaders(response: ServerResponse, reply: Reply): void {
  response.setHeader("Content-Type", reply.contentType ?? "application/rss+xml; charset=utf-8");
  if (reply.encoding) response.setHeader("Content-Encoding", reply.encoding);
  if (reply.etag) response.setHeader("ETag", reply.etag);
  if (reply.lastModified) response.setHeader("Last-Modified", reply.lastModified);
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
}

/** RFC 9110 §13.2.2: an entity tag, when the client sent one, decides alone. */
function isNotModified(request: IncomingMessage, reply: Reply): boolean {
  if ((reply.status ?? 200) !== 200) return false;
  const ifNoneMatch = request.headers["if-none-match"];
  if (ifNoneMatch !== undefined) return ifNoneMatch === reply.etag;
  const since = request.headers["if-modified-since"];
  return since !== undefined && since === reply.lastModified;
}
