import { expect, it } from "vitest";
import { composeFeedPage } from "../../../src/publish/compose-feed.ts";
import { encodePages } from "../../../src/service/publishing/encode-pages.ts";
import { aFeed, anEntry } from "../../support/entries.ts";

const pageOf = (id: string, title = "The bridge is open again") =>
  composeFeedPage(aFeed({ id }), [anEntry({ title })]);

const idsOf = (changed: ReadonlyMap<string, string>): readonly string[] => [...changed.keys()];

it("every page is handed over once, as JSON of the page itself", () => {
  const sent = new Map<string, string>();
  const pages = [pageOf("all"), pageOf("local")];
  const { summaries, changed } = encodePages(pages, sent);
  expect(summaries.map(({ feed }) => feed.id)).toEqual(["all", "local"]);
  expect(idsOf(changed)).toEqual(["all", "local"]);
  expect(JSON.parse(changed.get("all") ?? "")).toEqual(pages[0]);
  expect(idsOf(encodePages([pageOf("all"), pageOf("local")], sent).changed)).toEqual([]);
});

it("only a page that changed is handed over again, but the summaries of all", () => {
  const sent = new Map<string, string>();
  encodePages([pageOf("all"), pageOf("local")], sent);
  const { summaries, changed } = encodePages([pageOf("all"), pageOf("local", "Closed")], sent);
  expect(idsOf(changed)).toEqual(["local"]);
  expect(summaries).toHaveLength(2);
});

it("a feed that was taken away and returns is handed over again", () => {
  const sent = new Map<string, string>();
  encodePages([pageOf("all"), pageOf("local")], sent);
  expect(idsOf(encodePages([pageOf("all")], sent).changed)).toEqual([]);
  expect(idsOf(encodePages([pageOf("all"), pageOf("local")], sent).changed)).toEqual(["local"]);
});
