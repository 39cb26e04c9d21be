import { createHash } from "node:crypto";
import type { RemoteSource } from "../core/definitions.ts";
import type { FetchDocument, Fetched } from "../core/fetched.ts";
import { type IngestError, NO_VALIDATORS, type Validators } from "../core/model.ts";
import { NOTHING_FOUND, type PollResult, type ServerSaid } from "../core/poll-result.ts";
import { addressToPoll, validatorsToSend } from "../core/source-moves.ts";
import type { SourceState } from "../core/source-state.ts";
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

/** Fetches a remote source and drafts its articles; a page is followed to the feed that it announces. */
export async function readRemote(source: Remote, deps: ReadRemoteDeps): Promise<PollResult> {
  const url = addressToPoll(source.definition.url, source);
  const validators = validatorsToSend(source, deps.now());
  const result = await readAddress(source, { url, validators }, deps);
  const { error } = result;
  if (error?.kind !== "not-a-feed" || source.feedUrl !== null) return result;

  const [announced] = error.feedLinks;
  if (announced === undefined || announced.url === url) return result;
  const fresh = { url: announced.url, validators: NO_VALIDATORS };
  const followed = await readAddress(source, fresh, deps);
  const requests = result.requests + followed.requests;
  // A redirect of the page is no news about the feed.
  const server = followed.server && { ...followed.server, permanentUrl: null };
  return followed.error === null
    ? { ...followed, server, requests, feedUrl: announced.url }
    : { ...followed, server, requests };
}

type Address = { readonly url: string; readonly validators: Validators };

async function readAddress(
  source: Remote,
  address: Address,
  deps: ReadRemoteDeps,
): Promise<PollResult> {
  if (deps.isOwnFeed(address.url)) return failed({ kind: "own-feed", url: address.url });
  const answer = await deps.fetchDocument({ ...address, accept: FEED_TYPES });
  if (!answer.ok) return { ...failed(answer.error.error), requests: answer.error.requests };
  const fetched = answer.value;
  if (deps.isOwnFeed(fetched.url)) {
    return { ...failed({ kind: "own-feed", url: fetched.url }), requests: fetched.requests };
  }
  const heard = { requests: fetched.requests, server: saidBy(fetched) };
  if (fetched.kind === "not-modified") return { ...NOTHING_FOUND, ...heard };
  const bodyHash = createHash("sha256").update(fetched.bytes).digest("base64url");
  if (bodyHash === source.bodyHash) return { ...NOTHING_FOUND, ...heard };
  return { ...(await readBody(source, fetched, { deps, bodyHash })), requests: fetched.requests };
}

async function readBody(
  { definition }: Remote,
  fetched: Modified,
  { deps, bodyHash }: { readonly deps: ReadRemoteDeps; readonly bodyHash: string },
): Promise<PollResult> {
  const { bytes, contentType, url } = fetched;
  const job = { document: { bytes, contentType, url }, file: null, source: definition };
  const drafted = await deps.draftDocument({ ...job, items: deps.items });
  const server = saidBy(fetched);
  // What was not understood must be fetched whole again: its validators would answer 304.
  const forgotten = { ...server, validators: NO_VALIDATORS };
  if (!drafted.ok) return { ...failed(drafted.error), server: forgotten };

  const { feed, drafts, warnings, truncated } = drafted.value;
  if (feed?.feedUrl && deps.isOwnFeed(feed.feedUrl)) {
    return { ...failed({ kind: "own-feed", url: feed.feedUrl }), server: forgotten };
  }
  return {
    ...NOTHING_FOUND,
    outcome: "ok",
    server: truncated ? forgotten : server,
    bodyHash: truncated ? "" : bodyHash,
    feed,
    drafts,
    failed: drafted.value.failed,
    warnings,
  };
}

const saidBy = ({ kind, freshness, permanentUrl, validators }: Fetched): ServerSaid => ({
  kind,
  freshness,
  permanentUrl,
  validators,
});

const failed = (error: IngestError): PollResult => ({ ...NOTHING_FOUND, outcome: "failed", error });
