import { describe, expect, it } from "vitest";
import type { Item } from "../../../src/core/articles/item.ts";
import { needsPage } from "../../../src/core/articles/needs-page.ts";
import type { RemovedBlock } from "../../../src/core/cleaning/clean-content.ts";
import type { SourceDefinition } from "../../../src/core/settings/definitions.ts";
import { aFolder, anItem, aRemote } from "../../support/builders.ts";

const words = (count: number): string => "word ".repeat(count).trim();
const paragraphs = (count: number, each: number): string =>
  Array.from({ length: count }, () => `${words(each)}.`).join("\n\n");

const READ_MORE: RemovedBlock = { text: "Read more", rule: "read-more" };
const AUDIO = { url: "https://valley.example/a.mp3", type: "audio/mpeg", bytes: null };

type Case = {
  readonly text: string;
  readonly removed?: readonly RemovedBlock[];
  readonly item?: Partial<Item>;
  readonly source?: SourceDefinition;
};

const needs = ({ text, removed = [], item = {}, source = aRemote() }: Case): boolean =>
  needsPage({ item: anItem(item), source, body: { text, removed } });

const SUMMARY = { contentHtml: null, summaryHtml: "<p>x</p>" };

describe("a page is fetched", () => {
  it.each<[string, Case]>([
    ["a summary alone", { text: words(40), item: SUMMARY }],
    ["a headline alone", { text: "", item: { contentHtml: null } }],
    ["a long summary in one paragraph", { text: words(300), item: SUMMARY }],
    ["a summary in short paragraphs", { text: paragraphs(4, 30), item: SUMMARY }],
    ["content as short as a summary", { text: words(40) }],
    ["content that breaks off", { text: `${words(400)} and so…` }],
    ["content that breaks off in brackets", { text: `${words(400)} and so [...]` }],
    ["content with a link to the rest", { text: words(100), removed: [READ_MORE] }],
    [
      "a long summary with a link to the rest",
      { text: paragraphs(4, 90), removed: [READ_MORE], item: SUMMARY },
    ],
    ["a whole summary that breaks off", { text: `${paragraphs(4, 90)} [\u2026]`, item: SUMMARY }],
    ["a message without a title that breaks off", { text: "and so…", item: { title: null } }],
  ])("for %s", (_, given) => {
    expect(needs(given)).toBe(true);
  });

  it("where the source always wants it, whatever the item has", () => {
    expect(needs({ text: paragraphs(9, 90), source: aRemote({ fullText: "always" }) })).toBe(true);
    const folder = aFolder({ fullText: "always", rights: "excerpt" });
    expect(needs({ text: words(9), source: folder })).toBe(true);
  });
});

describe("no page is fetched", () => {
  it.each<[string, Case]>([
    ["for content with the length of a report", { text: words(100) }],
    ["for a description that is the whole text", { text: paragraphs(4, 90), item: SUMMARY }],
    ["for a digest with many links", { text: words(100), removed: [READ_MORE, READ_MORE] }],
    ["for a message without a title", { text: words(9), item: { ...SUMMARY, title: null } }],
    [
      "for the notes to a recording",
      { text: "Books, beer, and more...", item: { enclosures: [AUDIO] } },
    ],
    ["where the source forbids it", { text: "", source: aRemote({ fullText: "never" }) }],
    ["where not all may be republished", { text: "", source: aRemote({ rights: "excerpt" }) }],
    ["for what a desk wrote", { text: words(9), source: aFolder() }],
  ])("%s", (_, given) => {
    expect(needs(given)).toBe(false);
  });

  it.each([null, "https://valley.example/", "ftp://valley.example/x", "mailto:a@valley.example"])(
    "at %s, which is no article's address, not even where the source always wants it",
    (link) => {
      const source = aRemote({ fullText: "always" });
      expect(needs({ text: "", item: { link }, source })).toBe(false);
    },
  );
});
