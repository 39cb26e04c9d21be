import { articlePath } from "../../core/entries/addresses.ts";
import type { Entry } from "../../core/entries/entry.ts";
import { shareLinks } from "../../core/entries/share.ts";
import { RIGHTS, type Rights } from "../../core/rights/rights.ts";
import type { SiteDefinition } from "../../core/settings/definitions.ts";
import { withoutEpisodePictures, withoutPictureFiles, withoutPictures } from "./pictures.ts";

export type Restrictions = {
  /** Most that may be shown of the entry. */
  readonly content: Rights;
  readonly site: Pick<SiteDefinition, "url" | "images">;
};

/** A published entry under today's restrictions and at today's address: never more than was published. */
export function restrictEntry(entry: Entry, { content, site }: Restrictions): Entry {
  const shown = moved(lowered(entry, content), site.url);
  return site.images === "none" ? pictureless(shown) : shown;
}

function lowered(entry: Entry, content: Rights): Entry {
  if (RIGHTS.indexOf(content) >= RIGHTS.indexOf(entry.content)) return entry;
  const excerpted: Entry = { ...entry, content, contentHtml: null, enclosures: [], episode: null };
  if (content === "excerpt") return excerpted;
  const share = { ...entry.share, description: "", image: null };
  return { ...excerpted, summary: "", image: null, share, shareLinks: shareLinks(share) };
}

function pictureless(entry: Entry): Entry {
  const { contentHtml, enclosures, episode, share } = entry;
  return {
    ...entry,
    contentHtml: contentHtml === null ? null : withoutPictures(contentHtml),
    image: null,
    enclosures: withoutPictureFiles(enclosures),
    episode: withoutEpisodePictures(episode),
    share: { ...share, image: null },
  };
}

/** Moves the addresses of article pages to the present address of the site. */
function moved(entry: Entry, siteUrl: string): Entry {
  const former = entry.page.slice(0, -articlePath(entry.articleId).length);
  if (former === siteUrl) return entry;
  const pages = `${former}${articlePath("")}`;
  const move = (url: string): string =>
    url.startsWith(pages) ? `${siteUrl}${url.slice(former.length)}` : url;
  const share = { ...entry.share, canonicalUrl: move(entry.share.canonicalUrl) };
  return {
    ...entry,
    link: move(entry.link),
    page: move(entry.page),
    copies: entry.copies.map((copy) => ({ ...copy, url: move(copy.url) })),
    share,
    shareLinks: shareLinks(share),
  };
}
