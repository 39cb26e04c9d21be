import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import { type AddressInfo, isIPv6 } from "node:net";
import { err, ok, type Result } from "../core/result.ts";
import type { Metrics } from "./api/metrics.ts";
import type { ClientGate } from "./clients/rate-limit-clients.ts";
import type { DocumentCache } from "./feeds/documents.ts";
import { createServer } from "./node-http.ts";

export type HttpServerDeps = {
  readonly cache: Pick<DocumentCache, "answer">;
  /** Answers every request that is not for a prepared document. */
  readonly app: RequestListener;
  /** Limits how often a client may ask; absent for no limit. */
  readonly gate?: ClientGate | null;
  readonly metrics?: Pick<Metrics, "observe" | "answer">;
  /** How long an answer may lie unread; default: 30 s. */
  readonly stalledMs?: number;
  /** A failure of the listening socket while it serves, such as too many open files. */
  readonly onSocketError: (error: Error) => void;
};

export type ListenError = {
  readonly kind: "port-taken" | "no-permission" | "bad-address";
  readonly host: string;
  readonly port: number;
  /** What happened and what to do, in one sentence. */
  readonly message: string;
};

export type HttpServer = {
  /** Port 0 takes any free one; `url` is the address that really listens. */
  readonly listen: (
    address: ListenAddress,
  ) => Promise<Result<{ readonly url: string; readonly port: number }, ListenError>>;
  /** Stops accepting and finishes what is in flight; cuts it off after `graceMs`. Idempotent. */
  readonly close: (graceMs?: number) => Promise<void>;
};

export type ListenAddress = { readonly host: string; readonly port: number };

/** Under the 5 s in which a service has to be gone after SIGTERM. */
const GRACE_MS = 3_500;
/** Longer than the 60 s for which nginx and most load balancers keep a connection to us. */
const KEEP_ALIVE_MS = 65_000;
/** Requests here have no large bodies: a client that takes longer is stuck or holds the connection on purpose. */
const REQUEST_MS = 15_000;
const HEADER_BYTES = 16 * 1024;
/** Ends a connection after this time without traffic: a client that sends requests and reads no answers fills memory. */
const STALLED_MS = 30_000;

/** The HTTP server: ready documents first, then Express (Express alone costs a fifth of the speed). */
export function createHttpServer(deps: HttpServerDeps): HttpServer {
  let closed: Promise<void> | null = null;
  const server = createServer(LIMITS, (request, response) => {
    if (closed !== null) response.shouldKeepAlive = false;
    const startedAt = performance.now();
    const { url = "/" } = request;
    answer(deps, request, response);
    deps.metrics?.observe(url, response, startedAt);
  });
  server.timeout = deps.stalledMs ?? STALLED_MS;
  answerHalfClosed(server);
  const { onSocketError } = deps;
  server.on("error", (error) => {
    if (server.listening) onSocketError(error); // otherwise `listen` gives the error
  });

  return {
    listen: (address) => listen(server, address),
    close: (graceMs = GRACE_MS) => {
      closed ??= close(server, graceMs);
      return closed;
    },
  };
}

/**
 * Some clients and proxies end their side of the connection right after a request. Node then cuts off every answer that
 * is not yet written, unless this property of the server is set (@types/node lacks it).
 */
const answerHalfClosed = (server: Server): void =>
  void Object.assign(server, { httpAllowHalfOpen: true });

/** Checks the rate limit first: clients that ask too often must cost nothing. */
function answer(
  { gate, metrics, cache, app }: HttpServerDeps,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (gate && !gate.admit(request, response)) return;
  const refusal = refusalOfHost(request);
  if (refusal !== null) {
    refuseHost(response, refusal);
    return;
  }
  normalizeTarget(request);
  if (cache.answer(request, response)) gate?.settle(response);
  else if (!metrics?.answer(request, response)) app(request, response);
}

const LIMITS = {
  headersTimeout: REQUEST_MS,
  requestTimeout: REQUEST_MS,
  connectionsCheckingInterval: 5_000,
  keepAliveTimeout: KEEP_ALIVE_MS,
  maxHeaderSize: HEADER_BYTES,
};

/** Node keeps the first of two `Host` headers; a proxy may keep the other (RFC 9112 §3.2: 400). */
function countHosts({ rawHeaders }: IncomingMessage): number {
  let count = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i];
    if (name?.length === 4 && name.toLowerCase() === "host") count += 1;
  }
  return count;
}

/** Wants exactly one `Host` (RFC 9112 §3.2), valid by RFC 3986 §3.2.2. Node itself refuses a request without one. */
function refusalOfHost(request: IncomingMessage): string | null {
  if (countHosts(request) > 1) return "A request must name exactly one host.";
  return isHost(request.headers.host ?? "")
    ? null
    : "The Host header of this request is not a valid host name.";
}

/** A name, which may be empty, or an IPv6 address in brackets; with or without a port. */
function isHost(text: string): boolean {
  const parts = /^(?:(?<name>[^[\]:]*)|\[(?<address>[^[\]]*)\])(?::\d*)?$/.exec(text)?.groups;
  if (parts === undefined) return false;
  const { name, address = "" } = parts;
  return name === undefined ? isIPv6(address) : NAME.test(name);
}

const NAME = /^(?:[\w.~!$&'()*+,;=-]|%[\da-f]{2})*$/i;

function refuseHost(response: ServerResponse, why: string): void {
  response.writeHead(400, { "Content-Type": "text/plain; charset=utf-8", Connection: "close" });
  response.end(`${why}\n`);
}

/** `GET http://host/path` is as valid as `GET /path` (RFC 9112 §3.2.2). */
function normalizeTarget(request: IncomingMessage): void {
  const { url } = request;
  if (url === undefined || url.startsWith("/")) return;
  const authority = /^https?:\/\/[^/?#]*/i.exec(url);
  if (authority === null) return;
  const rest = url.slice(authority[0].length);
  request.url = rest.startsWith("/") ? rest : `/${rest}`;
}

function listen(server: Server, address: ListenAddress): ReturnType<HttpServer["listen"]> {
  return new Promise((resolve, reject) => {
    const onListening = (): void => {
      server.off("error", onRefused);
      const { port } = server.address() as AddressInfo;
      const host = address.host.includes(":") ? `[${address.host}]` : address.host;
      resolve(ok({ url: `http://${host}:${port}`, port }));
    };
    const onRefused = (error: NodeJS.ErrnoException): void => {
      server.off("listening", onListening);
      const failure = listenError(error, address);
      if (failure === null) reject(error);
      else resolve(err(failure));
    };
    server.once("listening", onListening).once("error", onRefused);
    server.listen(address.port, address.host);
  });
}

function listenError(error: NodeJS.ErrnoException, address: ListenAddress): ListenError | null {
  const { host, port } = address;
  switch (error.code) {
    case "EADDRINUSE":
      return { kind: "port-taken", ...address, message: portTaken(port) };
    case "EACCES":
      return { kind: "no-permission", ...address, message: noPermission(port) };
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return { kind: "bad-address", ...address, message: badAddress(host) };
    default:
      return null;
  }
}

const portTaken = (port: number): string =>
  `Port ${port} is taken by another program: stop that program, or choose another port (PORT, or server.port in the configuration).`;
const noPermission = (port: number): string =>
  `This user may not listen on port ${port}: choose one above 1023 (PORT, or server.port in the configuration).`;
const badAddress = (host: string): string =>
  `This machine has no address "${host}": use 127.0.0.1 or 0.0.0.0 (HOST, or server.host in the configuration).`;

/** Ends connections as soon as they fall idle: a keep-alive client would hold the process. */
function close(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    // This may pass an error, which says only that the server never listened.
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(cut);
      resolve();
    });
  });
}

const SWEEP_MS = 50;
