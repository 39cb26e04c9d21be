import type { ArticleDraft, DerivedField } from "../core/articles/article-draft.ts";
import { cutAtWord, deriveTitle } from "../core/articles/derive-title.ts";
import { afterTitle, excerpt } from "../core/articles/excerpt.ts";
import type { Author, Item } from "../core/articles/item.ts";
import { plausibleDate } from "../core/articles/listing.ts";
import type { Received } from "../core/articles/received.ts";
import type {
  CleanedContent,
  ReadableContent,
  ReadContent,
} from "../core/cleaning/clean-content.ts";
import type { CleanupContext } from "../core/cleaning/exceptions.ts";
import type { Image } from "../core/media/media.ts";
import { present } from "../core/present.ts";
import type { SourceDefinition } from "../core/settings/definitions.ts";
import { cleanLine } from "../core/text/clean.ts";
import type { DetectLanguage } from "../core/text/detect-language.ts";
import { isOnHost } from "../core/urls/canonical-url.ts";
import { comparable, hashesOf, once } from "./draft-hashes.ts";
import type { DraftMaterial } from "./draft-material.ts";
import { namesOf } from "./item-identity.ts";

export type ComposeDeps = {
  readonly readContent: ReadContent;
  readonly detectLanguage: DetectLanguage;
  /** The text of HTML, such as an author's name in a feed with references or tags; `null` when there is none. */
  readonly plainText: (html: string) => string | null;
};

export type ComposeContext = {
  readonly source: SourceDefinition;
  readonly received: Received;
};

/** A draft without the fields that compare it with the item as received. */
export type ComposedDraft = Omit<
  ArticleDraft,
  "itemHash" | "receivedHash" | "receivedMetadataHash" | "rules" | "wantsPage" | "raw"
>;

/** What a material says once it is cleaned; its draft is composed only when it is the one that is published. */
export type Composition = Pick<
  ComposedDraft,
  "title" | "text" | "outline" | "removed" | "contentHash"
> & {
  /** Its key and identity, as named by this text. */
  readonly names: () => Pick<ComposedDraft, "key" | "identity" | "guid">;
  /** `metadataHash` without lines that only count (core/articles/counting.ts). */
  readonly steadyMetadataHash: () => string;
  readonly draft: () => ComposedDraft;
};

/** Cleans a material by what is known of its source. */
export type ComposeMaterial = (cleanup: CleanupContext) => Composition;

/** Reads a material once, to be cleaned without and with what is known of its source. Deterministic. */
export function composerOf(
  material: DraftMaterial,
  context: ComposeContext,
  deps: ComposeDeps,
): ComposeMaterial {
  const read = readerFor(material.item, context, deps);
  const [body, summary] = [read(material.html), read(material.item.summaryHtml ?? "")];
  return (cleanup) => compose(material, { body, summary, cleanup, context }, deps);
}

type ReadMaterial = {
  readonly body: ReadableContent;
  readonly summary: ReadableContent;
  readonly cleanup: CleanupContext;
  readonly context: ComposeContext;
};

function compose(material: DraftMaterial, read: ReadMaterial, deps: ComposeDeps): Composition {
  const { item, derived } = material;
  const body = read.body.clean(read.cleanup);
  const { text, contentHtml, outline } = body;
  const title =
    cleanLine(item.title ?? "") || deriveTitle(text) || item.link || read.context.source.id;
  const visible = { title, text, image: pictureFor(material, body) };
  const summary = summaryOf(material, visible, () => read.summary.textOf(read.cleanup));
  const metadata = metadataOf(material, { ...read, text, summary }, deps);
  const published = { ...metadata, ...laterFields(item) };
  const hashes = hashesOf(visible, { metadata: published, contentHtml, derived });
  const compared = once(() => comparable(text));
  // Named by the title as received: another cleaner must not change the identity.
  const named = { ...visible, ...metadata, title: item.title ?? title };
  // The length of a text matters to its name only beside a picture.
  const tokenCount = visible.image === null ? 0 : compared().tokenCount;
  const names = once(() => namesOf(item, { ...named, tokenCount }));
  const removed = [...material.removed, ...body.removed];
  const { contentHash, steadyMetadataHash } = hashes;
  const said = { title, text, outline, removed, contentHash };
  const draft = (): ComposedDraft => ({
    ...visible,
    episode: null,
    licences: [],
    origin: null,
    ...published,
    contentHash,
    metadataHash: hashes.metadataHash(),
    ...compared(),
    ...names(),
    contentHtml,
    removed,
    outline,
    ...ofMaterial(material),
  });
  return { ...said, names, steadyMetadataHash, draft };
}

/** What a draft takes from its material as it is. */
const ofMaterial = (material: DraftMaterial) => ({
  canonicalUrl: material.canonicalUrl,
  derived: derivedFields(material),
  lowered: material.usage.lowered,
  provenance: material.provenance,
  isFromPage: material.isFromPage,
  ...datesOf(material.item),
});

/** What is published beside the text. */
function metadataOf(
  material: DraftMaterial,
  { context, text, summary }: Summarised & { readonly context: ComposeContext },
  deps: ComposeDeps,
) {
  const { item, usage } = material;
  return {
    link: item.link,
    authors: authorsOf(material, deps),
    summary,
    categories: categoriesOf(item, context),
    language: item.language ?? deps.detectLanguage(text),
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

function readerFor(
  { link, language, title }: Item,
  { received }: ComposeContext,
  { readContent }: ComposeDeps,
): (html: string) => ReadableContent {
  const baseUrl = link ?? received.documentUrl;
  return (html) => readContent(html, { baseUrl, language, title });
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

type Summarised = { readonly text: string; readonly summary: string };

/** The publisher's own summary, unless there is none or it is the text itself. */
function summaryOf(
  { isSummaryOnly, isFromPage, description, usage }: DraftMaterial,
  { title, text }: { readonly title: string; readonly text: string },
  ownText: () => string,
): string {
  const isText = isSummaryOnly && !isFromPage;
  const own = isText ? "" : excerpt(ownText());
  const summary = own || excerpt(description ?? "") || excerpt(afterTitle(text, title));
  return usage.maxSnippet === null ? summary : cutAtWord(summary, usage.maxSnippet);
}

const pictureFor = (
  { item, usage }: DraftMaterial,
  { contentHtml }: CleanedContent,
): Image | null => (usage.mayShowImage ? (item.image ?? firstImage(contentHtml)) : null);

/** The first picture in the text, for an item that names none. The HTML is our own sanitised form. */
function firstImage(html: string): Image | null {
  if (!html.includes("<img ")) return null;
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

function derivedFields({ item, derived }: DraftMaterial): readonly DerivedField[] {
  const missing: DerivedField[] = [];
  if (item.title === null) missing.push("title");
  if (plausibleDate(item.publishedAt) === null) missing.push("publishedAt");
  if (item.language === null) missing.push("language");
  return [...new Set([...derived, ...missing])];
}
