import type { ArticleDraft } from "../articles/article-draft.ts";
import { isForgotten, isMaterial } from "../articles/material-change.ts";
import type { KnownArticle, StoredContext } from "../articles/stored-context.ts";
import type { ClusterChange } from "../stories/cluster-graph.ts";
import { reelect } from "../stories/reelect.ts";
import { changed } from "./decide-article.ts";
import {
  type ArticleUpdate,
  type DecideOptions,
  type IngestIntent,
  NO_CHANGES,
} from "./ingest-intent.ts";
import { renewOutlines } from "./learn-blocks.ts";

/**
 * Decides what changes for articles that were drafted again from what was received: by a better cleaner, with other
 * repeated blocks, rights or categories.
 *
 * - Ids, dates and clusters stay. No texts are compared; no article joins or leaves a cluster.
 * - The lead is elected anew only where the rights of a member changed, or whether it is a mere summary.
 * - Readers are told (`updatedAt`) when the title or MATERIAL_SHARE of the words changed, unless the article is held
 *   back. Only that counts as updated.
 * - An article that changed since it was read is left alone.
 */
export function decideRevision({ drafts, now }: DecideOptions, known: StoredContext): IngestIntent {
  const updates = drafts.flatMap((draft) => {
    const stored = known.articles.get(known.byKey.get(draft.key) ?? "");
    return stored && !known.stale.has(stored.id) ? (revisionOf(stored, draft, now) ?? []) : [];
  });
  const updated = updates.filter(({ updatedAt }) => updatedAt !== null).length;
  return {
    ...NO_CHANGES,
    updates,
    clusters: reelected(known, updates),
    outlines: renewOutlines(known.outlines, updates),
    counts: { new: 0, merged: 0, updated, unchanged: drafts.length - updated },
  };
}

/** `null` when nothing changed. */
function revisionOf(stored: KnownArticle, draft: ArticleDraft, now: number): ArticleUpdate | null {
  const isSame =
    stored.contentHash === draft.contentHash &&
    stored.metadataHash === draft.metadataHash &&
    // Rights may have been lowered without a new draft.
    stored.republish === draft.republish &&
    stored.receivedHash === draft.receivedHash &&
    stored.receivedMetadataHash === draft.receivedMetadataHash;
  if (isSame) return null;
  const { id, publishedAt, comparedAt, heldUntil } = stored;
  const isTold = heldUntil === null && isMaterial(stored, draft);
  return {
    id,
    draft,
    publishedAt,
    comparedAt,
    heldUntil,
    // An article that is too old to be compared stays so.
    isNewText: stored.textHash !== draft.textHash && !isForgotten(stored),
    updatedAt: isTold ? now : null,
  };
}

function reelected(
  known: StoredContext,
  updates: readonly ArticleUpdate[],
): readonly ClusterChange[] {
  const articles = new Map(known.articles);
  const touched = new Set<string>();
  for (const update of updates) {
    const stored = known.articles.get(update.id);
    if (stored === undefined) continue;
    articles.set(stored.id, changed(stored, update));
    const { republish, isSummaryOnly } = update.draft;
    const isAsGood = stored.republish === republish && stored.isSummaryOnly === isSummaryOnly;
    if (!isAsGood) touched.add(stored.clusterId);
  }
  return [...touched].flatMap((id) => {
    const cluster = known.clusters.get(id);
    const members = [...(cluster?.members.keys() ?? [])].flatMap(
      (each) => articles.get(each) ?? [],
    );
    const change = cluster && reelect(cluster, members);
    const wasShown = members.some(({ heldUntil }) => heldUntil === null);
    return change ? [{ ...cluster, ...change, isNew: false, wasShown, mergedInto: null }] : [];
  });
}
