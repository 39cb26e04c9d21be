import { generateText, seeded } from "./generated-texts.ts";
import type { Reply, SourceServer } from "./source-server.ts";

/** A publisher whose feed has only summaries, and whose pages have the articles. */
export type Story = {
  /** Where it stands on the server; another story has another text. */
  readonly path: string;
  readonly title: string;
  /** Paragraphs. */
  readonly text: readonly string[];
};

export function aStory(path: string, title: string, seed = path.length): Story {
  const random = seeded(seed * 7_919 + title.length);
  return { path, title, text: Array.from({ length: 6 }, () => generateText(random, 60)) };
}

/** A feed of their first sentences. */
export const summaryFeed = (url: string, stories: readonly Story[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>The Halm Courier</title><link>${url}/</link>
<description>Made for a test</description><language>en</language>
${stories.map((story) => itemXml(url, story)).join("\n")}
</channel></rss>`;

const itemXml = (url: string, { path, title, text }: Story): string =>
  `<item><guid>${url}${path}</guid><link>${url}${path}</link><title>${title}</title>
<pubDate>${new Date(Date.now() - 3_600_000).toUTCString()}</pubDate>
<description>${summaryOf(text)}</description></item>`;

const summaryOf = (text: readonly string[]): string =>
  `${(text[0] ?? "").split(" ").slice(0, 20).join(" ")} …`;

/** The page of a story, with what pages put around an article. */
export const pageOf = ({ title, text }: Story, head = ""): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<main><article><h1>${title}</h1>
<div class="share-buttons">Share this article: <a href="https://social.example/share">Post</a></div>
${text.map((paragraph) => `<p>${paragraph}</p>`).join("\n")}
</article></main><footer>All rights reserved</footer></body></html>`;

export const asPage = (html: string, headers: Readonly<Record<string, string>> = {}): Reply => ({
  body: html,
  contentType: "text/html; charset=utf-8",
  headers,
});

/** Serves the feed and every page of these stories. */
export function serveSite(server: SourceServer, stories: readonly Story[]): void {
  server.set("/feed.xml", { body: summaryFeed(server.url, stories) });
  for (const story of stories) server.set(story.path, asPage(pageOf(story)));
}
