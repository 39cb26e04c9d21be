import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainText } from "../../src/adapters/feed-reader/plain-text.ts";
import { readContent } from "../../src/adapters/markup/clean-content.ts";
import type { Item } from "../../src/core/articles/item.ts";
import { draftArticle } from "../../src/ingest/draft-article.ts";
import { readListing } from "../../src/ingest/read-listing.ts";
import { anItem, aReceived, aRemote } from "../support/builders.ts";

/* Items that print how often they were read: recognised, however the number moves, and never at the price of a change. */

const SOURCE = aRemote();
const STORY =
  "The county paid for two new pillars and a deck of larch, and the mayor walked first.";

const stampOf = (item: Item): string => {
  const { entries } = readListing(
    { items: [item], written: null },
    { source: SOURCE, last: null, draft: () => draftOf(item) },
  );
  return entries[0]?.stamp.hash ?? "";
};

const draftOf = (item: Item) => {
  const received = aReceived({ item });
  const context = { source: SOURCE, repeated: [], keptLines: [] };
  const readPage = () => expect.unreachable("read a page");
  const deps = { readContent, detectLanguage: () => "en", plainText, readPage };
  return draftArticle(received, context, deps).draft;
};

const receivedOf = (item: Item): readonly string[] => {
  const { receivedHash, receivedMetadataHash } = draftOf(item);
  return [receivedHash, receivedMetadataHash];
};

const withBody = (contentHtml: string): Item =>
  anItem({ contentHtml: `<p>${STORY}</p>${contentHtml}`, summaryHtml: null });

describe("an item that counts its readers", () => {
  it.each([
    ["a paragraph", (count: number) => `<p>${count} comments</p>`],
    ["a line", (count: number) => `<p>By Anna Berg<br>${count} Aufrufe · ${count} Kommentare</p>`],
    ["a share bar", (count: number) => `<div><span>${count}</span> <em>shares</em></div>`],
    ["an age", (count: number) => `<p>Updated ${count} minutes ago</p>`],
  ])("is the same when the number in %s moves", (_where, body) => {
    expect(stampOf(withBody(body(12)))).toBe(stampOf(withBody(body(31))));
  });

  it.each([
    ["a sentence", (count: number) => `<p>The bridge had ${count} visitors on Sunday.</p>`],
    ["a row", (count: number) => `<table><tr><td>Greens</td><td>${count} votes</td></tr></table>`],
    ["an item of a list", (count: number) => `<ul><li>Greens: <b>${count} votes</b></li></ul>`],
  ])("is another when the number in %s is another", (_where, body) => {
    expect(stampOf(withBody(body(12)))).not.toBe(stampOf(withBody(body(31))));
  });

  it("is recognised only where drafting would find nothing that was received changed", () => {
    const count = fc.integer({ min: 0, max: 999 });
    const part = fc.oneof(
      fc.constantFrom("Greens", "Anna Berg", STORY, "votes", "12", "·", "comments", "no"),
      count.map(String),
      count.map((n) => `${n} votes`),
      count.map((n) => `${n} Kommentare`),
      count.map((n) => `<p>${n} votes</p>`),
      count.map((n) => `<li><b>${n}</b>&nbsp;likes<br>by Anna</li>`),
      fc
        .constantFrom(..."p div li td span b br pre h2 dd section figcaption".split(" "))
        .map((tag) => (tag === "br" ? "<br>" : `<${tag}>`)),
      fc.constantFrom(..."p div li td tr table ul span pre".split(" ")).map((tag) => `</${tag}>`),
      fc.constantFrom("<table><tr>", "<ul>", '<a href="/?n=7 votes">', "</a>", "\n"),
    );
    const pair = fc.tuple(fc.array(part, { maxLength: 12 }), fc.array(count, { maxLength: 12 }));
    fc.assert(
      fc.property(pair, ([parts, counts]) => {
        const body = parts.join(" ");
        let at = 0;
        const later = body.replace(/\d+/g, (old) => String(counts[at++] ?? old));
        const [one, other] = [withBody(body), withBody(later)];
        if (stampOf(one) === stampOf(other)) expect(receivedOf(other)).toEqual(receivedOf(one));
      }),
    );
  });
});
