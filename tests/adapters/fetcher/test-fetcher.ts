import { onTestFinished } from "vitest";
import {
  createFetcher,
  type Fetcher,
  type FetcherOptions,
} from "../../../src/adapters/fetcher/fetch-document.ts";
import type { Result } from "../../../src/core/result.ts";
import type { FetchError } from "../../../src/core/sources/errors.ts";
import { NO_VALIDATORS } from "../../../src/core/sources/feed.ts";
import type { Fetched, FetchFailure, FetchRequest } from "../../../src/core/sources/fetched.ts";
import { type SourceServer, startSourceServer } from "../../support/source-server.ts";

export const NOW = Date.UTC(2026, 1, 17, 12);

type Ask = Partial<FetchRequest> & { readonly url: string };

/** A fetcher that may reach 127.0.0.1, and is closed after the test. */
export function testFetcher(options: Partial<FetcherOptions> = {}): {
  readonly fetcher: Fetcher;
  readonly ask: (request: Ask) => Promise<Result<Fetched, FetchFailure>>;
} {
  const fetcher = createFetcher({
    userAgent: "Offprint/1.0 (+https://desk.example/about; desk@desk.example)",
    limits: { bodyBytes: 1_000_000, timeoutMs: 5_000, redirects: 5 },
    allowNetworks: ["127.0.0.0/8"],
    concurrency: 16,
    perHost: 16,
    now: () => NOW,
    ...options,
  });
  onTestFinished(fetcher.close);
  const ask = (request: Ask) =>
    fetcher.fetchDocument({ validators: NO_VALIDATORS, accept: "application/rss+xml", ...request });
  return { fetcher, ask };
}

export async function testServer(): Promise<SourceServer> {
  const server = await startSourceServer();
  onTestFinished(server.close);
  return server;
}

/** The document that came; fails the test when it is an error. */
export function fetchedOf(result: Result<Fetched, FetchFailure>): Fetched {
  if (!result.ok) throw new Error(`failed: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The body that came, as text. */
export function textOf(result: Result<Fetched, FetchFailure>): string {
  const fetched = fetchedOf(result);
  return fetched.kind === "modified" ? Buffer.from(fetched.bytes).toString("utf8") : fetched.kind;
}

/** The error that came; fails the test when it is a document. */
export function errorOf(result: Result<Fetched, FetchFailure>): FetchError {
  if (result.ok) throw new Error(`came: ${textOf(result)}`);
  return result.error.error;
}
