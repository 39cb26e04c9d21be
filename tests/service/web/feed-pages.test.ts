import { expect, it } from "vitest";
import { composeFeedPage } from "../../../src/publish/compose-feed.ts";
import { createFeedPages } from "../../../src/service/web/feed-pages.ts";
import { brotliOf } from "../../support/document-text.ts";
import { aFeed, anEntry } from "../../support/entries.ts";

const pageOf = (id: string, title = "The bridge is open again") =>
  composeFeedPage(aFeed({ id }), [anEntry({ title })]);

/** What is configured, and the pages as they are read from the store. */
function setUp(...ids: readonly string[]) {
  const configured = { ids };
  const pages = createFeedPages(() => configured.ids.map((id) => aFeed({ id })));
  return {
    ...{ configured, pages },
    publish(...made: readonly ReturnType<typeof pageOf>[]): void {
      for (const page of made) pages.take(page.summary.feed.id, brotliOf(JSON.stringify(page)));
    },
    titleOf: (id: string) => pages.find(id)?.entries[0]?.title,
  };
}

it("there is nothing before the first publication", () => {
  const { pages } = setUp("all");
  expect([pages.all(), pages.find("all")]).toEqual([[], null]);
});

it("the pages are as they were published, in the order of the configuration", () => {
  const { configured, pages, publish } = setUp("local", "all");
  publish(pageOf("all"), pageOf("local"));
  expect(pages.all()).toEqual([pageOf("local"), pageOf("all")]);
  expect(pages.find("all")).toEqual(pageOf("all"));
  configured.ids = ["all", "local"];
  expect(pages.all().map(({ summary }) => summary.feed.id)).toEqual(["all", "local"]);
});

it("a page that was looked at is replaced by its next state; the others stay", () => {
  const { publish, titleOf } = setUp("all", "local");
  publish(pageOf("all"), pageOf("local"));
  expect([titleOf("all"), titleOf("local")]).toEqual([
    "The bridge is open again",
    "The bridge is open again",
  ]);
  publish(pageOf("local", "Closed"));
  expect([titleOf("all"), titleOf("local")]).toEqual(["The bridge is open again", "Closed"]);
});

it("a page is decoded once, however many look at it", () => {
  const { pages, publish } = setUp("all");
  publish(pageOf("all"));
  expect(pages.find("all")).toBe(pages.find("all"));
  expect(pages.all()[0]).toBe(pages.find("all"));
});

it("a feed that is taken away is gone with its page, and comes back with its new one", () => {
  const { pages, publish, titleOf } = setUp("all", "local");
  publish(pageOf("all"), pageOf("local"));
  pages.find("local");
  pages.take("local", null);
  expect(pages.find("local")).toBeNull();
  expect(pages.all()).toEqual([pageOf("all")]);
  publish(pageOf("local", "Back"));
  expect(titleOf("local")).toBe("Back");
});

it("a feed that left the configuration is not shown, though nobody has said yet that it is gone", () => {
  const { configured, pages, publish } = setUp("all", "local");
  publish(pageOf("all"), pageOf("local"));
  configured.ids = ["all"];
  expect(pages.find("local")).toBeNull();
  expect(pages.all()).toEqual([pageOf("all")]);
});
