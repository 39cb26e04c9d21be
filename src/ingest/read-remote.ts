import { createHash } from "node:crypto";
import type { RemoteSource } from "../core/settings/definitions.ts";
import type { IngestError } from "../core/sources/errors.ts";
import { NO_VALIDATORS, type Validators } from "../core/sources/feed.ts";
import type { FetchDocument, Fetched } from "../core/sources/fetched.ts";
import { feedCandidates } from "../core/sources/polling/feed-candidates.ts";
import {
  NOTHING_FOUND,
  type PollResult,
  type ServerSaid,
} from "../core/sources/polling/poll-result.ts";
import { addressToPoll, validatorsToSend } from "../core/sources/polling/source-moves.ts";
import type { SourceState } from "../core/sources/source-state.ts";
import { discoverFeed } from "./discover-feed.ts";
import type { DraftDocument } from "./ports.ts";

export type ReadRemoteDeps = {
  readonly fetchDocument: FetchDocument;
  readonly draftDocument: DraftDocument;
  /** Whether an address is one of our own feeds. */
  readonly isOwnFeed: (url: string) => boolean;
  readonly items: number;
  readonly now: () => number;
};

const FEED_TYPES =
  "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.5";

type Remote = SourceState & { readonly definition: RemoteSource };
type Modified = Extract<Fetched, { kind: "modified" }>;

/** Fetches a remote source and drafts its articles; from a page it goes on to the page's feed. */
export async function readRemote(source: Remote, deps: ReadRemoteDeps): Promise<PollResult> {
  const url = addressToPoll(source.definition.url, source);
  const validators = validatorsToSend(source, deps.now());
  const { result, pageUrl } = await readAddress(source, { url, validators }, deps);
  const { error } = result;
  if (error?.kind !== "not-a-feed" || hasGivenFeed(source)) return result;
  const candidates = feedCandidates(error.feedLinks, pageUrl).filter((each) => each !== url);
  return discoverFeed(result, candidates, async (candidate) => {
    const address = { url: candidate, validators: NO_VALIDATORS };
    return (await readAddress(source, address, deps)).result;
  });
}

/**
 * Whether the source has given a feed before. A page in its place is then a mistake of the publisher, a
 * notice or a login: the feed that this page announces is another one, and would be kept afterwards.
 */
const hasGivenFeed = ({ feedUrl, bodyHash }: Remote): boolean =>
  feedUrl !== null || bodyHash !== null;

type PolledAddress = { readonly url: string; readonly validators: Validators };
type RemoteReading = {
  readonly result: PollResult;
  /** The address, after redirects, of an HTML page that is there instead of a feed; else `null`. */
  readonly pageUrl: string | null;
};

async function readAddress(
  source: Remote,
  address: PolledAddress,
  deps: ReadRemoteDeps,
): Promise<RemoteReading> {
  const { url } = address;
  if (deps.isOwnFeed(url)) return noPage(failed({ kind: "own-feed", url }));
  const asked = { ...address, accept: FEED_TYPES, source: source.definition.id };
  const answer = await deps.fetchDocument(asked);
  if (!answer.ok) {
    const { error, requests, url: failedUrl } = answer.error;
    return noPage({ ...failed(error), requests, failedUrl });
  }
  const fetched = answer.value;
  const pageUrl = isHtml(fetched) ? fetched.url : null;
  return { result: await understand(source, fetched, deps), pageUrl };
}

const noPage = (result: PollResult): RemoteReading => ({ result, pageUrl: null });

const isHtml = (fetched: Fetched): boolean =>
  fetched.kind === "modified" && /\bhtml\b/i.test(fetched.contentType ?? "");

async function understand(
  source: Remote,
  fetched: Fetched,
  deps: ReadRemoteDeps,
): Promise<PollResult> {
  if (deps.isOwnFeed(fetched.url)) {
    return { ...failed({ kind: "own-feed", url: fetched.url }), requests: fetched.requests };
  }
  const heard = { requests: fetched.requests, server: saidBy(fetched) };
  if (fetched.kind === "not-modified") return { ...NOTHING_FOUND, ...heard };
  const bodyHash = createHash("sha256").update(fetched.bytes).digest("base64url");
  if (bodyHash === source.bodyHash) return { ...NOTHING_FOUND, ...heard };
  const read = (isWhole: boolean): Promise<PollResult> =>
    readBody(source, fetched, { deps, bodyHash, isWhole });
  const result = await read(false);
  const isRecognised = (result.listing?.token ?? null) !== null;
  return isRecognised ? { ...result, readWhole: () => read(true) } : result;
}

type ReadOptions = {
  readonly deps: ReadRemoteDeps;
  readonly bodyHash: string;
  /** Every item is to be drafted. */
  readonly isWhole: boolean;
};

async function readBody(
  { definition }: Remote,
  fetched: Modified,
  { deps, bodyHash, isWhole }: ReadOptions,
): Promise<PollResult> {
  const { bytes, contentType, url, requests } = fetched;
  const job = { document: { bytes, contentType, url }, file: null, source: definition };
  // Before the bytes go to the worker: they are gone from here then.
  const server = saidBy(fetched);
  const drafted = await deps.draftDocument({ ...job, items: deps.items, isWhole });
  // A document that was not understood must be fetched whole again, not answered with 304.
  const forgotten = { ...server, validators: NO_VALIDATORS };
  if (!drafted.ok) return { ...failed(drafted.error), requests, server: forgotten };

  const { feed, drafts, listing, warnings, truncated } = drafted.value;
  if (feed?.feedUrl && deps.isOwnFeed(feed.feedUrl)) {
    return { ...failed({ kind: "own-feed", url: feed.feedUrl }), requests, server: forgotten };
  }
  return {
    ...NOTHING_FOUND,
    outcome: "ok",
    requests,
    server: truncated ? forgotten : server,
    bodyHash: truncated ? "" : bodyHash,
    feed,
    drafts,
    listing,
    failed: drafted.value.failed,
    warnings,
  };
}

const saidBy = (fetched: Fetched): ServerSaid => {
  const { kind, status, freshness, permanentUrl, validators, confirmsClock } = fetched;
  const bytes = fetched.kind === "modified" ? fetched.bytes.length : 0;
  return { kind, status, bytes, freshness, permanentUrl, validators, confirmsClock };
};

const failed = (error: IngestError): PollResult => ({ ...NOTHING_FOUND, outcome: "failed", error });
