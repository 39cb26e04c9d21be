import { expect, it } from "vitest";
import { FORMATS } from "../../../src/core/entries/formats.ts";
import type { StoredDocument } from "../../../src/core/entries/publication.ts";
import { createPublishedDocuments } from "../../../src/service/web/published-documents.ts";
import { NOW } from "../../support/builders.ts";
import { brotliOf } from "../../support/document-text.ts";
import { aFeed } from "../../support/entries.ts";

const stored = (text: string): StoredDocument => ({
  ...{ name: "rss", etag: `"${text}"`, changedAt: NOW, links: "<self>", br: brotliOf(text) },
});
const [ALL, LOCAL] = [aFeed(), aFeed({ id: "local" })];

it("feeds are all there when each has all its documents", () => {
  const documents = createPublishedDocuments();
  const isComplete = () => documents.hasAll([ALL, LOCAL]);
  expect([isComplete(), documents.of([ALL])]).toEqual([false, []]);
  for (const format of FORMATS) documents.take("all", format, stored("one"));
  expect([isComplete(), documents.hasAll([ALL])]).toEqual([false, true]);
  documents.take("local", "rss", stored("one"));
  documents.take("local", "atom", stored("one"));
  expect(isComplete()).toBe(false);
  documents.take("local", "json", stored("one"));
  expect(isComplete()).toBe(true);
});

it("a document is found by its address, with all that it is served with", () => {
  const documents = createPublishedDocuments();
  const { name: _, ...kept } = stored("one");
  documents.take("local", "atom", stored("one"));
  expect(documents.of([ALL, LOCAL])).toEqual([
    {
      ...kept,
      path: "/feeds/local.atom",
      mediaType: "application/atom+xml; charset=utf-8",
    },
  ]);
});

it("the first feed has the short addresses, whichever it is now", () => {
  const documents = createPublishedDocuments();
  documents.take("all", "rss", stored("all"));
  documents.take("local", "rss", stored("local"));
  const served = (feeds: readonly (typeof ALL)[]) =>
    documents.of(feeds).map(({ path, etag }) => `${path} ${etag}`);
  expect(served([ALL, LOCAL])).toEqual([
    ...['/rss.xml "all"', '/feeds/all.rss "all"', '/feeds/local.rss "local"'],
  ]);
  expect(served([LOCAL, ALL])).toEqual([
    ...['/rss.xml "local"', '/feeds/local.rss "local"', '/feeds/all.rss "all"'],
  ]);
});

it("the short addresses stay with a feed until the one that is first now is published", () => {
  const documents = createPublishedDocuments();
  const served = (feeds: readonly (typeof ALL)[]) =>
    documents.of(feeds).map(({ path, etag }) => `${path} ${etag}`);
  expect(served([ALL])).toEqual([]);
  documents.take("all", "rss", stored("all"));
  expect(served([ALL])).toEqual(['/rss.xml "all"', '/feeds/all.rss "all"']);
  expect(served([LOCAL, ALL])).toEqual(['/rss.xml "all"', '/feeds/all.rss "all"']);
  expect(served([LOCAL])).toEqual(['/rss.xml "all"']);
  documents.take("local", "rss", stored("local"));
  documents.take("all", "rss", null);
  expect(served([LOCAL])).toEqual(['/rss.xml "local"', '/feeds/local.rss "local"']);
});

it("a feed that left the configuration, or whose documents are gone, is not served", () => {
  const documents = createPublishedDocuments();
  documents.take("all", "rss", stored("all"));
  documents.take("local", "rss", stored("local"));
  expect(documents.of([ALL]).map(({ path }) => path)).toEqual(["/rss.xml", "/feeds/all.rss"]);
  documents.take("all", "rss", null);
  expect(documents.of([ALL])).toEqual([]);
});

it("what did not change stays the same object: what was prepared of it is kept", () => {
  const documents = createPublishedDocuments();
  documents.take("all", "rss", stored("all"));
  documents.take("local", "rss", stored("local"));
  const before = documents.of([ALL, LOCAL]);
  documents.take("local", "rss", stored("changed"));
  const after = documents.of([ALL, LOCAL]);
  expect([after[0] === before[0], after[1] === before[1], after[2] === before[2]]).toEqual([
    ...[true, true, false],
  ]);
});
