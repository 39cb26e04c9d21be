import { createHash } from "node:crypto";
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
    if (group.length < 2) return draft;
    if (draft.guid === null) return { ...draft, key: `${draft.key} ${digest(draft.title)}` };
    const addresses = new Set(group.map(({ canonicalUrl }) => canonicalUrl));
    if (addresses.size < 2) return draft;
    return { ...draft, key: `${draft.key} ${digest(draft.canonicalUrl ?? "")}` };
  });
}

const digest = (text: string): string => createHash("sha256").update(text).digest("base64url");
