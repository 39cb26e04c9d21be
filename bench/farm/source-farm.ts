import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type FeedEdition, feedDocument } from "./feed-document.ts";

export type SourceFarm = {
  /** The address of each source, in the order of their numbers. */
  readonly urls: readonly string[];
  /** From now on all sources show this edition; their documents are made beforehand, not when they are asked for. */
  readonly show: (edition: FeedEdition) => void;
  /** How many of the sources were asked for, since the start or since this was called last. */
  readonly asked: () => number;
  readonly close: () => Promise<void>;
};

export type FarmOptions = {
  /** The number of the first source: farms with different numbers have no article in common. */
  readonly firstSource: number;
  readonly sources: number;
  readonly items: number;
  /** Date of the first article, Unix milliseconds. */
  readonly startAt: number;
};

/** Publishers on 127.0.0.1 that answer conditional requests with a true 304. Shows `FIRST_EDITION` at first. */
export async function startSourceFarm(options: FarmOptions): Promise<SourceFarm> {
  const documents = new Map<string, Document>();
  let asked = new Set<string | undefined>();
  const server = createServer((request, response) => {
    asked.add(request.url);
    answer(request, response, documents);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const numbers = Array.from({ length: options.sources }, (_, n) => options.firstSource + n);
  const show = (edition: FeedEdition): void => {
    for (const source of numbers) {
      const body = Buffer.from(feedDocument({ ...options, source, edition, site }));
      documents.set(`/${source}/feed`, { body, etag: etagOf(body) });
    }
  };
  show(FIRST_EDITION);
  return {
    urls: numbers.map((source) => `${site}/${source}/feed`),
    show,
    asked() {
      const { size } = asked;
      asked = new Set();
      return size;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

export const FIRST_EDITION: FeedEdition = { oldest: 0, movedByMs: 0 };

type Document = { readonly body: Buffer; readonly etag: string };

const etagOf = (body: Buffer): string =>
  `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  documents: ReadonlyMap<string, Document>,
): void {
  const document = documents.get(request.url ?? "");
  if (document === undefined) return void response.writeHead(404).end();
  response.setHeader("ETag", document.etag);
  if (request.headers["if-none-match"] === document.etag) {
    return void response.writeHead(304).end();
  }
  response.setHeader("Content-Type", "application/rss+xml; charset=utf-8");
  response.writeHead(200).end(document.body);
}
