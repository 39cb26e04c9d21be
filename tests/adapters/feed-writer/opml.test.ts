import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderOpml } from "../../../src/adapters/feed-writer/opml.ts";
import { writableLine } from "../../../src/core/text/clean.ts";
import { aFeed, aFeedDocument, aSite } from "../../support/entries.ts";
import { hostileString } from "../../support/hostile-strings.ts";
import { childrenOf, parseStrictXml } from "../../support/strict-xml.ts";

function outlines(opml: string) {
  const [body] = childrenOf(parseStrictXml(opml), "body");
  return body
    ? childrenOf(body, "outline").map((outline) => Object.fromEntries(outline.attributes))
    : [];
}

describe("renderOpml", () => {
  it("names each feed once, by its RSS", () => {
    const second = aFeedDocument({
      feed: aFeed({ id: "two", title: "Two & more", description: "", language: "" }),
      urls: {
        ...aFeedDocument().urls,
        rss: "https://desk.example/feeds/two.rss",
        page: "https://desk.example/feeds/two",
      },
    });
    expect(outlines(renderOpml(aSite(), [aFeedDocument(), second]))).toEqual([
      {
        type: "rss",
        text: "Everything",
        title: "Everything",
        description: "All articles of this desk.",
        language: "en",
        version: "RSS2",
        xmlUrl: "https://desk.example/feeds/all.rss",
        htmlUrl: "https://desk.example/feeds/all",
      },
      {
        type: "rss",
        text: "Two & more",
        title: "Two & more",
        version: "RSS2",
        xmlUrl: "https://desk.example/feeds/two.rss",
        htmlUrl: "https://desk.example/feeds/two",
      },
    ]);
  });

  it("survives any title", () => {
    fc.assert(
      fc.property(hostileString(), (title) => {
        const document = aFeedDocument({
          feed: aFeed({ title, description: title, language: title }),
        });
        const [outline, ...others] = outlines(renderOpml(aSite({ title }), [document]));
        expect(outline?.["text"]).toBe(writableLine(title) || "all");
        expect(others).toEqual([]);
      }),
    );
  });
});
