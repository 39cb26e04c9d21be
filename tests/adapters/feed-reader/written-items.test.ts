import { describe, expect, it } from "vitest";
import { readFeed } from "../../../src/adapters/feed-reader/read-feed.ts";
import type { ParsedFeed } from "../../../src/core/sources/feed.ts";
import type { KnownItems } from "../../../src/core/sources/read-feed.ts";

const item = (name: string, more = ""): string =>
  `<item><title>${name}</title><guid>${name}</guid>${more}</item>`;

const rss = (items: readonly string[], head = ""): string =>
  `<rss version="2.0"><channel><title>Valley</title>${head}${items.join("\n")}</channel></rss>`;

function read(text: string, known?: KnownItems): ParsedFeed {
  const document = { bytes: Buffer.from(text), contentType: null, url: "https://valley.example/" };
  const result = readFeed(document, { items: 5, ...(known && { known }) });
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

/** What is known of a document after it was read. */
function knownOf(text: string): KnownItems {
  const { written } = read(text);
  if (written === null) throw new Error("its items cannot be told apart");
  return { around: written.around, hashes: new Set(written.hashes.flatMap((hash) => hash ?? [])) };
}

const titles = ({ items }: ParsedFeed) => items.map(({ title }) => title);

describe("items that are written as before", () => {
  const [one, two, three] = [item("one"), item("two"), item("three")];
  const known = knownOf(rss([one, two, three]));

  it("are not parsed, and keep their places", () => {
    const now = read(rss([item("new"), one, item("two", "<category>x</category>"), three]), known);
    expect(titles(now)).toEqual(["new", "two"]);
    expect(now.written).toMatchObject({ parsed: [0, 2], around: known.around });
    expect(now.written?.hashes).toHaveLength(4);
    expect(now.feed.title).toBe("Valley");
  });

  it("are known in a feed whose own dates and comments change", () => {
    const head = "<lastBuildDate>Mon, 30 Nov 2026 10:00:00 GMT</lastBuildDate><!-- 0.1 s -->";
    expect(titles(read(rss([one], head), known))).toEqual([]);
  });

  it("are known in Atom as well", () => {
    const entry = (id: string): string => `<entry><id>${id}</id><title>${id}</title></entry>`;
    const atom = (entries: string): string =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Valley</title>${entries}</feed>`;
    const before = knownOf(atom(entry("1")));
    expect(titles(read(atom(`${entry("2")}\n${entry("1")}`), before))).toEqual(["2"]);
  });

  it.each([
    ["under another language", rss([one, two], "<language>de</language>")],
    ["under another author", rss([one, two], "<managingEditor>a@b.example (Ann)</managingEditor>")],
    ["in more items than are taken", rss([one, two, item("4"), item("5"), item("6"), item("7")])],
    ["beside text between items", rss([one, "between", two])],
    [
      "beside an item that quotes items",
      rss([one, item("q", `<description><![CDATA[${two}]]></description>`)]),
    ],
    [
      "after a heading that quotes items",
      rss([one], `<description><![CDATA[${two}]]></description>`),
    ],
    ["in a document that is cut off", rss([one, two]).slice(0, -30)],
    ["beside an item with a warning", rss([one, `<item>${"<a>".repeat(300)}</item>`])],
  ])("are parsed %s, like a document of which nothing is known", (_where, text) => {
    const { items, warnings } = read(text);
    expect(read(text, known)).toMatchObject({ items, warnings });
  });

  it("are not known when one of their ends may stand in a comment or a CDATA section", () => {
    const { written } = read(rss([one, item("arrow", "<description>a --> b</description>")]));
    expect(written?.hashes).toEqual([expect.any(String), null]);
  });
});
