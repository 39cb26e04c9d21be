import fc from "fast-check";
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
  return { around: written.around, hashes: written.hashes.flatMap((hash) => hash ?? []) };
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
    expect(written?.hashes).toEqual([{ whole: expect.any(String), undated: null }, null]);
  });
});

describe("items of which only the dates are written in another way", () => {
  const dated = (name: string, date: string, more = ""): string =>
    item(name, `<pubDate>${date}</pubDate>${more}`);
  const known = knownOf(rss([dated("one", "2026-11-30"), dated("two", "2026-11-29")]));

  it("are not parsed, and their dates are read", () => {
    const now = read(
      rss([dated("two", "Tue, 01 Dec 2026 08:00 CET"), dated("one", "2026-11-30")]),
      known,
    );
    expect(titles(now)).toEqual([]);
    const date = { publishedAt: Date.parse("2026-12-01T07:00Z"), updatedAt: null };
    expect(now.written?.redated).toEqual(new Map([[0, date]]));
  });

  it("are known in Atom as well, and under any prefix", () => {
    const entry = (at: string): string =>
      `<entry><id>1</id><published>${at}</published><updated>${at}</updated><x:modified>${at}</x:modified></entry>`;
    const atom = (at: string): string =>
      `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:x="http://purl.org/dc/terms/">${entry(at)}</feed>`;
    const now = read(atom("2026-12-01"), knownOf(atom("2026-11-30")));
    const at = Date.parse("2026-12-01");
    expect(now.written?.redated).toEqual(new Map([[0, { publishedAt: at, updatedAt: at }]]));
  });

  it.each([
    ["the date is gone", item("one")],
    ["nobody can read the date", dated("one", "soon")],
    [
      "another date stands in the text",
      dated("one", "2026-12-01", "<description>of 2026-12-01</description>"),
    ],
    [
      "another date is that of the original house",
      dated("one", "1", "<source><updated>1</updated></source>"),
    ],
    ["a comment stands beside the date", dated("one", "2026-12-01", "<!-- 1 -->")],
    ["elements stand in the date", dated("one", "2026-<b>12</b>-01")],
  ])("are parsed where %s", (_where, text) => {
    const { items, warnings } = read(rss([text]));
    expect(read(rss([text]), known)).toMatchObject({ items, warnings });
  });

  it("are read as items that are parsed, however they are written", () => {
    let redated = 0;
    fc.assert(
      fc.property(documents, digits, fc.boolean(), (items, others, isAtom) => {
        const [before, after] = [feedOf(items, isAtom), feedOf(otherDigits(items, others), isAtom)];
        const [former, whole] = [read(before), read(after)];
        if (former.written === null) return;
        const { hashes: formerly } = former.written;
        const { written } = read(after, knownOf(before));
        redated += written?.redated.size ?? 0;
        for (const [at, hashes] of written?.hashes.entries() ?? []) {
          if (written?.parsed.includes(at)) continue;
          const dates = written?.redated.get(at);
          const same = formerly.findIndex((each) =>
            dates ? each?.undated === hashes?.undated : each?.whole === hashes?.whole,
          );
          expect({ ...former.items[same], ...dates }).toEqual(whole.items[at]);
        }
      }),
    );
    expect(redated).toBeGreaterThan(0);
  });
});

const date = fc
  .tuple(
    fc.integer({ min: 10, max: 28 }),
    fc.constantFrom(
      "2026-11-%T10:00:00Z",
      "%",
      "",
      "Mon, % Nov 2026",
      "2026-11-% <b>2</b>",
      "2026-11-%&#x20;",
      "soon",
    ),
  )
  .map(([day, form]) => form.replace("%", String(day)));

const dateElement = fc
  .tuple(
    fc.constantFrom(
      "pubDate",
      "PUBDATE",
      "dc:date",
      "published",
      "updated",
      "issued",
      "dcterms:modified",
      "x:date",
    ),
    date,
    fc.constantFrom("plain", "CDATA", "of a kind", "alone", "open"),
  )
  .map(([name, text, how]) => {
    const forms = {
      plain: `<${name}>${text}</${name}>`,
      CDATA: `<${name}><![CDATA[${text}]]></${name}>`,
      "of a kind": `<${name} type="t${text.length}">${text}</${name}>`,
      alone: `<${name}/>${text}`,
      open: `<${name}>${text}`,
    };
    return forms[how];
  });

const inside = (name: string, parts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  parts.map((text) => `<${name}>${text}</${name.split(" ")[0]}>`);

const words = fc.constantFrom(
  "12",
  "a bridge",
  "&amp;",
  "<br>",
  "<br/>",
  "<p>7</p>",
  "]]>",
  "<i>",
  "</i>",
  "<item/>",
  "<!-- 3 -->",
  "<?x 4?>",
  "</pubDate>",
  "</source>",
  "<link>",
  "</link>",
);

const part: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: dateElement },
  {
    weight: 2,
    arbitrary: fc.constantFrom("a", "b", "7").map((title) => `<title>${title}</title>`),
  },
  inside("description", fc.oneof(words, dateElement)),
  inside("content type='xhtml'", fc.oneof(words, dateElement)),
  inside("source", fc.oneof(words, dateElement)),
  inside("group", dateElement),
  dateElement.map((text) => `<description><![CDATA[${text}]]></description>`),
  dateElement.map((text) => `<link rel="r" title='${text.replace(/'/g, "")}'/>`),
  { weight: 1, arbitrary: words },
);

const documents = fc.array(
  fc.array(part, { maxLength: 5 }).map((parts) => parts.join("")),
  { minLength: 1, maxLength: 3 },
);
const digits = fc.array(fc.integer({ min: 10, max: 28 }), { maxLength: 6 });

/** Writes other numbers of two digits into the items: dates among them, and others. */
function otherDigits(items: readonly string[], others: readonly number[]): readonly string[] {
  let at = 0;
  return items.map((text) => text.replace(/\b\d\d\b/g, (old) => String(others[at++] ?? old)));
}

function feedOf(items: readonly string[], isAtom: boolean): string {
  const name = isAtom ? "entry" : "item";
  const own = items.map((text, at) => `<${name}><guid>g${at}</guid>${text}</${name}>`).join("\n");
  return isAtom
    ? `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">${own}</feed>`
    : `<rss xmlns:dcterms="http://purl.org/dc/terms/"><channel>${own}</channel></rss>`;
}
