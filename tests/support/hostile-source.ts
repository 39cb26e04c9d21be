import { writableText } from "../../src/core/text/clean.ts";

/** Feeds of a publisher whose every field carries a vector: one item a vector. */
export type HostileFormat = "rss" | "atom" | "json";

export const HOSTILE_TYPES: Readonly<Record<HostileFormat, string>> = {
  rss: "application/rss+xml; charset=utf-8",
  atom: "application/atom+xml; charset=utf-8",
  json: "application/feed+json; charset=utf-8",
};

/** The feed's own title carries all of the vectors, so a feed holds few of them. */
export function hostileFeed(
  format: HostileFormat,
  name: string,
  vectors: readonly string[],
): string {
  const items = vectors.map((vector, index) => hostileItem(vector, `${name}-${index}`));
  return WRITERS[format](vectors.join(" "), items);
}

type HostileItem = {
  readonly vector: string;
  readonly html: string;
  /** What stands where an address should; relative, behind a scheme, and within a URL. */
  readonly addresses: readonly [string, string, string];
};

/** Without a text of its own each item would be a copy of the others. */
function hostileItem(vector: string, name: string): HostileItem {
  const words = Array.from({ length: 60 }, (_, n) => `${name.replaceAll("-", "q")}w${n * n}`);
  return {
    vector,
    html: `<p>${words.join(" ")}.</p>${vector}<p>That was ${name}.</p>`,
    addresses: [
      `${name}/${vector}`,
      `javascript:alert(1)//${name}${vector}`,
      `http://valley.test/${name}?${vector}`,
    ],
  };
}

const WRITERS: Readonly<
  Record<HostileFormat, (title: string, items: readonly HostileItem[]) => string>
> = { rss, atom, json };

function rss(title: string, items: readonly HostileItem[]): string {
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel>
<title>${xml(xml(title))}</title><link>${xml(title)}</link><description>${xml(title)}</description>
${items.map(rssItem).join("\n")}</channel></rss>`;
}

const rssItem = ({ vector, html, addresses: [path, script, url] }: HostileItem): string => `<item>
<title>${xml(xml(vector))}</title><link>${xml(path)}</link><guid>${xml(script)}</guid>
<description>${xml(vector)}</description><content:encoded>${xml(html)}</content:encoded>
<dc:creator>${xml(vector)}</dc:creator><category>${xml(vector)}</category><comments>${xml(script)}</comments>
<dc:rights>${xml(vector)}</dc:rights><source url="${xml(script)}">${xml(vector)}</source>
<enclosure url="${xml(script)}" type="audio/mpeg" length="1"/>
<media:content url="${xml(url)}" medium="image"><media:credit>${xml(vector)}</media:credit><media:description>${xml(vector)}</media:description></media:content>
</item>`;

function atom(title: string, items: readonly HostileItem[]): string {
  return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
<title type="html">${xml(xml(title))}</title><id>urn:x:hostile</id><updated>2026-02-17T11:20:00Z</updated>
<link href="${xml(title)}"/>
${items.map(atomEntry).join("\n")}</feed>`;
}

const atomEntry = ({ vector, html, addresses: [path, script, url] }: HostileItem): string =>
  `<entry><title type="text">${xml(vector)}</title><id>${xml(path)}</id><updated>2026-02-17T11:20:00Z</updated>
<link href="${xml(url)}"/><link rel="replies" href="${xml(script)}"/><link rel="enclosure" type="image/png" href="${xml(url)}"/>
<author><name>${xml(vector)}</name><uri>${xml(script)}</uri><email>${xml(vector)}</email></author>
<category term="${xml(vector)}" label="${xml(vector)}"/><rights>${xml(vector)}</rights>
<summary type="html">${xml(vector)}</summary><content type="html">${xml(html)}</content>
<media:thumbnail url="${xml(script)}"/></entry>`;

function json(title: string, items: readonly HostileItem[]): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title,
    home_page_url: title,
    items: items.map(({ vector, html, addresses: [path, script, url] }) => ({
      id: url,
      url: script,
      external_url: path,
      title: vector,
      content_html: html,
      summary: vector,
      image: url,
      banner_image: script,
      authors: [{ name: vector, url: script, avatar: path }],
      tags: [vector],
      language: vector,
      attachments: [{ url, mime_type: vector, title: vector }],
    })),
  });
}

const xml = (text: string): string =>
  writableText(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
