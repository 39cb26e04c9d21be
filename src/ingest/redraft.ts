import type { ArticleDraft } from "../core/articles/article-draft.ts";
import { parseReceived, type Received } from "../core/articles/received.ts";
import { showsOnlyBeginning } from "../core/pages/judge-shrinking.ts";
import type { PreparePage } from "../core/pages/page.ts";
import { ok, type Result } from "../core/result.ts";
import type { ReadError } from "../core/sources/errors.ts";
import type { ReceivedDocument } from "../core/sources/feed.ts";
import { tokens } from "../core/text/tokens.ts";
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
      const { draft, ...rest } = draftWithPage(article, context, deps);
      // The poll has decided its key.
      return { draft: { ...draft, key: article.key }, ...rest };
    } catch (cause) {
      return { draft: null, refused: String(cause) };
    }
  });
  return ok(redrafted);
}

/** Drafts with the page that was just fetched; when that is refused, as before. */
function draftWithPage(
  { raw, page }: RedraftArticle,
  context: DraftContext,
  deps: RedraftDeps,
): DraftedArticle {
  const kept = parseReceived(raw);
  if (page === null) return draftArticle(kept, context, deps);
  const { document, headers, further = [] } = page;
  const prepared = (each: ReceivedDocument) => ({ url: each.url, html: deps.preparePage(each) });
  const first = { ...prepared(document), url: document.url ?? kept.item.link, headers };
  const fresh: Received = {
    ...kept,
    page: further.length === 0 ? first : { ...first, further: further.map(prepared) },
  };
  const completed = draftArticle(fresh, context, deps);
  const isFirst = kept.page === null && kept.formerText === undefined;
  if (completed.refused === null && isFirst) return completed;
  const before = draftArticle(kept, context, deps).draft;
  const hasWhole = before.isFromPage || kept.formerText !== undefined;
  const refused = completed.refused ?? (hasWhole ? refuseShrunk(before, completed.draft) : null);
  return refused === null ? completed : { ...completed, draft: before, refused };
}

/** Why the kept text is better than the fetched one; `null` when it is not. */
function refuseShrunk(before: ArticleDraft, now: ArticleDraft): string | null {
  const texts = { before: tokens(before.text), now: tokens(now.text) };
  return showsOnlyBeginning(texts) ? "its page shows only the beginning of what it had" : null;
}
