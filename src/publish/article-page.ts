import type { SiteDefinition } from "../core/definitions.ts";
import type { StoredEntry } from "../core/store-ports.ts";
import { composeEntry } from "./compose-entry.ts";
import type { ArticlePage } from "./page-model.ts";

/** The page of one article: as much of it as its source lets us show; of a withdrawn one that it was here, and why it is not. */
export function composeArticlePage(
  stored: StoredEntry | null,
  site: SiteDefinition,
): ArticlePage | null {
  if (stored === null) return null;
  const { entryId, article, withdrawal } = stored;
  if (withdrawal !== null) {
    const { at: withdrawnAt, reason } = withdrawal;
    return { kind: "withdrawn", id: entryId, source: article.source, withdrawnAt, reason };
  }
  const entry = composeEntry(stored, site, "full");
  // A text that has no other address is at home here.
  const isOwn = entry.link === entry.page;
  return { kind: "found", entry, isOwn, derived: article.derived };
}
