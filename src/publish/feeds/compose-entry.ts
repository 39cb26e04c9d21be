import { afterTitle, excerpt, lengthened } from "../../core/articles/excerpt.ts";
import { articlePath } from "../../core/entries/addresses.ts";
import type { Entry, EntryCopy } from "../../core/entries/entry.ts";
import type { StoredEntry } from "../../core/entries/publish-store.ts";
import { composeShare, shareLinks } from "../../core/entries/share.ts";
import type { StoredArticle, StoredCopy } from "../../core/entries/stored-article.ts";
import { isTyped } from "../../core/media/file-type.ts";
import type { Image } from "../../core/media/media.ts";
import type { Rights } from "../../core/rights/rights.ts";
import type { SiteDefinition } from "../../core/settings/definitions.ts";
import { cleanUrl } from "../../core/urls/clean-url.ts";
import { escapeHtml } from "./escape-html.ts";
import { leastOf } from "./least-of.ts";
import { creditOf } from "./original-house.ts";
import { withoutEpisodePictures, withoutPictureFiles, withoutPictures } from "./pictures.ts";

/** Composes what is published of a stored article: never more than its source's rights and `content` allow. */
export function composeEntry(stored: StoredEntry, site: SiteDefinition, content: Rights): Entry {
  const { article } = stored;
  const allowed = leastOf(article.republish, content);
  const page = pageOf(site, article.id);
  const summary = summaryFor(article, allowed);
  const image = site.images === "link" && allowed !== "link" ? pictureOf(article) : null;
  const { source, via } = creditOf(article.source, article.origin);
  const share = composeShare({ ...article, page, summary, image, siteName: source.title });
  return {
    id: stored.entryId,
    articleId: article.id,
    link: addressOf(article) ?? page,
    page,
    title: article.title,
    summary: longSummary(article, summary),
    contentHtml: contentFor(article, allowed, site),
    content: allowed,
    authors: article.authors,
    categories: article.categories,
    language: article.language,
    rights: article.rights,
    image,
    enclosures: allowed === "full" ? enclosuresFor(article, site) : [],
    episode: allowed === "full" ? episodeFor(article, site) : null,
    licences: article.licences,
    commentsUrl: article.commentsUrl,
    publishedAt: stored.publishedAt,
    updatedAt: stored.updatedAt,
    enteredAt: stored.enteredAt,
    source,
    via,
    copies: stored.copies
      // Older versions from the same source are not copies.
      .filter((copy) => copy.source.id !== article.source.id)
      .map((copy) => composeCopy(copy, site)),
    share,
    shareLinks: shareLinks(share),
  };
}

const pageOf = (site: SiteDefinition, articleId: string): string =>
  `${site.url}${articlePath(articleId)}`;

/** The address without tracking parameters, which no reader wants. */
function addressOf(article: {
  readonly canonicalUrl: string | null;
  readonly link: string | null;
}): string | null {
  return cleanUrl(article.canonicalUrl) ?? cleanUrl(article.link);
}

function summaryFor(article: StoredArticle, allowed: Rights): string {
  if (allowed === "link") return "";
  return article.summary === "" ? excerpt(article.text) : article.summary;
}

/**
 * Lengthens a short summary, because importers want more than a line. A summary of an article with
 * lowered rights stays as it is: its publisher may have limited it (max-snippet).
 */
const longSummary = ({ republish, text, title }: StoredArticle, summary: string): string =>
  republish === "full" && summary !== "" ? lengthened(summary, afterTitle(text, title)) : summary;

function contentFor(article: StoredArticle, allowed: Rights, site: SiteDefinition): string | null {
  if (allowed !== "full" || article.contentHtml === "") return null;
  const html = article.derived.includes("title") ? withoutTitle(article) : article.contentHtml;
  return site.images === "none" ? withoutPictures(html) : html;
}

/** Takes out a first paragraph that became the title of a text without a heading: readers have it above the text. */
function withoutTitle({ contentHtml, title }: StoredArticle): string {
  const opening = `<p>${escapeHtml(title).replaceAll("&quot;", '"')}</p>\n`;
  return contentHtml.startsWith(opening) ? contentHtml.slice(opening.length) : contentHtml;
}

function enclosuresFor({ enclosures, fileTypes }: StoredArticle, { images }: SiteDefinition) {
  const files = enclosures.map((file) =>
    isTyped(file) ? file : { ...file, type: fileTypes[file.url] ?? file.type },
  );
  return images === "link" ? files : withoutPictureFiles(files);
}

/** The picture, with the type that a look found. */
function pictureOf({ image, fileTypes }: StoredArticle): Image | null {
  const type = image === null ? undefined : fileTypes[image.url];
  return image !== null && type?.startsWith("image/") ? { ...image, type } : image;
}

const episodeFor = ({ episode }: StoredArticle, { images }: SiteDefinition) =>
  images === "link" ? episode : withoutEpisodePictures(episode);

const composeCopy = (copy: StoredCopy, site: SiteDefinition): EntryCopy => ({
  articleId: copy.articleId,
  source: creditOf(copy.source, copy.origin).source,
  title: copy.title,
  url: addressOf(copy) ?? pageOf(site, copy.articleId),
  publishedAt: copy.publishedAt,
  why: copy.why,
});
