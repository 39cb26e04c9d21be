import type { IncomingMessage, ServerResponse } from "node:http";
import type { PublishedDocument } from "../../core/entries/published.ts";
import { type AcceptedCoding, negotiateCoding } from "../accept-encoding.ts";
import { isNotModified } from "../conditional.ts";
import {
  type CachePolicy,
  type PreparedDocument,
  type PreparedVariant,
  prepareDocument,
} from "./prepared-document.ts";

/** Every rendered document by its path, answered before Express sees the request. */
export type DocumentCache = {
  readonly get: (path: string) => PublishedDocument | undefined;
  /** Replaces the whole set: a path that is not in it is no longer known. */
  readonly replace: (documents: readonly PublishedDocument[]) => void;
  /** Adds documents or overwrites those with the same path; the others stay. */
  readonly put: (documents: readonly PublishedDocument[]) => void;
  /** Answers a request for a known path and says so; `false` leaves the request untouched. */
  readonly answer: (request: IncomingMessage, response: ServerResponse) => boolean;
};

/** A minute is the default tick; while we fail, caches may serve their old copy for a day. */
export const DEFAULT_CACHE_POLICY: CachePolicy = {
  maxAgeSeconds: 60,
  staleWhileRevalidateSeconds: 300,
  staleIfErrorSeconds: 86_400,
};

/** The documents ready to send, kept in memory: bytes and headers are composed when they change. */
export function createDocumentCache(policy: CachePolicy = DEFAULT_CACHE_POLICY): DocumentCache {
  let prepared: ReadonlyMap<string, PreparedDocument> = new Map();
  const codingOf = rememberCodings();

  const prepareAll = (documents: readonly PublishedDocument[]): [string, PreparedDocument][] =>
    documents.map((document) => {
      const known = prepared.get(document.path);
      return [
        document.path,
        known?.document === document ? known : prepareDocument(document, policy),
      ];
    });

  return {
    get: (path) => prepared.get(path)?.document,
    replace: (documents) => {
      prepared = new Map(prepareAll(documents));
    },
    put: (documents) => {
      prepared = new Map([...prepared, ...prepareAll(documents)]);
    },
    answer: (request, response) => {
      const found = prepared.get(pathOf(request.url ?? "/"));
      if (found === undefined) return false;
      const { method } = request;
      if (method === "GET" || method === "HEAD") {
        send(request, response, { found, coding: codingOf(request.headers["accept-encoding"]) });
      } else if (method === "OPTIONS") preflight(response);
      else refuseMethod(response);
      return true;
    },
  };
}

function pathOf(url: string): string {
  const query = url.indexOf("?");
  return query === -1 ? url : url.slice(0, query);
}

type CodingChoice = { readonly found: PreparedDocument; readonly coding: AcceptedCoding | null };

function send(request: IncomingMessage, response: ServerResponse, choice: CodingChoice): void {
  const { found, coding } = choice;
  if (isNotModified(request.headers, found.validators)) {
    response.writeHead(304, found.notModifiedHeaders[coding ?? "identity"]).end();
  } else if (coding === null) {
    refuse(response, 406, "This document is available as br, gzip or without a coding.\n");
  } else {
    const variant = found.variant(coding);
    if (variant instanceof Promise) {
      variant.then(
        (made) => sendVariant(request, response, made),
        (cause: Error) => response.destroy(cause),
      );
    } else sendVariant(request, response, variant);
  }
}

function sendVariant(
  { method }: IncomingMessage,
  response: ServerResponse,
  { body, okHeaders }: PreparedVariant,
): void {
  response.writeHead(200, okHeaders);
  if (method === "HEAD") response.end();
  else response.end(body);
}

/** Any page may read a public feed: its script's conditional request needs a preflight. */
function preflight(response: ServerResponse): void {
  const headers = [
    ...["Allow", ALLOWED],
    ...["Access-Control-Allow-Origin", "*"],
    ...["Access-Control-Allow-Methods", "GET, HEAD"],
    ...["Access-Control-Allow-Headers", "*"],
    ...["Access-Control-Max-Age", "86400"],
  ];
  response.writeHead(204, headers).end();
}

const ALLOWED = "GET, HEAD, OPTIONS";

function refuseMethod(response: ServerResponse): void {
  // Closed, so that no client can make us read an unwanted body.
  response.setHeader("Connection", "close").setHeader("Allow", ALLOWED);
  refuse(response, 405, "A feed can only be read: use GET or HEAD.\n");
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.statusCode = status;
  response.setHeader("Content-Type", "text/plain; charset=utf-8");
  response.setHeader("Content-Length", Buffer.byteLength(message));
  response.setHeader("Vary", "Accept-Encoding").setHeader("Access-Control-Allow-Origin", "*");
  response.setHeader("X-Content-Type-Options", "nosniff").end(message);
}

/**
 * Parses each `Accept-Encoding` value once: readers send the same few dozen again and again.
 * The bound keeps a client that invents values from filling the memory.
 */
function rememberCodings(): (header: string | undefined) => AcceptedCoding | null {
  const known = new Map<string | undefined, AcceptedCoding | null>();
  return (header) => {
    const found = known.get(header);
    if (found !== undefined) return found;
    const coding = negotiateCoding(header);
    if (known.size >= MOST_REMEMBERED) known.clear();
    if ((header?.length ?? 0) <= LONGEST_REMEMBERED) known.set(header, coding);
    return coding;
  };
}

const MOST_REMEMBERED = 256;
const LONGEST_REMEMBERED = 256;
