import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readOpml } from "../../../src/adapters/markup/read-opml.ts";

const opml = (body: string): string =>
  `<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>${body}</body></opml>`;

function read(text: string) {
  const list = readOpml(text);
  return list.ok ? list.value : expect.fail(list.error);
}

describe("readOpml", () => {
  it("gives every subscription at any depth, in order", () => {
    const list = opml(`<outline text="News"><outline text="A" xmlUrl="https://a.example/feed"/>
      <outline text="Deeper"><outline title="B" type="rss" xmlUrl="http://b.example/?a=1&amp;b=2"/></outline>
      </outline><outline xmlUrl="https://c.example"/>`);
    expect(read(list).outlines).toEqual([
      { url: "https://a.example/feed", title: "A" },
      { url: "http://b.example/?a=1&b=2", title: "B" },
      { url: "https://c.example/", title: null },
    ]);
  });

  it.each([
    [
      "names in another case",
      `<OUTLINE TEXT="A" XMLURL=" https://a.example/ "/>`,
      ["https://a.example/"],
    ],
    ["single quotes", `<outline xmlUrl='https://a.example/'/>`, ["https://a.example/"]],
    ["an outline without an address", `<outline text="A" htmlUrl="https://a.example/"/>`, []],
    ["an address that is none", `<outline xmlUrl="https://"/><outline xmlUrl="feed.xml"/>`, []],
    [
      "another scheme",
      `<outline xmlUrl="javascript:alert(1)"/><outline xmlUrl="file:///etc/passwd"/>`,
      [],
    ],
    [
      "a name like a prototype's",
      `<outline __proto__="x" xmlUrl="https://a.example/"/>`,
      ["https://a.example/"],
    ],
    [
      "markup that breaks off",
      `<outline xmlUrl="https://a.example/"/><outline xmlUrl="https://b`,
      ["https://a.example/"],
    ],
  ])("reads %s", (_what, body, expected) => {
    expect(read(opml(body)).outlines.map(({ url }) => url)).toEqual(expected);
  });

  it.each(["", "<html><outline xmlUrl='https://a.example/'/></html>", "opml", "{}"])(
    "takes %o for no list",
    (text) => {
      expect(readOpml(text)).toEqual({ ok: false, error: "is not OPML" });
    },
  );

  it("ends after ten thousand subscriptions, and says how many more there are", () => {
    const list = read(opml(`<outline xmlUrl="https://a.example/"/>`.repeat(10_002)));
    expect([list.outlines.length, list.beyond]).toEqual([10_000, 2]);
  });

  it("says which addresses cannot be polled, without what may be secret in them", () => {
    const urls = ["feed://a.example/rss", "www.b.example", "ftp://me:pw@c.example/?key=1", "x:"];
    const { unusable } = read(opml(urls.map((url) => `<outline xmlUrl="${url}"/>`).join("")));
    expect(unusable).toEqual({
      count: 4,
      examples: ["feed://a.example/rss", "www.b.example", "ftp://c.example/"],
    });
  });

  it("refuses what is nested without end", () => {
    const levels = 5_000;
    const list = opml("<outline>".repeat(levels) + "</outline>".repeat(levels));
    expect(readOpml(list)).toEqual({ ok: false, error: "is nested deeper than 200 levels" });
  });

  it("never fails, and gives only web addresses", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            "<opml>",
            '<outline xmlUrl="',
            "https://a/",
            '"',
            "/>",
            "&#0;",
            "<!--",
            "x",
          ),
          { maxLength: 20 },
        ),
        (parts) => {
          for (const { url } of read(`<opml>${parts.join("")}`).outlines) {
            expect(url).toMatch(/^https?:\/\//);
          }
        },
      ),
    );
  });
});
