import {
  type KnownArticle,
  type KnownCluster,
  type StoredContext,
  vetoKey,
} from "../articles/stored-context.ts";
import { type Comparison, startComparison } from "../similarity/comparison.ts";
import type { Judgement } from "../similarity/judge.ts";
import type { MemberReason, SharedText } from "../similarity/member-reason.ts";
import { createNeighbours, type Neighbours } from "../similarity/neighbours.ts";
import { type BlocksOfArticle, type OwnBlocks, ownBlocksOf } from "../similarity/own-blocks.ts";
import type { Judge } from "../similarity/remember-judgements.ts";
import { compareVersions, rankCandidates } from "./elect-lead.ts";
import { publishedEntryId } from "./entry-id.ts";

export type Unplaced = Omit<KnownArticle, "clusterId">;

export type ClusterChange = KnownCluster & {
  readonly isNew: boolean;
  /** Readers may have seen it before: it had a member that was not held back for its page. */
  readonly wasShown: boolean;
  /** Of a cluster without members, the one that its last member moved to. */
  readonly mergedInto: string | null;
};

/** What a source offers now. */
export type SourceDocument = {
  readonly sourceId: string;
  readonly listed: readonly BlocksOfArticle[];
  /** Ids of further articles that it offers; their paragraphs are as stored. */
  readonly unchanged: readonly string[];
  /** Both together are complete: the source no longer offers anything else. */
  readonly isWhole: boolean;
};

/** Makes our own entry id, from source and key alone, where the publisher's cannot serve. */
export type FallbackEntryId = (sourceId: string, key: string) => string;

/** Articles and clusters while they are being arranged. */
export type ClusterGraph = {
  readonly articles: Map<string, KnownArticle>;
  readonly clusters: Map<string, MutableCluster>;
  readonly byFounder: Map<string, MutableCluster[]>;
  readonly neighbours: Neighbours;
  readonly comparison: Comparison;
  readonly vetoes: Set<string>;
  readonly bonds: Set<string>;
  /** By pair; cleared when an article changes or a paragraph turns out to be boilerplate. */
  readonly judgements: Map<string, Judgement>;
  readonly takenEntryIds: Set<string>;
  readonly touched: Set<MutableCluster>;
  readonly fallbackEntryId: FallbackEntryId;
  /** Ids of all articles that the polled source lists now; `null` where that is not known. */
  readonly listed: { readonly sourceId: string; readonly ids: ReadonlySet<string> } | null;
  /** How many more clusters one article may draw together. */
  drawsLeft: number;
};

/** A cluster while it is being arranged. */
export type MutableCluster = Omit<ClusterChange, "leadId" | "mergedInto" | "members"> & {
  readonly members: Map<string, MemberReason>;
  leadId: string | null;
  mergedInto: string | null;
};

/** A safety bound, above the number of an article's neighbours: the order of leads should end the drawing by itself. */
export const MAX_DRAWS = 100;

export type ClusterGraphOptions = {
  /** `null` where no document was read. */
  readonly document?: SourceDocument | null;
  /** What judged the same articles before; default: nothing did. */
  readonly judge?: Judge | undefined;
};

export function openClusterGraph(
  known: StoredContext,
  fallbackEntryId: FallbackEntryId,
  { document = null, judge }: ClusterGraphOptions = {},
): ClusterGraph {
  const graph: ClusterGraph = {
    articles: new Map(),
    clusters: new Map(
      [...known.clusters.values()].map((cluster) => [cluster.id, draftOf(cluster, known)]),
    ),
    byFounder: new Map(),
    neighbours: createNeighbours(),
    comparison: startComparison(known.blockClusters, repeatedBy(known, document), judge),
    vetoes: new Set(known.vetoes),
    bonds: new Set(known.bonds),
    judgements: new Map(),
    takenEntryIds: new Set(known.takenEntryIds),
    touched: new Set(),
    fallbackEntryId,
    listed: document?.isWhole ? { sourceId: document.sourceId, ids: idsOf(document) } : null,
    drawsLeft: MAX_DRAWS,
  };
  for (const article of known.articles.values()) remember(graph, article);
  for (const cluster of graph.clusters.values()) rememberFounder(graph, cluster);
  return graph;
}

const idsOf = ({ listed, unchanged }: SourceDocument): ReadonlySet<string> =>
  new Set([...listed.map(({ articleId }) => articleId), ...unchanged]);

/** Counts stored and listed articles together. A listed article that is stored keeps its story. */
function repeatedBy(
  { ownBlocks, articles }: StoredContext,
  document: SourceDocument | null,
): OwnBlocks | null {
  const known = ownBlocks.find(({ articleId }) => articles.has(articleId));
  const sourceId = document?.sourceId ?? articles.get(known?.articleId ?? "")?.sourceId;
  if (sourceId === undefined) return null;
  const stories = new Map(ownBlocks.map(({ articleId, story }) => [articleId, story]));
  const listed = (document?.listed ?? []).map((each) => ({
    ...each,
    story: stories.get(each.articleId) ?? each.story,
  }));
  return ownBlocksOf(sourceId, [...ownBlocks, ...listed]);
}

const draftOf = (cluster: KnownCluster, { articles }: StoredContext): MutableCluster => ({
  ...cluster,
  members: new Map(cluster.members),
  isNew: false,
  wasShown: [...cluster.members.keys()].some((id) => articles.get(id)?.heldUntil === null),
  mergedInto: null,
});

export function remember(graph: ClusterGraph, article: KnownArticle): void {
  forget(graph, article.id);
  graph.articles.set(article.id, article);
  graph.neighbours.add(article);
}

export function forget({ articles, neighbours }: ClusterGraph, id: string): void {
  const article = articles.get(id);
  if (article) neighbours.remove(article);
  articles.delete(id);
}

/**
 * How two articles relate: an editor's veto overrules all rules. Each pair is compared once. Dates do not count when one of
 * the two is withdrawn.
 */
export function relation(graph: ClusterGraph, a: Unplaced, b: Unplaced): Judgement {
  const pair = vetoKey(a.id, b.id);
  if (graph.vetoes.has(pair)) return { verdict: "different", rule: "veto" };
  const judgement = graph.judgements.get(pair) ?? judgePair(graph, a, b);
  graph.judgements.set(pair, judgement);
  return judgement;
}

/** As `relation`, for a text that the graph does not hold, such as a former one: the judgement is not remembered. */
export const judgeAnew = (graph: ClusterGraph, a: Unplaced, b: Unplaced): Judgement =>
  graph.vetoes.has(vetoKey(a.id, b.id))
    ? { verdict: "different", rule: "veto" }
    : judgePair(graph, a, b);

function judgePair(graph: ClusterGraph, a: Unplaced, b: Unplaced): Judgement {
  const { comparedAt } = isWithdrawn(graph, a) || isWithdrawn(graph, b) ? b : a;
  const isReplaced =
    a.sourceId === b.sourceId && (isReplacement(graph, a, b) || areVersions(graph, a, b));
  const judgement = graph.comparison.judge({ ...a, comparedAt }, b, { isReplaced });
  if (judgement.verdict !== "same" || !isReplaced) return judgement;
  return { ...judgement, reason: { ...sharedBy(judgement.reason), rule: "reissue" } };
}

/** Whether the polled source lists the newer of its two articles and no longer the older. */
function isReplacement({ listed }: ClusterGraph, a: Unplaced, b: Unplaced): boolean {
  if (listed?.sourceId !== a.sourceId) return false;
  const [newer, older] = compareVersions(a, b) < 0 ? [a, b] : [b, a];
  return listed.ids.has(newer.id) && !listed.ids.has(older.id);
}

/** Whether they share a cluster because one was found to have replaced the other. */
function areVersions({ articles, clusters }: ClusterGraph, a: Unplaced, b: Unplaced): boolean {
  const clusterId = articles.get(a.id)?.clusterId;
  if (clusterId === undefined || articles.get(b.id)?.clusterId !== clusterId) return false;
  const members = clusters.get(clusterId)?.members;
  return [a, b].some(({ id }) => members?.get(id)?.rule === "reissue");
}

const sharedBy = (reason: MemberReason): SharedText => {
  if (reason.rule === "exact") return { tokens: reason.tokens, coverage: 1, run: reason.tokens };
  return "coverage" in reason ? reason : { tokens: 0, coverage: 0, run: 0 };
};

const isWithdrawn = ({ articles, clusters }: ClusterGraph, { id }: Unplaced): boolean =>
  clusters.get(articles.get(id)?.clusterId ?? "")?.isWithdrawn === true;

export function leadOf(
  graph: ClusterGraph,
  cluster: MutableCluster | undefined,
): KnownArticle | undefined {
  return graph.articles.get(cluster?.leadId ?? "");
}

export function membersIn(graph: ClusterGraph, cluster: MutableCluster): KnownArticle[] {
  return [...cluster.members.keys()].flatMap((id) => graph.articles.get(id) ?? []);
}

/** All members but the lead. */
export const followersOf = (graph: ClusterGraph, cluster: MutableCluster): KnownArticle[] =>
  membersIn(graph, cluster).filter(({ id }) => id !== cluster.leadId);

/** Elects the lead and sorts the members by rank. */
export function elect(graph: ClusterGraph, cluster: MutableCluster): void {
  graph.touched.add(cluster);
  const ranked = rankCandidates(membersIn(graph, cluster));
  const reasons = new Map(cluster.members);
  cluster.leadId = ranked[0]?.id ?? null;
  cluster.members.clear();
  for (const id of [...ranked.map((each) => each.id), ...reasons.keys()]) {
    const reason = reasons.get(id);
    if (reason !== undefined) cluster.members.set(id, reason);
  }
}

/** The empty cluster that the article founded before, else a new one. */
export function found(graph: ClusterGraph, article: Unplaced): MutableCluster {
  const own = graph.byFounder.get(article.id) ?? [];
  // A cluster with a lead is in use, even when its members are not loaded.
  const empty = own.find(({ members, leadId }) => members.size === 0 && leadId === null);
  if (empty) return empty;

  // A second cluster needs another entry id than the first, which others now carry. The name is made of the article's id:
  // keys change owners, ids never.
  const name = `${article.id}${"\n".repeat(own.length)}`;
  const entryId = publishedEntryId({
    guid: article.guid,
    isTaken: (id) => graph.takenEntryIds.has(id),
    fallback: () => graph.fallbackEntryId(article.sourceId, name),
  });
  graph.takenEntryIds.add(entryId);
  const cluster: MutableCluster = {
    id: own.length === 0 ? article.id : `${article.id}-${own.length + 1}`,
    entryId,
    founderId: article.id,
    leadId: null,
    enteredAt: article.enteredAt,
    isWithdrawn: false,
    members: new Map(),
    isNew: true,
    wasShown: false,
    mergedInto: null,
  };
  graph.clusters.set(cluster.id, cluster);
  rememberFounder(graph, cluster);
  return cluster;
}

function rememberFounder({ byFounder }: ClusterGraph, cluster: MutableCluster): void {
  byFounder.set(cluster.founderId, [...(byFounder.get(cluster.founderId) ?? []), cluster]);
}
