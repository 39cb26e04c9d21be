import type { RevisionStore } from "../core/intake/revision-store.ts";
import type { Revised } from "../core/orders/order.ts";
import type { SourceState } from "../core/sources/source-state.ts";
import { type ReviseArticlesDeps, reviseArticles } from "./revise-articles.ts";

export type ReviseDeps = ReviseArticlesDeps & { readonly store: Pick<RevisionStore, "recent"> };

export type ReviseRequest = {
  readonly source: Pick<SourceState, "definition">;
  /** Which of its articles: the last ones, all of them, or these ids. */
  readonly articles: "recent" | "all" | readonly string[];
  /** Called after each batch with the number of its articles. */
  readonly onBatch?: (count: number) => void;
};

/**
 * Drafts a source's stored articles again from what was received, with what is known today: another
 * cleaner, other repeated blocks, other lines that an editor keeps. Rejects only when storage is broken.
 */
export async function reviseSource(
  { source: { definition: source }, articles, onBatch }: ReviseRequest,
  deps: ReviseDeps,
): Promise<Revised> {
  const articleIds =
    articles === "all"
      ? null
      : articles === "recent"
        ? await deps.store.recent(source.id)
        : articles;
  let total: Revised = { articles: 0, updated: 0, failed: 0 };
  for await (const batch of reviseArticles({ source, articleIds }, deps)) {
    total = add(total, batch);
    onBatch?.(batch.articles);
  }
  return total;
}

const add = (a: Revised, b: Revised): Revised => ({
  articles: a.articles + b.articles,
  updated: a.updated + b.updated,
  failed: a.failed + b.failed,
});
