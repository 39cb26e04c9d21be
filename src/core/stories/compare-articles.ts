import { type KnownArticle, type StoredContext, vetoKey } from "../articles/stored-context.ts";
import type { Difference } from "../similarity/differences.ts";
import { areTwo, type Judgement } from "../similarity/judge.ts";
import { type ClusterGraph, leadOf, openClusterGraph, relation } from "./cluster-graph.ts";

/** What today's rules say of two stored articles, whatever was decided when they came. */
export type ArticleComparison = {
  readonly judgement: Judgement;
  /** An editor put them together, whatever the rules say. */
  readonly isBond: boolean;
  readonly areInOneCluster: boolean;
  /** How the leads of their clusters differ, which keeps the clusters apart; `null` where they do not. */
  readonly leadsDifferBy: Difference | "may-be-form" | null;
  /** One of them has no fingerprint any more: only equality can be told. */
  readonly isForgotten: boolean;
};

/** Compares two articles as clustering does; `null` when one of them is not known. Symmetric. */
export function compareArticles(
  known: StoredContext,
  one: string,
  other: string,
): ArticleComparison | null {
  const [a, b] = [known.articles.get(one), known.articles.get(other)];
  if (a === undefined || b === undefined) return null;
  const graph = openClusterGraph(known, () => "");
  return {
    judgement: relation(graph, a, b),
    isBond: known.bonds.has(vetoKey(one, other)),
    areInOneCluster: a.clusterId === b.clusterId,
    leadsDifferBy: differenceOfLeads(graph, a, b),
    isForgotten: [a, b].some(isForgotten),
  };
}

function differenceOfLeads(
  graph: ClusterGraph,
  a: KnownArticle,
  b: KnownArticle,
): ArticleComparison["leadsDifferBy"] {
  const [one, other] = [a, b].map(({ clusterId }) => leadOf(graph, graph.clusters.get(clusterId)));
  if (one === undefined || other === undefined || one.id === other.id) return null;
  const judgement = relation(graph, one, other);
  if (judgement.verdict === "different") return judgement.rule;
  return areTwo(judgement) ? "may-be-form" : null;
}

const isForgotten = ({ fingerprint, tokenCount }: KnownArticle): boolean =>
  fingerprint.tokens.length === 0 && tokenCount > 0;
