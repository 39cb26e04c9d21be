import { once } from "node:events";
import { connect, type Socket } from "node:net";

export type RequestKind = "conditional" | "gzip" | "identity";

export type Load = {
  readonly port: number;
  readonly path: string;
  readonly kind: RequestKind;
  /** Of the document, as this server gives it. */
  readonly etag: string;
  readonly requests: number;
};

export const CONNECTIONS = 16;
/** From a documentation network (RFC 5737): a reader, so that its requests count. */
const CLIENT = "203.0.113.7";

/** Sends requests over several connections, on each one after the other. @returns how many were answered. */
export async function sendLoad(load: Load): Promise<number> {
  const each = Math.floor(load.requests / CONNECTIONS);
  await Promise.all(Array.from({ length: CONNECTIONS }, () => sendOver(load, each)));
  return each * CONNECTIONS;
}

async function sendOver(load: Load, count: number): Promise<void> {
  const socket = connect(load.port, "127.0.0.1");
  await once(socket, "connect");
  const request = requestOf(load);
  const status = load.kind === "conditional" ? " 304 " : " 200 ";
  for (let n = 0; n < count; n++) {
    socket.write(request);
    await readAnswer(socket, status);
  }
  socket.destroy();
}

function requestOf({ path, kind, etag }: Load): string {
  const lines = [
    `GET ${path} HTTP/1.1`,
    "Host: desk.example",
    "User-Agent: bench/1.0",
    "Accept: */*",
    `Accept-Encoding: ${kind === "identity" ? "identity" : "gzip"}`,
    `X-Forwarded-For: ${CLIENT}`,
    ...(kind === "conditional" ? [`If-None-Match: ${etag}`] : []),
  ];
  return `${lines.join("\r\n")}\r\n\r\n`;
}

/** Rejects when the answer is another one, or has no length. */
function readAnswer(socket: Socket, status: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let received = 0;
    let expected: number | null = null;
    const onData = (chunk: Buffer): void => {
      expected ??= lengthOf(chunk, status);
      received += chunk.byteLength;
      if (received < expected) return;
      socket.off("data", onData);
      if (Number.isNaN(expected))
        reject(new Error(`no${status}: ${chunk.toString("latin1", 0, 200)}`));
      else resolve();
    };
    socket.on("data", onData);
  });
}

/** Of a whole answer, whose head is in its first chunk. NaN when it is not the one that was wanted. */
function lengthOf(chunk: Buffer, status: string): number {
  const end = chunk.indexOf("\r\n\r\n");
  const head = chunk.toString("latin1", 0, end);
  if (!head.slice(0, 20).includes(status)) return Number.NaN;
  const body = status === " 304 " ? 0 : /content-length: (\d+)/i.exec(head)?.[1];
  return end + 4 + Number(body);
}
