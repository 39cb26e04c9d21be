import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { createMetrics } from "../src/http/api/metrics.ts";
import { createClientGate } from "../src/http/clients/rate-limit-clients.ts";
import { createDocumentCache } from "../src/http/feeds/documents.ts";
import { createHttpServer } from "../src/http/server.ts";

/**
 * What answering a feed costs, in CPU a request, against raw `node:http` that sends the same bytes:
 *
 *   node scripts/measure-serving.ts [rounds, default 12]
 *
 * Both servers in processes of their own, interleaved rounds, the least disturbed of each; with the gate
 * and the metrics as in the service. Exits with 1 below 0.9 for a 304 or 0.75 for a 200 with gzip.
 */

const REQUESTS = 6_000;
const CONNECTIONS = 16;
const FEED_BYTES = 427_000;
const FLOORS = { "304": 0.9, "200": 0.75 } as const;
const ETAG = '"measured"';
const PATH = "/feeds/all.rss";
/** From a documentation network (RFC 5737), so that the gate counts it. */
const CLIENT = "203.0.113.7";

/** Of this gzip leaves a quarter. */
const BODY = Buffer.from(
  randomBytes(FEED_BYTES / 4)
    .toString("hex")
    .replace(/(..)/g, "$1$1"),
);

type Kind = keyof typeof FLOORS;
type Told = { readonly port: number } | { readonly cpuMicros: number };

const role = process.argv[2];
if (role === "raw" || role === "offprint") await serveAs(role);
else await compare(Number(role ?? 12));

async function compare(rounds: number): Promise<void> {
  const servers = { raw: await start("raw"), offprint: await start("offprint") };
  for (const kind of ["304", "200"] as const) {
    const least = { raw: Number.POSITIVE_INFINITY, offprint: Number.POSITIVE_INFINITY };
    for (let round = 0; round <= rounds; round++) {
      const raw = await costOf(servers.raw, kind);
      const offprint = await costOf(servers.offprint, kind);
      if (round === 0) continue; // warms up
      least.raw = Math.min(least.raw, raw);
      least.offprint = Math.min(least.offprint, offprint);
    }
    const ratio = least.raw / least.offprint;
    if (ratio < FLOORS[kind]) process.exitCode = 1;
    process.stdout.write(
      `${kind}: raw ${least.raw.toFixed(1)} µs, offprint ${least.offprint.toFixed(1)} µs a request; ratio ${ratio.toFixed(2)} (at least ${FLOORS[kind]})\n`,
    );
  }
  // They end when they are alone.
  for (const { child } of Object.values(servers)) child.disconnect();
}

type Measured = { readonly child: ChildProcess; readonly port: number };

async function start(name: string): Promise<Measured> {
  const child = fork(import.meta.filename, [name]);
  const [told] = (await once(child, "message")) as [{ port: number }];
  return { child, port: told.port };
}

/** Microseconds of CPU a request, user and system, in the process that serves. */
async function costOf({ child, port }: Measured, kind: Kind): Promise<number> {
  const before = await cpuOf(child);
  const each = Math.floor((kind === "304" ? REQUESTS : REQUESTS / 6) / CONNECTIONS);
  await Promise.all(Array.from({ length: CONNECTIONS }, () => ask(port, kind, each)));
  return ((await cpuOf(child)) - before) / (each * CONNECTIONS);
}

async function cpuOf(child: ChildProcess): Promise<number> {
  child.send("cpu");
  const [told] = (await once(child, "message")) as [{ cpuMicros: number }];
  return told.cpuMicros;
}

/** One request after the other on one connection; every answer has the same length. */
async function ask(port: number, kind: Kind, count: number): Promise<void> {
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  const condition = kind === "304" ? `If-None-Match: ${ETAG}\r\n` : "";
  const request = `GET ${PATH} HTTP/1.1\r\nHost: desk.example\r\nUser-Agent: measure/1.0\r\nAccept: */*\r\nAccept-Encoding: gzip\r\nX-Forwarded-For: ${CLIENT}\r\n${condition}\r\n`;
  for (let n = 0; n < count; n++) {
    socket.write(request);
    await readAnswer(socket);
  }
  socket.destroy();
}

function readAnswer(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    let received = 0;
    let expected = -1;
    const onData = (chunk: Buffer): void => {
      if (expected < 0) {
        const end = chunk.indexOf("\r\n\r\n");
        const length = /content-length: (\d+)/i.exec(chunk.toString("latin1", 0, end));
        expected = end + 4 + (chunk.includes(" 304 ") ? 0 : Number(length?.[1] ?? 0));
      }
      received += chunk.byteLength;
      if (received < expected) return;
      socket.off("data", onData);
      resolve();
    };
    socket.on("data", onData);
  });
}

async function serveAs(name: "raw" | "offprint"): Promise<void> {
  const tell = (told: Told): void => void process.send?.(told);
  process.on("message", () => {
    const { user, system } = process.cpuUsage();
    tell({ cpuMicros: user + system });
  });
  process.on("disconnect", () => process.exit());
  tell({ port: name === "raw" ? await serveRaw() : await serveOffprint() });
}

async function serveRaw(): Promise<number> {
  const gzip = gzipSync(BODY);
  const server = createServer((request, response) => {
    const isKnown = request.headers["if-none-match"] === ETAG;
    response.writeHead(isKnown ? 304 : 200, {
      ...{ ETag: ETAG, Vary: "Accept-Encoding", "Cache-Control": "public, max-age=60" },
      ...(isKnown ? {} : { "Content-Length": gzip.byteLength, "Content-Encoding": "gzip" }),
    });
    response.end(isKnown ? undefined : gzip);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

async function serveOffprint(): Promise<number> {
  const cache = createDocumentCache();
  cache.put([
    {
      ...{ path: PATH, mediaType: "application/rss+xml; charset=utf-8", etag: ETAG },
      ...{ changedAt: Date.now(), br: brotliCompressSync(BODY), links: "" },
    },
  ]);
  const server = createHttpServer({
    cache,
    app: (_, response) => void response.writeHead(404).end(),
    gate: createClientGate({ requestsPerMinute: 1_000_000_000, trustProxy: 1 }),
    metrics: createMetrics({
      state: () => Promise.reject(new Error("nobody scrapes")),
      now: Date.now,
      onFailure: () => {},
    }),
    onSocketError: (error) => {
      throw error;
    },
  });
  const listening = await server.listen({ host: "127.0.0.1", port: 0 });
  if (!listening.ok) throw new Error(listening.error.message);
  return listening.value.port;
}
