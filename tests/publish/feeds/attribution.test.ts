import { describe, expect, it } from "vitest";
import { attribute } from "../../../src/publish/feeds/attribution.ts";
import { composeFeed } from "../../../src/publish/feeds/compose-feed.ts";
import { aFeed, anEntry, anEntrySource, aSite } from "../../support/entries.ts";

const TEXT = "<p>The bridge is open.</p>";
const entry = anEntry({ contentHtml: TEXT });

const lineOf = (overrides = {}, language = "en"): string | undefined =>
  attribute({ ...entry, ...overrides }, language).contentHtml?.slice(TEXT.length);

describe("the line of attribution", () => {
  it("names and links the source and the original article", () => {
    expect(lineOf()).toBe(
      '\n<p>Source: <a href="https://valley.example/">Valley Courier</a> · <a href="https://valley.example/bridge">Original article</a></p>',
    );
  });

  it.each([
    ["de", "Quelle: ", ">Originalartikel<"],
    ["DE-at", "Quelle: ", ">Originalartikel<"],
    ["en-GB", "Source: ", ">Original article<"],
    ["fr", "Source: ", ">Original article<"],
  ])("is in the feed's language: %s", (language, source, original) => {
    expect(lineOf({}, language)).toContain(source);
    expect(lineOf({}, language)).toContain(original);
  });

  it.each([null, "javascript:alert(1)", "not a URL"])(
    "names a source without linking it when its home is %s",
    (url) => {
      expect(lineOf({ source: anEntrySource({ url }) })).toContain(
        "<p>Source: Valley Courier · <a",
      );
    },
  );

  it("escapes what is foreign", () => {
    const source = anEntrySource({ title: '<b>"R&D"</b>', url: 'https://x.example/?a=1&b="' });
    const line = lineOf({ source, link: 'https://x.example/"><script>' }) ?? "";
    expect(line).toContain("&lt;b&gt;&quot;R&amp;D&quot;&lt;/b&gt;");
    expect(line).toContain('href="https://x.example/?a=1&amp;b=%22"');
    expect(line).not.toContain("<script>");
  });

  it("stands once, however often it is asked for", () => {
    const once = attribute(entry, "de");
    expect(attribute(once, "de")).toBe(once);
  });

  it.each([
    ["a text of our own, whose link is its page here", { link: entry.page }],
    ["an entry without HTML", { contentHtml: null }],
  ])("is not under %s", (_what, overrides) => {
    const bare = { ...entry, ...overrides };
    expect(attribute(bare, "en")).toBe(bare);
  });
});

describe("a feed", () => {
  const frame = { site: aSite(), id: "urn:uuid:1", bornAt: 5 };
  const textIn = (overrides = {}): string =>
    composeFeed({ ...frame, feed: aFeed(overrides) }, [entry]).entries[0]?.contentHtml ?? "";

  it("has the line under each text, in its own language", () => {
    expect(textIn({ language: "de" })).toContain("Quelle: ");
  });

  it("leaves it out where the operator says so", () => {
    expect(textIn({ attribution: false })).toBe(TEXT);
  });
});
