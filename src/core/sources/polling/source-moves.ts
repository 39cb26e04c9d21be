import type { IngestError } from "../errors.ts";
import { NO_VALIDATORS, type Validators } from "../feed.ts";
import type { Fetched } from "../fetched.ts";
import type { SourceState } from "../source-state.ts";

/** Publishers mistake a temporary move for a permanent one: an address is adopted after this many polls in a row. */
const SIGHTINGS_TO_ADOPT = 3;
/** A learned address that failed this often in a row is forgotten: the configured one may know better. */
const FAILURES_TO_FORGET = 5;
/** How long validators are used: some servers answer 304 for ever, whatever changed (NetNewsWire Technotes). */
const VALIDATORS_KEPT_MS = 8 * 24 * 60 * 60 * 1000;

/** The address to poll: the one learned from redirects or discovery, else the configured one. */
export function addressToPoll(
  configuredUrl: string,
  { feedUrl }: Pick<SourceState, "feedUrl">,
): string {
  return feedUrl ?? configuredUrl;
}

type MovedAddress = Pick<SourceState, "feedUrl" | "moved">;

/** The address after a poll that brought a feed or a 304 (a page in its place proves no move). */
export function addressAfterSuccess(
  state: MovedAddress,
  permanentUrl: string | null,
): MovedAddress {
  if (permanentUrl === null) return { feedUrl: state.feedUrl, moved: null };
  const seen = state.moved?.url === permanentUrl ? state.moved.seen + 1 : 1;
  return seen >= SIGHTINGS_TO_ADOPT
    ? { feedUrl: permanentUrl, moved: null }
    : { feedUrl: state.feedUrl, moved: { url: permanentUrl, seen } };
}

type Standing = MovedAddress & Pick<SourceState, "stopped">;

/**
 * The address after a failed poll. 410 stops a source at its configured address; at a learned one
 * it only proves that we learned wrong. Validators are of no use when the address changes.
 */
export function addressAfterFailure(
  state: Standing,
  error: IngestError,
  failureCount: number,
): Standing {
  const isGone = error.kind === "http-status" && error.status === 410;
  if (state.feedUrl !== null && (isGone || failureCount >= FAILURES_TO_FORGET)) {
    return { feedUrl: null, moved: null, stopped: null };
  }
  return isGone ? { ...state, moved: null, stopped: GONE } : state;
}

const GONE = "The publisher says that this feed is gone for good (410): it is polled no more.";

type KeptValidators = Pick<SourceState, "validators" | "validatorsAt">;

/** The validators of the next request; none when the last full answer is too old. */
export function validatorsToSend(
  { validators, validatorsAt }: KeptValidators,
  now: number,
): Validators {
  const isFresh = validatorsAt !== null && Math.abs(now - validatorsAt) < VALIDATORS_KEPT_MS;
  return isFresh ? validators : NO_VALIDATORS;
}

/** A 304 may bring new validators, but they stay as old as the last full answer. */
export function validatorsAfter(
  kept: KeptValidators,
  fetched: Pick<Fetched, "kind" | "validators">,
  now: number,
): KeptValidators {
  const { validators } = fetched;
  return { validators, validatorsAt: fetched.kind === "modified" ? now : kept.validatorsAt };
}
