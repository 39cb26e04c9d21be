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
  // A text from a folder that has no other address is at home here; feeds leave addresses out, too.
  const { url, feedUrl } = article.source;
  const isOwn = entry.link === entry.page && url === null && feedUrl === null;
  return { kind: "found", entry, isOwn, derived: article.derived };
}
