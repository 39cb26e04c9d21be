import { expect, it } from "vitest";
import { composeFeedPage } from "../../../src/publish/feeds/compose-feed.ts";
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
    titleOf: async (id: string) => (await pages.find(id))?.entries[0]?.title,
  };
}

it("there is nothing before the first publication", async () => {
  const { pages } = setUp("all");
  expect([await pages.all(), await pages.find("all")]).toEqual([[], null]);
});

it("the pages are as they were published, in the order of the configuration", async () => {
  const { configured, pages, publish } = setUp("local", "all");
  publish(pageOf("all"), pageOf("local"));
  expect(await pages.all()).toEqual([pageOf("local"), pageOf("all")]);
  expect(await pages.find("all")).toEqual(pageOf("all"));
  configured.ids = ["all", "local"];
  expect((await pages.all()).map(({ summary }) => summary.feed.id)).toEqual(["all", "local"]);
});

it("a page that was looked at is replaced by its next state; the others stay", async () => {
  const { publish, titleOf } = setUp("all", "local");
  publish(pageOf("all"), pageOf("local"));
  expect([await titleOf("all"), await titleOf("local")]).toEqual([
    "The bridge is open again",
    "The bridge is open again",
  ]);
  publish(pageOf("local", "Closed"));
  expect([await titleOf("all"), await titleOf("local")]).toEqual([
    "The bridge is open again",
    "Closed",
  ]);
});

it("a page is decoded once, however many look at it", async () => {
  const { pages, publish } = setUp("all");
  publish(pageOf("all"));
  expect(await pages.find("all")).toBe(await pages.find("all"));
  expect((await pages.all())[0]).toBe(await pages.find("all"));
});

it("a feed that is taken away is gone with its page, and comes back with its new one", async () => {
  const { pages, publish, titleOf } = setUp("all", "local");
  publish(pageOf("all"), pageOf("local"));
  await pages.find("local");
  pages.take("local", null);
  expect(await pages.find("local")).toBeNull();
  expect(await pages.all()).toEqual([pageOf("all")]);
  publish(pageOf("local", "Back"));
  expect(await titleOf("local")).toBe("Back");
});

it("a feed that left the configuration is not shown, though nobody has said yet that it is gone", async () => {
  const { configured, pages, publish } = setUp("all", "local");
  publish(pageOf("all"), pageOf("local"));
  configured.ids = ["all"];
  expect(await pages.find("local")).toBeNull();
  expect(await pages.all()).toEqual([pageOf("all")]);
});
