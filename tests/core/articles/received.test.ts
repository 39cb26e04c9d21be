import { expect, it } from "vitest";
import { keptWith, parseReceived } from "../../../src/core/articles/received.ts";
import { NO_USAGE_HEADERS } from "../../../src/core/rights/usage-terms.ts";
import { anItem, aReceived } from "../../support/builders.ts";

it("reads back what was received", () => {
  const received = aReceived({ derived: ["title"] });
  expect(parseReceived(JSON.stringify(received))).toEqual(received);
});

it("reads an item that was kept alone, as the first versions did", () => {
  expect(parseReceived(JSON.stringify(anItem()))).toEqual({
    ...{ item: anItem(), documentUrl: null, siteUrl: null, derived: [], page: null },
  });
});

it("keeps the text of before where its feed shows only the beginning, however often that changes", () => {
  const page = { url: null, html: "<p>", headers: NO_USAGE_HEADERS };
  const text = { contentHtml: "<p>All of it.</p>", summaryHtml: "All." };
  const kept = aReceived({ item: anItem(text), page });
  const teaser = aReceived({
    item: anItem({ title: "New", contentHtml: null, summaryHtml: "A…" }),
  });
  const shortened = { ...teaser, isShortened: true as const };
  expect(keptWith(teaser, kept)).toEqual({ ...teaser, page });
  const once = keptWith(shortened, kept);
  expect(once).toEqual({ ...teaser, page, formerText: text });
  expect(keptWith(shortened, once)).toEqual(once);
});
