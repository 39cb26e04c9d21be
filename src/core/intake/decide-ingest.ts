import type { ArticleDraft } from "../articles/article-draft.ts";
import {
  type AssignedItem,
  type AssignedKeys,
  assignKeys,
} from "../articles/identity/assign-keys.ts";
import { NO_WEAK_NAMES, type WeakNames } from "../articles/identity/identity.ts";
import type { DocumentListing } from "../articles/listing.ts";
import type { StoredContext } from "../articles/stored-context.ts";
import type { SourceDocument } from "../stories/cluster-graph.ts";
import { startClustering } from "../stories/clustering.ts";
import { decideRevision } from "./decide-revision.ts";
import { type DecideOptions, type IngestIntent, NO_CHANGES } from "./ingest-intent.ts";
import { learnFrom } from "./learn-blocks.ts";
import { type AssignedArticles, nextListing } from "./next-listing.ts";
import { oldestFirst, unlisted } from "./order-items.ts";
import { complete, type Decision, type Listed, redate, takePolled } from "./take-items.ts";

/**
 * Decides how drafts of one source change what is stored. Pure and repeatable.
 *
 * **poll**: drafts of items alone, as a document brings them. assign-keys.ts finds the stored article of each item; a
 * renamed article goes on under its new key.
 *
 * - An unchanged item (isSameItem) changes nothing. When its page is wanted and was never asked for (`fullText` was
 *   changed), it goes on the page queue.
 * - A new article is inserted and clustered. When its page is wanted it goes on the queue and is held back until
 *   it is complete, HOLD_MS at most.
 * - A changed item replaces what is stored, and is clustered anew. Readers are told (`updatedAt`) when its text, title or
 *   picture changed, both in the item and after cleaning, unless it is held back still. When its page is wanted, it goes
 *   on the queue.
 * - A changed item is not applied to an article with the text of its page: it waits on the queue until it is drafted with
 *   its page. It counts as updated when its text, title or picture changed.
 * - An item that shows only the beginning of its former text (pages/lost-its-rest.ts) keeps the former text. It waits on
 *   the queue until its other fields are drafted with the kept text; if its title is new, its page is asked for then.
 * - Of an item that was recognised by the last document (identity/recognise.ts) at most the date has moved: that is stored,
 *   and moves nothing else. Where a name turns out to be weak, nothing is decided without a draft of every item.
 * - Lines that only count (counting.ts) are no change. A page waits longer after each request in vain (page-waits.ts);
 *   changes of its item meanwhile are applied when its turn comes.
 *
 * **complete**: drafts of items with their pages, or without a page that may not be used. They replace what is stored,
 * are clustered anew and are no longer held back. Readers are told as above, except of articles that were held back.
 *
 * **revise**: drafts made again from what was received before (decide-revision.ts).
 *
 * Polls and completions also learn what the source repeats in its last articles (learn-blocks.ts).
 */
export function decideIngest(options: DecideOptions, known: StoredContext): IngestIntent {
  if (options.mode === "revise") return decideRevision(options, known);
  return options.mode === "poll" ? decidePolled(options, known) : decideCompleted(options, known);
}

function decidePolled(options: DecideOptions, known: StoredContext): IngestIntent {
  const { source, drafts, now, listing = null } = options;
  const document = listing ?? unlisted(drafts);
  const assigned = assignPolled(options, document, known);
  if (assigned === null) return { ...NO_CHANGES, wantsWhole: true };
  const items = oldestFirst(document.entries, assigned).map((item) =>
    "draft" in item ? withId(item, options, known) : item,
  );
  const decision = startDecision(options, items, known);
  for (const [index, item] of items.entries()) {
    if ("draft" in item) takePolled(decision, item, items.length - 1 - index);
  }
  for (const entry of document.entries) redate(decision, entry);
  const { weak, shared, weakNames } = assigned;
  const articleOf = articlesOfDrafts(assigned, items, now);
  return {
    ...intentOf(decision, document.entries.length, known),
    weakNames,
    listing:
      listing && nextListing(source.definition, listing, { drafts, articleOf, weak, shared }),
  };
}

/**
 * The articles of a document's drafts. `null` where that takes a draft of every item: what is known of the recognised ones
 * is out of date, or a name of the source turns out to be weak, perhaps one of theirs.
 */
function assignPolled(
  { source, drafts }: DecideOptions,
  { entries, shared, token }: DocumentListing,
  known: StoredContext,
): (AssignedKeys & Pick<IngestIntent, "weakNames">) | null {
  const recognised = entries.filter(({ found }) => "listed" in found);
  const isAnyRecognised = recognised.length > 0;
  if (isAnyRecognised && token !== known.listingToken) return null;
  const sourceId = source.definition.id;
  const assigned = assignKeys({ sourceId, drafts, recognised, shared }, known);
  const weakNames = newNames(assigned.weak, known.weakNames);
  return isAnyRecognised && hasNames(weakNames) ? null : { ...assigned, weakNames };
}

/** Drafts of completions have the keys of their stored articles. */
function decideCompleted(options: DecideOptions, known: StoredContext): IngestIntent {
  const items = options.drafts.map((draft) => {
    const stored = known.articles.get(known.byKey.get(draft.key) ?? "");
    return withId({ draft, stored }, options, known);
  });
  const decision = startDecision(options, items, known);
  for (const { stored, draft } of items) complete(decision, stored, draft);
  return intentOf(decision, options.drafts.length, known);
}

const withId = <Item extends AssignedItem>(
  item: Item,
  options: DecideOptions,
  known: StoredContext,
): Item & { readonly id: string } => ({
  ...item,
  id: item.stored?.id ?? newId(options, item.draft, known),
});

function articlesOfDrafts(
  { keys }: AssignedKeys,
  items: readonly DocumentItem[],
  now: number,
): AssignedArticles["articleOf"] {
  const byKey = new Map(
    items.flatMap((item) => {
      if (!("draft" in item)) return [];
      const { draft, id: articleId, stored } = item;
      return [[draft.key, { articleId, receivedAt: stored?.receivedAt ?? now }]];
    }),
  );
  return (draft) => byKey.get(keys[draft] ?? "");
}

const hasNames = ({ guids, addresses }: WeakNames): boolean => guids.length + addresses.length > 0;

const newNames = (weak: WeakNames, known: WeakNames): WeakNames => ({
  guids: weak.guids.filter((name) => !known.guids.includes(name)),
  addresses: weak.addresses.filter((name) => !known.addresses.includes(name)),
});

/** One that was drafted, or the article of one that was recognised. */
type DocumentItem = Listed | { readonly articleId: string };

const startDecision = (
  options: DecideOptions,
  items: readonly DocumentItem[],
  known: StoredContext,
): Decision => ({
  options,
  clustering: startClustering(known, options.ids.fallbackEntryId, {
    document: documentOf(options, items),
    judge: options.judge,
  }),
  place: known.place,
  wordings: known.wordings,
  inserts: [],
  updates: [],
  rekeyed: [],
  redated: [],
  pageJobs: [],
  outlines: [],
  counts: { new: 0, updated: 0, merged: 0 },
});

/** What the source offers now: articles of one source are compared by it. */
function documentOf(
  { mode, source }: DecideOptions,
  items: readonly DocumentItem[],
): SourceDocument {
  const { id: sourceId, kind } = source.definition;
  const listed = items.flatMap((item) => {
    if (!("draft" in item)) return [];
    const { id, draft } = item;
    return { articleId: id, story: id, blocks: draft.fingerprint.blocks };
  });
  const unchanged = items.flatMap((item) => ("draft" in item ? [] : item.articleId));
  // A folder brings only files that changed, and a completion one article: neither lists all that the source offers.
  return { sourceId, listed, unchanged, isWhole: mode === "poll" && kind === "remote" };
}

/** The id for a key. An article that was renamed since may have it: then the time is added to the key. */
function newId(
  { source, ids, now }: DecideOptions,
  { key }: ArticleDraft,
  known: StoredContext,
): string {
  const { id: sourceId } = source.definition;
  const id = ids.articleId(sourceId, key);
  return known.takenIds.has(id) ? ids.articleId(sourceId, `${key}\n${now}`) : id;
}

function intentOf(decision: Decision, received: number, known: StoredContext): IngestIntent {
  const { clustering, inserts, updates, rekeyed, redated, pageJobs, counts } = decision;
  return {
    inserts,
    updates,
    rekeyed,
    redated,
    pageJobs,
    weakNames: NO_WEAK_NAMES,
    listing: null,
    wantsWhole: false,
    clusters: clustering.changes(),
    sightings: clustering.sightings(),
    ...learnFrom(known.outlines, decision.outlines, [...inserts, ...updates], decision.options),
    // Items that repeat within the document count as unchanged.
    counts: { ...counts, unchanged: received - counts.new - counts.updated },
  };
}
