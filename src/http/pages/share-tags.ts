import type { Entry } from "../../core/entries/entry.ts";
import { fediverseHandle } from "../../core/entries/share.ts";
import { imageType } from "../../core/media/file-type.ts";
import type { FoundArticle } from "../../publish/pages/page-model.ts";
import { articleUrl, webHref } from "../layout/addresses.ts";
import type { PageContext } from "../layout/context.ts";
import { isoSeconds } from "../layout/dates.ts";
import type { MetaTag } from "../layout/page.ts";
import { isModified, pictureView } from "./story.ts";

/** The article's share object as OpenGraph, Twitter card and fediverse creators, without unknown values. */
export function shareTags(article: FoundArticle, context: PageContext): readonly MetaTag[] {
  return [
    ...openGraph(article, context),
    ...twitterCard(article.entry, context),
    ...creators(article.entry),
  ].filter(({ value }) => value !== "");
}

function openGraph(article: FoundArticle, context: PageContext): readonly MetaTag[] {
  const { entry } = article;
  const { share, categories } = entry;
  const [section, ...tags] = categories;
  return [
    property("og:type", "article"),
    property("og:locale", openGraphLocale(entry.language)),
    property("og:site_name", share.siteName),
    property("og:title", share.title),
    property("og:description", share.description),
    property("og:url", webHref(share.canonicalUrl) ?? ""),
    ...pictureTags(entry, context),
    property("article:published_time", isDated(article) ? isoSeconds(entry.publishedAt) : ""),
    property("article:modified_time", isModified(entry) ? isoSeconds(entry.updatedAt) : ""),
    ...entry.authors.map(({ url }) => property("article:author", webHref(url) ?? "")),
    property("article:section", section ?? ""),
    ...tags.map((tag) => property("article:tag", tag)),
  ];
}

function pictureTags(entry: Entry, context: PageContext): readonly MetaTag[] {
  const image = sharedImage(entry, context);
  if (image === null) return [];
  const picture = entry.image?.url === image ? pictureView(entry, context) : null;
  return [
    property("og:image", image),
    property("og:image:type", typeOf(image, entry) ?? ""),
    property("og:image:width", picture?.width?.toString() ?? ""),
    property("og:image:height", picture?.height?.toString() ?? ""),
    property("og:image:alt", picture?.alt ?? ""),
  ];
}

const typeOf = (url: string, { image, enclosures }: Entry): string | null =>
  imageType(image?.url === url ? image : { url }, enclosures);

function twitterCard(entry: Entry, context: PageContext): readonly MetaTag[] {
  const { share, authors } = entry;
  const image = sharedImage(entry, context);
  const alt = entry.image?.url === image ? entry.image?.alt : null;
  const author = authors.find(({ name }) => name !== null)?.name ?? "";
  return [
    name("twitter:card", image === null ? "summary" : "summary_large_image"),
    name("twitter:title", share.title),
    name("twitter:description", share.description),
    name("twitter:image", image ?? ""),
    name("twitter:image:alt", (image === null ? null : alt) ?? ""),
    name("twitter:label1", context.texts.source),
    name("twitter:data1", entry.source.title),
    ...(author === ""
      ? []
      : [name("twitter:label2", context.texts.by), name("twitter:data2", author)]),
  ];
}

/** Mastodon links the author's profile under a preview, where the site allows it. */
const creators = ({ authors }: Entry): readonly MetaTag[] =>
  authors.map(({ url }) => name("fediverse:creator", fediverseHandle(url) ?? ""));

/** `null` also when the site shows no pictures: it passes none on either. */
export function sharedImage({ share }: Entry, { site }: PageContext): string | null {
  return site.images === "link" ? webHref(share.image) : null;
}

/** OpenGraph wants a region: `de-AT` becomes `de_AT`, and a bare language an empty text. */
function openGraphLocale(language: string | null): string {
  const [, primary, region] = /^([a-z]{2,3})-([A-Z]{2})$/.exec(language ?? "") ?? [];
  return primary === undefined ? "" : `${primary}_${region}`;
}

/** Whether the publisher gave the date: one that we derived is not passed on as theirs. */
export const isDated = ({ derived }: FoundArticle): boolean => !derived.includes("publishedAt");

const property = (key: string, value: string): MetaTag => ({ attribute: "property", key, value });
const name = (key: string, value: string): MetaTag => ({ attribute: "name", key, value });

/** The canonical address of an article: the original, else its page here. */
export const canonicalHref = (entry: Entry, { site }: PageContext): string =>
  webHref(entry.share.canonicalUrl) ?? articleUrl(site, entry.articleId);
