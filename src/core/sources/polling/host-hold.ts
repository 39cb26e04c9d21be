import { durationText } from "../../duration-text.ts";
import type { IngestError } from "../errors.ts";
import { retryAfterOf } from "./next-poll.ts";
import type { NextPoll } from "./poll-time.ts";

/** A host asked everyone to stay away until then (429 or 503 with `Retry-After`). */
export type HostHold = { readonly host: string; readonly until: number; readonly reason: string };

/** The hold that a failed poll of `url` puts on its host; `null` when the host asked for none. */
export function hostHoldOf(url: string, error: IngestError, now: number): HostHold | null {
  const waitMs = retryAfterOf(error);
  const host = hostOf(url);
  if (waitMs === 0 || host === null) return null;
  const reason = `Retry-After: ${durationText(waitMs)}, asked for by ${host}`;
  return { host, until: now + waitMs, reason };
}

/** The parts of a source that a hold concerns: the address that is polled, and when. */
export type Holdable = { readonly id: string; readonly url: string; readonly nextPollAt: number };

/** The other sources of the held host that would be polled too early, with their new next poll. */
export function heldSources(
  hold: HostHold,
  sources: readonly Holdable[],
): ReadonlyMap<string, NextPoll> {
  const held = sources.filter(
    ({ url, nextPollAt }) => nextPollAt < hold.until && hostOf(url) === hold.host,
  );
  return new Map(held.map(({ id }) => [id, { at: hold.until, reason: hold.reason }]));
}

/** Host of a URL, with its port when that is not the usual one: another port is another server. */
export const hostOf = (url: string): string | null => URL.parse(url)?.host || null;
