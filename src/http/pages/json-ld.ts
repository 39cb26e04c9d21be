import type { Author } from "../../core/articles/item.ts";
import type { Entry } from "../../core/entries/entry.ts";
import { writableText } from "../../core/text/clean.ts";
import type { FoundArticle } from "../../publish/pages/page-model.ts";
import { webHref } from "../layout/addresses.ts";
import type { PageContext } from "../layout/context.ts";
import { isoSeconds } from "../layout/dates.ts";
import { canonicalHref, isDated, sharedImage } from "./share-tags.ts";
import { isModified } from "./story.ts";

/**
 * schema.org `NewsArticle` for search engines and partners, as text that is safe inside a script
 * element. The source is the publisher and this desk only `sdPublisher`; what is not known is
 * left out.
 */
export function newsArticle(found: FoundArticle, context: PageContext): string {
  const { entry } = found;
  const url = canonicalHref(entry, context);
  const { rights } = entry;
  const article = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "@id": url,
    mainEntityOfPage: url,
    url,
    headline: entry.title,
    description: entry.share.description || undefined,
    inLanguage: entry.language ?? undefined,
    keywords: entry.categories.length === 0 ? undefined : entry.categories,
    datePublished: isDated(found) ? isoSeconds(entry.publishedAt) : undefined,
    dateModified: isModified(entry) ? isoSeconds(entry.updatedAt) : undefined,
    author: authorsOf(entry),
    publisher: { ...houseOf(entry), logo: found.isOwn ? logoOf(context) : undefined },
    isBasedOn: found.isOwn ? undefined : url,
    image: imageOf(entry, context),
    copyrightNotice: rights !== null && webHref(rights) === null ? rights : undefined,
    license: licencesOf(entry),
    sdPublisher: {
      "@type": "Organization",
      name: context.site.title,
      url: `${context.site.url}/`,
      logo: logoOf(context),
    },
  };
  // "<" ends the script element in "</script", and changes its parsing in "<!--".
  return writableText(JSON.stringify(article, null, 2)).replaceAll("<", "\\u003c");
}

const houseOf = ({ source }: Entry) => ({
  "@type": "Organization",
  name: source.title,
  url: webHref(source.url) ?? undefined,
});

/** The logo of this desk; those of other houses are not known here. */
function logoOf({ site: { branding } }: PageContext): object | undefined {
  const picture = branding.logo ?? branding.icon;
  return picture === null ? undefined : { "@type": "ImageObject", url: picture.url };
}

/** All declared licences, else the rights text when it is an address. */
function licencesOf({ licences, rights }: Entry): string | readonly string[] | undefined {
  const addresses = [...licences, ...(licences.length === 0 ? [rights] : [])].flatMap(
    (each) => webHref(each) ?? [],
  );
  return addresses.length > 1 ? addresses : addresses[0];
}

/** Search engines ask for an author: an unsigned article names its house, as in the feeds. */
function authorsOf(entry: Entry): readonly object[] {
  const people = entry.authors.filter(
    (author): author is Author & { name: string } => author.name !== null,
  );
  if (people.length === 0) return [houseOf(entry)];
  return people.map(({ name, url }) => ({
    "@type": "Person",
    name,
    url: webHref(url) ?? undefined,
  }));
}

function imageOf(entry: Entry, context: PageContext): readonly object[] | undefined {
  const url = sharedImage(entry, context);
  if (url === null) return undefined;
  const known = entry.image?.url === url ? entry.image : null;
  return [
    {
      "@type": "ImageObject",
      url,
      width: known?.width ?? undefined,
      height: known?.height ?? undefined,
      description: known?.alt ?? undefined,
      creditText: known?.credit ?? undefined,
    },
  ];
}
