import type { Entry } from "../core/entry.ts";
import { RIGHTS, type Rights } from "../core/model.ts";
import { shareLinks } from "../core/share.ts";

/** An entry as it was published, with no more of it than may be republished by now. */
export function lowerEntry(entry: Entry, republish: Rights): Entry {
  if (RIGHTS.indexOf(republish) >= RIGHTS.indexOf(entry.content)) return entry;
  const excerpted: Entry = { ...entry, content: republish, contentHtml: null, enclosures: [] };
  if (republish === "excerpt") return excerpted;
  const share = { ...entry.share, description: "", image: null };
  return { ...excerpted, summary: "", image: null, share, shareLinks: shareLinks(share) };
}
