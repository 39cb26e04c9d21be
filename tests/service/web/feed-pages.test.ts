import { expect, it } from "vitest";
import { composeFeedPage } from "../../../src/publish/compose-feed.ts";
import { encodePages } from "../../../src/service/publishing/encode-pages.ts";
import { createFeedPages } from "../../../src/service/web/feed-pages.ts";
import { aFeed, anEntry } from "../../support/entries.ts";

const pageOf = (id: string, title = "The bridge is open again") =>
  composeFeedPage(aFeed({ id }), [anEntry({ title })]);

/** Both ends of the hand-over between the threads. */
function setUp() {
  const sent = new Map<string, string>();
  const pages = createFeedPages();
  return {
    pages,
    publish: (...made: readonly ReturnType<typeof pageOf>[]) =>
      pages.takeIn(encodePages(made, sent)),
    titleOf: (id: string) => pages.find(id)?.entries[0]?.title,
  };
}

it("there is nothing before the first publication, and it says so", () => {
  const { pages, publish } = setUp();
  expect([pages.isReady(), pages.all(), pages.summaries(), pages.find("all")]).toEqual([
    false,
    [],
    [],
    null,
  ]);
  publish();
  expect(pages.isReady()).toBe(true);
});

it("the pages are as they were published, in the order of the configuration", () => {
  const { pages, publish } = setUp();
  publish(pageOf("local"), pageOf("all"));
  expect(pages.all()).toEqual([pageOf("local"), pageOf("all")]);
  expect(pages.find("all")).toEqual(pageOf("all"));
  publish(pageOf("all"), pageOf("local"));
  expect(pages.all().map(({ summary }) => summary.feed.id)).toEqual(["all", "local"]);
});

it("a page that was looked at is replaced by its next state; the others stay", () => {
  const { publish, titleOf } = setUp();
  publish(pageOf("all"), pageOf("local"));
  expect([titleOf("all"), titleOf("local")]).toEqual([
    "The bridge is open again",
    "The bridge is open again",
  ]);
  publish(pageOf("all"), pageOf("local", "Closed"));
  expect([titleOf("all"), titleOf("local")]).toEqual(["The bridge is open again", "Closed"]);
});

it("a page is decoded once, however many look at it", () => {
  const { pages, publish } = setUp();
  publish(pageOf("all"));
  expect(pages.find("all")).toBe(pages.find("all"));
});

it("a feed that is taken away is gone with its page, and comes back with its new one", () => {
  const { pages, publish, titleOf } = setUp();
  publish(pageOf("all"), pageOf("local"));
  pages.find("local");
  publish(pageOf("all"));
  expect(pages.find("local")).toBeNull();
  publish(pageOf("all"), pageOf("local", "Back"));
  expect(titleOf("local")).toBe("Back");
});
