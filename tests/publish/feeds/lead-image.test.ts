import { describe, expect, it } from "vitest";
import { composeFeed } from "../../../src/publish/feeds/compose-feed.ts";
import { withLeadImage } from "../../../src/publish/feeds/lead-image.ts";
import { aFeed, anEntry, aSite } from "../../support/entries.ts";

const image = {
  url: "https://valley.example/weir.jpg?a=1&b=2",
  width: 1200,
  height: 800,
  alt: 'The "old" weir',
  credit: "Owen Prys & Co",
};
const entry = anEntry({ contentHtml: "<p>The weir is dry.</p>", image });

const FIGURE =
  '<figure><img src="https://valley.example/weir.jpg?a=1&amp;b=2" alt="The &quot;old&quot; weir" width="1200" height="800"><figcaption>Owen Prys &amp; Co</figcaption></figure>\n';

describe("the picture at the top of a text", () => {
  it("stands there with what is known of it", () => {
    expect(withLeadImage(entry).contentHtml).toBe(`${FIGURE}<p>The weir is dry.</p>`);
  });

  it("stands there once, in whatever size the text shows it", () => {
    const shown = '<p><img src="https://valley.example/weir-300x200.jpg" alt=""></p>';
    expect(withLeadImage({ ...entry, contentHtml: shown }).contentHtml).toBe(shown);
    expect(withLeadImage(withLeadImage(entry))).toEqual(withLeadImage(entry));
  });

  it.each([
    ["there is none", { image: null }],
    ["no text may be shown", { contentHtml: null }],
  ])("is none where %s", (_, without) => {
    expect(withLeadImage({ ...entry, ...without })).toEqual({ ...entry, ...without });
  });

  it.each([
    ["content", true],
    ["metadata", false],
  ] as const)("is what a feed wants with leadImage: %s", (leadImage, isShown) => {
    const feed = aFeed({ leadImage, attribution: false });
    const [composed] = composeFeed({ site: aSite(), feed, id: "urn:x", bornAt: 0 }, [
      entry,
    ]).entries;
    expect(composed?.contentHtml?.startsWith("<figure>")).toBe(isShown);
  });
});
