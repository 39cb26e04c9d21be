import { asksForPages } from "../articles/needs-page.ts";
import { NO_EXCEPTIONS } from "../cleaning/exceptions.ts";
import type { SourceDefinition } from "../settings/definitions.ts";
import { NO_VALIDATORS } from "./feed.ts";
import type { KeptState } from "./source-state.ts";

/** What follows from a changed definition of a source. Definitions stored by older versions have no `cleanup`. */

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether both are polled at the same place. */
export const isAtSamePlace = (a: SourceDefinition, b: SourceDefinition): boolean =>
  isSame(placeOf(a), placeOf(b));

const placeOf = (source: SourceDefinition) => [
  source.kind,
  source.kind === "remote" ? source.url : source.folder,
];

/** Whether the pages of other items are wanted now. What was received before does not tell of which. */
export const wantsOtherPages = (before: SourceDefinition, after: SourceDefinition): boolean =>
  !isSame(pagesOf(before), pagesOf(after));

const pagesOf = (source: SourceDefinition) => [source.fullText, asksForPages(source)];

/** Whether a value changed that drafts take from the definition: it must reach the stored articles. */
export const isDraftedAnew = (before: SourceDefinition, after: SourceDefinition): boolean =>
  !isSame(draftedWith(before), draftedWith(after));

const draftedWith = ({
  rights,
  categories,
  fullText,
  cleanup = NO_EXCEPTIONS,
}: SourceDefinition) => [
  rights,
  categories,
  // The other values decide only what is fetched.
  fullText === "never",
  [cleanup.keep, cleanup.drop],
];

/** Makes the next poll read the whole document, even if that is unchanged. */
export const readAnew = <State extends KeptState>(state: State): State => ({
  ...state,
  validators: NO_VALIDATORS,
  validatorsAt: null,
  bodyHash: null,
});

export type IntervalChange = {
  readonly beforeMs: number;
  readonly everyMs: number;
  readonly now: number;
};

/** A shorter interval counts at once, not after the old one. What the publisher asked for stays. */
export function shortened<State extends KeptState>(
  state: State,
  { beforeMs, everyMs, now }: IntervalChange,
): State {
  const isHealthy = state.failureCount === 0 && state.hints.intervalMs === null;
  return everyMs < beforeMs && isHealthy && state.nextPollAt > now + everyMs
    ? { ...state, nextPollAt: now + everyMs, nextPollReason: "the source's own interval" }
    : state;
}
