import { describe, expect, it } from "vitest";
import type { StoredEntry } from "../../../src/core/entries/publish-store.ts";
import type { StoredArticle } from "../../../src/core/entries/stored-article.ts";
import { RIGHTS, type Rights } from "../../../src/core/rights/rights.ts";
import { composeEntry } from "../../../src/publish/feeds/compose-entry.ts";
import { aStoredArticle, aStoredEntry, NOW } from "../../support/builders.ts";
import { anEntrySource, aSite } from "../../support/entries.ts";

const IMAGE = { url: "https://valley.example/a.jpg", width: 1, height: 1, alt: null, credit: null };
const AUDIO = { url: "https://valley.example/a.mp3", type: "audio/mpeg", bytes: 1 };

const compose = (
  article: Partial<StoredArticle> = {},
  { content = "full", ...rest }: Partial<StoredEntry> & { content?: Rights } = {},
  site = aSite(),
) => {
  const full = aStoredArticle({ image: IMAGE, enclosures: [AUDIO], ...article });
  return composeEntry(aStoredEntry({ article: full, ...rest }), site, content);
};

describe("rights", () => {
  it.each(RIGHTS.flatMap((republish) => RIGHTS.map((content) => [republish, content] as const)))(
    "source %s, feed %s: the lesser counts",
    (republish, content) => {
      const entry = compose({ republish }, { content });
      const least = RIGHTS[Math.min(RIGHTS.indexOf(republish), RIGHTS.indexOf(content))];
      expect(entry.content).toBe(least);
      expect(entry.contentHtml !== null).toBe(least === "full");
      expect(entry.enclosures).toEqual(least === "full" ? [AUDIO] : []);
      expect(entry.summary === "").toBe(least === "link");
      expect(entry.image === null).toBe(least === "link");
      expect(entry.share.image === null).toBe(least === "link");
      const written = JSON.stringify(entry);
      if (least === "link") expect(written).not.toContain("carries walkers");
    },
  );
});

describe("an entry", () => {
  it("links to the article without tracking, else as given, else to its page here", () => {
    const page = "https://desk.example/articles/4k7q2m";
    const canonicalUrl = "https://valley.example/x";
    const link = "https://valley.example/x?utm_id=1";
    expect(compose({ canonicalUrl, link })).toMatchObject({ link: canonicalUrl, page });
    expect(compose({ canonicalUrl: null, link })).toMatchObject({ link });
    expect(compose({ canonicalUrl: null, link: "ftp://x/" })).toMatchObject({ link: page });
    expect(compose({ canonicalUrl: null, link: null }).share.canonicalUrl).toBe(page);
  });

  it("shares what it links to, and the picture, by addresses that every format can hold", () => {
    const image = { ...IMAGE, url: 'https://valley.example/a.jpg?q="x"' };
    const entry = compose({ canonicalUrl: null, link: "javascript:alert(1)", image });
    expect(entry.share.canonicalUrl).toBe(entry.page);
    expect(entry.share.image).toBe("https://valley.example/a.jpg?q=%22x%22");
    expect(JSON.stringify(entry.shareLinks)).not.toContain("javascript");
  });

  it("begins its summary with the text when there is none", () => {
    expect(compose({ summary: "", text: "One.\n\nTwo." }).summary).toBe("One. Two.");
  });

  it("carries a summary of 300 characters where all of the text may be passed on", () => {
    const text = `The bridge is open. ${"Walkers are glad, and the mayor walked first. ".repeat(20)}`;
    const [summary, long] = ["A day in May.", `A day in May. ${text}`];
    const entry = compose({ summary, text });
    expect(long.startsWith(entry.summary)).toBe(true);
    expect(entry.summary.length).toBeGreaterThanOrEqual(300);
    expect(entry.share.description).toBe(summary);
    expect(compose({ summary, text }, { content: "excerpt" }).summary).toBe(entry.summary);
    expect(compose({ summary, text, republish: "excerpt" }).summary).toBe(summary);
  });

  it("does not begin its text with the title that was made of its first paragraph", () => {
    const title = 'The "old" bridge & more';
    const contentHtml = '<p>The "old" bridge &amp; more</p>\n<p>It is open.</p>';
    expect(compose({ title, contentHtml, derived: ["title"] }).contentHtml).toBe(
      "<p>It is open.</p>",
    );
    expect(compose({ title, contentHtml }).contentHtml).toBe(contentHtml);
    const only = "<p>It is open.</p>";
    expect(
      compose({ title: "It is open.", contentHtml: only, derived: ["title"] }).contentHtml,
    ).toBe(only);
  });

  it("has no content when the article has none", () => {
    expect(compose({ contentHtml: "" }).contentHtml).toBeNull();
  });

  it("names the other copies by their addresses, or their pages here", () => {
    const copy = {
      articleId: "c0py",
      source: anEntrySource({ id: "hill" }),
      origin: null,
      title: "Copy",
      link: null,
      canonicalUrl: null,
      publishedAt: NOW,
      why: { rule: "exact" as const, tokens: 9 },
    };
    const urls = compose(
      {},
      { copies: [copy, { ...copy, link: "https://hill.example/1" }] },
    ).copies.map(({ url }) => url);
    expect(urls).toEqual(["https://desk.example/articles/c0py", "https://hill.example/1"]);
    const { source } = aStoredEntry().article;
    expect(compose({}, { copies: [{ ...copy, source }] }).copies).toEqual([]);
  });
});

describe("types that looks told", () => {
  const fileTypes = {
    "https://cdn.example/1": "image/webp",
    "https://cdn.example/2": "audio/mpeg",
    "https://cdn.example/3.pdf": "image/png",
  };
  const file = (n: string, type: string | null = null) => ({
    ...{ url: `https://cdn.example/${n}`, type, bytes: null },
  });

  it("are those of files that have none, and of the picture", () => {
    const image = { ...IMAGE, url: file("1").url };
    const enclosures = [file("1"), file("2", "application/octet-stream"), file("3.pdf"), file("4")];
    const entry = compose({ image, enclosures, fileTypes });
    expect(entry.image).toEqual({ ...image, type: "image/webp" });
    const types = entry.enclosures.map(({ type }) => type);
    expect(types).toEqual(["image/webp", "audio/mpeg", null, null]);
  });

  it("make no picture of what is none", () => {
    expect(
      compose({ image: { ...IMAGE, url: file("2").url }, fileTypes }).image,
    ).not.toHaveProperty("type");
  });

  it("take pictures out where none are shown", () => {
    const site = aSite({ images: "none" });
    const { enclosures } = compose({ enclosures: [file("1"), file("2")], fileTypes }, {}, site);
    expect(enclosures).toEqual([file("2", "audio/mpeg")]);
  });
});

describe("a site without pictures", () => {
  const html =
    '<p>Text</p><figure><img src="https://valley.example/a.jpg" alt="a &gt; b"></figure><figure><img src="x"><figcaption>Still told</figcaption></figure>';

  it("shows none, and keeps what is told about them", () => {
    const picture = { ...AUDIO, url: "https://valley.example/b.jpg", type: "image/jpeg" };
    const site = aSite({ images: "none" });
    const entry = compose({ contentHtml: html, enclosures: [picture, AUDIO] }, {}, site);
    expect(entry).toMatchObject({
      image: null,
      share: { image: null },
      contentHtml: "<p>Text</p><figure><figcaption>Still told</figcaption></figure>",
      enclosures: [AUDIO],
    });
  });

  it("is none by default", () => {
    expect(compose({ contentHtml: html }).contentHtml).toBe(html);
  });
});
