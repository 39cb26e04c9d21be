import { err, ok, type Result } from "../../src/core/result.ts";
import { NO_USAGE_HEADERS } from "../../src/core/rights/usage-terms.ts";
import type { ReadError } from "../../src/core/sources/errors.ts";
import type { Fetched, FetchFailure, FetchRequest } from "../../src/core/sources/fetched.ts";
import type { DraftDocument, DraftedDocument } from "../../src/ingest/ports.ts";
import type { ReadRemoteDeps } from "../../src/ingest/read-remote.ts";
import { aDraft, aFeedInfo, NOW } from "../support/builders.ts";

export const FRESH = { etag: '"fresh"', lastModified: null };

type Modified = Extract<Fetched, { kind: "modified" }>;

export const modified = (overrides: Partial<Modified> = {}): Result<Fetched, FetchFailure> =>
  ok({
    kind: "modified",
    status: 200,
    url: "https://valley.example/feed.xml",
    permanentUrl: null,
    requests: 1,
    freshness: { maxAgeMs: null },
    confirmsClock: true,
    validators: FRESH,
    bytes: Buffer.from("<rss/>"),
    contentType: "application/rss+xml",
    usage: NO_USAGE_HEADERS,
    ...overrides,
  });

export const notModified = (): Result<Fetched, FetchFailure> =>
  ok({
    kind: "not-modified",
    status: 304,
    url: "https://valley.example/feed.xml",
    permanentUrl: null,
    requests: 1,
    freshness: { maxAgeMs: null },
    confirmsClock: true,
    validators: FRESH,
  });

export const drafted = (
  overrides: Partial<DraftedDocument> = {},
): Result<DraftedDocument, ReadError> =>
  ok({
    feed: aFeedInfo(),
    drafts: [aDraft()],
    listing: null,
    warnings: [],
    failed: 0,
    truncated: false,
    ...overrides,
  });

export const notAFeed = (...announced: string[]): Result<DraftedDocument, ReadError> =>
  err({
    kind: "not-a-feed",
    message: "this is HTML",
    feedLinks: announced.map((url) => ({ url, title: null })),
  });

/** A publisher that answers each address as told, and notes who asked and what was read. */
export function fakeSource(
  answers: Readonly<Record<string, Result<Fetched, FetchFailure>>>,
  readings: readonly Result<DraftedDocument, ReadError>[] = [drafted()],
) {
  const requests: FetchRequest[] = [];
  const jobs: Parameters<DraftDocument>[0][] = [];
  const deps: ReadRemoteDeps = {
    fetchDocument: async (request) => {
      requests.push(request);
      const answer = answers[request.url];
      if (!answer) throw new Error(`nobody expected a request for ${request.url}`);
      return answer;
    },
    draftDocument: async (job) => {
      const reading = readings[jobs.length];
      jobs.push(job);
      if (!reading) throw new Error("nobody expected to read again");
      return reading;
    },
    isOwnFeed: (url) => url.startsWith("https://desk.example/feeds/"),
    items: 1000,
    now: () => NOW,
  };
  return { deps, requests, jobs };
}
