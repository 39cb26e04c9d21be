/** An item of a feed that a source server serves. */
export type SampleItem = {
  readonly guid: string;
  readonly title: string;
  /** Paragraphs of plain text. */
  readonly text: string;
  /** Unix milliseconds; default: none. */
  readonly publishedAt?: number;
};

/** An item whose text is like no other's. */
export const sampleItem = (name: string, publishedAt?: number): SampleItem => ({
  guid: `urn:sample:${name}`,
  title: `What happened to ${name}`,
  text: `Nobody in the valley had expected that ${name} would be in the news.\n\n${wordsOf(name)}`,
  ...(publishedAt === undefined ? {} : { publishedAt }),
});

/** A plain RSS feed with these items. */
export const rssFeed = (title: string, items: readonly SampleItem[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>${title}</title><link>http://source.test/</link>
<description>Made for a test</description><language>en</language>
${items.map(itemXml).join("\n")}
</channel></rss>`;

function itemXml({ guid, title, text, publishedAt }: SampleItem): string {
  const date =
    publishedAt === undefined ? "" : `<pubDate>${new Date(publishedAt).toUTCString()}</pubDate>`;
  return `<item><guid isPermaLink="false">${guid}</guid><title>${title}</title>${date}
<description>${text}</description></item>`;
}

/** Fifty words that depend on the name. */
function wordsOf(name: string): string {
  const words = Array.from({ length: 50 }, (_, n) => `${name.replace(/\W/g, "")}${n * n}`);
  return `${words.join(" ")}.`;
}
