import { createHash } from "node:crypto";
import { isHomePage } from "../core/canonical-url.ts";
import type { ArticleDraft } from "../core/model.ts";

/**
 * Gives items of one document that share a key keys of their own where they are plainly not one
 * article: feeds exist that put one guid, or the address of their home page, into every item.
 *
 * Items with one guid and one address stay the same article (a ticker lists its versions).
 */
export function distinctKeys(drafts: readonly ArticleDraft[]): readonly ArticleDraft[] {
  const groups = Map.groupBy(drafts, ({ key }) => key);
  return drafts.map((draft) => {
    const group = groups.get(draft.key) ?? [];
    const parts = new Set(group.map(distinction));
    return parts.size < 2 ? draft : { ...draft, key: `${draft.key} ${digest(distinction(draft))}` };
  });
}

/** What tells apart items that share a key: their addresses, else, where these say nothing, their titles. */
function distinction({ guid, canonicalUrl, title }: ArticleDraft): string {
  const isAddress = canonicalUrl !== null && !isHomePage(canonicalUrl);
  return guid !== null && isAddress ? canonicalUrl : title;
}

const digest = (text: string): string => createHash("sha256").update(text).digest("base64url");
