import type { KnownArticle } from "../articles/stored-context.ts";
import { type ClusterGraph, judgeAnew } from "./cluster-graph.ts";

/** An article before and after a change. */
export type Change = { readonly before: KnownArticle; readonly after: KnownArticle };

/**
 * What a changed article may do to clusters. Articles stay where the rules of their time placed them. When an upgrade cleans
 * a text anew, today's rules judge the former text too: if they judge both alike, the change neither separates nor joins
 * anything. Otherwise an upgrade alone would add entries and remove others.
 */

/** Whether the change may separate two articles: their texts were not different before, or a veto keeps them apart. */
export function parts(graph: ClusterGraph, change: Change, other: KnownArticle): boolean {
  if (!isCleanedAnew(change)) return true;
  const judgement = judgeAnew(graph, change.before, other);
  return judgement.verdict !== "different" || judgement.rule === "veto";
}

/** Whether the change may join two articles: their texts were not the same before. */
export function joins(graph: ClusterGraph, change: Change, otherId: string): boolean {
  const other = graph.articles.get(otherId);
  if (other === undefined || !isCleanedAnew(change)) return true;
  return judgeAnew(graph, change.before, other).verdict !== "same";
}

const isCleanedAnew = ({ before, after }: Change): boolean => before.rules !== after.rules;
