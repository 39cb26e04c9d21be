import { type Known, type KnownArticle, vetoKey } from "../articles/known.ts";
import { err, ok, type Result } from "../result.ts";
import type { MemberReason } from "../similarity/member-reason.ts";
import { enter, recheck, settle } from "./clustering.ts";
import { isVetoed } from "./joining.ts";
import {
  type ClusterChange,
  type Draft,
  elect,
  type FallbackEntryId,
  forget,
  found,
  membersIn,
  openWorkspace,
  type Workspace,
} from "./workspace.ts";

/** What an editor orders; of a split the article alone, else the one whose cluster stays comes first. */
export type EditorAction =
  | { readonly kind: "veto" | "merge"; readonly articles: readonly [string, string] }
  | { readonly kind: "split"; readonly articles: readonly [string] };

/** Pairs of article ids, as `vetoKey` names them. */
export type PairChanges = {
  readonly added: readonly string[];
  readonly removed: readonly string[];
};

/** What an action changed: what its undo needs. */
export type EditorChange = {
  readonly before: readonly ClusterBefore[];
  readonly vetoes: PairChanges;
  readonly bonds: PairChanges;
};

/** A cluster as it was; one that the action began has no members. */
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
 * - *veto*: two articles are never in one cluster. When they are, the second leaves.
 * - *split*: an article leaves its cluster, with a veto against each who stays.
 * - *merge*: the cluster of the second goes into that of the first. All its members are bonded with the first
 *   article: who is bonded with another member leaves for no rule, whatever is edited or who leads. Two that are in
 *   one cluster already are bonded.
 *
 * The error is a sentence.
 */
export function decideEdit(
  known: Known,
  action: EditorAction,
  fallbackEntryId: FallbackEntryId,
): Result<EditorIntent, string> {
  const space = openWorkspace(known, fallbackEntryId);
  const missing = action.articles.find((id) => !space.articles.has(id));
  if (missing !== undefined) return err(`there is no article "${missing}"`);
  const refused = refuseWithdrawn(known, action.articles) ?? carryOut(space, action);
  return refused === null ? ok(intentOf(space, known)) : err(refused);
}

/**
 * Why clusters cannot be rearranged: what is withdrawn stays together, until it is restored. Of all that are
 * known, or of those that articles are in. `null` when nothing is withdrawn.
 */
export function refuseWithdrawn(
  { articles, clusters }: Known,
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

/** @returns why it cannot be done. */
function carryOut(space: Workspace, { kind, articles: [one, other] }: EditorAction): string | null {
  const first = placeOf(space, one);
  if (kind === "split") return split(space, first);
  if (other === undefined || other === one) return `${one} is one article`;
  const second = placeOf(space, other);
  return kind === "veto" ? veto(space, first, second) : merge(space, first, second);
}

/** Puts back what an action changed, as far as it is still there; who joined since is compared anew. */
export function decideUndo(
  known: Known,
  change: EditorChange,
  fallbackEntryId: FallbackEntryId,
): EditorIntent {
  const space = openWorkspace(known, fallbackEntryId);
  revert(space.vetoes, change.vetoes);
  revert(space.bonds, change.bonds);
  restore(space, change.before);
  for (const before of change.before) verify(space, before);
  return intentOf(space, known);
}

type Place = { readonly article: KnownArticle; readonly cluster: Draft };

function placeOf(space: Workspace, id: string): Place {
  const article = space.articles.get(id);
  const cluster = space.clusters.get(article?.clusterId ?? "");
  if (!article || !cluster) throw new Error(`article ${id} is in no known cluster`);
  return { article, cluster };
}

function veto(space: Workspace, first: Place, second: Place): string | null {
  const pair = vetoKey(first.article.id, second.article.id);
  if (space.vetoes.has(pair)) return "they are kept apart already";
  space.vetoes.add(pair);
  if (first.cluster === second.cluster) takeOut(space, second);
  return null;
}

function split(space: Workspace, { article, cluster }: Place): string | null {
  if (cluster.members.size === 1) return `${article.id} is in a cluster of its own already`;
  for (const id of cluster.members.keys()) {
    if (id !== article.id) space.vetoes.add(vetoKey(id, article.id));
  }
  takeOut(space, { article, cluster });
  return null;
}

function takeOut(space: Workspace, { article, cluster }: Place): void {
  unbind(space, cluster, article);
  cluster.members.delete(article.id);
  forget(space, article.id);
  const own = found(space, article);
  enter(space, own, article);
  own.members.set(article.id, { rule: "lead" });
  elect(space, own);
  settle(space, cluster);
}

/** Those who were bonded through it are bonded without it. */
function unbind({ bonds }: Workspace, { members }: Draft, { id }: KnownArticle): void {
  const partners = [...members.keys()].filter((other) => bonds.delete(vetoKey(id, other)));
  const [centre, ...rest] = partners;
  for (const other of rest) bonds.add(vetoKey(centre ?? "", other));
}

function merge(space: Workspace, first: Place, second: Place): string | null {
  const { cluster } = first;
  const other = second.cluster;
  if (cluster === other) return bind(space, first, second);
  for (const id of cluster.members.keys()) {
    for (const otherId of other.members.keys()) space.vetoes.delete(vetoKey(id, otherId));
  }
  const newcomers = [...membersIn(space, other)];
  const unfounded = [cluster.leadId, ...newcomers.map(({ id }) => id)];
  for (const article of newcomers) {
    other.members.delete(article.id);
    cluster.members.set(article.id, BY_EDITOR);
    enter(space, cluster, article);
  }
  for (const id of cluster.members.keys()) {
    if (id !== first.article.id) space.bonds.add(vetoKey(id, first.article.id));
  }
  elect(space, other);
  other.mergedInto = cluster.id;
  settle(space, cluster);
  for (const id of unfounded) {
    if (id !== null && id !== cluster.leadId) cluster.members.set(id, BY_EDITOR);
  }
  return null;
}

function bind({ bonds }: Workspace, first: Place, second: Place): string | null {
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
 * Who has gone elsewhere since stays there. All leave before the first is put back: who stands there now may be vetoed.
 */
function restore(space: Workspace, before: readonly ClusterBefore[]): void {
  const ids = new Set(before.map(({ id }) => id));
  const moves = before.flatMap(({ id: clusterId, members }) =>
    members.map(([id, why]) => ({ ...placeOf(space, id), clusterId, why })),
  );
  const back = moves.filter(({ cluster }) => ids.has(cluster.id));
  for (const { article, cluster } of back) cluster.members.delete(article.id);
  for (const { article, clusterId, why } of back) {
    const former = space.clusters.get(clusterId);
    // A veto may be younger than what is undone.
    const isFree = former !== undefined && !isVetoed(space, former, article);
    const cluster = isFree ? former : found(space, article);
    cluster.members.set(article.id, isFree ? why : { rule: "lead" });
    enter(space, cluster, article);
    if (!isFree) elect(space, cluster);
  }
}

function verify(space: Workspace, before: ClusterBefore): void {
  const cluster = space.clusters.get(before.id);
  if (!cluster) return;
  const isBack = before.leadId !== null && cluster.members.has(before.leadId);
  if (isBack) cluster.leadId = before.leadId;
  settle(space, cluster);
  const known = new Set(before.members.map(([id]) => id));
  recheck(
    space,
    cluster,
    membersIn(space, cluster).filter(({ id }) => !known.has(id) && id !== cluster.leadId),
  );
  if (cluster.members.size === 0) {
    cluster.mergedInto = space.articles.get(cluster.founderId)?.clusterId ?? null;
  }
}

function intentOf(space: Workspace, known: Known): EditorIntent {
  const clusters = [...space.touched];
  return {
    clusters,
    before: clusters.map(({ id }) => {
      const { leadId = null, members = new Map() } = known.clusters.get(id) ?? {};
      return { id, leadId, members: [...members] };
    }),
    vetoes: changesOf(known.vetoes, space.vetoes),
    bonds: changesOf(known.bonds, space.bonds),
  };
}

const changesOf = (before: ReadonlySet<string>, after: ReadonlySet<string>): PairChanges => ({
  added: [...after].filter((pair) => !before.has(pair)),
  removed: [...before].filter((pair) => !after.has(pair)),
});
