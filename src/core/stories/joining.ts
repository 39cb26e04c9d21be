import { type KnownArticle, vetoKey } from "../articles/stored-context.ts";
import { type Judgement, mayBeForm } from "../similarity/judge.ts";
import type { MemberReason } from "../similarity/member-reason.ts";
import { titleSimilarity } from "../similarity/titles.ts";
import {
  type ClusterGraph,
  leadOf,
  type MutableCluster,
  relation,
  type Unplaced,
} from "./cluster-graph.ts";
import { compareCandidates } from "./elect-lead.ts";

/** A cluster that an article may join, and why. */
export type Joining = {
  readonly cluster: MutableCluster;
  readonly lead: KnownArticle;
  readonly judgement: Same;
  /** Similarity of the titles of the article and the lead. */
  readonly titles: number;
};

type Same = Extract<Judgement, { verdict: "same" }>;

/**
 * The cluster that carries an article's text. Of several a withdrawn one comes first, then the nearest, then the one under
 * the most similar title (a series has one text under all its titles), then the one with the best lead.
 */
export function clusterFor(graph: ClusterGraph, article: Unplaced): Joining | null {
  const byCluster = Map.groupBy(
    graph.neighbours.of(article).flatMap((id) => graph.articles.get(id) ?? []),
    ({ clusterId }) => clusterId,
  );
  let best: Joining | null = null;
  for (const [id, neighbours] of byCluster) {
    const cluster = graph.clusters.get(id);
    const lead = leadOf(graph, cluster);
    if (!cluster || !lead || cluster.members.has(article.id)) continue;
    if (isVetoed(graph, cluster, article)) continue;
    const judgement = sameAsOne(graph, article, { cluster, lead, neighbours });
    if (judgement === null) continue;
    const joining = {
      cluster,
      lead,
      judgement,
      titles: titleSimilarity(lead.title, article.title),
    };
    if (best === null || isBetter(joining, best)) best = joining;
  }
  return best;
}

/** A withdrawn cluster comes first: a copy that is as near to another cluster must not republish its text. */
function isBetter(a: Joining, b: Joining): boolean {
  if (a.cluster.isWithdrawn !== b.cluster.isWithdrawn) return a.cluster.isWithdrawn;
  const nearer = a.judgement.similarity - b.judgement.similarity || a.titles - b.titles;
  return nearer === 0 ? compareCandidates(a.lead, b.lead) < 0 : nearer > 0;
}

type Near = {
  readonly cluster: MutableCluster;
  readonly lead: KnownArticle;
  readonly neighbours: readonly KnownArticle[];
};

/**
 * The proof that the lead or a neighbour carries the same text; `null` without one. If the lead differs by a rule, only
 * editor-bonded members count. If it may be another report of the same form, only an equal text counts.
 */
function sameAsOne(
  graph: ClusterGraph,
  article: Unplaced,
  { cluster, lead, neighbours }: Near,
): Same | null {
  const byLead = relation(graph, lead, article);
  if (byLead.verdict === "same") return byLead;
  const mayProve = byLead.verdict === "different" ? bondedApart(graph, cluster) : neighbours;
  for (const neighbour of mayProve) {
    const judgement = relation(graph, neighbour, article);
    if (judgement.verdict !== "same") continue;
    if (!mayBeForm(byLead) || judgement.reason.rule === "exact") return judgement;
  }
  return null;
}

/** Whether a veto keeps the article apart from a member. */
export function isVetoed(
  { vetoes }: ClusterGraph,
  cluster: MutableCluster,
  article: Unplaced,
): boolean {
  return (
    vetoes.size > 0 && [...cluster.members.keys()].some((id) => vetoes.has(vetoKey(id, article.id)))
  );
}

/** Whether a bond keeps the article with a member: then no rule removes it. */
export function isBonded(
  { bonds }: ClusterGraph,
  cluster: MutableCluster,
  { id }: Unplaced,
): boolean {
  return (
    bonds.size > 0 && [...cluster.members.keys()].some((other) => bonds.has(vetoKey(id, other)))
  );
}

/**
 * Members that differ from the lead by a rule and stay by a bond. Their texts count as the cluster's too, so that a copy of
 * one is not published a second time.
 */
function bondedApart(graph: ClusterGraph, cluster: MutableCluster): readonly KnownArticle[] {
  const lead = leadOf(graph, cluster);
  if (lead === undefined) return [];
  const pairs = [...graph.bonds].map((pair) => pair.split(" "));
  const bonded = new Set(pairs.filter((ids) => ids.every((id) => cluster.members.has(id))).flat());
  return [...bonded]
    .flatMap((id) => graph.articles.get(id) ?? [])
    .filter((member) => relation(graph, lead, member).verdict === "different");
}

/** Why a member is with a lead; its former reason when nothing is proven. A member that differs is there by an editor's order. */
export function reasonFor(judgement: Judgement, before: MemberReason | undefined): MemberReason {
  if (judgement.verdict === "same") return judgement.reason;
  if (judgement.verdict === "different") return { rule: "editor" };
  return before && before.rule !== "lead" ? before : { rule: "copy", ...judgement.shared };
}

/** The compared members that differ from the lead by a rule and that no bond keeps. Updates the reasons of the others. */
export function differingFrom(
  graph: ClusterGraph,
  cluster: MutableCluster,
  lead: KnownArticle,
  compared: readonly KnownArticle[],
): readonly KnownArticle[] {
  return compared.filter((member) => {
    const judgement = relation(graph, lead, member);
    const before = cluster.members.get(member.id);
    if (judgement.verdict !== "different" || isBonded(graph, cluster, member)) {
      cluster.members.set(member.id, reasonFor(judgement, before));
      return false;
    }
    const reason = reasonByBond(graph, cluster, member);
    if (reason !== null) cluster.members.set(member.id, reason);
    return reason === null;
  });
}

/** The reason to keep a member that differs from the lead: it carries the text of a bonded member. `null` if it does not. */
function reasonByBond(
  graph: ClusterGraph,
  cluster: MutableCluster,
  member: KnownArticle,
): MemberReason | null {
  for (const bonded of bondedApart(graph, cluster)) {
    const judgement = relation(graph, bonded, member);
    if (bonded.id !== member.id && judgement.verdict === "same") return judgement.reason;
  }
  return null;
}
