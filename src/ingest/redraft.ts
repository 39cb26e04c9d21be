import { showsOnlyBeginning } from "../core/completing/judge-shrinking.ts";
import type { ArticleDraft, ReadError } from "../core/model.ts";
import type { PreparePage } from "../core/ports.ts";
import { parseReceived, type Received } from "../core/received.ts";
import { ok, type Result } from "../core/result.ts";
import { tokens } from "../core/similarity/tokens.ts";
import {
  type DraftContext,
  type DraftDeps,
  type DraftedArticle,
  draftArticle,
} from "./draft-article.ts";
import type { RedraftArticle, Redrafted, RedraftJob } from "./ports.ts";

export type RedraftDeps = DraftDeps & { readonly preparePage: PreparePage };

/** Drafts articles again from what was received. One bad article costs that article. */
export function redraft(
  { source, articles, repeated }: RedraftJob,
  deps: RedraftDeps,
): Result<readonly Redrafted[], ReadError> {
  const redrafted = articles.map((article): Redrafted => {
    try {
      const context = { source, repeated, keptLines: article.keptLines };
      const { draft, refused } = draftWithPage(article, context, deps);
      // Its key was decided when it was polled.
      return { draft: { ...draft, key: article.key }, refused };
    } catch (cause) {
      return { draft: null, refused: String(cause) };
    }
  });
  return ok(redrafted);
}

/** With the page that was just fetched; where that is refused, as it was before. */
function draftWithPage(
  { raw, page }: RedraftArticle,
  context: DraftContext,
  deps: RedraftDeps,
): DraftedArticle {
  const kept = parseReceived(raw);
  if (page === null) return draftArticle(kept, context, deps);
  const { document, headers } = page;
  const fresh: Received = {
    ...kept,
    page: { url: document.url ?? kept.item.link, html: deps.preparePage(document), headers },
  };
  const completed = draftArticle(fresh, context, deps);
  if (completed.refused === null && kept.page === null) return completed;
  const before = draftArticle(kept, context, deps).draft;
  const refused = completed.refused ?? refuseShrunk(before, completed.draft);
  return refused === null ? completed : { draft: before, refused };
}

/** Why the page that is kept is the better one; `null` when it is not. */
function refuseShrunk(before: ArticleDraft, now: ArticleDraft): string | null {
  if (!before.isFromPage) return null;
  const texts = { before: tokens(before.text), now: tokens(now.text) };
  return showsOnlyBeginning(texts) ? "its page shows only the beginning of what it had" : null;
}
