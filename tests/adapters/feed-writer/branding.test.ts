import { describe, expect, it } from "vitest";
import { renderAtom } from "../../../src/adapters/feed-writer/atom.ts";
import { renderJsonFeed } from "../../../src/adapters/feed-writer/json-feed.ts";
import { renderRss } from "../../../src/adapters/feed-writer/rss.ts";
import type { FeedDocument } from "../../../src/core/entries/entry.ts";
import type { Branding, BrandPicture } from "../../../src/core/settings/branding.ts";
import { aFeed, aFeedDocument, anEntry, anEntrySource } from "../../support/entries.ts";
import { ATOM } from "../../support/read-feeds.ts";
import { childrenOf, parseStrictXml, type Tree, textOf } from "../../support/strict-xml.ts";

const WEBFEEDS = "{http://webfeeds.org/rss/1.0}";

const picture = (name: string, type: string): BrandPicture => ({
  url: `https://desk.example/brand/${name}?a=1&b=2`,
  type,
  file: `/srv/${name}`,
});

const BRANDING: Branding = {
  icon: picture("icon.png", "image/png"),
  logo: picture("logo.svg", "image/svg+xml"),
  color: "#1d4f73",
};
const ICON = "https://desk.example/brand/icon.png?a=1&b=2";
const LOGO = "https://desk.example/brand/logo.svg?a=1&b=2";

const branded = (branding: Partial<Branding> = {}): FeedDocument =>
  aFeedDocument({ feed: aFeed({ branding: { ...BRANDING, ...branding } }) });

function channelOf(document: FeedDocument): Tree {
  const [channel] = childrenOf(parseStrictXml(renderRss(document)), "channel");
  if (channel === undefined) throw new Error("No channel");
  return channel;
}

describe("what a feed is recognised by", () => {
  it("stands in RSS as image and in the words of Feedly, before the items", () => {
    const channel = channelOf(branded());
    const [image] = childrenOf(channel, "image");
    expect(["url", "title", "link"].map((name) => image && textOf(image, name))).toEqual([
      ICON,
      "Everything",
      "https://desk.example/feeds/all",
    ]);
    expect(["icon", "logo", "accentColor"].map((name) => textOf(channel, WEBFEEDS + name))).toEqual(
      [ICON, LOGO, "1d4f73"],
    );
    expect(channel.children.at(-1)?.name).toBe("item");
  });

  it("is no RSS image where all there is cannot be shown as one", () => {
    expect(childrenOf(channelOf(branded({ icon: null })), "image")).toEqual([]);
  });

  it("stands in Atom as icon and logo", () => {
    const feed = parseStrictXml(renderAtom(branded()));
    expect([textOf(feed, `${ATOM}icon`), textOf(feed, `${ATOM}logo`)]).toEqual([ICON, LOGO]);
  });

  it("stands in JSON Feed as icon and favicon", () => {
    expect(JSON.parse(renderJsonFeed(branded()))).toMatchObject({ icon: ICON, favicon: ICON });
    expect(JSON.parse(renderJsonFeed(branded({ icon: null })))).toMatchObject({ icon: LOGO });
  });

  it("leaves no trace where there is none", () => {
    const document = aFeedDocument();
    const all = [renderRss(document), renderAtom(document), renderJsonFeed(document)].join();
    expect(all).not.toMatch(/webfeeds|<image>|<icon>|<logo>|favicon/);
  });
});

describe("the author of a feed", () => {
  const river = anEntry({ id: "urn:x:1", source: anEntrySource({ id: "river" }) });
  const mixed = aFeedDocument({ entries: [anEntry(), river] });

  it("is nobody where the texts are of several sources", () => {
    const feed = parseStrictXml(renderAtom(mixed));
    expect(childrenOf(feed, `${ATOM}author`)).toEqual([]);
    const entries = childrenOf(feed, `${ATOM}entry`);
    expect(entries.map((entry) => childrenOf(entry, `${ATOM}author`).length)).toEqual([1, 1]);
    expect(JSON.parse(renderJsonFeed(mixed))).not.toHaveProperty("authors");
  });

  it("is the desk where they are of one", () => {
    const feed = parseStrictXml(renderAtom(aFeedDocument({ entries: [river] })));
    expect(childrenOf(feed, `${ATOM}author`)).toHaveLength(1);
  });
});
