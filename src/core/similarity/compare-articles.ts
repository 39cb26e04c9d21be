import { type Known, type KnownArticle, vetoKey } from "../known.ts";
import type { Judgement } from "./judge.ts";
import { openWorkspace, relation } from "./workspace.ts";

/** What the rules say of two stored articles, whatever was decided when they came. */
export type ArticleComparison = {
  readonly judgement: Judgement;
  /** An editor put them together, whatever the rules say. */
  readonly isBond: boolean;
  readonly areInOneCluster: boolean;
  /** What one of them was compared by is kept no longer: nothing can be said but whether they are equal. */
  readonly isForgotten: boolean;
};

/** Compares two articles as clustering does; `null` when one of them is not known. Symmetric. */
export function compareArticles(
  known: Known,
  one: string,
  other: string,
): ArticleComparison | null {
  const [a, b] = [known.articles.get(one), known.articles.get(other)];
  if (a === undefined || b === undefined) return null;
  const space = openWorkspace(known, () => "");
  return {
    judgement: relation(space, a, b),
    isBond: known.bonds.has(vetoKey(one, other)),
    areInOneCluster: a.clusterId === b.clusterId,
    isForgotten: [a, b].some(isForgotten),
  };
}

const isForgotten = ({ fingerprint, tokenCount }: KnownArticle): boolean =>
  fingerprint.tokens.length === 0 && tokenCount > 0;
