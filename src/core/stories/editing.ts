import { type KnownArticle, type StoredContext, vetoKey } from "../articles/stored-context.ts";
import { err, ok, type Result } from "../result.ts";
import type { MemberReason } from "../similarity/member-reason.ts";
import {
  type ClusterChange,
  type ClusterGraph,
  elect,
  type FallbackEntryId,
  forget,
  found,
  type MutableCluster,
  membersIn,
  openClusterGraph,
} from "./cluster-graph.ts";
import { enter, recheck, settle } from "./clustering.ts";
import { isVetoed } from "./joining.ts";

/** What an editor orders. Of two articles, the first is the one whose cluster stays. */
export type EditorAction =
  | { readonly kind: "veto" | "merge"; readonly articles: readonly [string, string] }
  | { readonly kind: "split"; readonly articles: readonly [string] };

/** Pairs of article ids, as `vetoKey` names them. */
export type PairChanges = {
  readonly added: readonly string[];
  readonly removed: readonly string[];
};

/** What an action changed, as its undo needs it. */
export type EditorChange = {
  readonly before: readonly ClusterBefore[];
  readonly vetoes: PairChanges;
  readonly bonds: PairChanges;
};

/** A cluster before the action; without members when the action created it. */
export type ClusterBefore = {
  readonly id: string;
  readonly leadId: string | null;
  readonly members: readonly (readonly [articleId: string, why: MemberReason])[];
};

export type EditorIntent = EditorChange & { readonly clusters: readonly ClusterChange[] };

const BY_EDITOR: MemberReason = { rule: "editor" };

/**
 * Decides what an editor's order changes.
 *
 * - *veto*: two articles never share a cluster. If they do, the second leaves.
 * - *split*: an article leaves its cluster, with a veto against each remaining member.
 * - *merge*: the second article's cluster joins that of the first. All members are bonded with the first article: no rule
 *   removes a bonded member, whatever is edited and whichever article leads. Two articles of one cluster are only bonded.
 *
 * The error is a sentence for the editor.
 */
export function decideEdit(
  known: StoredContext,
  action: EditorAction,
  fallbackEntryId: FallbackEntryId,
): Result<EditorIntent, string> {
  const graph = openClusterGraph(known, fallbackEntryId);
  const missing = action.articles.find((id) => !graph.articles.has(id));
  if (missing !== undefined) return err(`there is no article "${missing}"`);
  const refused = refuseWithdrawn(known, action.articles) ?? carryOut(graph, action);
  return refused === null ? ok(intentOf(graph, known)) : err(refused);
}

/**
 * Why clusters cannot be rearranged: a withdrawn cluster stays together until it is restored. Looks at the clusters of the
 * given articles, by default of all that are loaded. `null` when none is withdrawn.
 */
export function refuseWithdrawn(
  { articles, clusters }: StoredContext,
  articleIds: Iterable<string> = articles.keys(),
): string | null {
  for (const id of articleIds) {
    const cluster = clusters.get(articles.get(id)?.clusterId ?? "");
    if (cluster?.isWithdrawn) {
      return `${id} is withdrawn: "offprint withdraw ${id} --undo" restores it first`;
    }
  }
  return null;
}

/** @returns why it cannot be done; `null` when it is done. */
function carryOut(
  graph: ClusterGraph,
  { kind, articles: [one, other] }: EditorAction,
): string | null {
  const first = placeOf(graph, one);
  if (kind === "split") return split(graph, first);
  if (other === undefined || other === one) return `${one} is one article`;
  const second = placeOf(graph, other);
  return kind === "veto" ? veto(graph, first, second) : merge(graph, first, second);
}

/** Reverts what an action changed, as far as it is still there. Members that joined since are compared anew. */
export function decideUndo(
  known: StoredContext,
  change: EditorChange,
  fallbackEntryId: FallbackEntryId,
): EditorIntent {
  const graph = openClusterGraph(known, fallbackEntryId);
  revert(graph.vetoes, change.vetoes);
  revert(graph.bonds, change.bonds);
  restore(graph, change.before);
  for (const before of change.before) verify(graph, before);
  return intentOf(graph, known);
}

type MemberPlace = { readonly article: KnownArticle; readonly cluster: MutableCluster };

function placeOf(graph: ClusterGraph, id: string): MemberPlace {
  const article = graph.articles.get(id);
  const cluster = graph.clusters.get(article?.clusterId ?? "");
  if (!article || !cluster) throw new Error(`article ${id} is in no known cluster`);
  return { article, cluster };
}

function veto(graph: ClusterGraph, first: MemberPlace, second: MemberPlace): string | null {
  const pair = vetoKey(first.article.id, second.article.id);
  if (graph.vetoes.has(pair)) return "they are kept apart already";
  graph.vetoes.add(pair);
  if (first.cluster === second.cluster) takeOut(graph, second);
  return null;
}

function split(graph: ClusterGraph, { article, cluster }: MemberPlace): string | null {
  if (cluster.members.size === 1) return `${article.id} is in a cluster of its own already`;
  for (const id of cluster.members.keys()) {
    if (id !== article.id) graph.vetoes.add(vetoKey(id, article.id));
  }
  takeOut(graph, { article, cluster });
  return null;
}

function takeOut(graph: ClusterGraph, { article, cluster }: MemberPlace): void {
  unbind(graph, cluster, article);
  cluster.members.delete(article.id);
  forget(graph, article.id);
  const own = found(graph, article);
  enter(graph, own, article);
  own.members.set(article.id, { rule: "lead" });
  elect(graph, own);
  settle(graph, cluster);
}

/** Removes an article's bonds. Its partners stay together: they are bonded with the first of them. */
function unbind({ bonds }: ClusterGraph, { members }: MutableCluster, { id }: KnownArticle): void {
  const partners = [...members.keys()].filter((other) => bonds.delete(vetoKey(id, other)));
  const [centre, ...rest] = partners;
  for (const other of rest) bonds.add(vetoKey(centre ?? "", other));
}

function merge(graph: ClusterGraph, first: MemberPlace, second: MemberPlace): string | null {
  const { cluster } = first;
  const other = second.cluster;
  if (cluster === other) return bind(graph, first, second);
  for (const id of cluster.members.keys()) {
    for (const otherId of other.members.keys()) graph.vetoes.delete(vetoKey(id, otherId));
  }
  const newcomers = [...membersIn(graph, other)];
  const unfounded = [cluster.leadId, ...newcomers.map(({ id }) => id)];
  for (const article of newcomers) {
    other.members.delete(article.id);
    cluster.members.set(article.id, BY_EDITOR);
    enter(graph, cluster, article);
  }
  for (const id of cluster.members.keys()) {
    if (id !== first.article.id) graph.bonds.add(vetoKey(id, first.article.id));
  }
  elect(graph, other);
  other.mergedInto = cluster.id;
  settle(graph, cluster);
  for (const id of unfounded) {
    if (id !== null && id !== cluster.leadId) cluster.members.set(id, BY_EDITOR);
  }
  return null;
}

function bind({ bonds }: ClusterGraph, first: MemberPlace, second: MemberPlace): string | null {
  const pair = vetoKey(first.article.id, second.article.id);
  if (bonds.has(pair)) return "they are kept together already";
  bonds.add(pair);
  return null;
}

function revert(pairs: Set<string>, { added, removed }: PairChanges): void {
  for (const pair of added) pairs.delete(pair);
  for (const pair of removed) pairs.add(pair);
}

/**
 * Moves members back, except those that went to another cluster since. All are taken out before the first is put back:
 * a present member may have a veto against it.
 */
function restore(graph: ClusterGraph, before: readonly ClusterBefore[]): void {
  const ids = new Set(before.map(({ id }) => id));
  const moves = before.flatMap(({ id: clusterId, members }) =>
    members.map(([id, why]) => ({ ...placeOf(graph, id), clusterId, why })),
  );
  const back = moves.filter(({ cluster }) => ids.has(cluster.id));
  for (const { article, cluster } of back) cluster.members.delete(article.id);
  for (const { article, clusterId, why } of back) {
    const former = graph.clusters.get(clusterId);
    // A veto may be newer than the action that is undone.
    const isFree = former !== undefined && !isVetoed(graph, former, article);
    const cluster = isFree ? former : found(graph, article);
    cluster.members.set(article.id, isFree ? why : { rule: "lead" });
    enter(graph, cluster, article);
    if (!isFree) elect(graph, cluster);
  }
}

function verify(graph: ClusterGraph, before: ClusterBefore): void {
  const cluster = graph.clusters.get(before.id);
  if (!cluster) return;
  const isBack = before.leadId !== null && cluster.members.has(before.leadId);
  if (isBack) cluster.leadId = before.leadId;
  settle(graph, cluster);
  const known = new Set(before.members.map(([id]) => id));
  recheck(
    graph,
    cluster,
    membersIn(graph, cluster).filter(({ id }) => !known.has(id) && id !== cluster.leadId),
  );
  if (cluster.members.size === 0) {
    cluster.mergedInto = graph.articles.get(cluster.founderId)?.clusterId ?? null;
  }
}

function intentOf(graph: ClusterGraph, known: StoredContext): EditorIntent {
  const clusters = [...graph.touched];
  return {
    clusters,
    before: clusters.map(({ id }) => {
      const { leadId = null, members = new Map() } = known.clusters.get(id) ?? {};
      return { id, leadId, members: [...members] };
    }),
    vetoes: changesOf(known.vetoes, graph.vetoes),
    bonds: changesOf(known.bonds, graph.bonds),
  };
}

const changesOf = (before: ReadonlySet<string>, after: ReadonlySet<string>): PairChanges => ({
  added: [...after].filter((pair) => !before.has(pair)),
  removed: [...before].filter((pair) => !after.has(pair)),
});
