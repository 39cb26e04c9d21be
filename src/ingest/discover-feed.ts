import { describeError } from "../core/sources/describe-error.ts";
import type { IngestError } from "../core/sources/errors.ts";
import { isNoFeed } from "../core/sources/polling/feed-candidates.ts";
import type { PollResult } from "../core/sources/polling/poll-result.ts";

/**
 * Reads the candidates for the feed of a page in turn; the first that is a feed is polled from then
 * on (`feedUrl`). When none is, the page is no feed: even a 410 at a candidate says nothing about the page.
 */
export async function discoverFeed(
  page: PollResult,
  candidates: readonly string[],
  read: (url: string) => Promise<PollResult>,
): Promise<PollResult> {
  let { requests, error } = page;
  for (const [index, url] of candidates.entries()) {
    const found = await read(url);
    requests += found.requests;
    // A redirect of a candidate says nothing about the page's own address.
    const server = found.server && { ...found.server, permanentUrl: null };
    if (found.error === null) return { ...found, server, requests, feedUrl: url };
    if (!isNoFeed(found.error)) return { ...found, server, requests };
    if (index === 0) error = withReason(error, url, found.error);
  }
  return { ...page, error, requests };
}

function withReason(error: IngestError | null, url: string, why: IngestError): IngestError | null {
  if (error?.kind !== "not-a-feed") return error;
  return {
    ...error,
    message: `${error.message}; nor is there a feed at ${url}: ${describeError(why)}`,
  };
}
