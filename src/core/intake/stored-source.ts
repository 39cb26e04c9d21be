import type { ArticleDraft } from "../articles/article-draft.ts";
import { asksForPages } from "../articles/needs-page.ts";
import type { StoredContext } from "../articles/stored-context.ts";
import { RIGHTS } from "../rights/rights.ts";
import type { SourceDefinition } from "../settings/definitions.ts";
import {
  isAtSamePlace,
  isDraftedAnew,
  readAnew,
  shortened,
  wantsOtherPages,
} from "../sources/changed-definition.ts";
import type { StoredSource } from "../sources/source-state.ts";
import { decideIngest } from "./decide-ingest.ts";
import { type DecideOptions, type IngestIntent, NO_CHANGES } from "./ingest-intent.ts";
import type { PollRecord } from "./ingest-store.ts";

/*
 * Polls, completions and revisions carry the definition of their source from when they began. Meanwhile an operator may
 * have lowered its rights, or removed it. The definition that is stored when they are written rules:
 *   - a source that was removed, or moved to another address, takes nothing from an older poll;
 *   - no draft keeps more rights than the source has now, or asks for a page that the source no longer asks for;
 *   - other categories, cleanup or more rights reach the articles by a revision;
 *   - where other pages are wanted, the document is read anew; a shorter interval counts at once.
 */

/** `decideIngest` under the definition that is stored now; `null` when nothing is known of it. */
export function decideAsStored(
  options: DecideOptions,
  known: StoredContext,
  stored: StoredSource | null,
): IngestIntent {
  if (stored === null) return decideIngest(options, known);
  const { definition: carried } = options.source;
  const { definition } = stored;
  if (options.mode === "poll" && !isStillPolled(carried, stored)) return NO_CHANGES;
  const drafts = options.drafts.map((draft) => draftUnder(definition, draft));
  const intent = decideIngest({ ...options, drafts }, known);
  return isDraftedAnew(carried, definition) ? { ...intent, revisionWanted: "all" } : intent;
}

const isStillPolled = (
  carried: SourceDefinition,
  { definition, isConfigured }: StoredSource,
): boolean => isConfigured && isAtSamePlace(carried, definition);

/** The draft itself where nothing about it changes. */
function draftUnder(source: SourceDefinition, draft: ArticleDraft): ArticleDraft {
  const rights = Math.min(RIGHTS.indexOf(draft.republish), RIGHTS.indexOf(source.rights));
  const republish = RIGHTS[rights] ?? source.rights;
  const wantsPage = draft.wantsPage && asksForPages(source);
  const isSame = republish === draft.republish && wantsPage === draft.wantsPage;
  return isSame ? draft : { ...draft, republish, wantsPage };
}

/** What a poll may record about its source; `null` for nothing. */
export function pollAsStored(poll: PollRecord, stored: StoredSource | null): PollRecord | null {
  if (stored === null) return poll;
  const { definition: carried, ...kept } = poll.state;
  const { definition } = stored;
  if (!isStillPolled(carried, stored)) return null;
  const isReadAnew = wantsOtherPages(carried, definition);
  const state = shortened(isReadAnew ? readAnew(kept) : kept, {
    beforeMs: carried.everyMs,
    everyMs: definition.everyMs,
    now: kept.lastPollAt ?? 0,
  });
  return {
    ...poll,
    state: { ...state, definition },
    filesTried: isReadAnew ? new Map() : poll.filesTried,
  };
}
