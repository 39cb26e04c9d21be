import { describe, expect, it } from "vitest";
import { renderRss } from "../../../src/adapters/feed-writer/rss.ts";
import type { Entry } from "../../../src/core/entries/entry.ts";
import {
  aCopy,
  aFeed,
  aFeedDocument,
  anEntry,
  anEntrySource,
  aSite,
} from "../../support/entries.ts";
import { ATOM, DC, DCTERMS, MEDIA, rssItems } from "../../support/read-feeds.ts";
import { childrenOf, parseStrictXml, type Tree, textOf } from "../../support/strict-xml.ts";

const xmlOf = (overrides: Partial<Entry>) =>
  renderRss(aFeedDocument({ entries: [anEntry(overrides)] }));
function itemOf(overrides: Partial<Entry>): Tree {
  const [item] = rssItems(xmlOf(overrides));
  if (item === undefined) throw new Error("No item");
  return item;
}
const attributesOf = (tree: Tree, name: string) =>
  childrenOf(tree, name).map((child) => Object.fromEntries(child.attributes));

describe("the channel", () => {
  it("says what it is, when it last changed and who is responsible, and has no ttl", () => {
    const [channel] = childrenOf(parseStrictXml(renderRss(aFeedDocument())), "channel");
    const texts = [
      "title",
      "link",
      "description",
      "language",
      "lastBuildDate",
      "managingEditor",
      "ttl",
    ];
    expect(texts.map((name) => channel && textOf(channel, name))).toEqual([
      "Everything",
      "https://desk.example/feeds/all",
      "All articles of this desk.",
      "en",
      "Tue, 17 Feb 2026 11:20:00 GMT",
      "desk@desk.example (Example Desk)",
      null,
    ]);
  });

  it("links to its page first, then to itself and the other formats, before the items", () => {
    const xml = renderRss(aFeedDocument());
    const [channel] = childrenOf(parseStrictXml(xml), "channel");
    expect(channel && attributesOf(channel, `${ATOM}link`)).toEqual([
      { rel: "alternate", type: "text/html", href: "https://desk.example/feeds/all" },
      { rel: "self", type: "application/rss+xml", href: "https://desk.example/feeds/all.rss" },
      {
        rel: "alternate",
        type: "application/atom+xml",
        href: "https://desk.example/feeds/all.atom",
      },
      {
        rel: "alternate",
        type: "application/feed+json",
        href: "https://desk.example/feeds/all.json",
      },
    ]);
    expect(channel?.children.at(-1)?.name).toBe("item");
  });

  it("declares each namespace once, at the root", () => {
    const xml = xmlOf({
      image: { url: "https://img.example/a", width: 1, height: 1, alt: null, credit: null },
    });
    const declared = [...xml.matchAll(/xmlns:(\w+)=/g)].map((match) => match[1]);
    expect(declared).toEqual(["atom", "content", "dc", "dcterms", "media"]);
    expect(xml.match(/<rss [^>]*xmlns:media[^>]*>\s*<channel>/)).not.toBeNull();
  });

  it("names no editor without a mail address and no language that is none", () => {
    const document = aFeedDocument({
      site: aSite({ contact: "https://desk.example/contact" }),
      feed: aFeed({ language: "no language" }),
    });
    const [channel] = childrenOf(parseStrictXml(renderRss(document)), "channel");
    expect(channel && [textOf(channel, "managingEditor"), textOf(channel, "language")]).toEqual([
      null,
      null,
    ]);
  });
});

describe("an item", () => {
  it("has the id as guid, permanent link only when it is the link", () => {
    const id = "https://valley.example/bridge?a=1&b=2";
    expect(attributesOf(itemOf({ id }), "guid")).toEqual([{ isPermaLink: "false" }]);
    expect(attributesOf(itemOf({ id, link: id }), "guid")).toEqual([{ isPermaLink: "true" }]);
    expect(textOf(itemOf({ id, link: id }), "guid")).toBe(id);
  });

  it("has its description before its content", () => {
    const xml = xmlOf({});
    expect(xml.lastIndexOf("<description>")).toBeGreaterThan(xml.indexOf("<item>"));
    expect(xml.indexOf("<content:encoded>")).toBeGreaterThan(xml.lastIndexOf("<description>"));
  });

  it("writes ampersands and less-than signs of titles as every reader understands them", () => {
    expect(xmlOf({ title: "R&D <3" })).toContain("<title>R&#x26;D &#x3C;3</title>");
  });

  it("names its source with the address of the feed, and no source without an address", () => {
    const item = itemOf({ source: anEntrySource({ feedUrl: "https://valley.example/f?a=1&b=2" }) });
    expect(attributesOf(item, "source")).toEqual([{ url: "https://valley.example/f?a=1&b=2" }]);
    expect(textOf(item, "source")).toBe("Valley Courier");
    const page = itemOf({ source: anEntrySource({ feedUrl: null }) });
    expect(attributesOf(page, "source")).toEqual([{ url: "https://valley.example/" }]);
    const folder = itemOf({ source: anEntrySource({ feedUrl: null, url: null }) });
    expect(childrenOf(folder, "source")).toEqual([]);
  });

  it("says where we got it and where else it appeared", () => {
    expect(attributesOf(itemOf({ copies: [aCopy({ title: "A & B" })] }), `${ATOM}link`)).toEqual([
      { rel: "via", href: "https://valley.example/feed.xml", title: "Valley Courier" },
      { rel: "related", href: "https://hill.example/bridge", title: "A & B" },
    ]);
  });

  it("has its own language, rights, comments and date of change", () => {
    const item = itemOf({
      language: "de-AT",
      rights: "© Weir & Sons",
      commentsUrl: "https://valley.example/c?a=1&b=2",
      updatedAt: Date.UTC(2026, 1, 18),
    });
    const names = [`${DC}language`, `${DC}rights`, "comments", `${DCTERMS}modified`, "pubDate"];
    expect(names.map((name) => textOf(item, name))).toEqual([
      "de-AT",
      "© Weir & Sons",
      "https://valley.example/c?a=1&b=2",
      "2026-02-18T00:00:00Z",
      "Tue, 17 Feb 2026 11:20:00 GMT",
    ]);
  });

  it("shows its picture with size, credit and description", () => {
    const image = {
      url: "https://img.example/a?w=1&h=2",
      width: 1200,
      height: 675,
      alt: 'The "bridge" & river',
      credit: "Weir & Sons",
    };
    const item = itemOf({ image });
    const size = { url: "https://img.example/a?w=1&h=2", width: "1200", height: "675" };
    expect(attributesOf(item, `${MEDIA}content`)).toEqual([{ ...size, medium: "image" }]);
    expect(attributesOf(item, `${MEDIA}thumbnail`)).toEqual([size]);
    const [content] = childrenOf(item, `${MEDIA}content`);
    expect(content && textOf(content, `${MEDIA}credit`)).toBe("Weir & Sons");
    expect(content && textOf(content, `${MEDIA}description`)).toBe('The "bridge" & river');
    expect(childrenOf(item, "enclosure")).toEqual([]);
  });

  it("encloses the first recording, and names the other files as media", () => {
    const enclosures = [
      { url: "https://valley.example/a.bin", type: null, bytes: 5 },
      { url: "https://valley.example/b.mp3?x=1&y=2", type: "audio/mpeg", bytes: 0 },
      { url: "https://valley.example/c.mp3", type: "audio/mpeg", bytes: 123 },
      { url: "https://valley.example/d.mp4", type: "video/mp4", bytes: 456 },
    ];
    const item = itemOf({ enclosures });
    expect(attributesOf(item, "enclosure")).toEqual([
      { url: "https://valley.example/b.mp3?x=1&y=2", type: "audio/mpeg", length: "0" },
    ]);
    expect(attributesOf(item, `${MEDIA}content`)).toEqual([
      { url: "https://valley.example/a.bin", fileSize: "5" },
      { url: "https://valley.example/c.mp3", type: "audio/mpeg", fileSize: "123", medium: "audio" },
      { url: "https://valley.example/d.mp4", type: "video/mp4", fileSize: "456", medium: "video" },
    ]);
  });

  it("names a picture that is a file too once, with what is known about the file", () => {
    const url = "https://img.example/a.jpg";
    const image = { url, width: 800, height: 600, alt: null, credit: null };
    const file = { url, type: "image/jpeg", bytes: 4321 };
    const large = { url, type: "image/jpeg", fileSize: "4321", medium: "image" };
    const item = itemOf({ image, enclosures: [file, file] });
    expect(attributesOf(item, `${MEDIA}content`)).toEqual([
      { ...large, width: "800", height: "600" },
    ]);
    expect(attributesOf(item, "enclosure")).toEqual([]);
  });
});
