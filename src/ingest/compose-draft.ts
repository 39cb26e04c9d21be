import { createHash } from "node:crypto";
import type { ArticleDraft, ComparableText, DerivedField } from "../core/articles/article-draft.ts";
import { htmlWithoutCounts, withoutCounts } from "../core/articles/counting.ts";
import { cutAtWord, deriveTitle } from "../core/articles/derive-title.ts";
import { afterTitle, excerpt } from "../core/articles/excerpt.ts";
import type { Author, Item } from "../core/articles/item.ts";
import { plausibleDate } from "../core/articles/listing.ts";
import type { Received } from "../core/articles/received.ts";
import type { CleanContent, CleanedContent } from "../core/cleaning/clean-content.ts";
import type { CleanupContext } from "../core/cleaning/exceptions.ts";
import type { Image } from "../core/media/media.ts";
import { present } from "../core/present.ts";
import type { SourceDefinition } from "../core/settings/definitions.ts";
import { fingerprintOf } from "../core/similarity/fingerprint.ts";
import { cleanLine } from "../core/text/clean.ts";
import type { DetectLanguage } from "../core/text/detect-language.ts";
import { tokensByLine } from "../core/text/tokens.ts";
import { isOnHost } from "../core/urls/canonical-url.ts";
import type { DraftMaterial } from "./draft-material.ts";
import { namesOf } from "./item-identity.ts";

export type ComposeDeps = {
  readonly cleanContent: CleanContent;
  readonly detectLanguage: DetectLanguage;
  /** The text of HTML, such as an author's name in a feed with references or tags; `null` when there is none. */
  readonly plainText: (html: string) => string | null;
};

export type ComposeContext = {
  readonly source: SourceDefinition;
  readonly received: Received;
  readonly cleanup: CleanupContext;
};

/** A draft without the fields that compare it with the item as received. */
export type ComposedDraft = Omit<
  ArticleDraft,
  "itemHash" | "receivedHash" | "receivedMetadataHash" | "rules" | "wantsPage" | "raw"
> & {
  /** `metadataHash` without lines that only count (core/articles/counting.ts). */
  readonly steadyMetadataHash: string;
};

/** Cleans the material, works out missing values, and adds a title and hashes. Deterministic. */
export function composeDraft(
  material: DraftMaterial,
  context: ComposeContext,
  deps: ComposeDeps,
): ComposedDraft {
  const { item, usage, provenance, isFromPage } = material;
  const clean = cleanerFor(item, context, deps);
  const body = clean(material.html);
  const title =
    cleanLine(item.title ?? "") || deriveTitle(body.text) || item.link || context.source.id;
  const visible = { title, text: body.text, image: pictureFor(material, body) };
  const metadata = metadataOf(material, { context, summarised: { ...visible, clean } }, deps);
  const later = laterFields(item);
  const compared = comparable(body.text);
  return {
    ...visible,
    ...metadata,
    episode: null,
    licences: [],
    origin: null,
    ...later,
    ...hashesOf(visible, {
      metadata: { ...metadata, ...later },
      contentHtml: body.contentHtml,
      derived: material.derived,
    }),
    ...compared,
    // Named by the title as received: another cleaner must not change the identity.
    ...namesOf(item, { ...visible, ...metadata, ...compared, title: item.title ?? title }),
    canonicalUrl: material.canonicalUrl,
    contentHtml: body.contentHtml,
    removed: [...material.removed, ...body.removed],
    outline: body.outline,
    derived: derivedFields(material),
    lowered: usage.lowered,
    provenance,
    isFromPage,
    ...datesOf(item),
  };
}

/** What is published beside the text. */
function metadataOf(
  material: DraftMaterial,
  { context, summarised }: { readonly context: ComposeContext; readonly summarised: Summarised },
  deps: ComposeDeps,
) {
  const { item, usage } = material;
  return {
    link: item.link,
    authors: authorsOf(material, deps),
    summary: summaryOf(material, summarised),
    categories: categoriesOf(item, context),
    language: item.language ?? deps.detectLanguage(summarised.text),
    rights: item.rights,
    republish: usage.republish,
    enclosures: item.enclosures,
    commentsUrl: item.commentsUrl,
    publishedAt: plausibleDate(item.publishedAt),
    isOnOwnHost: isOnOwnHost(material.canonicalUrl, context),
    isSummaryOnly: material.isSummaryOnly,
  };
}

/**
 * Fields that older versions did not read. An item without them keeps its hash: it has not changed. An article with
 * them is stored anew at the first poll, without telling readers (decisions/0014).
 */
const laterFields = ({ episode, licences, source }: Item) =>
  present<Partial<Pick<ArticleDraft, "episode" | "licences" | "origin">>>({
    episode,
    licences,
    origin: source,
  });

function cleanerFor(
  { link, language, title }: Item,
  { received, cleanup }: ComposeContext,
  { cleanContent }: ComposeDeps,
): (html: string) => CleanedContent {
  const baseUrl = link ?? received.documentUrl;
  return (html) => cleanContent(html, { baseUrl, language, cleanup, title });
}

const categoriesOf = ({ categories }: Item, { source }: ComposeContext): readonly string[] => {
  const named = [...categories, ...source.categories].map(cleanLine);
  return [...new Set(named)].filter((name) => name !== "");
};

/** Names on pages are read as text already. */
function authorsOf(
  { item, provenance }: DraftMaterial,
  { plainText }: ComposeDeps,
): readonly Author[] {
  const textOf = (name: string): string =>
    "authors" in provenance ? name : (plainText(name) ?? "");
  return item.authors.map((author) => ({
    ...author,
    name: author.name === null ? null : cleanLine(textOf(author.name)) || null,
  }));
}

/**
 * Atom requires no date but that of the last change (RFC 4287 §4.1.2): it counts as the date of publication when there
 * is no other. It is not part of a hash, because publishers move it with every poll.
 */
function datesOf(item: Item): Pick<ArticleDraft, "publishedAt" | "updatedAt"> {
  const updatedAt = plausibleDate(item.updatedAt);
  return { publishedAt: plausibleDate(item.publishedAt) ?? updatedAt, updatedAt };
}

type Summarised = {
  readonly title: string;
  readonly text: string;
  readonly clean: (html: string) => CleanedContent;
};

/** The publisher's own summary, unless there is none or it is the text itself. */
function summaryOf(
  { item, isSummaryOnly, isFromPage, description, usage }: DraftMaterial,
  { title, text, clean }: Summarised,
): string {
  const isText = isSummaryOnly && !isFromPage;
  const own = isText ? "" : excerpt(clean(item.summaryHtml ?? "").text);
  const summary = own || excerpt(description ?? "") || excerpt(afterTitle(text, title));
  return usage.maxSnippet === null ? summary : cutAtWord(summary, usage.maxSnippet);
}

const pictureFor = (
  { item, usage }: DraftMaterial,
  { contentHtml }: CleanedContent,
): Image | null => (usage.mayShowImage ? (item.image ?? firstImage(contentHtml)) : null);

/** The first picture in the text, for an item that names none. The HTML is our own sanitised form. */
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

/** A text without an address is on its own host: it was dropped there. */
function isOnOwnHost(url: string | null, { source, received }: ComposeContext): boolean {
  if (url === null) return true;
  const homes = [source.kind === "remote" ? source.url : null, received.siteUrl];
  return homes.some((home) => home !== null && isOnHost(url, URL.parse(home)?.hostname ?? ""));
}

type Visible = Pick<ArticleDraft, "title" | "text" | "image">;

function hashesOf(
  { title, text, image }: Visible,
  rest: {
    readonly metadata: { readonly publishedAt: number | null; readonly summary: string };
    readonly contentHtml: string;
    readonly derived: readonly DerivedField[];
  },
): Pick<ComposedDraft, "contentHash" | "metadataHash" | "steadyMetadataHash"> {
  // Leaves the time of a file out: touching a file is no change.
  const isDated = !rest.derived.includes("publishedAt");
  const metadata = isDated ? rest.metadata : { ...rest.metadata, publishedAt: null };
  const said = withoutCounts(text).replace(/\s+/g, " ");
  // Includes markup and picture: a corrected link is no news, but must be stored.
  const metadataOf = (summary: string, html: string): string =>
    sha256(JSON.stringify([{ ...metadata, summary }, html, image]));
  const { summary } = metadata;
  return {
    contentHash: sha256(`${title}\n${said}\n${pictureOf(image)}`),
    metadataHash: metadataOf(summary, rest.contentHtml),
    steadyMetadataHash: metadataOf(withoutCounts(summary), htmlWithoutCounts(rest.contentHtml)),
  };
}

/** Without the query: image servers write sizes and changing tokens there, which do not make another picture. */
const pictureOf = (image: Image | null): string => image?.url.split("?")[0] ?? "";

function comparable(text: string): ComparableText {
  const paragraphs = tokensByLine(text);
  const words = paragraphs.flat();
  return {
    textHash: sha256(words.join(" ")),
    tokenCount: words.length,
    fingerprint: fingerprintOf(paragraphs),
  };
}

function derivedFields({ item, derived }: DraftMaterial): readonly DerivedField[] {
  const missing: DerivedField[] = [];
  if (item.title === null) missing.push("title");
  if (plausibleDate(item.publishedAt) === null) missing.push("publishedAt");
  if (item.language === null) missing.push("language");
  return [...new Set([...derived, ...missing])];
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("base64url");
