import { describe, expect, it } from "vitest";
import { readFeed } from "../../../src/adapters/feed-reader/read-feed.ts";
import type { Result } from "../../../src/core/result.ts";
import type { ReadError } from "../../../src/core/sources/errors.ts";
import type { ParsedFeed } from "../../../src/core/sources/feed.ts";

const read = (text: string): Result<ParsedFeed, ReadError> =>
  readFeed({ bytes: Buffer.from(text), contentType: null, url: null }, { items: 1000 });

const around = (inside: string): string =>
  `<rss version="2.0"><channel><title>t</title>${inside}</channel></rss>`;
const GOOD = "<item><title>good</title></item>";
const item = (inside: string): string => around(`<item><title>x</title>${inside}</item>${GOOD}`);

const titles = (result: Result<ParsedFeed, ReadError>): readonly (string | null)[] =>
  result.ok ? result.value.items.map(({ title }) => title) : [];

const laughs = Array.from(
  { length: 9 },
  (_, level) => `<!ENTITY a${level + 1} "${`&a${level};`.repeat(10)}">`,
).join("");

/** Of what is read in linear time: with the square of it, no test would end in time. */
const N = 100_000;

describe("a hostile feed", () => {
  it.each([
    ["elements nested deep", item(`<foo>${"<a>".repeat(N)}${"</a>".repeat(N)}</foo>`)],
    ["markup nested deep", item(`<description>${"<a>".repeat(N)}</description>`)],
  ])("loses the item with %s, and says so", (_name, text) => {
    const result = read(text);
    expect(titles(result)).toEqual(["good"]);
    expect(result).toMatchObject({
      value: { warnings: [{ kind: "item-dropped", detail: expect.stringContaining("256") }] },
    });
  });

  it("keeps markup that is nested as deep as anybody means it", () => {
    const depth = 200;
    const inside = `${"<b>".repeat(depth)}x${"</b>".repeat(depth)}`;
    const result = read(item(`<description>${inside}</description>`));
    expect(result).toMatchObject({ value: { items: [{ summaryHtml: inside }, {}] } });
  });

  it.each([
    ["escaped markup nested deep", `<description>${"&lt;div&gt;".repeat(N)}</description>`],
    ["a million references", `<description>${"&#65;".repeat(1_000_000)}</description>`],
    ["nothing but <", `<description>${"<".repeat(N)}</description>`],
    ["escaped <", `<description>${"&lt;".repeat(N)}</description>`],
    ["alternating slips", `<description>${"<3 <a ".repeat(N)}></description>`],
    ["huge attributes", `<enclosure url="${"x".repeat(1_000_000)}" type='${"y".repeat(N)}'/>`],
    ["names of prototypes", "<__proto__><polluted>y</polluted></__proto__><constructor/>"],
    ["a million spaces in a date", `<pubDate>${" ".repeat(1_000_000)}x</pubDate>`],
    [
      "an address that makes patterns backtrack",
      `<author>${"a".repeat(N)}@${"a.".repeat(N)}</author>`,
    ],
    [
      "attributes that make patterns backtrack",
      `<description>&lt;a ${"href=".repeat(N)}</description>`,
    ],
    ["different elements", Array.from({ length: N }, (_, i) => `<t${i}/>`).join("")],
    ["openings of comments", `${"<!--".repeat(N)}-->`],
    ["processing instructions", "<?a b?>".repeat(N)],
    [
      "what is nearly base64",
      `<description type="application/x">YWFh${" ".repeat(2 * N)}!</description>`,
    ],
  ])("is read in linear time: %s", (_name, inside) => {
    expect(titles(read(item(inside)))[0]).toBe("x");
  });

  it("is read in linear time: end tags of elements that are not open", () => {
    const inside = `${"<b>".repeat(250)}${"</c>".repeat(5 * N)}`;
    expect(titles(read(item(`<description>${inside}</description>`)))[0]).toBe("x");
  });

  it("does not let a long base grow with every address under it", () => {
    const base = `https://a.example/${"b/".repeat(5_000)}`;
    const links = '&lt;a href="x"&gt;y&lt;/a&gt;'.repeat(1_000);
    const result = read(item(`<description xml:base="${base}">${links}</description>`));
    expect(titles(result)[0]).toBe("x");
    expect(JSON.stringify(result).length).toBeLessThan(100_000);
  });

  it("bounds elements at every level of an item", () => {
    const content = '<media:content url="https://a.example/a.jpg"/>'.repeat(200);
    const result = read(item(`<media:group>${content}</media:group>`.repeat(900)));
    expect(titles(result)).toEqual(["x", "good"]);
    expect(result).toMatchObject({
      value: {
        warnings: [{ kind: "elements-dropped", detail: expect.stringContaining("item 1") }],
      },
    });
  });

  it("bounds categories, enclosures and items", () => {
    const categories = Array.from({ length: N }, (_, i) => `<category>c${i}</category>`).join("");
    const result = read(around(`<item>${categories}</item>${GOOD.repeat(2_000)}`));
    if (!result.ok) throw new Error(result.error.kind);
    expect(result.value.items).toHaveLength(1_000);
    expect(result.value.items[0]?.categories.length).toBeLessThanOrEqual(100);
    const kinds = result.value.warnings.map(({ kind }) => kind);
    expect(kinds).toEqual(["too-many-items", "elements-dropped"]);
  });

  it("bounds titles, names and addresses, not content", () => {
    const long = "x ".repeat(50_000);
    const result = read(
      around(`<item><title>${long}</title><author>${long}</author><category>${long}</category>
        <link>https://a.example/${long}</link><description>${long}</description></item>`),
    );
    if (!result.ok) throw new Error(result.error.kind);
    const { summaryHtml, ...rest } = result.value.items[0] ?? { summaryHtml: null };
    expect(summaryHtml).toHaveLength(long.length - 1);
    expect(JSON.stringify(rest).length).toBeLessThan(65_000);
  });

  it("reads at most 200 attributes of an element", () => {
    const flood = Array.from({ length: 300 }, (_, i) => `a${i}="v"`).join(" ");
    const before = read(
      around(`<item><source url="https://a.example/" ${flood}>s</source></item>`),
    );
    const after = read(around(`<item><source ${flood} url="https://a.example/">s</source></item>`));
    expect(before).toMatchObject({ value: { items: [{ source: { url: "https://a.example/" } }] } });
    expect(after).toMatchObject({ value: { items: [{ source: { url: null } }] } });
  });

  it.each([
    ["nested", `<!ENTITY a0 "lol">${laughs}`, "&a9;"],
    ["long", `<!ENTITY a "${"x".repeat(50_000)}">`, "&a;".repeat(1_000)],
  ])("does not expand %s entities", (_name, entities, title) => {
    const result = read(
      `<!DOCTYPE rss [${entities}]>${around(`<item><title>${title}</title></item>`)}`,
    );
    expect(titles(result)).toEqual([title]);
  });

  it("expands short entities up to a bound", () => {
    const entities = `<!ENTITY a "${"x".repeat(900)}">`;
    const many = "&a;".repeat(20_000);
    const [title] = titles(
      read(`<!DOCTYPE rss [${entities}]>${around(`<item><title>${many}</title></item>`)}`),
    );
    expect(title?.startsWith("x".repeat(900))).toBe(true);
    expect(title?.length).toBeLessThan(1_200_000);
  });

  it.each([
    ["an external entity", '<!ENTITY e SYSTEM "file:///etc/passwd">'],
    ["a parameter entity", '<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;'],
    ["unfinished declarations", '<!ENTITY a "'.repeat(1_000)],
  ])("resolves nothing external: %s", (_name, subset) => {
    const result = read(
      `<!DOCTYPE rss SYSTEM "file:///x" [${subset}]>${around(`<item><title>&e;</title></item>`)}`,
    );
    expect(JSON.stringify(result)).not.toContain("root:");
  });

  it("does not let names reach prototypes", () => {
    read(item("<__proto__><polluted>yes</polluted></__proto__>"));
    read('{"version":"https://jsonfeed.org/version/1","items":[{"__proto__":{"polluted":"yes"}}]}');
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it.each([
    ["no bytes", "", "empty"],
    ["white space", " \n\t ".repeat(100), "empty"],
    ["a page", "<!doctype html><html><head><title>x</title></head></html>", "not-a-feed"],
    [
      "a page in XML",
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>',
      "not-a-feed",
    ],
    ["other XML", '<opml version="2.0"><body><outline text="x"/></body></opml>', "not-a-feed"],
    ["items of something else", "<menu><item><title>Soup</title></item></menu>", "not-a-feed"],
    [
      "other RDF",
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>',
      "not-a-feed",
    ],
    ["other JSON", '{"title":"t","items":[]}', "not-a-feed"],
    [
      "half of a JSON Feed",
      '{"version":"https://jsonfeed.org/version/1.1","items":[{',
      "not-a-feed",
    ],
    ["nested arrays", `{"items":${"[".repeat(N)}`, "not-a-feed"],
    [
      "noise",
      String.fromCharCode(...Array.from({ length: 5_000 }, (_, i) => (i * 7919) % 256)),
      "not-a-feed",
    ],
  ])("%s is a named error", (_name, text, kind) => {
    expect(read(text)).toMatchObject({ ok: false, error: { kind } });
  });

  it("reads a JSON Feed with values nested deeper than any parser's stack", () => {
    const deep = `${"[".repeat(2_000)}${"]".repeat(2_000)}`;
    const result = read(
      `{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"x","_x":${deep}}]}`,
    );
    expect(titles(result)).toEqual(["x"]);
  });
});
