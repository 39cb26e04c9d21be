import type { KnownArticle, StoredContext } from "../articles/stored-context.ts";
import { areTwo } from "../similarity/judge.ts";
import {
  type ClusterChange,
  type ClusterGraph,
  type FallbackEntryId,
  leadOf,
  MAX_DRAWS,
  openClusterGraph,
  relation,
} from "./cluster-graph.ts";
import { absorb } from "./clustering.ts";
import { compareCandidates } from "./elect-lead.ts";
import { isVetoed } from "./joining.ts";

/**
 * Joins clusters of one text that did not find each other when their articles came: a text was cleaned anew since, a
 * paragraph turned out to be boilerplate, or too many articles shared their keys. As for a new article, two clusters join
 * when a member of one carries the text of a member of the other and their leads do not differ by a rule. Only members
 * that differ from the lead that takes over, or are vetoed, are sent away.
 */
export function decideHealing(
  known: StoredContext,
  articleIds: readonly string[],
  fallbackEntryId: FallbackEntryId,
): readonly ClusterChange[] {
  const graph = openClusterGraph(known, fallbackEntryId);
  for (const id of articleIds) {
    graph.drawsLeft = MAX_DRAWS;
    for (const neighbourId of neighboursOf(graph, id)) join(graph, id, neighbourId);
  }
  return [...graph.touched];
}

function neighboursOf({ articles, neighbours }: ClusterGraph, id: string): readonly string[] {
  const article = articles.get(id);
  return article === undefined ? [] : neighbours.of(article);
}

function join(graph: ClusterGraph, id: string, neighbourId: string): void {
  const [one, other] = [placeOf(graph, id), placeOf(graph, neighbourId)];
  if (one === null || other === null || one.cluster === other.cluster) return;
  if (one.cluster.isWithdrawn || other.cluster.isWithdrawn) return;
  if (relation(graph, one.article, other.article).verdict !== "same") return;
  if (areTwo(relation(graph, one.lead, other.lead))) return;
  const isBetter = compareCandidates(one.lead, other.lead) < 0;
  const [taker, taken] = isBetter ? [one, other] : [other, one];
  if (!isVetoed(graph, taker.cluster, taken.lead)) absorb(graph, taker.cluster, taken.cluster);
}

function placeOf(graph: ClusterGraph, id: string) {
  const article: KnownArticle | undefined = graph.articles.get(id);
  const cluster = graph.clusters.get(article?.clusterId ?? "");
  const lead = leadOf(graph, cluster);
  return article && cluster && lead ? { article, cluster, lead } : null;
}
