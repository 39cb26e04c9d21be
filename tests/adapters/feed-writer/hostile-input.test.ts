import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { feedRenderers } from "../../../src/adapters/feed-writer/feed-renderers.ts";
import { xmlLine } from "../../../src/adapters/feed-writer/plain-line.ts";
import type { Entry, FeedDocument } from "../../../src/core/entries/entry.ts";
import { writableLine, writableText } from "../../../src/core/text/clean.ts";
import { cleanUrl } from "../../../src/core/urls/clean-url.ts";
import { checkJsonFeed } from "../../support/check-json-feed.ts";
import {
  aCopy,
  aFeed,
  aFeedDocument,
  anEntry,
  anEntrySource,
  aSite,
} from "../../support/entries.ts";
import { hostileString } from "../../support/hostile-strings.ts";
import { NASTY_ENTRIES } from "../../support/nasty-entries.ts";
import {
  ATOM,
  CONTENT,
  DC,
  DCTERMS,
  MEDIA,
  readAtom,
  readJsonFeed,
  readRss,
} from "../../support/read-feeds.ts";
import { parseStrictXml, type Tree } from "../../support/strict-xml.ts";

/** Each element that we ever write: anything else was smuggled in. */
const RSS_ELEMENTS = new Set([
  ...[
    "rss",
    "channel",
    "title",
    "link",
    "description",
    "lastBuildDate",
    "copyright",
    "docs",
    "generator",
    "language",
  ],
  ...["managingEditor", "item", "guid", "pubDate", "category", "enclosure", "source", "comments"],
  ...[`${CONTENT}encoded`, `${DC}creator`, `${DC}language`, `${DC}rights`, `${DCTERMS}modified`],
  ...[
    `${ATOM}link`,
    `${ATOM}updated`,
    `${MEDIA}content`,
    `${MEDIA}credit`,
    `${MEDIA}description`,
    `${MEDIA}thumbnail`,
  ],
]);
const ATOM_ELEMENTS = new Set([
  ...[
    "feed",
    "id",
    "title",
    "subtitle",
    "updated",
    "author",
    "name",
    "uri",
    "email",
    "link",
    "generator",
  ]
    .concat(["entry", "published", "category", "rights", "summary", "content", "source"])
    .map((name) => ATOM + name),
  ...[`${MEDIA}content`, `${MEDIA}credit`, `${MEDIA}description`, `${MEDIA}thumbnail`],
]);

const namesIn = (tree: Tree): readonly string[] => [tree.name, ...tree.children.flatMap(namesIn)];

/** What each reader must find in the three documents; and that nothing else is in them. */
function expectSafe(document: FeedDocument) {
  const [rss, atom, json] = [
    feedRenderers.rss(document),
    feedRenderers.atom(document),
    feedRenderers.json(document),
  ];
  expect(namesIn(parseStrictXml(rss)).filter((name) => !RSS_ELEMENTS.has(name))).toEqual([]);
  expect(namesIn(parseStrictXml(atom)).filter((name) => !ATOM_ELEMENTS.has(name))).toEqual([]);
  expect(checkJsonFeed(json).filter((fault) => !SAME_IDS.test(fault))).toEqual([]);
  const read = readJsonFeed(json);
  expect(readRss(rss)).toEqual(read);
  expect(readAtom(atom)).toEqual(read);
  expect(read.map((entry) => entry.id)).toEqual(
    document.entries.map((entry) => writableLine(entry.id) || cleanUrl(entry.page)),
  );
  expect(read.map((entry) => entry.title)).toEqual(document.entries.map(expectedTitle));
  expect(read.map((entry) => entry.contentHtml)).toEqual(document.entries.map(expectedContent));
  return read;
}

/** Ids are distinct by the store (pinned to a cluster); hostile documents here repeat them. */
const SAME_IDS = /^two items have one id$/;

const expectedTitle = (entry: Entry): string =>
  xmlLine(entry.title) || xmlLine(entry.source.title) || entry.source.id;

function expectedContent({ contentHtml }: Entry): string | null {
  const clean = writableText(contentHtml ?? "");
  return clean.trim() === "" ? null : clean.replaceAll("]]>", "]]&gt;");
}

describe("the writers, given nasty entries", () => {
  it("has at least 40 of them", () => {
    expect(NASTY_ENTRIES.length).toBeGreaterThanOrEqual(40);
  });

  it.each(NASTY_ENTRIES)("publish %s alike in the three formats", (_, entry) => {
    const before = anEntry({ id: "urn:x:before", title: "Before" });
    const after = anEntry({ id: "urn:x:after", title: "After" });
    const read = expectSafe(aFeedDocument({ entries: [before, entry, after] }));
    expect(read.map(({ title }) => title)).toEqual(["Before", expectedTitle(entry), "After"]);
  });

  it("publish all of them in one feed", () => {
    const entries = NASTY_ENTRIES.map(([, entry]) => entry);
    expect(expectSafe(aFeedDocument({ entries }))).toHaveLength(entries.length);
  });
});

const hostileImage = () =>
  fc.record({
    url: hostileString().map((text) => `https://img.example/${text}`),
    width: fc.option(fc.double()),
    height: fc.option(fc.integer()),
    alt: fc.option(hostileString()),
    credit: fc.option(hostileString()),
  });

const hostileSource = () =>
  fc
    .record({ title: hostileString(), url: fc.option(hostileString()), feedUrl: hostileString() })
    .map((fields) =>
      anEntrySource({ ...fields, feedUrl: `https://valley.example/${fields.feedUrl}` }),
    );

const hostileEntry = (): fc.Arbitrary<Entry> =>
  fc
    .record({
      id: hostileString(),
      link: fc.oneof(
        hostileString(),
        hostileString().map((text) => `https://valley.example/${text}`),
      ),
      title: hostileString(),
      summary: hostileString(),
      page: hostileString().map((text) => `https://desk.example/articles/${text}`),
      share: fc.record({
        canonicalUrl: hostileString(),
        title: hostileString(),
        description: hostileString(),
        image: fc.option(hostileString()),
        siteName: hostileString(),
      }),
      shareLinks: fc.array(
        fc.record({ network: hostileString(), label: hostileString(), url: hostileString() }),
        { maxLength: 2 },
      ),
      contentHtml: fc.option(hostileString()),
      authors: fc.array(
        fc.record({
          name: fc.option(hostileString()),
          email: fc.option(hostileString()),
          url: fc.option(hostileString()),
        }),
        { maxLength: 3 },
      ),
      categories: fc.array(hostileString(), { maxLength: 3 }),
      language: fc.option(hostileString()),
      rights: fc.option(hostileString()),
      image: fc.option(hostileImage()),
      enclosures: fc.array(
        fc.record({
          url: hostileString().map((text) => `https://valley.example/${text}`),
          type: fc.option(fc.oneof(hostileString(), fc.constant("audio/mpeg"))),
          bytes: fc.option(fc.integer()),
        }),
        { maxLength: 3 },
      ),
      commentsUrl: fc.option(hostileString().map((text) => `https://valley.example/${text}`)),
      publishedAt: fc.double(),
      updatedAt: fc.double(),
      source: hostileSource(),
      copies: fc.array(
        fc
          .record({ title: hostileString(), url: hostileString(), source: hostileSource() })
          .map((fields) => aCopy({ ...fields, url: `https://hill.example/${fields.url}` })),
        { maxLength: 2 },
      ),
    })
    .map((fields) => anEntry(fields));

const hostileDocument = (): fc.Arbitrary<FeedDocument> =>
  fc
    .record({
      entries: fc.array(hostileEntry(), { maxLength: 4 }),
      title: hostileString(),
      description: hostileString(),
      language: hostileString(),
      site: fc.record({ title: hostileString(), contact: fc.option(hostileString()) }),
      updatedAt: fc.double(),
    })
    .map(({ entries, title, description, language, site, updatedAt }) =>
      aFeedDocument({
        entries,
        updatedAt,
        site: aSite(site),
        feed: aFeed({ title, description, language }),
      }),
    );

describe("the writers, given anything", () => {
  it("lose no entry, let no element in and give each reader the same strings", () => {
    fc.assert(
      fc.property(hostileDocument(), (document) => {
        expect(expectSafe(document)).toHaveLength(document.entries.length);
      }),
    );
  });

  it("give the same bytes for the same document", () => {
    fc.assert(
      fc.property(hostileDocument(), (document) => {
        const copy = structuredClone(document);
        for (const render of Object.values(feedRenderers))
          expect(render(copy)).toBe(render(document));
      }),
      { numRuns: 20 },
    );
  });
});
