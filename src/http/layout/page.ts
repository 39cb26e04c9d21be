import { accentsOf, PLAIN } from "../../core/settings/accents.ts";
import { isRaster } from "../../core/settings/branding.ts";
import type { SiteDefinition } from "../../core/settings/definitions.ts";
import { langAttribute } from "../words/language.ts";
import type { Texts } from "../words/texts.ts";
import { contactHref, type FeedAddress, feedAddresses, localHref, webHref } from "./addresses.ts";
import type { PageContext } from "./context.ts";

export type MetaTag = {
  readonly attribute: "name" | "property";
  readonly key: string;
  readonly value: string;
};

export type AlternateLink = {
  readonly type: string;
  readonly title: string;
  readonly href: string;
  readonly hreflang: string | null;
};

/** What the frame of a page needs; the template layout.eta writes it. */
export type PageView = {
  readonly lang: string;
  readonly texts: Texts;
  readonly title: string;
  readonly siteTitle: string;
  readonly siteLang: string | null;
  /** The operator's logo, shown in place of the title; `null` for none. */
  readonly logoHref: string | null;
  /** Colours of the browser's own frame, in light and in dark mode. */
  readonly themeColors: readonly [string, string];
  readonly isFront: boolean;
  /** Prefix of local paths: empty, or the path below which a proxy serves the site. */
  readonly base: string;
  readonly styleHref: string;
  readonly icon: { readonly href: string; readonly type: string | null };
  /** For the home screens of telephones; `null` when the site's icon is not of a type that they take. */
  readonly touchIconHref: string | null;
  readonly canonical: string | null;
  readonly license: string | null;
  readonly meta: readonly MetaTag[];
  readonly alternates: readonly AlternateLink[];
  /** Safe inside a script element; `null` for none. */
  readonly jsonLd: string | null;
  readonly contact: FootLink | null;
  /** Imprint and privacy, as far as the operator has them. */
  readonly legal: readonly FootLink[];
  readonly zone: string;
};

export type FootLink = { readonly href: string; readonly text: string };

/** What a page sets of its frame; the rest is the same everywhere. */
export type PageOptions = Partial<PageView> & { readonly title: string };

export function pageView(context: PageContext, options: PageOptions): PageView {
  const { site, texts } = context;
  const base = localHref(site, `${site.url}/`).replace(/\/$/, "");
  return {
    lang: context.language,
    texts,
    siteTitle: site.title,
    siteLang: langAttribute(site.language, context.language),
    logoHref: logoOf(site),
    themeColors: themeColors(site),
    isFront: false,
    base,
    styleHref: context.styleHref,
    ...iconsOf(site, base),
    canonical: null,
    license: null,
    meta: [],
    alternates: [],
    jsonLd: null,
    contact: contactView(context),
    legal: legalLinks(context),
    zone: texts.timesIn(context.timeZone),
    ...options,
  };
}

/** The colours of the cover, with which a page begins. */
function themeColors({ branding: { color } }: SiteDefinition): PageView["themeColors"] {
  const { light, dark } = color === null ? PLAIN : accentsOf(color);
  return [light.wrap, dark.wrap];
}

/** `null` also for a logo on another site when pages load no pictures from elsewhere. */
function logoOf(site: SiteDefinition): string | null {
  const { logo } = site.branding;
  if (logo === null || (logo.file === null && site.images === "none")) return null;
  return localHref(site, logo.url);
}

function iconsOf(site: SiteDefinition, base: string): Pick<PageView, "icon" | "touchIconHref"> {
  const { icon } = site.branding;
  if (icon === null) {
    return {
      icon: { href: `${base}/favicon.svg`, type: "image/svg+xml" },
      touchIconHref: `${base}/apple-touch-icon.png`,
    };
  }
  const href = localHref(site, icon.url);
  return { icon: { href, type: icon.type }, touchIconHref: isRaster(icon) ? href : null };
}

function legalLinks({ site, texts }: PageContext): readonly FootLink[] {
  const links = [
    { href: webHref(site.imprint), text: texts.imprint },
    { href: webHref(site.privacy), text: texts.privacy },
  ];
  return links.flatMap(({ href, text }) => (href === null ? [] : [{ href, text }]));
}

function contactView({ site, texts }: PageContext): PageView["contact"] {
  const href = contactHref(site.contact);
  if (href === null || site.contact === null) return null;
  return { href, text: href.startsWith("mailto:") ? site.contact : texts.write };
}

/** Tells browsers and readers about a feed in each format. */
export function alternatesOf(
  context: PageContext,
  feed: PageContext["feeds"][number],
): readonly AlternateLink[] {
  const hreflang = langAttribute(feed.language, context.language);
  return feedAddresses(context.site, feed).map(({ name, type, url }: FeedAddress) => ({
    type,
    title: `${feed.title} (${name})`,
    href: url,
    hreflang,
  }));
}

/** `name` tags without the empty ones: a tag whose value is unknown is left out. */
export function namedMeta(values: Readonly<Record<string, string | null>>): readonly MetaTag[] {
  return Object.entries(values).flatMap(([key, value]) =>
    value === null || value === "" ? [] : [{ attribute: "name" as const, key, value }],
  );
}
