import type { Known, KnownArticle } from "../articles/known.ts";
import { type BlockSighting, countedBlocks } from "../similarity/comparison.ts";
import { areTwo } from "../similarity/judge.ts";
import type { MemberReason } from "../similarity/member-reason.ts";
import { type Change, joins, parts } from "./by-change.ts";
import { compareCandidates } from "./elect-lead.ts";
import { bondedApart, clusterFor, isBonded, isVetoed, type Joining, reasonFor } from "./joining.ts";
import {
  type ClusterChange,
  type Draft,
  elect,
  type FallbackEntryId,
  followersOf,
  forget,
  found,
  leadOf,
  MAX_DRAWS,
  membersIn,
  openWorkspace,
  relation,
  remember,
  type SourceDocument,
  type Unplaced,
  type Workspace,
} from "./workspace.ts";

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
  known: Known,
  fallbackEntryId: FallbackEntryId,
  document: SourceDocument | null = null,
): Clustering {
  const space = openWorkspace(known, fallbackEntryId, document);
  return {
    add(article) {
      space.drawsLeft = MAX_DRAWS;
      place(space, article);
      const cluster = see(space, article.id);
      partOwn(space, article);
      return (cluster?.members.size ?? 0) > 1;
    },
    change(article) {
      space.drawsLeft = MAX_DRAWS;
      change(space, article);
      see(space, article.id);
    },
    changes: () => [...space.touched],
    sightings: () => space.comparison.sightings(),
  };
}

/** Boilerplate is counted by clusters: ten copies of one text do not make it any. */
function see(space: Workspace, id: string): Draft | undefined {
  const { articles, clusters, comparison, judgements } = space;
  const article = articles.get(id);
  if (article && comparison.see(article, article.clusterId)) judgements.clear();
  return clusters.get(article?.clusterId ?? "");
}

/**
 * Articles of one source that were taken for one story part when a further one shows that what they share is only what
 * the source repeats.
 */
function partOwn(space: Workspace, article: Unplaced): void {
  if (space.comparison.own?.sourceId !== article.sourceId) return;
  if (!countedBlocks(article.fingerprint).some(space.comparison.own.isRepeated)) return;
  const near = [article.id, ...space.neighbours.of(article)];
  const clusterIds = new Set(near.flatMap((id) => space.articles.get(id)?.clusterId ?? []));
  for (const id of clusterIds) {
    const cluster = space.clusters.get(id);
    const lead = leadOf(space, cluster);
    if (!cluster || cluster.isWithdrawn || lead?.sourceId !== article.sourceId) continue;
    const own = followersOf(space, cluster).filter(({ sourceId }) => sourceId === lead.sourceId);
    if (own.length > 0) recheck(space, cluster, own);
  }
}

function place(space: Workspace, article: Unplaced): void {
  const joined = clusterFor(space, article);
  const cluster = joined?.cluster ?? found(space, article);
  enter(space, cluster, article);
  cluster.members.set(article.id, joined?.judgement.reason ?? { rule: "lead" });
  settle(space, cluster);
  for (const id of space.neighbours.of(article)) bridge(space, article, id);
}

/**
 * Joins two clusters of which each has not known the other: an article of the one carries the text of
 * the lead of the other, and their leads do not differ by a rule. The better lead takes over.
 */
function bridge(space: Workspace, article: Unplaced, leadId: string): void {
  const other = space.clusters.get(space.articles.get(leadId)?.clusterId ?? "");
  const cluster = space.clusters.get(space.articles.get(article.id)?.clusterId ?? "");
  const lead = leadOf(space, cluster);
  const otherLead = leadOf(space, other);
  if (!cluster || !other || !lead || otherLead?.id !== leadId || cluster === other) return;
  if (cluster.isWithdrawn || other.isWithdrawn) return;
  if (space.drawsLeft === 0 || relation(space, otherLead, article).verdict !== "same") return;
  if (areTwo(relation(space, lead, otherLead))) return;
  const isBetter = compareCandidates(lead, otherLead) < 0;
  const [taker, taken, former] = isBetter ? [cluster, other, otherLead] : [other, cluster, lead];
  if (isVetoed(space, taker, former)) return;
  space.drawsLeft -= 1;
  absorb(space, taker, taken);
}

export function enter(space: Workspace, cluster: Draft, article: Unplaced): void {
  cluster.mergedInto = null;
  remember(space, { ...article, clusterId: cluster.id });
}

function change(space: Workspace, article: KnownArticle): void {
  const cluster = space.clusters.get(article.clusterId);
  if (!cluster) throw new Error(`article ${article.id} is in no known cluster`);
  const changed: Change = { before: space.articles.get(article.id) ?? article, after: article };
  remember(space, article);
  space.judgements.clear();
  if (cluster.isWithdrawn) {
    settle(space, cluster);
    return;
  }
  const lead = leadOf(space, cluster) ?? article;
  const compared = article.id === lead.id ? followersOf(space, cluster) : [article];
  const leavers = differingFrom(space, cluster, lead, compared).filter((member) =>
    parts(space, changed, member === article ? lead : member),
  );
  leave(space, cluster, leavers);

  const isAlone = cluster.members.size === 1 && cluster.members.has(article.id);
  if (isAlone && mayMove(space, changed, clusterFor(space, article))) {
    leave(space, cluster, [article]);
    return;
  }
  settle(space, cluster);
  for (const id of space.neighbours.of(article)) {
    if (joins(space, changed, id)) bridge(space, article, id);
  }
}

/** What was published does not vanish into a withdrawn cluster; what is still held back was not. */
function mayMove(space: Workspace, changed: Change, joining: Joining | null): boolean {
  if (joining === null || !joins(space, changed, joining.lead.id)) return false;
  return !joining.cluster.isWithdrawn || changed.before.heldUntil !== null;
}

/** Who differs from the lead by a rule. Of the others it is noted anew why they are here. */
function differingFrom(
  space: Workspace,
  cluster: Draft,
  lead: KnownArticle,
  compared: readonly KnownArticle[],
): readonly KnownArticle[] {
  return compared.filter((member) => {
    const judgement = relation(space, lead, member);
    const before = cluster.members.get(member.id);
    if (judgement.verdict !== "different" || isBonded(space, cluster, member)) {
      cluster.members.set(member.id, reasonFor(judgement, before));
      return false;
    }
    const reason = reasonByBond(space, cluster, member);
    if (reason !== null) cluster.members.set(member.id, reason);
    return reason === null;
  });
}

/** Why a member is here that differs from the lead: it carries the text of one whom an editor put here. */
function reasonByBond(space: Workspace, cluster: Draft, member: KnownArticle): MemberReason | null {
  for (const bonded of bondedApart(space, cluster)) {
    const judgement = relation(space, bonded, member);
    if (bonded.id !== member.id && judgement.verdict === "same") return judgement.reason;
  }
  return null;
}

/**
 * All leave before the first is placed, or two of them would find each other where they were; the
 * best is placed first, for it may lead the others.
 */
function leave(space: Workspace, cluster: Draft, leavers: readonly KnownArticle[]): void {
  const [best, ...rest] = leavers.toSorted(compareCandidates);
  if (best === undefined) return;
  for (const { id } of leavers) {
    cluster.members.delete(id);
    forget(space, id);
  }
  settle(space, cluster);
  for (const article of [best, ...rest]) place(space, article);
  closeIfEmpty(space, cluster, best.id);
}

function closeIfEmpty({ articles }: Workspace, cluster: Draft, movedId: string): void {
  if (cluster.members.size === 0) cluster.mergedInto = articles.get(movedId)?.clusterId ?? null;
}

/** Sends away who of these differs from the lead. */
export function recheck(space: Workspace, cluster: Draft, members: readonly KnownArticle[]): void {
  const lead = leadOf(space, cluster);
  if (lead) leave(space, cluster, differingFrom(space, cluster, lead, members));
}

/**
 * Elects the lead; a new one is compared with its members, and with those of worse leads. Of a withdrawn
 * cluster it only becomes the lead: it is published when the cluster is restored.
 */
export function settle(space: Workspace, cluster: Draft): void {
  const before = cluster.leadId;
  elect(space, cluster);
  const lead = leadOf(space, cluster);
  if (lead === undefined || lead.id === before) return;
  const why = cluster.members.get(lead.id);
  cluster.members.set(lead.id, { rule: "lead" });
  if (cluster.isWithdrawn) {
    // Nobody is compared: why the new lead was with the former is why the former is with it.
    if (before !== null && why && cluster.members.has(before)) cluster.members.set(before, why);
    return;
  }
  recheck(space, cluster, followersOf(space, cluster));
  for (const id of space.neighbours.of(lead)) draw(space, cluster, id);
}

/** Draws an article that carries the text of the lead away from a worse one; with a lead, who follows it. */
function draw(space: Workspace, cluster: Draft, id: string): void {
  const lead = leadOf(space, cluster);
  const article = space.articles.get(id);
  const other = space.clusters.get(article?.clusterId ?? "");
  const otherLead = leadOf(space, other);
  if (!lead || !article || !other || !otherLead || other === cluster) return;
  if (other.isWithdrawn) return;
  if (compareCandidates(lead, otherLead) >= 0 || space.drawsLeft === 0) return;
  if (relation(space, lead, article).verdict !== "same" || isVetoed(space, cluster, article))
    return;
  space.drawsLeft -= 1;
  if (article.id === otherLead.id) absorb(space, cluster, other);
  else if (!isBonded(space, other, article)) leave(space, other, [article]);
}

/**
 * Takes over a cluster whose lead follows another now, but for members that differ from that one, or are vetoed. Whom
 * an editor keeps together are taken together.
 */
export function absorb(space: Workspace, cluster: Draft, other: Draft): void {
  const lead = leadOf(space, cluster);
  const formerId = other.leadId ?? "";
  if (!lead) return;
  const all = membersIn(space, other);
  const bonded = all.filter((member) => isBonded(space, other, member));
  if (bonded.some((member) => isVetoed(space, cluster, member))) return;
  const strangers = all.filter((member) => {
    if (bonded.includes(member)) return false;
    return (
      relation(space, lead, member).verdict === "different" || isVetoed(space, cluster, member)
    );
  });
  for (const member of all.filter((each) => !strangers.includes(each))) {
    const judgement = relation(space, lead, member);
    cluster.members.set(member.id, reasonFor(judgement, other.members.get(member.id)));
    other.members.delete(member.id);
    enter(space, cluster, member);
  }
  leave(space, other, strangers);
  elect(space, other);
  closeIfEmpty(space, other, formerId);
  settle(space, cluster);
}
