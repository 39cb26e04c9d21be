import type { KnownArticle } from "../articles/stored-context.ts";
import { type ClusterGraph, judgeAnew } from "./cluster-graph.ts";

/** An article before and after a change. */
export type Change = { readonly before: KnownArticle; readonly after: KnownArticle };

/**
 * What a change of an article brought about. Articles stay as the rules of their time placed them. A text that an upgrade
 * cleans anew is compared by the rules of that upgrade: if these judge the former text as they judge the new one, it is no
 * reason to part or to join, or the upgrade would make entries new and take others away.
 */

/** Whether the change parts them: before, nothing spoke against one text, or an editor keeps them apart. */
export function parts(graph: ClusterGraph, change: Change, other: KnownArticle): boolean {
  if (!isCleanedAnew(change)) return true;
  const judgement = judgeAnew(graph, change.before, other);
  return judgement.verdict !== "different" || judgement.rule === "veto";
}

/** Whether the change may join them: before, they were not the same. */
export function joins(graph: ClusterGraph, change: Change, otherId: string): boolean {
  const other = graph.articles.get(otherId);
  if (other === undefined || !isCleanedAnew(change)) return true;
  return judgeAnew(graph, change.before, other).verdict !== "same";
}

const isCleanedAnew = ({ before, after }: Change): boolean => before.rules !== after.rules;
