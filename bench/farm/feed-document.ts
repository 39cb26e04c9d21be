import { type WrittenArticle, writeArticle } from "../texts/write-article.ts";

/** What a source shows at a time. */
export type FeedEdition = {
  /** Of its articles, in the order of their writing, the oldest that is still in the feed: it has this number. */
  readonly oldest: number;
  /** Added to the date of every item, as publishers do that date their items by the last build. */
  readonly movedByMs: number;
};

export type FeedOptions = {
  /** Number of the source; no two sources have an article in common. */
  readonly source: number;
  readonly items: number;
  readonly edition: FeedEdition;
  /** Date of the article with number 0, Unix milliseconds. */
  readonly startAt: number;
  /** Without a trailing slash. */
  readonly site: string;
};

/** More than a source ever writes in a bench. */
const ARTICLES_A_SOURCE = 1000;
const BETWEEN_ARTICLES_MS = 1_200_000;

/** RSS 2.0 with full text, newest first, as the usual publishing systems write it. */
export function feedDocument({ source, items, edition, startAt, site }: FeedOptions): string {
  const numbers = Array.from({ length: items }, (_, index) => edition.oldest + items - 1 - index);
  const entries = numbers.map((number) => {
    const article = writeArticle(source * ARTICLES_A_SOURCE + number);
    const date = startAt + number * BETWEEN_ARTICLES_MS + edition.movedByMs;
    return itemOf(article, `${site}/${source}/article-${number}`, date);
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    "<channel>",
    `<title>Gazette ${source}</title><link>${site}/${source}/</link>`,
    "<description>Invented news</description><language>en</language>",
    ...entries,
    "</channel></rss>",
  ].join("\n");
}

function itemOf(article: WrittenArticle, link: string, date: number): string {
  const [summary = ""] = article.paragraphs;
  return [
    "<item>",
    `<title>${escaped(article.title)}</title>`,
    `<link>${link}</link>`,
    `<guid isPermaLink="true">${link}</guid>`,
    `<pubDate>${new Date(date).toUTCString()}</pubDate>`,
    `<dc:creator>${escaped(article.author)}</dc:creator>`,
    `<category>${escaped(article.section)}</category>`,
    `<description>${escaped(summary.slice(0, SUMMARY_CHARACTERS))} […]</description>`,
    `<content:encoded><![CDATA[${markupOf(article, link)}]]></content:encoded>`,
    "</item>",
  ].join("\n");
}

const SUMMARY_CHARACTERS = 180;

function markupOf({ author, paragraphs }: WrittenArticle, link: string): string {
  const [first = "", ...rest] = paragraphs;
  return [
    `<p class="lead"><strong>${escaped(first)}</strong></p>`,
    ...rest.map((paragraph) => `<p style="margin: 0">${escaped(paragraph)}</p>`),
    `<p><a href="${link}#author">${escaped(author)}</a></p>`,
  ].join("\n");
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
