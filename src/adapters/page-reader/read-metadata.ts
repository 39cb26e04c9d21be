import type { PageMetadata, Provenance } from "../../core/pages/page.ts";
import { canonicalUrl } from "../../core/urls/canonical-url.ts";
import { webUrl } from "../markup/urls.ts";
import { languageOf } from "../text-reader/text-metadata.ts";
import { namesInBox } from "./author-boxes.ts";
import { articleOf, listOf, nodeOf, readLinkedData } from "./linked-data.ts";
import type { PageFacts } from "./page-facts.ts";
import { readAuthors } from "./read-authors.ts";
import { readByline } from "./read-bylines.ts";
import { readPublishedAt, readUpdatedAt } from "./read-dates.ts";
import { readImage } from "./read-image.ts";
import { readTerms } from "./read-terms.ts";
import { readTitle } from "./read-title.ts";
import { findHeadline, type Headline } from "./shown-page.ts";
import {
  type Found,
  firstFound,
  linkedText,
  metaPlaces,
  type Place,
  type Sources,
  sourceLink,
  sourceText,
} from "./sources.ts";

export type ReadMetadata = {
  readonly metadata: PageMetadata;
  readonly provenance: Provenance;
  /** Text of the article as JSON-LD gives it, or `null`. */
  readonly articleBody: string | null;
  /** Every description that the page gives. */
  readonly descriptions: readonly string[];
  /** Where the page shows its title. */
  readonly headline: Headline;
  /** Base of relative addresses in the page. */
  readonly baseUrl: string | null;
};

/**
 * What a page says about its article. Most fields are read in this order: JSON-LD; `article:`, `og:` and their like; Dublin
 * Core, Parse.ly and Sailthru; `itemprop`, `time` and `link`.
 */
export function readMetadata(facts: PageFacts, url: string | null): ReadMetadata {
  const sources = sourcesOf(facts, url);
  const siteName = firstFound(SITE_NAME, sources);
  const title = readTitle(sources, siteName?.value ?? null);
  const headline = findHeadline(facts.shown, title?.value ?? null);
  const byline = readByline(facts.shown, headline);
  const found = {
    canonicalUrl: firstFound(CANONICAL, sources),
    title,
    authors: readAuthors(sources, {
      siteName: siteName?.value ?? null,
      byline,
      box: () => namesInBox(facts.shown, headline, title?.value ?? null),
    }),
    publishedAt: readPublishedAt(sources, headline),
    updatedAt: readUpdatedAt(sources),
    siteName,
    description: firstFound(DESCRIPTION, sources),
    image: readImage(sources),
    language: firstFound(LANGUAGE, sources),
    categories: firstFound(CATEGORIES, sources),
    section: firstFound(SECTION, sources),
    rights: firstFound(RIGHTS, sources),
    faviconUrl: firstFound(FAVICON, sources),
  };
  const body = sources.data.article?.get("articleBody");
  return {
    metadata: { ...valuesOf(found), terms: readTerms(sources) },
    provenance: new Map(
      Object.entries(found).flatMap(([field, value]) => (value ? [[field, value.from]] : [])),
    ),
    articleBody: typeof body === "string" ? body : null,
    descriptions: DESCRIPTION.map(([, place]) => place(sources)).filter((text) => text !== null),
    headline,
    baseUrl: sources.baseUrl,
  };
}

type FoundFields = {
  readonly [Field in Exclude<keyof PageMetadata, "terms">]: Found<
    NonNullable<PageMetadata[Field]>
  > | null;
};

const valuesOf = (found: FoundFields): Omit<PageMetadata, "terms"> => ({
  canonicalUrl: orNull(found.canonicalUrl),
  title: orNull(found.title),
  authors: orNull(found.authors) ?? [],
  publishedAt: orNull(found.publishedAt),
  updatedAt: orNull(found.updatedAt),
  siteName: orNull(found.siteName),
  description: orNull(found.description),
  image: orNull(found.image),
  language: orNull(found.language),
  categories: orNull(found.categories) ?? [],
  section: orNull(found.section),
  rights: orNull(found.rights),
  faviconUrl: orNull(found.faviconUrl),
});

const orNull = <T>(found: Found<T> | null): T | null => found?.value ?? null;

function sourcesOf(facts: PageFacts, url: string | null): Sources {
  const baseUrl = (facts.base ? webUrl(facts.base, url) : null) ?? url;
  const canonical = webUrl(facts.links.get("canonical")?.[0]?.href, baseUrl);
  const addresses = [canonical, facts.meta.get("og:url")?.[0] ?? null, url];
  const known = addresses.filter((address) => address !== null);
  return { facts, baseUrl, url, data: articleOf(readLinkedData(facts.linkedData), known) };
}

/** `null` if a page calls its site's front page canonical: all articles would have one address. */
const ownAddress = (raw: string | null, { url, baseUrl }: Sources): string | null => {
  const written = webUrl(raw ?? undefined, baseUrl);
  const path = (address: string | null): string => (address && URL.parse(address)?.pathname) || "/";
  if (written === null || (path(written) === "/" && path(url) !== "/")) return null;
  return canonicalUrl(written);
};

const CANONICAL: readonly Place<string>[] = [
  ["link", (sources) => ownAddress(sourceLink(sources, "canonical"), sources)],
  ["og:url", (sources) => ownAddress(sources.facts.meta.get("og:url")?.[0] ?? null, sources)],
  ["json-ld", (sources) => ownAddress(linkedText("url")(sources), sources)],
  ["address", ({ url }) => canonicalUrl(url ?? "")],
];

const SITE_NAME: readonly Place<string>[] = [
  ...metaPlaces(["og:site_name"]),
  [
    "json-ld",
    ({ data }) => publisherOf(data.article?.get("publisher") ?? data.page?.get("publisher"), data),
  ],
  ...metaPlaces([
    "dc.publisher",
    "dcterms.publisher",
    "application-name",
    "apple-mobile-web-app-title",
  ]),
];

function publisherOf(value: unknown, { byId }: Sources["data"]): string | null {
  const id = nodeOf(value)?.get("@id");
  return (
    sourceText(value) ?? (typeof id === "string" ? sourceText(byId.get(id)?.get("name")) : null)
  );
}

const DESCRIPTION: readonly Place<string>[] = [
  ["json-ld", linkedText("description")],
  ...metaPlaces(["og:description", "twitter:description", "dc.description", "dcterms.description"]),
  ...metaPlaces(["sailthru.description", "description"]),
];

const LANGUAGE: readonly Place<string>[] = [
  ["lang", ({ facts }) => languageOf(facts.language)],
  ["json-ld", (sources) => languageOf(linkedText("inLanguage")(sources))],
  ...metaPlaces([
    "og:locale",
    "dc.language",
    "dcterms.language",
    "content-language",
    "language",
  ]).map(([from, read]): Place<string> => [from, (sources) => languageOf(read(sources))]),
];

const CATEGORIES: readonly Place<readonly string[]>[] = [
  ["article:tag", ({ facts }) => tagsOf(facts.meta.get("article:tag"))],
  ["json-ld", ({ data }) => tagsOf(listOf(data.article?.get("keywords")).map(sourceText))],
  ...["news_keywords", "parsely-tags", "sailthru.tags", "dc.subject", "keywords"].map(
    (name): Place<readonly string[]> => [name, ({ facts }) => tagsOf(facts.meta.get(name))],
  ),
  ["rel=tag", ({ facts }) => tagsOf(facts.links.get("tag")?.map(({ text }) => text))],
];

const MAX_TAGS = 50;

/** Each tag once; one value may hold several tags with commas between. */
function tagsOf(values: readonly (string | null)[] | undefined): readonly string[] | null {
  const tags = (values ?? [])
    .flatMap((value) => (value ?? "").split(/[,;]/))
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "" && tag.length <= 100);
  return tags.length > 0 ? [...new Set(tags)].slice(0, MAX_TAGS) : null;
}

const SECTION: readonly Place<string>[] = [
  ["json-ld", linkedText("articleSection")],
  ...metaPlaces([
    "article:section",
    "og:section",
    "parsely-section",
    "sailthru.section",
    "section",
  ]),
];

const RIGHTS: readonly Place<string>[] = [
  ["json-ld", linkedText("copyrightNotice")],
  ...metaPlaces(["dcterms.rights", "dc.rights", "copyright", "rights"]),
];

const FAVICON: readonly Place<string>[] = [
  ["link", (sources) => sourceLink(sources, "icon") ?? sourceLink(sources, "apple-touch-icon")],
];
