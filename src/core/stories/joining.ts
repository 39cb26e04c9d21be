import { type KnownArticle, vetoKey } from "../articles/known.ts";
import { type Judgement, mayBeForm } from "../similarity/judge.ts";
import type { MemberReason } from "../similarity/member-reason.ts";
import { titleSimilarity } from "../similarity/titles.ts";
import { compareCandidates } from "./elect-lead.ts";
import { type Draft, leadOf, relation, type Unplaced, type Workspace } from "./workspace.ts";

/** A cluster that an article may join, and why. */
export type Joining = {
  readonly cluster: Draft;
  readonly lead: KnownArticle;
  readonly judgement: Same;
  /** Similarity of the titles of the article and the lead. */
  readonly titles: number;
};

type Same = Extract<Judgement, { verdict: "same" }>;

/**
 * The cluster that carries an article's text: of several the nearest, of several as near the one under the most similar
 * title (a series has one text under all its titles), else the one with the best lead.
 */
export function clusterFor(space: Workspace, article: Unplaced): Joining | null {
  const byCluster = Map.groupBy(
    space.neighbours.of(article).flatMap((id) => space.articles.get(id) ?? []),
    ({ clusterId }) => clusterId,
  );
  let best: Joining | null = null;
  for (const [id, neighbours] of byCluster) {
    const cluster = space.clusters.get(id);
    const lead = leadOf(space, cluster);
    if (!cluster || !lead || cluster.members.has(article.id)) continue;
    if (isVetoed(space, cluster, article)) continue;
    const judgement = sameAsOne(space, article, { cluster, lead, neighbours });
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

/** A withdrawn text first: a copy that is as near to another must not bring it back. */
function isBetter(a: Joining, b: Joining): boolean {
  if (a.cluster.isWithdrawn !== b.cluster.isWithdrawn) return a.cluster.isWithdrawn;
  const nearer = a.judgement.similarity - b.judgement.similarity || a.titles - b.titles;
  return nearer === 0 ? compareCandidates(a.lead, b.lead) < 0 : nearer > 0;
}

type Near = {
  readonly cluster: Draft;
  readonly lead: KnownArticle;
  readonly neighbours: readonly KnownArticle[];
};

/**
 * The lead or a neighbour carries the same text. Where the lead differs by a rule only who is its equal by an editor counts, where
 * it may be another report of the same form only who has the very text.
 */
function sameAsOne(
  space: Workspace,
  article: Unplaced,
  { cluster, lead, neighbours }: Near,
): Same | null {
  const byLead = relation(space, lead, article);
  if (byLead.verdict === "same") return byLead;
  const mayProve = byLead.verdict === "different" ? bondedApart(space, cluster) : neighbours;
  for (const neighbour of mayProve) {
    const judgement = relation(space, neighbour, article);
    if (judgement.verdict !== "same") continue;
    if (!mayBeForm(byLead) || judgement.reason.rule === "exact") return judgement;
  }
  return null;
}

/** Whether an editor keeps it apart from one of the members. */
export function isVetoed({ vetoes }: Workspace, cluster: Draft, article: Unplaced): boolean {
  return (
    vetoes.size > 0 && [...cluster.members.keys()].some((id) => vetoes.has(vetoKey(id, article.id)))
  );
}

/** Whether an editor keeps it together with one of the members: then it leaves for no rule. */
export function isBonded({ bonds }: Workspace, cluster: Draft, { id }: Unplaced): boolean {
  return (
    bonds.size > 0 && [...cluster.members.keys()].some((other) => bonds.has(vetoKey(id, other)))
  );
}

/**
 * Members that differ from the lead by a rule and stay for a bond: their texts are the cluster's too, so a copy of
 * one of them is not published a second time.
 */
export function bondedApart(space: Workspace, cluster: Draft): readonly KnownArticle[] {
  const lead = leadOf(space, cluster);
  if (lead === undefined) return [];
  const pairs = [...space.bonds].map((pair) => pair.split(" "));
  const bonded = new Set(pairs.filter((ids) => ids.every((id) => cluster.members.has(id))).flat());
  return [...bonded]
    .flatMap((id) => space.articles.get(id) ?? [])
    .filter((member) => relation(space, lead, member).verdict === "different");
}

/** Why a member is with a lead; what was true before, when nothing is proven. It differs only where an editor wants it. */
export function reasonFor(judgement: Judgement, before: MemberReason | undefined): MemberReason {
  if (judgement.verdict === "same") return judgement.reason;
  if (judgement.verdict === "different") return { rule: "editor" };
  return before && before.rule !== "lead" ? before : { rule: "copy", ...judgement.shared };
}
