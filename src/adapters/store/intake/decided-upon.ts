import type { Transaction } from "kysely";
import type { LookupText, StoredContext } from "../../../core/articles/stored-context.ts";
import type { IngestIntent } from "../../../core/intake/ingest-intent.ts";
import { countedBlocks } from "../../../core/similarity/comparison.ts";
import { fnv1a, mix } from "../../../core/similarity/hash.ts";
import { REARRANGES_YOUNG, youngChanged } from "../articles/young-index.ts";
import { type DecisionBasis, type Footprint, restOn } from "../engine/decision-basis.ts";
import type { Tables } from "../schema/tables.ts";

export type DecidedIntake = {
  readonly sourceId: string;
  readonly known: StoredContext;
  /** Texts that were looked for in all sources. */
  readonly texts?: readonly Pick<LookupText, "textHash" | "fingerprint">[];
  /** Publishers' ids that were asked for. */
  readonly guids?: readonly string[];
  readonly intent: IngestIntent;
  /** An article that is not held back any longer. */
  readonly released?: string;
};

/**
 * See `restOn`. @returns whether the transaction sees what others wrote since: whatever `decidedUpon` does not name, such as the lease
 * under which was decided, is to be read again.
 */
export async function restOnDecided(
  trx: Transaction<Tables>,
  decided: DecidedIntake,
): Promise<boolean> {
  const isLater = await restOn(trx, () => decidedUpon(decided));
  if (isLater) youngChanged(trx);
  return isLater;
}

/**
 * What a decision of a poll, a page or a revision rests on. Two decisions disturb each other when one writes what the other has
 * read: something of the same source, a text that its own would be compared with, an equal text, a paragraph that both count, an entry id, or a
 * cluster, which stands for its members. Left out are sightings of common lines (core/cleaning/repeated/learn-common.ts): what one
 * poll misses, the next one sees.
 */
const decidedUpon = (decided: DecidedIntake): DecisionBasis => ({
  reads: readOf(decided),
  writes: writtenOf(decided),
});

function readOf({ sourceId, known, texts = [], guids = [] }: DecidedIntake): Footprint {
  const articles = [...known.articles.values()];
  const fingerprints = [...texts, ...articles].map(({ fingerprint }) => fingerprint);
  const tags = new Set([
    tagOf("source", sourceId),
    ...texts.map(({ textHash }) => tagOf("text", textHash)),
    ...fingerprints.flatMap(countedBlocks).map(blockTag),
    ...[...guids, ...articles.flatMap(({ guid }) => guid ?? [])].map((id) => tagOf("entry", id)),
    ...[...known.clusters.keys()].map(clusterTag),
  ]);
  return { tags, texts: texts.map(({ fingerprint }) => fingerprint.keys) };
}

function writtenOf({ sourceId, known, intent, released }: DecidedIntake): Footprint {
  const { inserts, updates, rekeyed, redated, clusters } = intent;
  const drafts = [...inserts, ...updates].map(({ draft }) => draft);
  const changed = [...updates, ...rekeyed, ...redated].map(({ id }) => id);
  const tags = new Set([
    tagOf("source", sourceId),
    ...drafts.map(({ textHash }) => tagOf("text", textHash)),
    ...intent.sightings.map(({ hash }) => blockTag(hash)),
    ...clusters.map(({ entryId }) => tagOf("entry", entryId)),
    ...clusters.flatMap(({ id, mergedInto }) => [id, mergedInto ?? id]).map(clusterTag),
    ...[...changed, released ?? ""]
      .flatMap((id) => known.articles.get(id)?.clusterId ?? [])
      .map(clusterTag),
    ...(updates.some(({ isNewText }) => isNewText) ? [REARRANGES_YOUNG] : []),
  ]);
  return { tags, texts: drafts.map(({ fingerprint }) => fingerprint.keys) };
}

const tagOf = (kind: "source" | "text" | "entry" | "cluster", name: string): number =>
  mix(fnv1a(kind), fnv1a(name));

const clusterTag = (id: string): number => tagOf("cluster", id);

const blockTag = (hash: number): number => mix(fnv1a("block"), hash);
