import type { SiteDocument } from "./sites.ts";

/** The elements of an RSS item as written, but for those that have a name here. */
export type RssItem = {
  readonly title?: string;
  readonly link?: string;
  readonly guid?: string;
  readonly day?: number;
  /** HTML. */
  readonly description?: string;
  /** HTML. */
  readonly content?: string;
  /** Further elements. */
  readonly more?: string;
};

/** November 2026: everything that is invented here happened then. */
const dateOf = (day: number): string =>
  new Date(Date.UTC(2026, 10, Math.floor(day), 6 + Math.round((day % 1) * 10))).toUTCString();

const NAMESPACES = [
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
  'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
  'xmlns:podcast="https://podcastindex.org/namespace/1.0"',
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:creativeCommons="http://backend.userland.com/creativeCommonsRssModule"',
].join(" ");

export function rss(
  head: { readonly title: string; readonly link: string; readonly more?: string },
  items: readonly RssItem[],
): SiteDocument {
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" ${NAMESPACES}><channel>
<title>${head.title}</title><link>${head.link}</link><description>${head.title}: invented</description>${head.more ?? ""}
${items.map(itemOf).join("\n")}
</channel></rss>
`;
  return { contentType: "application/rss+xml; charset=utf-8", body };
}

function itemOf({ title, link, guid, day, description, content, more }: RssItem): string {
  const parts = [
    title && `<title>${title}</title>`,
    link && `<link>${link}</link>`,
    guid && `<guid isPermaLink="false">${guid}</guid>`,
    day && `<pubDate>${dateOf(day)}</pubDate>`,
    description && `<description><![CDATA[${description}]]></description>`,
    content && `<content:encoded><![CDATA[${content}]]></content:encoded>`,
    more,
  ];
  return `<item>${parts.filter(Boolean).join("\n")}</item>`;
}

export const atom = (head: string, entries: readonly string[]): SiteDocument => ({
  contentType: "application/atom+xml",
  body: `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">${head}
${entries.map((entry) => `<entry>${entry}</entry>`).join("\n")}
</feed>
`,
});

export const jsonFeed = (feed: object): SiteDocument => ({
  contentType: "application/feed+json",
  body: JSON.stringify({ version: "https://jsonfeed.org/version/1.1", ...feed }),
});

export const page = (head: string, body: string): SiteDocument => ({
  contentType: "text/html; charset=utf-8",
  body: `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`,
});
