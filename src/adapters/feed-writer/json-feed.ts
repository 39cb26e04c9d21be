import type { Author } from "../../core/articles/item.ts";
import { feedUrls } from "../../core/entries/addresses.ts";
import {
  type Entry,
  type EntryCopy,
  type EntrySource,
  type FeedDocument,
  isOfManySources,
} from "../../core/entries/entry.ts";
import { chainLinks } from "../../core/entries/feed-chain.ts";
import { imageType, isRecording } from "../../core/media/file-type.ts";
import type { Episode, Image } from "../../core/media/media.ts";
import { present } from "../../core/present.ts";
import type { Branding } from "../../core/settings/branding.ts";
import { cleanDocument } from "./clean-document.ts";
import { rfc3339 } from "./instants.ts";
import { jsonTombstone } from "./tombstone.ts";

/**
 * JSON Feed 1.1. A key without a value is left out, for the format has no null; `_offprint` may hold null (contract
 * §3).
 */
export function renderJsonFeed(document: FeedDocument): string {
  const clean = cleanDocument(document);
  const { feed, site, entries, withdrawn } = clean;
  const previous = chainLinks(clean, "json").find(({ rel }) => rel === "prev-archive");
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: clean.urls.page,
    feed_url: feedUrls(site.url, feed.id).json, // what is subscribed to, in an archive document too
    ...(previous === undefined ? {} : { next_url: previous.url }),
    description: feed.description,
    ...(feed.language === "" ? {} : { language: feed.language }),
    ...brandKeys(feed.branding),
    ...(isOfManySources(clean) ? {} : { authors: [{ name: site.title, url: site.url }] }),
    _offprint: {
      about: aboutUrl(site.url),
      copyright: clean.copyright,
      ...(withdrawn.length === 0 ? {} : { withdrawn: withdrawn.map(jsonTombstone) }),
    },
    items: entries.map((entry) => jsonItem(entry, site.url)),
  });
}

const jsonItem = (entry: Entry, siteUrl: string) => ({
  id: entry.id,
  url: entry.link,
  ...(entry.link === entry.page ? {} : { external_url: entry.link }),
  title: entry.title,
  ...(entry.contentHtml === null
    ? { content_text: entry.summary }
    : { content_html: entry.contentHtml }),
  summary: entry.summary,
  ...pictureKeys(entry),
  date_published: rfc3339(entry.publishedAt),
  date_modified: rfc3339(entry.updatedAt),
  authors: entry.authors.map(jsonAuthor),
  ...(entry.categories.length === 0 ? {} : { tags: entry.categories }),
  ...(entry.language === null ? {} : { language: entry.language }),
  ...attachments(entry),
  _offprint: offprint(entry, siteUrl),
});

/** A banner is drawn as wide as the screen: a picture that is known to be narrow or upright is none. */
function pictureKeys({ image }: Entry) {
  if (image === null) return {};
  const { url, width, height } = image;
  const isBanner = (width ?? BANNER_WIDTH) >= BANNER_WIDTH && (height ?? 0) <= (width ?? Infinity);
  return { image: url, ...(isBanner ? { banner_image: url } : {}) };
}

const BANNER_WIDTH = 600;

/** `icon` is shown large, `favicon` beside a title. */
function brandKeys({ icon, logo }: Branding) {
  const large = icon ?? logo;
  return {
    ...(large === null ? {} : { icon: large.url }),
    ...(icon === null ? {} : { favicon: icon.url }),
  };
}

function jsonAuthor({ name, email, url }: Author) {
  const address = url ?? (email === null ? null : `mailto:${email}`);
  return { name, ...(address === null ? {} : { url: address }) };
}

/** `mime_type` is required: a file of unknown type cannot be attached. */
function attachments({ enclosures, episode }: Entry) {
  const typed = enclosures.filter((file) => file.type !== null);
  if (typed.length === 0) return {};
  return {
    attachments: typed.map((file) => {
      // The files of an episode are its one recording in several codings.
      const ofEpisode = isRecording(file) ? episode?.durationSeconds : undefined;
      return present({
        url: file.url,
        mime_type: file.type,
        title: file.title,
        size_in_bytes: file.bytes,
        duration_in_seconds: file.durationSeconds ?? ofEpisode,
      });
    }),
  };
}

const aboutUrl = (siteUrl: string): string => `${siteUrl}/about`;

/** Our extension (contract: HTTP): `about` says where it is explained, as the format asks. */
const offprint = (entry: Entry, siteUrl: string) => ({
  about: aboutUrl(siteUrl),
  page: entry.page,
  share: entry.share,
  image: entry.image === null ? null : jsonImage(entry.image, entry),
  source: jsonSource(entry.source),
  ...(entry.via === null ? {} : { via: jsonSource(entry.via) }),
  rights: { notice: entry.rights, licences: entry.licences },
  ...(entry.episode === null ? {} : { episode: jsonEpisode(entry.episode) }),
  copies: entry.copies.map(jsonCopy),
  links: Object.fromEntries(entry.shareLinks.map(({ network, url }) => [network, url])),
});

/** The details of a picture: the format's own `image` is a bare address. Other formats have them in Media RSS. */
const jsonImage = (image: Image, { enclosures }: Entry) => {
  const { url, width, height, alt, credit } = image;
  return { url, type: imageType(image, enclosures), width, height, alt, credit };
};

/** Fields of an episode for which JSON Feed has no key. */
const jsonEpisode = (episode: Episode) =>
  present({
    number: episode.number,
    season: episode.season,
    type: episode.type,
    explicit: episode.isExplicit,
    image: episode.image,
    transcripts: episode.transcripts,
    chapters: episode.chapters,
    persons: episode.persons,
  });

const jsonSource = ({ id, title, url }: EntrySource) => ({ id, title, url });

const jsonCopy = ({ source, title, url }: EntryCopy) => ({
  source: jsonSource(source),
  title,
  url,
});
