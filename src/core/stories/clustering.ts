import type { KnownArticle, StoredContext } from "../articles/stored-context.ts";
import { type BlockSighting, countedBlocks } from "../similarity/comparison.ts";
import { areTwo } from "../similarity/judge.ts";
import { type Change, joins, parts } from "./by-change.ts";
import {
  type ClusterChange,
  type ClusterGraph,
  type ClusterGraphOptions,
  elect,
  type FallbackEntryId,
  followersOf,
  forget,
  found,
  leadOf,
  MAX_DRAWS,
  type MutableCluster,
  membersIn,
  openClusterGraph,
  relation,
  remember,
  type Unplaced,
} from "./cluster-graph.ts";
import { compareCandidates } from "./elect-lead.ts";
import {
  clusterFor,
  differingFrom,
  isBonded,
  isVetoed,
  type Joining,
  reasonFor,
} from "./joining.ts";

/**
 * Decides which articles share a cluster, step by step in memory, over what the store loaded. judge.ts says when two
 * articles are one text.
 *
 * - A new article joins a cluster when a member carries the same text and the lead does not differ by a rule, so joins do
 *   not chain. Reports of one form do not chain either (joining.ts). Of several clusters it joins the nearest; without
 *   one it founds its own.
 * - A new lead keeps the members that do not differ from it, and draws articles that carry its text from clusters with
 *   a worse lead. An article that carries the texts of two leads joins their clusters, unless these leads differ. So
 *   clusters hardly depend on the order in which articles arrive.
 * - An article whose text changed is compared again. It leaves when it differs from the lead by a rule; when it is the
 *   lead, the members that differ from it leave. When it is alone, it moves to the cluster that carries its new text.
 *   Leavers are placed like new articles. Leaving takes more than not joining, so small edits move nothing to and fro.
 *   An upgrade alone moves nothing (by-change.ts).
 * - No rule removes a member that an editor bonded with another one. Bonded members move to another cluster together or
 *   not at all (editing.ts). An article that carries the text of a member kept by a bond joins and stays like a copy of the lead.
 * - The lead is elected anew whenever members change (elect-lead.ts). The entry id stays with the cluster. An article
 *   that is alone again returns to the cluster that it founded.
 * - Articles of one source separate when a further article shows that they share only what the source repeats.
 * - A withdrawn cluster keeps its members, whatever becomes of their texts. A new article with one of these texts joins
 *   it before any other cluster, however late it comes. Published and withdrawn clusters never join: only an editor
 *   withdraws what was published.
 */
export type Clustering = {
  /** Places an article that is in no cluster yet. @returns whether it joined others. */
  add(article: Unplaced): boolean;
  /** Takes an article's new text, title or date into account. */
  change(article: KnownArticle): void;
  /** The final state of each cluster that changed. */
  changes(): readonly ClusterChange[];
  /** Paragraphs that were seen in a cluster for the first time. */
  sightings(): readonly BlockSighting[];
};

export function startClustering(
  known: StoredContext,
  fallbackEntryId: FallbackEntryId,
  options: ClusterGraphOptions = {},
): Clustering {
  const graph = openClusterGraph(known, fallbackEntryId, options);
  return {
    add(article) {
      graph.drawsLeft = MAX_DRAWS;
      place(graph, article);
      const cluster = see(graph, article.id);
      partOwn(graph, article);
      return (cluster?.members.size ?? 0) > 1;
    },
    change(article) {
      graph.drawsLeft = MAX_DRAWS;
      change(graph, article);
      see(graph, article.id);
    },
    changes: () => [...graph.touched],
    sightings: () => graph.comparison.sightings(),
  };
}

/** Counts paragraphs by cluster: ten copies of one text do not make it boilerplate. */
function see(graph: ClusterGraph, id: string): MutableCluster | undefined {
  const { articles, clusters, comparison, judgements } = graph;
  const article = articles.get(id);
  if (article && comparison.see(article, article.clusterId)) judgements.clear();
  return clusters.get(article?.clusterId ?? "");
}

/**
 * Separates articles of one source that were taken for one story, when a further article shows that they share only what
 * the source repeats.
 */
function partOwn(graph: ClusterGraph, article: Unplaced): void {
  if (graph.comparison.own?.sourceId !== article.sourceId) return;
  if (!countedBlocks(article.fingerprint).some(graph.comparison.own.isRepeated)) return;
  const near = [article.id, ...graph.neighbours.of(article)];
  const clusterIds = new Set(near.flatMap((id) => graph.articles.get(id)?.clusterId ?? []));
  for (const id of clusterIds) {
    const cluster = graph.clusters.get(id);
    const lead = leadOf(graph, cluster);
    if (!cluster || cluster.isWithdrawn || lead?.sourceId !== article.sourceId) continue;
    const own = followersOf(graph, cluster).filter(({ sourceId }) => sourceId === lead.sourceId);
    if (own.length > 0) recheck(graph, cluster, own);
  }
}

function place(graph: ClusterGraph, article: Unplaced): void {
  const joined = clusterFor(graph, article);
  const cluster = joined?.cluster ?? found(graph, article);
  enter(graph, cluster, article);
  cluster.members.set(article.id, joined?.judgement.reason ?? { rule: "lead" });
  settle(graph, cluster);
  for (const id of graph.neighbours.of(article)) bridge(graph, article, id);
}

/**
 * Joins two clusters when an article of one carries the text of the other's lead and the two leads do not differ by a
 * rule. The better lead takes over.
 */
function bridge(graph: ClusterGraph, article: Unplaced, leadId: string): void {
  const other = graph.clusters.get(graph.articles.get(leadId)?.clusterId ?? "");
  const cluster = graph.clusters.get(graph.articles.get(article.id)?.clusterId ?? "");
  const lead = leadOf(graph, cluster);
  const otherLead = leadOf(graph, other);
  if (!cluster || !other || !lead || otherLead?.id !== leadId || cluster === other) return;
  if (cluster.isWithdrawn || other.isWithdrawn) return;
  if (graph.drawsLeft === 0 || relation(graph, otherLead, article).verdict !== "same") return;
  if (areTwo(relation(graph, lead, otherLead))) return;
  const isBetter = compareCandidates(lead, otherLead) < 0;
  const [taker, taken, former] = isBetter ? [cluster, other, otherLead] : [other, cluster, lead];
  if (isVetoed(graph, taker, former)) return;
  graph.drawsLeft -= 1;
  absorb(graph, taker, taken);
}

export function enter(graph: ClusterGraph, cluster: MutableCluster, article: Unplaced): void {
  cluster.mergedInto = null;
  remember(graph, { ...article, clusterId: cluster.id });
}

function change(graph: ClusterGraph, article: KnownArticle): void {
  const cluster = graph.clusters.get(article.clusterId);
  if (!cluster) throw new Error(`article ${article.id} is in no known cluster`);
  const changed: Change = { before: graph.articles.get(article.id) ?? article, after: article };
  remember(graph, article);
  graph.judgements.clear();
  if (cluster.isWithdrawn) {
    settle(graph, cluster);
    return;
  }
  const lead = leadOf(graph, cluster) ?? article;
  const compared = article.id === lead.id ? followersOf(graph, cluster) : [article];
  const leavers = differingFrom(graph, cluster, lead, compared).filter((member) =>
    parts(graph, changed, member === article ? lead : member),
  );
  leave(graph, cluster, leavers);

  const isAlone = cluster.members.size === 1 && cluster.members.has(article.id);
  if (isAlone && mayMove(graph, changed, clusterFor(graph, article))) {
    leave(graph, cluster, [article]);
    return;
  }
  settle(graph, cluster);
  for (const id of graph.neighbours.of(article)) {
    if (joins(graph, changed, id)) bridge(graph, article, id);
  }
}

/** A published article never moves into a withdrawn cluster; one that is still held back may. */
function mayMove(graph: ClusterGraph, changed: Change, joining: Joining | null): boolean {
  if (joining === null || !joins(graph, changed, joining.lead.id)) return false;
  return !joining.cluster.isWithdrawn || changed.before.heldUntil !== null;
}

/**
 * Takes all leavers out before placing any, or two of them would find each other in the old cluster. The best is placed
 * first: it may lead the others.
 */
function leave(
  graph: ClusterGraph,
  cluster: MutableCluster,
  leavers: readonly KnownArticle[],
): void {
  const [best, ...rest] = leavers.toSorted(compareCandidates);
  if (best === undefined) return;
  for (const { id } of leavers) {
    cluster.members.delete(id);
    forget(graph, id);
  }
  settle(graph, cluster);
  for (const article of [best, ...rest]) place(graph, article);
  closeIfEmpty(graph, cluster, best.id);
}

function closeIfEmpty({ articles }: ClusterGraph, cluster: MutableCluster, movedId: string): void {
  if (cluster.members.size === 0) cluster.mergedInto = articles.get(movedId)?.clusterId ?? null;
}

/** Sends away the given members that differ from the lead. */
export function recheck(
  graph: ClusterGraph,
  cluster: MutableCluster,
  members: readonly KnownArticle[],
): void {
  const lead = leadOf(graph, cluster);
  if (lead) leave(graph, cluster, differingFrom(graph, cluster, lead, members));
}

/**
 * Elects the lead. A new lead is compared with its members and with the articles of worse leads; in a withdrawn cluster
 * nothing is compared, and the lead is published once the cluster is restored.
 */
export function settle(graph: ClusterGraph, cluster: MutableCluster): void {
  const before = cluster.leadId;
  elect(graph, cluster);
  const lead = leadOf(graph, cluster);
  if (lead === undefined || lead.id === before) return;
  const why = cluster.members.get(lead.id);
  cluster.members.set(lead.id, { rule: "lead" });
  if (cluster.isWithdrawn) {
    // Nothing is compared: the reason that bound the new lead to the former now holds for the former.
    if (before !== null && why && cluster.members.has(before)) cluster.members.set(before, why);
    return;
  }
  recheck(graph, cluster, followersOf(graph, cluster));
  for (const id of graph.neighbours.of(lead)) draw(graph, cluster, id);
}

/** Draws an article that carries the lead's text from a cluster with a worse lead; if it is that lead, the whole cluster. */
function draw(graph: ClusterGraph, cluster: MutableCluster, id: string): void {
  const lead = leadOf(graph, cluster);
  const article = graph.articles.get(id);
  const other = graph.clusters.get(article?.clusterId ?? "");
  const otherLead = leadOf(graph, other);
  if (!lead || !article || !other || !otherLead || other === cluster) return;
  if (other.isWithdrawn) return;
  if (compareCandidates(lead, otherLead) >= 0 || graph.drawsLeft === 0) return;
  if (relation(graph, lead, article).verdict !== "same" || isVetoed(graph, cluster, article))
    return;
  graph.drawsLeft -= 1;
  if (article.id === otherLead.id) absorb(graph, cluster, other);
  else if (!isBonded(graph, other, article)) leave(graph, other, [article]);
}

/**
 * Moves the members of `other` to `cluster`, except those that differ from its lead or are vetoed. Bonded members move
 * together: a veto against one of them stops the move.
 */
export function absorb(graph: ClusterGraph, cluster: MutableCluster, other: MutableCluster): void {
  const lead = leadOf(graph, cluster);
  const formerId = other.leadId ?? "";
  if (!lead) return;
  const all = membersIn(graph, other);
  const bonded = all.filter((member) => isBonded(graph, other, member));
  if (bonded.some((member) => isVetoed(graph, cluster, member))) return;
  const strangers = all.filter((member) => {
    if (bonded.includes(member)) return false;
    return (
      relation(graph, lead, member).verdict === "different" || isVetoed(graph, cluster, member)
    );
  });
  for (const member of all.filter((each) => !strangers.includes(each))) {
    const judgement = relation(graph, lead, member);
    cluster.members.set(member.id, reasonFor(judgement, other.members.get(member.id)));
    other.members.delete(member.id);
    enter(graph, cluster, member);
  }
  leave(graph, other, strangers);
  elect(graph, other);
  closeIfEmpty(graph, other, formerId);
  settle(graph, cluster);
}
