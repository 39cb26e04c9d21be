import type { Author } from "../../core/articles/item.ts";
import type { Entry, EntryCopy, EntrySource, ShareMetadata } from "../../core/entries/entry.ts";
import { isUri } from "../../core/stories/entry-id.ts";
import { writableLine, writableText } from "../../core/text/clean.ts";
import { cleanUrl } from "../../core/urls/clean-url.ts";
import { cleanEmail } from "./clean-email.ts";
import { cleanEnclosure, cleanEpisode, cleanImage } from "./clean-files.ts";
import { cleanInstant } from "./instants.ts";
import { cleanLanguage } from "./language-tag.ts";
import { plainName, xmlLine } from "./plain-line.ts";

/** Makes every string, URL and date of an entry writable as it is in each format. Idempotent. */
export function cleanEntry(entry: Entry, siteUrl: string): Entry {
  const page = cleanUrl(entry.page) ?? siteUrl;
  const source = cleanSource(entry.source);
  const title = xmlLine(entry.title) || source.title;
  return {
    ...entry,
    id: writableLine(entry.id) || page,
    link: cleanUrl(entry.link) ?? page,
    page,
    title,
    // An entry without any text is invalid in JSON Feed and of no use to a partner's importer.
    summary: writableText(entry.summary).trim() || title,
    contentHtml: cleanHtml(entry.contentHtml),
    authors: cleanAuthors(entry.authors, source),
    categories: distinct(entry.categories.map(xmlLine)),
    language: cleanLanguage(entry.language),
    rights: xmlLine(entry.rights ?? "") || null,
    image: cleanImage(entry.image),
    enclosures: entry.enclosures.flatMap(cleanEnclosure),
    episode: cleanEpisode(entry.episode),
    licences: distinct(entry.licences.flatMap((url) => cleanUrl(url) ?? [])),
    commentsUrl: cleanUrl(entry.commentsUrl),
    publishedAt: cleanInstant(entry.publishedAt, entry.enteredAt),
    updatedAt: cleanInstant(entry.updatedAt, entry.publishedAt, entry.enteredAt),
    source,
    via: entry.via === null ? null : cleanSource(entry.via),
    copies: entry.copies.flatMap(cleanCopy),
    share: cleanShare(entry.share, page),
    shareLinks: entry.shareLinks.map((link) => ({ ...link, url: writableLine(link.url) })),
  };
}

/** `]]>` would end a CDATA section; in HTML text both spellings mean the same. */
function cleanHtml(html: string | null): string | null {
  const clean = writableText(html ?? "").replaceAll("]]>", "]]&gt;");
  return clean.trim() === "" ? null : clean;
}

function cleanSource(source: EntrySource): EntrySource {
  const [url, feedUrl] = [cleanUrl(source.url), cleanUrl(source.feedUrl)];
  const feedId = cleanIri(source.feedId);
  const rights = xmlLine(source.rights ?? "");
  return {
    id: source.id,
    title: xmlLine(source.title) || source.id,
    url,
    feedUrl,
    feedId,
    ...(rights === "" ? {} : { rights }),
  };
}

/**
 * The id of a feed where it is an IRI (RFC 4287 §4.2.6); many feeds have a mere word, or an invalid URN (`urn:wire`).
 */
function cleanIri(id: string | null): string | null {
  const line = writableLine(id ?? "");
  if (/^(?:https?|urn|tag):/i.test(line)) return isUri(line) ? line : null;
  return /^[a-z][a-z0-9+.-]*:[^\s<>"]+$/i.test(line) && !/^(?:javascript|data):/i.test(line)
    ? line
    : null;
}

/** Atom requires an author (RFC 4287 §4.1.2): without a named one it is the source, in every format. */
function cleanAuthors(authors: readonly Author[], source: EntrySource): readonly Author[] {
  const named = authors.flatMap(cleanAuthor);
  return named.length > 0
    ? named
    : [{ name: plainName(source.title), email: null, url: source.url }];
}

function cleanAuthor(author: Author): readonly Author[] {
  const email = cleanEmail(author.email);
  const url = cleanUrl(author.url);
  const name = plainName(author.name ?? "") || (email ?? url);
  return name === null ? [] : [{ name, email, url }];
}

const distinct = (texts: readonly string[]): readonly string[] =>
  [...new Set(texts)].filter((text) => text !== "");

function cleanCopy(copy: EntryCopy): readonly EntryCopy[] {
  const url = cleanUrl(copy.url);
  const source = cleanSource(copy.source);
  return url === null ? [] : [{ ...copy, url, source, title: xmlLine(copy.title) || source.title }];
}

const cleanShare = (share: ShareMetadata, page: string): ShareMetadata => ({
  canonicalUrl: cleanUrl(share.canonicalUrl) ?? page,
  title: writableLine(share.title),
  description: writableLine(share.description),
  image: cleanUrl(share.image),
  siteName: writableLine(share.siteName),
});
