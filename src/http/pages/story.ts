import type { Entry } from "../../core/entries/entry.ts";
import { articleUrl, localHref, webHref } from "../layout/addresses.ts";
import type { PageContext } from "../layout/context.ts";
import type { TimeView } from "../layout/dates.ts";
import { langAttribute, languageName } from "../words/language.ts";

/** An entry in a list: where it is from and when, headline, summary. */
export type StoryView = {
  readonly origin: OriginView;
  readonly at: TimeView;
  /** When it changed materially; `null` when it did not. */
  readonly modified: TimeView | null;
  /** Short facts under the date: copies, another language, an excerpt. */
  readonly remarks: readonly string[];
  readonly title: string;
  readonly href: string;
  readonly lang: string | null;
  readonly summary: string;
  readonly picture: PictureView | null;
};

/** `href` is the original; `null` where the text was first published here. */
export type OriginView = {
  readonly name: string;
  readonly href: string | null;
  readonly lang: string | null;
};

export type PictureView = {
  readonly src: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly alt: string;
  readonly credit: string | null;
};

/** @param time writes a date without what the headings of the list already say. */
export function storyView(
  entry: Entry,
  time: (at: number) => TimeView,
  context: PageContext,
): StoryView {
  return {
    origin: originView(entry, context),
    at: time(entry.publishedAt),
    modified: isModified(entry) ? context.dates.within(entry.updatedAt, entry.publishedAt) : null,
    remarks: remarksOn(entry, context),
    title: entry.title,
    href: localHref(context.site, articleUrl(context.site, entry.articleId)),
    lang: langAttribute(entry.language, context.language),
    summary: entry.share.description,
    picture: pictureView(entry, context),
  };
}

export function originView(entry: Entry, { language }: PageContext): OriginView {
  return {
    name: entry.source.title,
    href: entry.link === entry.page ? null : webHref(entry.link),
    lang: langAttribute(entry.language, language),
  };
}

/** Whether large type would break the headline into many lines, or within a word. */
export const isLongTitle = (title: string): boolean => title.length > 90 || /\S{25}/.test(title);

/** Not for a change within the minute of publication: it would show the same time twice. */
export const isModified = (entry: Entry): boolean =>
  Math.floor(entry.updatedAt / MINUTE_MS) > Math.floor(entry.publishedAt / MINUTE_MS);
const MINUTE_MS = 60_000;

function remarksOn(entry: Entry, { texts, language }: PageContext): readonly string[] {
  const isForeign = langAttribute(entry.language, language) !== null;
  return [
    isForeign && entry.language !== null ? languageName(entry.language, language) : null,
    entry.copies.length > 0 ? texts.moreSources(entry.copies.length) : null,
    entry.content === "excerpt" ? texts.excerpt : null,
    entry.content === "link" ? texts.linkOnly : null,
  ].filter((remark) => remark !== null);
}

/** `null` without a picture, and when the operator wants nothing loaded from publishers. */
export function pictureView({ image }: Entry, context: PageContext): PictureView | null {
  const { site, samplePicture } = context;
  const src = site.images === "link" && image !== null ? webHref(image.url) : null;
  if (src === null || image === null) return null;
  const sample = samplePicture(src);
  return {
    src: sample === null ? src : localHref(site, site.url + sample),
    width: image.width,
    height: image.height,
    alt: image.alt ?? "", // when unknown, screen readers skip the picture; they would else read the file name
    credit: image.credit,
  };
}
