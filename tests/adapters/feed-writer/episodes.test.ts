import { describe, expect, it } from "vitest";
import { renderAtom } from "../../../src/adapters/feed-writer/atom.ts";
import { renderJsonFeed } from "../../../src/adapters/feed-writer/json-feed.ts";
import { renderRss } from "../../../src/adapters/feed-writer/rss.ts";
import type { Entry } from "../../../src/core/entries/entry.ts";
import type { Enclosure, Episode } from "../../../src/core/media/media.ts";
import { aFeedDocument, anEntry, anEntrySource } from "../../support/entries.ts";
import { ATOM, atomEntries, MEDIA, rssItems } from "../../support/read-feeds.ts";
import { childrenOf, type Tree, textOf } from "../../support/strict-xml.ts";

const ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}";
const PODCAST = "{https://podcastindex.org/namespace/1.0}";
const CC = "{http://backend.userland.com/creativeCommonsRssModule}";

const documentOf = (entry: Partial<Entry>) => aFeedDocument({ entries: [anEntry(entry)] });
const rssOf = (entry: Partial<Entry>): Tree => rssItems(renderRss(documentOf(entry)))[0] as Tree;
const atomOf = (entry: Partial<Entry>): Tree =>
  atomEntries(renderAtom(documentOf(entry)))[0] as Tree;
const jsonOf = (entry: Partial<Entry>) =>
  (JSON.parse(renderJsonFeed(documentOf(entry))) as { items: Record<string, unknown>[] }).items[0];
const attributes = (tree: Tree, name: string) =>
  childrenOf(tree, name).map((child) => Object.fromEntries(child.attributes));

const file = (name: string, over: Partial<Enclosure> = {}): Enclosure => ({
  ...{ url: `https://valley.example/${name}`, type: null, bytes: null },
  ...over,
});

describe("the one file of an RSS item", () => {
  it.each<[string, readonly Enclosure[], object[]]>([
    [
      "is a recording before all others",
      [file("a.jpg", { bytes: 3 }), file("a.pdf"), file("a.mp3", { bytes: 4 })],
      [{ url: "https://valley.example/a.mp3", type: "audio/mpeg", length: "4" }],
    ],
    [
      "has length 0 where that is unknown",
      [file("a.m4a")],
      [{ url: "https://valley.example/a.m4a", type: "audio/x-m4a", length: "0" }],
    ],
    [
      "is of no type where nothing tells it",
      [file("a")],
      [{ url: "https://valley.example/a", type: "application/octet-stream", length: "0" }],
    ],
    ["is never a picture", [file("a.jpg", { type: "image/jpeg", bytes: 3 })], []],
    ["is never a picture by its medium", [file("img/1", { medium: "image" })], []],
    [
      "is a recording by its medium",
      [file("a.pdf"), file("play/1", { medium: "audio" })],
      [
        {
          url: "https://valley.example/play/1",
          type: "application/octet-stream",
          length: "0",
        },
      ],
    ],
  ])("%s", (_, enclosures, expected) => {
    expect(attributes(rssOf({ enclosures }), "enclosure")).toEqual(expected);
  });

  it("is not the picture of the entry, although nobody says what it is", () => {
    const picture = file("img/12345");
    const image = { ...{ width: null, height: null, alt: null, credit: null }, url: picture.url };
    const item = rssOf({ enclosures: [picture], image });
    expect(attributes(item, "enclosure")).toEqual([]);
    expect(attributes(item, `${MEDIA}content`)).toEqual([{ url: picture.url, medium: "image" }]);
  });

  it("is of the type that a look told, in all formats", () => {
    const image = { width: null, height: null, alt: null, credit: null, type: "image/webp" };
    const entry = { image: { ...image, url: file("img/1").url } };
    const media = [rssOf(entry), atomOf(entry)].map((tree) => attributes(tree, `${MEDIA}content`));
    expect(media.flat()).toEqual(
      Array(2).fill({ url: file("img/1").url, type: "image/webp", medium: "image" }),
    );
    expect(jsonOf(entry)?.["_offprint"]).toMatchObject({ image: { type: "image/webp" } });
  });

  it.each<[string, Partial<Enclosure>, Partial<Entry>, number]>([
    ["is no file of which nothing is known, beside a picture", {}, {}, 0],
    ["is such a file of an episode", {}, { episode: { durationSeconds: 9 } }, 1],
    ["is a file whose publisher gives it a type, beside a picture", { type: "x/y" }, {}, 1],
  ])("%s", (_, said, over, count) => {
    const image = { width: null, height: null, alt: null, credit: null };
    const enclosures = [file("img/1"), file("img/2", said)];
    const item = rssOf({ enclosures, image: { ...image, url: file("img/1").url }, ...over });
    expect(attributes(item, "enclosure")).toHaveLength(count);
  });

  it("leaves the others to Media RSS", () => {
    const enclosures = [file("a.mp3"), file("a.ogg", { title: "Ogg", durationSeconds: 61 })];
    const [other] = childrenOf(rssOf({ enclosures }), `${MEDIA}content`);
    expect(Object.fromEntries(other?.attributes ?? [])).toEqual({
      ...{ url: "https://valley.example/a.ogg", type: "audio/ogg" },
      ...{ medium: "audio", duration: "61" },
    });
    expect(other && textOf(other, `${MEDIA}title`)).toBe("Ogg");
  });
});

const EPISODE: Episode = {
  durationSeconds: 3599,
  image: "https://valley.example/a.jpg?w=1&h=2",
  number: 7,
  season: 0,
  type: "bonus",
  isExplicit: false,
  transcripts: [{ url: "https://valley.example/a.vtt", language: "en" }],
  chapters: { url: "https://valley.example/a/chapters" },
  persons: [{ name: "Ada & <Co>", role: "host" }],
};

describe.each([
  ["RSS", rssOf],
  ["Atom", atomOf],
])("an episode in %s", (_, entryOf) => {
  it("is written as podcast apps read it", () => {
    const item = entryOf({ episode: EPISODE });
    const names = ["duration", "episode", "season", "episodeType", "explicit"];
    expect(names.map((name) => textOf(item, ITUNES + name))).toEqual([
      ...["3599", "7", null, "bonus", "false"],
    ]);
    expect(attributes(item, `${ITUNES}image`)).toEqual([
      { href: "https://valley.example/a.jpg?w=1&h=2" },
    ]);
    expect(attributes(item, `${PODCAST}transcript`)).toEqual([
      { url: "https://valley.example/a.vtt", type: "text/vtt", language: "en" },
    ]);
    expect(attributes(item, `${PODCAST}chapters`)).toEqual([
      { url: "https://valley.example/a/chapters", type: "application/json+chapters" },
    ]);
    expect(attributes(item, `${PODCAST}person`)).toEqual([{ role: "host" }]);
    expect(textOf(item, `${PODCAST}person`)).toBe("Ada & <Co>");
  });
});

describe("vocabularies for some feeds", () => {
  it.each([
    ["rss", renderRss],
    ["atom", renderAtom],
  ])("are declared only where they are used, in %s", (_, render) => {
    expect(render(documentOf({}))).not.toMatch(/xmlns:(?:itunes|podcast|creativeCommons)/);
    expect(render(documentOf({ episode: { number: 1 } }))).toMatch(/xmlns:itunes="http/);
    expect(render(documentOf({ episode: { number: 1 } }))).not.toMatch(/xmlns:podcast/);
  });
});

describe("JSON Feed", () => {
  it("counts from one", () => {
    const item = rssOf({ enclosures: [file("a.mp3")], episode: { number: 0, season: 0 } });
    expect(childrenOf(item, `${ITUNES}episode`)).toEqual([]);
    expect(childrenOf(item, `${ITUNES}season`)).toEqual([]);
  });

  it("has title and length of each recording, and the rest of the episode in our extension", () => {
    const enclosures = [file("a.mp3", { title: "The talk", bytes: 5 }), file("a.pdf")];
    const item = jsonOf({ enclosures, episode: EPISODE });
    expect(item).toMatchObject({
      attachments: [
        {
          url: "https://valley.example/a.mp3",
          mime_type: "audio/mpeg",
          title: "The talk",
          size_in_bytes: 5,
          duration_in_seconds: 3599,
        },
        { url: "https://valley.example/a.pdf", mime_type: "application/pdf" },
      ],
      _offprint: { episode: { number: 7, season: 0, explicit: false } },
    });
    const files = (item?.["attachments"] ?? []) as object[];
    expect(files[1]).not.toHaveProperty("duration_in_seconds");
  });
});

describe("licences", () => {
  const licences = [
    "https://creativecommons.org/licenses/by/4.0/",
    "https://valley.example/terms",
    "javascript:alert(1)",
  ];

  it("are links in Atom, and in RSS the Creative Commons module for theirs alone", () => {
    const links = (tree: Tree) =>
      attributes(tree, `${ATOM}link`)
        .filter(({ rel }) => rel === "license")
        .map(({ href }) => href);
    expect(links(atomOf({ licences }))).toEqual(licences.slice(0, 2));
    const item = rssOf({ licences });
    expect(textOf(item, `${CC}license`)).toBe(licences[0]);
    expect(links(item)).toEqual([licences[1]]);
    expect(jsonOf({ licences, rights: "CC BY" })).toMatchObject({
      _offprint: { rights: { notice: "CC BY", licences: licences.slice(0, 2) } },
    });
  });

  it("and the feed says whose texts it holds", () => {
    const copyright = "Each text belongs to its publisher: A & B.";
    const document = aFeedDocument({ copyright });
    expect(renderRss(document)).toContain(
      "<copyright>Each text belongs to its publisher: A &#x26; B.</copyright>",
    );
    expect(renderAtom(document)).toContain(
      "<rights>Each text belongs to its publisher: A &amp; B.",
    );
    expect(JSON.parse(renderJsonFeed(document))).toMatchObject({ _offprint: { copyright } });
  });
});

describe("an entry that another source passed on", () => {
  const source = anEntrySource({
    title: "Hill",
    feedId: "tag:hill.example,2020:f",
    rights: "CC BY Hill",
  });
  const via = anEntrySource({ id: "planet", title: "Planet", feedUrl: "https://planet.example/f" });

  it.each<[string, boolean]>([
    ["yt:channel:UC1", true],
    ["urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6", true],
    ["javascript:alert(1)", false],
    ["a word", false],
    ["word", false],
    ["urn:wire", false],
    ["urn:uuid:wire", false],
    ["tag:hill", false],
    ["https://", false],
  ])("is known by the id of its house if that is an identifier: %s", (id, isKnown) => {
    const [house] = childrenOf(atomOf({ source: anEntrySource({ feedId: id }) }), `${ATOM}source`);
    expect(textOf(house as Tree, `${ATOM}id`) === id).toBe(isKnown);
  });

  it("credits its house as the source, and the other as via", () => {
    const entry = atomOf({ source, via });
    const [house] = childrenOf(entry, `${ATOM}source`);
    expect(["id", "title", "rights"].map((name) => house && textOf(house, ATOM + name))).toEqual([
      ...["tag:hill.example,2020:f", "Hill", "CC BY Hill"],
    ]);
    for (const tree of [entry, rssOf({ source, via })]) {
      expect(attributes(tree, `${ATOM}link`)).toContainEqual({
        ...{ rel: "via", href: "https://planet.example/f", title: "Planet" },
      });
    }
    expect(textOf(rssOf({ source, via }), "source")).toBe("Hill");
    expect(jsonOf({ source, via })).toMatchObject({
      _offprint: { source: { title: "Hill" }, via: { id: "planet", title: "Planet" } },
    });
  });
});
