import type { Known, KnownArticle } from "../articles/known.ts";
import { areTwo } from "../similarity/judge.ts";
import { absorb } from "./clustering.ts";
import { compareCandidates } from "./elect-lead.ts";
import { isVetoed } from "./joining.ts";
import {
  type ClusterChange,
  type FallbackEntryId,
  leadOf,
  MAX_DRAWS,
  openWorkspace,
  relation,
  type Workspace,
} from "./workspace.ts";

/**
 * Joins clusters of one text that did not find each other when their articles came: a text was cleaned otherwise since,
 * a paragraph turned out to be boilerplate, too many articles shared their keys. Two clusters join when a member of the one
 * carries the text of a member of the other, and their leads do not differ by a rule: as for a new article. Nobody is
 * sent away but who differs from the lead that takes over.
 */
export function decideHealing(
  known: Known,
  articleIds: readonly string[],
  fallbackEntryId: FallbackEntryId,
): readonly ClusterChange[] {
  const space = openWorkspace(known, fallbackEntryId);
  for (const id of articleIds) {
    space.drawsLeft = MAX_DRAWS;
    for (const neighbourId of neighboursOf(space, id)) join(space, id, neighbourId);
  }
  return [...space.touched];
}

function neighboursOf({ articles, neighbours }: Workspace, id: string): readonly string[] {
  const article = articles.get(id);
  return article === undefined ? [] : neighbours.of(article);
}

function join(space: Workspace, id: string, neighbourId: string): void {
  const [one, other] = [placeOf(space, id), placeOf(space, neighbourId)];
  if (one === null || other === null || one.cluster === other.cluster) return;
  if (one.cluster.isWithdrawn || other.cluster.isWithdrawn) return;
  if (relation(space, one.article, other.article).verdict !== "same") return;
  if (areTwo(relation(space, one.lead, other.lead))) return;
  const isBetter = compareCandidates(one.lead, other.lead) < 0;
  const [taker, taken] = isBetter ? [one, other] : [other, one];
  if (!isVetoed(space, taker.cluster, taken.lead)) absorb(space, taker.cluster, taken.cluster);
}

function placeOf(space: Workspace, id: string) {
  const article: KnownArticle | undefined = space.articles.get(id);
  const cluster = space.clusters.get(article?.clusterId ?? "");
  const lead = leadOf(space, cluster);
  return article && cluster && lead ? { article, cluster, lead } : null;
}
