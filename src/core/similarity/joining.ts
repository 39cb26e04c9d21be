import type { MemberReason } from "../entry.ts";
import { type KnownArticle, vetoKey } from "../known.ts";
import { compareCandidates } from "./elect-lead.ts";
import type { Judgement } from "./judge.ts";
import { type Draft, leadOf, relation, type Unplaced, type Workspace } from "./workspace.ts";

/** A cluster that an article may join, and why. */
export type Joining = {
  readonly cluster: Draft;
  readonly lead: KnownArticle;
  readonly judgement: Same;
};

type Same = Extract<Judgement, { verdict: "same" }>;

/** The cluster that carries an article's text: of several the nearest, of several as near the one with the best lead. */
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
    const judgement = sameAsOne(space, article, [lead, ...neighbours]);
    if (judgement === null) continue;
    const joining = { cluster, lead, judgement };
    if (best === null || isBetter(joining, best)) best = joining;
  }
  return best;
}

/** A withdrawn text first: a copy that is as near to another must not bring it back. */
function isBetter(a: Joining, b: Joining): boolean {
  if (a.cluster.isWithdrawn !== b.cluster.isWithdrawn) return a.cluster.isWithdrawn;
  const nearer = a.judgement.similarity - b.judgement.similarity;
  return nearer === 0 ? compareCandidates(a.lead, b.lead) < 0 : nearer > 0;
}

/** One of these carries the same text; the lead, which comes first, does not differ by a rule. */
function sameAsOne(
  space: Workspace,
  article: Unplaced,
  [lead, ...neighbours]: readonly [KnownArticle, ...KnownArticle[]],
): Same | null {
  const byLead = relation(space, lead, article);
  if (byLead.verdict !== "unproven") return byLead.verdict === "same" ? byLead : null;
  for (const neighbour of neighbours) {
    const judgement = relation(space, neighbour, article);
    if (judgement.verdict === "same") return judgement;
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

/** Why a member is with a lead; what was true before, when nothing is proven. It differs only where an editor wants it. */
export function reasonFor(judgement: Judgement, before: MemberReason | undefined): MemberReason {
  if (judgement.verdict === "same") return judgement.reason;
  if (judgement.verdict === "different") return { rule: "editor" };
  return before && before.rule !== "lead" ? before : { rule: "copy", ...judgement.shared };
}
