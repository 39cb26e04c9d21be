import type { KnownArticle, StoredContext } from "../articles/stored-context.ts";
import { type BlockSighting, countedBlocks } from "../similarity/comparison.ts";
import { areTwo } from "../similarity/judge.ts";
import { type Change, joins, parts } from "./by-change.ts";
import {
  type ClusterChange,
  type ClusterGraph,
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
  type SourceDocument,
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
 * Which articles are one text, decided over what is known and changed step by step in memory.
 *
 * What makes two articles one text stands in judge.ts.
 *
 * **Clusters.**
 *
 * - A new article joins a cluster when one of its members carries the same text and its lead does not
 *   differ by a rule: so nothing chains. Nor do reports of one form (joining.ts). Of several it joins the nearest, else it founds its own.
 * - A new lead keeps whom it does not differ from, and draws to it who carries its text under a worse
 *   lead; an article that carries the texts of two leads that do not differ joins their clusters. So the clusters
 *   hardly depend on the order in which articles arrive.
 * - An article whose text changed is compared again. A member leaves when it differs from the lead
 *   by a rule; when the lead itself changed, those leave that differ from it; one that stands alone moves to where
 *   its new text is known. Whoever leaves is placed like a new article. As leaving takes more than
 *   not joining, nobody moves to and fro with small edits. An upgrade alone moves nobody (by-change.ts).
 * - Whom an editor merged stays, though it differs: who is bonded with another member leaves for no rule, and
 *   goes to another cluster with all the others or not at all (editing.ts). Who carries the text of one that stays
 *   for a bond joins and stays like a copy of the lead.
 * - The lead is elected anew whenever members change (elect-lead.ts); the entry id stays with the
 *   cluster, and an article that stands alone again returns to the cluster it founded.
 * - Articles of one source part again when a further one shows that what they share is what the source repeats.
 * - A withdrawn cluster keeps its members, whatever becomes of their texts, and takes a new article with one of
 *   them before any other, however much later it comes. Published clusters and withdrawn ones never join:
 *   what was published an editor withdraws himself.
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
  document: SourceDocument | null = null,
): Clustering {
  const graph = openClusterGraph(known, fallbackEntryId, document);
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

/** Boilerplate is counted by clusters: ten copies of one text do not make it any. */
function see(graph: ClusterGraph, id: string): MutableCluster | undefined {
  const { articles, clusters, comparison, judgements } = graph;
  const article = articles.get(id);
  if (article && comparison.see(article, article.clusterId)) judgements.clear();
  return clusters.get(article?.clusterId ?? "");
}

/**
 * Articles of one source that were taken for one story part when a further one shows that what they share is only what
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
 * Joins two clusters of which each has not known the other: an article of the one carries the text of
 * the lead of the other, and their leads do not differ by a rule. The better lead takes over.
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

/** What was published does not vanish into a withdrawn cluster; what is still held back was not. */
function mayMove(graph: ClusterGraph, changed: Change, joining: Joining | null): boolean {
  if (joining === null || !joins(graph, changed, joining.lead.id)) return false;
  return !joining.cluster.isWithdrawn || changed.before.heldUntil !== null;
}

/**
 * All leave before the first is placed, or two of them would find each other where they were; the
 * best is placed first, for it may lead the others.
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

/** Sends away who of these differs from the lead. */
export function recheck(
  graph: ClusterGraph,
  cluster: MutableCluster,
  members: readonly KnownArticle[],
): void {
  const lead = leadOf(graph, cluster);
  if (lead) leave(graph, cluster, differingFrom(graph, cluster, lead, members));
}

/**
 * Elects the lead; a new one is compared with its members, and with those of worse leads. Of a withdrawn
 * cluster it only becomes the lead: it is published when the cluster is restored.
 */
export function settle(graph: ClusterGraph, cluster: MutableCluster): void {
  const before = cluster.leadId;
  elect(graph, cluster);
  const lead = leadOf(graph, cluster);
  if (lead === undefined || lead.id === before) return;
  const why = cluster.members.get(lead.id);
  cluster.members.set(lead.id, { rule: "lead" });
  if (cluster.isWithdrawn) {
    // Nobody is compared: why the new lead was with the former is why the former is with it.
    if (before !== null && why && cluster.members.has(before)) cluster.members.set(before, why);
    return;
  }
  recheck(graph, cluster, followersOf(graph, cluster));
  for (const id of graph.neighbours.of(lead)) draw(graph, cluster, id);
}

/** Draws an article that carries the text of the lead away from a worse one; with a lead, who follows it. */
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
 * Takes over a cluster whose lead follows another now, but for members that differ from that one, or are vetoed. Whom
 * an editor keeps together are taken together.
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
