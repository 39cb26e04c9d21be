import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { feedRenderers } from "../../../src/adapters/feed-writer/feed-renderers.ts";
import { archiveUrls } from "../../../src/core/entries/addresses.ts";
import type { FeedDocument } from "../../../src/core/entries/entry.ts";
import type { Tombstone } from "../../../src/core/entries/tombstone.ts";
import { aFeedDocument, anEntry } from "../../support/entries.ts";
import { hostileString } from "../../support/hostile-strings.ts";
import { childrenOf, parseStrictXml, type Tree } from "../../support/strict-xml.ts";

const ATOM = "{http://www.w3.org/2005/Atom}";
const TOMBSTONES = "{http://purl.org/atompub/tombstones/1.0}";
const ARCHIVE = "{http://purl.org/syndication/history/1.0}archive";

const aTombstone = (overrides: Partial<Tombstone> = {}): Tombstone => ({
  id: "https://valley.example/?p=7",
  withdrawnAt: Date.UTC(2026, 1, 18, 9, 30),
  reason: "The publisher asked for it",
  ...overrides,
});

const anArchive = (page: number, overrides: Partial<FeedDocument> = {}): FeedDocument =>
  aFeedDocument({
    entries: [anEntry()],
    urls: archiveUrls("https://desk.example", "all", page),
    chain: { page, previous: page === 1 ? null : page - 1 },
    ...overrides,
  });

const atomOf = (document: FeedDocument): Tree => parseStrictXml(feedRenderers.atom(document));
const channelOf = (document: FeedDocument): Tree => {
  const [channel] = childrenOf(parseStrictXml(feedRenderers.rss(document)), "channel");
  if (!channel) throw new Error("no channel");
  return channel;
};
const jsonOf = (document: FeedDocument) => JSON.parse(feedRenderers.json(document)) as object;

const linksOf = (tree: Tree): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(
    childrenOf(tree, `${ATOM}link`)
      .map(({ attributes }) => [attributes.get("rel") ?? "", attributes.get("href")] as const)
      .filter(([rel]) => rel !== "alternate"),
  );

describe("a feed with an archive", () => {
  const feed = aFeedDocument({ chain: { page: null, previous: 12 } });
  const address = "https://desk.example/feeds/all/archive/12";

  it("links its newest page in each format, and is none itself", () => {
    expect(linksOf(atomOf(feed))["prev-archive"]).toBe(`${address}.atom`);
    expect(linksOf(channelOf(feed))["prev-archive"]).toBe(`${address}.rss`);
    expect(jsonOf(feed)).toMatchObject({ next_url: `${address}.json` });
    expect(childrenOf(atomOf(feed), ARCHIVE)).toEqual([]);
    expect(childrenOf(channelOf(feed), ARCHIVE)).toEqual([]);
  });

  it("links nothing while there is no archive", () => {
    const young = aFeedDocument();
    expect(Object.keys(linksOf(atomOf(young)))).toEqual(["self"]);
    expect(jsonOf(young)).not.toHaveProperty("next_url");
  });
});

describe("an archive document", () => {
  const at = (page: number | "", extension: string): string =>
    page === ""
      ? `https://desk.example/feeds/all.${extension}`
      : `https://desk.example/feeds/all/archive/${page}.${extension}`;

  it.each(["atom", "rss"] as const)("says in %s what it is and where it stands", (format) => {
    const tree = format === "atom" ? atomOf(anArchive(2)) : channelOf(anArchive(2));
    expect(linksOf(tree)).toEqual({
      self: at(2, format),
      current: at("", format),
      "prev-archive": at(1, format),
      "next-archive": at(3, format),
    });
    expect(childrenOf(tree, ARCHIVE)).toHaveLength(1);
  });

  it("is in JSON Feed a further page of the feed, until the first", () => {
    expect(jsonOf(anArchive(2))).toMatchObject({
      feed_url: at("", "json"),
      next_url: at(1, "json"),
    });
    expect(jsonOf(anArchive(1))).not.toHaveProperty("next_url");
  });

  it("has the feed's own id", () => {
    expect(childrenOf(atomOf(anArchive(2)), `${ATOM}id`)).toEqual(
      childrenOf(atomOf(aFeedDocument()), `${ATOM}id`),
    );
  });
});

describe("a tombstone", () => {
  it("is a deleted entry in Atom, with its reason", () => {
    const document = aFeedDocument({ withdrawn: [aTombstone(), aTombstone({ reason: null })] });
    const [first, second] = childrenOf(atomOf(document), `${TOMBSTONES}deleted-entry`);
    expect(Object.fromEntries(first?.attributes ?? [])).toEqual({
      ref: "https://valley.example/?p=7",
      when: "2026-02-18T09:30:00Z",
    });
    expect(first?.children).toMatchObject([
      { name: `${TOMBSTONES}comment`, text: "The publisher asked for it" },
    ]);
    expect(second?.children).toEqual([]);
  });

  it("is a deleted entry in the channel of RSS, too", () => {
    const document = aFeedDocument({ withdrawn: [aTombstone()] });
    const [deleted, ...others] = childrenOf(channelOf(document), `${TOMBSTONES}deleted-entry`);
    expect(deleted?.attributes.get("ref")).toBe("https://valley.example/?p=7");
    expect(deleted?.children).toMatchObject([{ text: "The publisher asked for it" }]);
    expect(others).toEqual([]);
  });

  it("is part of our extension in JSON Feed", () => {
    const document = aFeedDocument({ withdrawn: [aTombstone()] });
    expect(jsonOf(document)).toMatchObject({
      _offprint: {
        about: "https://desk.example/about",
        withdrawn: [
          {
            id: "https://valley.example/?p=7",
            withdrawn_at: "2026-02-18T09:30:00Z",
            reason: "The publisher asked for it",
          },
        ],
      },
    });
  });

  it("leaves no trace in a feed without withdrawals", () => {
    for (const format of ["atom", "rss"] as const) {
      expect(feedRenderers[format](aFeedDocument())).not.toContain("tombstones");
    }
    expect(jsonOf(aFeedDocument())).not.toHaveProperty("_offprint.withdrawn");
  });

  it("survives whatever is in it", () => {
    fc.assert(
      fc.property(hostileString(), (text) => {
        const tombstone = aTombstone({ id: `urn:x:${text}`, reason: text });
        const document = aFeedDocument({ withdrawn: [tombstone] });
        expect(childrenOf(atomOf(document), `${TOMBSTONES}deleted-entry`)).toHaveLength(1);
        expect(jsonOf(document)).toMatchObject({ _offprint: { withdrawn: [{}] } });
      }),
    );
  });
});

describe("a stub", () => {
  const stub = {
    id: "https://valley.example/?p=7",
    title: "Withdrawn",
    link: "https://desk.example/articles/4k7q2m",
    at: Date.UTC(2026, 1, 18, 9, 30),
  };

  it("is the last item of RSS, dated anew and without a text, and stands in no other format", () => {
    const document = aFeedDocument({ stubs: [stub] });
    const item = childrenOf(channelOf(document), "item").at(-1);
    const texts = item?.children.map(({ name, text }) => [name, text]);
    expect(Object.fromEntries(texts ?? [])).toEqual({
      title: "Withdrawn",
      link: "https://desk.example/articles/4k7q2m",
      guid: "https://valley.example/?p=7",
      pubDate: "Wed, 18 Feb 2026 09:30:00 GMT",
      description: "",
      "{http://purl.org/dc/terms/}modified": "2026-02-18T09:30:00Z",
      [`${ATOM}updated`]: "2026-02-18T09:30:00Z",
    });
    for (const format of ["atom", "json"] as const) {
      expect(feedRenderers[format](document)).toBe(feedRenderers[format](aFeedDocument()));
    }
  });

  it("survives whatever is in it", () => {
    fc.assert(
      fc.property(hostileString(), (text) => {
        const document = aFeedDocument({ stubs: [{ ...stub, id: `urn:x:${text}`, title: text }] });
        expect(childrenOf(channelOf(document), "item")).toHaveLength(2);
      }),
    );
  });
});
