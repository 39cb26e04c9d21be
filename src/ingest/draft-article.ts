import { createHash } from "node:crypto";
import { canonicalUrl, isHomePage, isOnHost } from "../core/canonical-url.ts";
import type { SourceDefinition } from "../core/definitions.ts";
import { deriveTitle } from "../core/derive-title.ts";
import { excerpt } from "../core/excerpt.ts";
import type { ArticleDraft, Author, DerivedField, Image, Item } from "../core/model.ts";
import type { CleanContent, CleanedContent, DetectLanguage } from "../core/ports.ts";
import { fingerprintOf } from "../core/similarity/fingerprint.ts";
import { tokensByLine } from "../core/similarity/tokens.ts";

export type DraftDeps = {
  readonly cleanContent: CleanContent;
  readonly detectLanguage: DetectLanguage;
  /** Text of what may hold character references or tags, as authors' names in feeds do; `null` for none. */
  readonly plainText: (html: string) => string | null;
};

export type DraftContext = {
  readonly source: SourceDefinition;
  /** Address of the document that the item was in. */
  readonly documentUrl: string | null;
  /** The home page of the house, as its feed gives it. */
  readonly siteUrl: string | null;
  /** Which fields the reader worked out itself. */
  readonly derived: readonly DerivedField[];
};

/** The longest identity kept as written; a longer one is kept as its hash. */
const MAX_KEY_LENGTH = 512;

/** Turns an untrusted item into a draft: clean, sanitised, hashed, with a title. Deterministic. */
export function draftArticle(item: Item, context: DraftContext, deps: DraftDeps): ArticleDraft {
  const baseUrl = item.link ?? context.documentUrl;
  const clean = (html: string): CleanedContent =>
    deps.cleanContent(html, { baseUrl, title: item.title, language: item.language });
  const body = clean(item.contentHtml ?? item.summaryHtml ?? "");
  const title = item.title ?? deriveTitle(body.text) ?? item.link ?? context.source.id;
  const language = item.language ?? deps.detectLanguage(body.text);
  const identity = identityOf(item, `${title}\n${body.text}`);
  const visible = {
    title,
    text: body.text,
    image: item.image ?? firstImage(body.contentHtml),
  };
  const metadata = {
    link: item.link,
    authors: item.authors.map((author) => readableAuthor(author, deps)),
    summary: summaryOf(item, body, clean),
    categories: [...new Set([...item.categories, ...context.source.categories])],
    language,
    rights: item.rights,
    republish: context.source.rights,
    enclosures: item.enclosures,
    commentsUrl: item.commentsUrl,
    publishedAt: item.publishedAt,
    isOnOwnHost: isOnOwnHost(identity.canonicalUrl, context),
    isSummaryOnly: item.contentHtml === null,
  };
  const paragraphs = tokensByLine(body.text);
  const words = paragraphs.flat();
  return {
    ...identity,
    ...visible,
    ...metadata,
    guid: item.guid,
    contentHtml: body.contentHtml,
    removed: body.removed,
    derived: derivedFields(item, context),
    contentHash: sha256(`${title}\n${body.text.replace(/\s+/g, " ")}\n${pictureOf(visible.image)}`),
    metadataHash: sha256(
      // The markup and the picture too: a link put right is no news, yet must not be lost.
      JSON.stringify([withoutDerivedDate(metadata, context), body.contentHtml, visible.image]),
    ),
    textHash: sha256(words.join(" ")),
    tokenCount: words.length,
    fingerprint: fingerprintOf(paragraphs),
    raw: JSON.stringify(item),
  };
}

const readableAuthor = (author: Author, { plainText }: DraftDeps): Author => ({
  ...author,
  name: author.name === null ? null : plainText(author.name),
});

/** guid, else canonical URL, else content hash. */
function identityOf(
  item: Item,
  content: string,
): { readonly key: string; readonly canonicalUrl: string | null } {
  const canonical = item.link === null ? null : canonicalUrl(item.link);
  const address = canonical === null || isHomePage(canonical) ? null : canonical;
  const key = item.guid ?? address ?? `sha256:${sha256(content)}`;
  return {
    key: key.length <= MAX_KEY_LENGTH ? key : `sha256:${sha256(key)}`,
    canonicalUrl: canonical,
  };
}

/** Image servers write sizes and changing tokens behind the question mark: another one is no other picture. */
const pictureOf = (image: Image | null): string => image?.url.split("?")[0] ?? "";

/** The publisher's own summary, unless there is none or it is the text itself. */
function summaryOf(
  item: Item,
  body: CleanedContent,
  clean: (html: string) => CleanedContent,
): string {
  if (item.contentHtml === null || item.summaryHtml === null) return excerpt(body.text);
  const summary = excerpt(clean(item.summaryHtml).text);
  return summary === "" ? excerpt(body.text) : summary;
}

/** The first picture of a text that names none. The HTML is our own sanitised form. */
function firstImage(html: string): Image | null {
  const tag = /<img [^>]*>/.exec(html)?.[0];
  const attribute = (name: string): string | null =>
    decode(new RegExp(` ${name}="([^"]*)"`).exec(tag ?? "")?.[1] ?? null);
  const url = attribute("src");
  if (url === null || !/^https?:\/\//.test(url)) return null;
  const size = (name: string): number | null => Number.parseInt(attribute(name) ?? "", 10) || null;
  return { url, width: size("width"), height: size("height"), alt: attribute("alt"), credit: null };
}

const decode = (value: string | null): string | null =>
  value
    ?.replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&") ?? null;

/** A text without an address is at home where it was dropped. */
function isOnOwnHost(url: string | null, { source, siteUrl }: DraftContext): boolean {
  if (url === null) return true;
  const homes = [source.kind === "remote" ? source.url : null, siteUrl];
  return homes.some((home) => home !== null && isOnHost(url, URL.parse(home)?.hostname ?? ""));
}

function derivedFields(item: Item, { derived }: DraftContext): readonly DerivedField[] {
  const missing: DerivedField[] = [];
  if (item.title === null) missing.push("title");
  if (item.publishedAt === null) missing.push("publishedAt");
  if (item.language === null) missing.push("language");
  return [...new Set([...derived, ...missing])];
}

/** The time of a file is no news: touching it changes nothing. */
function withoutDerivedDate<T extends { readonly publishedAt: number | null }>(
  metadata: T,
  { derived }: DraftContext,
): T {
  return derived.includes("publishedAt") ? { ...metadata, publishedAt: null } : metadata;
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("base64url");
