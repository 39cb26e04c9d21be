import type { PublishStore } from "../core/entries/publish-store.ts";
import type { RevisionStore } from "../core/intake/revision-store.ts";
import { err, ok, type Result } from "../core/result.ts";
import type { SourceDefinition } from "../core/settings/definitions.ts";
import { type ReviseArticlesDeps, reviseArticles } from "../ingest/revise-articles.ts";
import type { CarryOut } from "./carry-out.ts";

export type ArticleEditsDeps = ReviseArticlesDeps & {
  readonly store: Pick<
    RevisionStore,
    "received" | "revise" | "definitions" | "keepLines" | "forgetKeptLines"
  >;
  /** Finds articles that are held back too; `null` when there is none. */
  readonly article: (id: string) => ReturnType<PublishStore["article"]>;
  /** As the configuration has them now. */
  readonly sources: () => readonly SourceDefinition[];
};

/** Lines that an editor wants to stay in an article; it is drafted again at once. */
export const keepLines =
  (deps: ArticleEditsDeps): CarryOut<"keep-lines"> =>
  async ({ articleId, lines }) => {
    const source = await sourceOf(articleId, deps);
    if (!source.ok) return source;
    await deps.store.keepLines(articleId, lines, deps.now());
    return redraft(articleId, source.value, deps);
  };

export const forgetKeptLines =
  (deps: ArticleEditsDeps): CarryOut<"forget-kept-lines"> =>
  async ({ articleId }) => {
    const source = await sourceOf(articleId, deps);
    if (!source.ok) return source;
    const hadAny = await deps.store.forgetKeptLines(articleId);
    if (!hadAny) return err("no line of this article is kept");
    return redraft(articleId, source.value, deps);
  };

async function sourceOf(
  articleId: string,
  { article, sources, store }: ArticleEditsDeps,
): Promise<Result<SourceDefinition, string>> {
  const entry = await article(articleId);
  if (entry === null) return err(`there is no article "${articleId}"`);
  const { id } = entry.article.source;
  const configured = sources().find((source) => source.id === id);
  const source = configured ?? (await store.definitions()).get(id) ?? null;
  if (source === null) return err(`the settings of the source "${id}" are not known any more`);
  return ok(source);
}

async function redraft(
  articleId: string,
  source: SourceDefinition,
  deps: ArticleEditsDeps,
): Promise<Result<null, string>> {
  for await (const { failed, problem } of reviseArticles(
    { source, articleIds: [articleId] },
    deps,
  )) {
    if (failed > 0) return err(`noted, but the article could not be drafted again (${problem})`);
  }
  return ok(null);
}
