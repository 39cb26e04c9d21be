import { opensWith } from "../../core/articles/excerpt.ts";
import { feedPagePath } from "../../core/entries/addresses.ts";
import type { Entry, EntryCopy, ShareLink } from "../../core/entries/entry.ts";
import type { Enclosure } from "../../core/media/media.ts";
import { showsPicture } from "../../core/media/same-picture.ts";
import type { MemberReason } from "../../core/similarity/member-reason.ts";
import type { FoundArticle } from "../../publish/pages/page-model.ts";
import { contactHref, localHref, webHref } from "../layout/addresses.ts";
import type { PageContext } from "../layout/context.ts";
import type { TimeView } from "../layout/dates.ts";
import { alternatesOf, namedMeta, type PageView, pageView } from "../layout/page.ts";
import { fitProse } from "../layout/prose.ts";
import { langAttribute } from "../words/language.ts";
import type { Texts } from "../words/texts.ts";
import { newsArticle } from "./json-ld.ts";
import { canonicalHref, isDated, shareTags } from "./share-tags.ts";
import {
  isLongTitle,
  isModified,
  type OriginView,
  originView,
  type PictureView,
  pictureView,
} from "./story.ts";

export type ArticleView = {
  readonly page: PageView;
  readonly origin: OriginView;
  /** The source's home page, linked beside the original. */
  readonly homeHref: string | null;
  readonly lang: string | null;
  readonly title: string;
  readonly isLongTitle: boolean;
  /** Summary above the text; empty when the text begins with it. */
  readonly stand: string;
  readonly authors: readonly { readonly name: string; readonly href: string | null }[];
  readonly publishedWord: string;
  readonly published: TimeView;
  readonly modified: TimeView | null;
  readonly picture: PictureView | null;
  /** Sanitised and fitted; `null` when the rights allow less than the text. */
  readonly contentHtml: string | null;
  readonly originalWord: string;
  readonly topics: string;
  readonly files: readonly { readonly href: string; readonly text: string }[];
  readonly commentsHref: string | null;
  readonly copies: readonly CopyView[];
  readonly shareLinks: readonly { readonly label: string; readonly href: string }[];
  readonly feeds: readonly {
    readonly title: string;
    readonly href: string;
    readonly lang: string | null;
  }[];
  readonly rights: string | null;
  readonly license: string | null;
  /** The source that passed the text on to us, when it is not the original house; else `null`. */
  readonly via: { readonly name: string; readonly href: string | null } | null;
  readonly id: string;
  readonly reportHref: string | null;
};

export type CopyView = {
  readonly name: string;
  readonly href: string | null;
  readonly at: TimeView;
  readonly why: string;
};

export function articleView(article: FoundArticle, context: PageContext): ArticleView {
  const { entry } = article;
  const { texts, dates } = context;
  return {
    page: articlePage(article, context),
    origin: originView(entry, context),
    homeHref: webHref(entry.source.url),
    lang: langAttribute(entry.language, context.language),
    title: entry.title,
    isLongTitle: isLongTitle(entry.title),
    stand: standOf(entry),
    authors: authorsOf(entry),
    publishedWord: isDated(article) ? texts.published : texts.received,
    published: dates.full(entry.publishedAt),
    modified: isModified(entry) ? dates.full(entry.updatedAt) : null,
    picture: isInText(entry) ? null : pictureView(entry, context),
    contentHtml: proseOf(entry, context),
    originalWord: entry.content === "link" ? texts.originalAt : texts.fullTextAt,
    topics: entry.categories.join(", "),
    files: entry.enclosures
      .filter(({ url }) => url !== entry.image?.url) // it is shown above
      .flatMap((file) => fileView(file, context)),
    commentsHref: webHref(entry.commentsUrl),
    copies: entry.copies.map((copy) => copyView(copy, context)),
    shareLinks: entry.shareLinks.flatMap(shareLinkView),
    feeds: article.feeds.slice(0, MOST_FEEDS).map((feed) => ({
      title: feed.title,
      href: localHref(context.site, context.site.url + feedPagePath(feed.id)),
      lang: langAttribute(feed.language, context.language),
    })),
    rights: entry.rights,
    license: licenceOf(entry),
    via: entry.via === null ? null : { name: entry.via.title, href: webHref(entry.via.url) },
    id: entry.id,
    reportHref: reportHref(entry, context),
  };
}

/** The first declared licence, else the rights text when it is an address. */
export const licenceOf = ({ licences, rights }: Entry): string | null =>
  licences.map(webHref).find((href) => href !== null) ?? webHref(rights);

const MOST_FEEDS = 5;

function articlePage(article: FoundArticle, context: PageContext): PageView {
  const { entry, isOwn } = article;
  const [feed = context.feeds[0]] = article.feeds;
  const robots = isOwn ? "max-image-preview:large" : "noindex, follow, max-image-preview:large";
  return pageView(context, {
    title: `${entry.title} · ${entry.source.title}`,
    canonical: canonicalHref(entry, context),
    license: licenceOf(entry),
    meta: [
      ...namedMeta({
        description: entry.share.description,
        author: authorsOf(entry)
          .map(({ name }) => name)
          .join(", "),
        robots,
      }),
      ...shareTags(article, context),
    ],
    alternates: feed === undefined ? [] : alternatesOf(context, feed),
    jsonLd: newsArticle(article, context),
  });
}

function authorsOf({ authors }: Entry): ArticleView["authors"] {
  return authors.flatMap(({ name, url }) => (name === null ? [] : [{ name, href: webHref(url) }]));
}

/** The summary, or an empty text when the article begins with it: it would be read twice. */
function standOf({ share, contentHtml }: Entry): string {
  const { description } = share;
  if (contentHtml === null) return description;
  const opening = contentHtml.slice(0, OPENING_LENGTH).replace(/<[^<>]*>|&[a-z0-9#]{1,8};/gi, " ");
  return opensWith(opening, description) ? "" : description;
}

const OPENING_LENGTH = 4_000;

/** Whether the text shows the article's picture itself. */
function isInText({ image, contentHtml }: Entry): boolean {
  if (image === null || contentHtml === null) return false;
  return showsPicture(contentHtml, image.url);
}

function proseOf({ contentHtml }: Entry, context: PageContext): string | null {
  if (contentHtml === null) return null;
  const { site, texts, samplePicture } = context;
  const pictureAt = (address: string): string | null => {
    const path = samplePicture(address);
    return path === null ? null : localHref(site, site.url + path);
  };
  return fitProse(contentHtml, { texts, hasPictures: site.images === "link", pictureAt });
}

function fileView(file: Enclosure, { language }: PageContext): ArticleView["files"] {
  const href = webHref(file.url);
  if (href === null) return [];
  const name = new URL(href).pathname.split("/").at(-1) || new URL(href).host;
  const megabytes = file.bytes === null ? null : file.bytes / 1_000_000;
  const size =
    megabytes === null
      ? null
      : new Intl.NumberFormat(language, {
          style: "unit",
          unit: "megabyte",
          maximumSignificantDigits: 2,
        }).format(megabytes);
  const facts = [file.type, size].filter((fact) => fact !== null && fact !== "").join(", ");
  return [{ href, text: facts === "" ? name : `${name} (${facts})` }];
}

function copyView(copy: EntryCopy, { texts, dates }: PageContext): CopyView {
  return {
    name: copy.source.title,
    href: webHref(copy.url),
    at: dates.full(copy.publishedAt),
    why: whyText(copy.why, texts),
  };
}

/** Why a copy is one, in a sentence; empty for the lead. */
export function whyText(why: MemberReason, texts: Texts): string {
  if (why.rule === "lead") return "";
  if (why.rule === "editor") return texts.byEditor;
  if (why.rule === "exact") return texts.sameText(why.tokens);
  const percent = Math.round(why.coverage * 100);
  if (why.rule === "summary") return texts.sameBeginning(percent, why.tokens);
  if (why.rule === "address") return texts.sameAddress(percent, why.tokens);
  if (why.rule === "rewrite") return texts.reworded(percent, why.tokens);
  if (why.rule === "reissue") return texts.replaced(percent, why.tokens);
  return texts.sharedText(percent, why.tokens, why.run);
}

function shareLinkView({ label, url }: ShareLink): ArticleView["shareLinks"] {
  const href = url.startsWith("mailto:") ? url : webHref(url);
  return href === null ? [] : [{ label, href }];
}

function reportHref(entry: Entry, { site, texts }: PageContext): string | null {
  const href = contactHref(site.contact);
  if (href === null || !href.startsWith("mailto:")) return href;
  return `${href}?subject=${encodeURIComponent(`${texts.reportError}: ${entry.articleId}`)}`;
}
