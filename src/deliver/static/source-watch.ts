import type { PageChanges } from "../../core/entries/static-files.ts";

/** Finds sources that are named otherwise than before: a feed that changes its title changes no article. */
export type SourceWatch = {
  /** Clusters with articles of such sources, since the last call; none the first time. */
  readonly changedClusters: () => Promise<readonly string[]>;
};

/** Between two comparisons: with 10,000 sources one takes 50 ms. */
const BETWEEN_MS = 60_000;

export function createSourceWatch(
  { sourceNames, clustersOf }: Pick<PageChanges, "sourceNames" | "clustersOf">,
  now: () => number,
): SourceWatch {
  let known: ReadonlyMap<string, string> | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;
  return {
    async changedClusters() {
      const passedMs = now() - lookedAt;
      if (passedMs >= 0 && passedMs < BETWEEN_MS) return [];
      const names = await sourceNames();
      const before = known ?? names;
      const renamed = [...before.keys()].filter((id) => names.get(id) !== before.get(id));
      const clusterIds = renamed.length === 0 ? [] : await clustersOf(renamed);
      known = names;
      lookedAt = now();
      return clusterIds;
    },
  };
}
