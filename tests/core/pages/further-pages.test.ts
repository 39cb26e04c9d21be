import { describe, expect, it } from "vitest";
import {
  type FurtherLink,
  furtherLinks,
  judgeFurther,
} from "../../../src/core/pages/further-pages.ts";

const OWN = "https://reed.example/walks/along-the-dyke";

const links = (url: string, { text = "", isNext = false, own = OWN, number = 2 } = {}) =>
  furtherLinks([{ url, text, isNext }], { own: [own], number, breaksOff: false });

describe("the next page of an article", () => {
  it.each([
    [`${OWN}/2`, {}],
    [`${OWN}/2/`, { own: `${OWN}/` }],
    [`${OWN}/page/2/`, {}],
    [`${OWN}/seite-2`, {}],
    [`${OWN}?page=2`, {}],
    [`${OWN}?seite=3&utm_source=x`, { number: 3 }],
    [`${OWN}?page=2`, { own: `${OWN}?page=1` }],
    ["https://reed.example/walks/along-the-dyke-seite-2.html", { own: `${OWN}.html` }],
    [`${OWN}/2`, { own: `${OWN}.html` }],
    [`${OWN}-2.html`, { own: `${OWN}.html`, text: "2" }],
    [`${OWN}-2`, { isNext: true }],
    [`${OWN}_2.html`, { own: `${OWN}.html`, text: "Nächste Seite »" }],
  ])("is %s", (url, given) => {
    expect(links(url, given).next).toBe(url);
  });

  it.each([
    ["http://reed.example/walks/along-the-dyke/2", OWN],
    ["https://www.reed.example/walks/along-the-dyke/2", OWN],
    ["http://reed.example/walks/along-the-dyke/2", "https://www.reed.example/walks/along-the-dyke"],
  ])("is asked for where the article was: %s", (url, own) => {
    expect(links(url, { own }).next).toBe(`${own}/2`);
  });

  it.each([
    ["the next article", "https://reed.example/walks/over-the-weir", { isNext: true }],
    ["the next part of a series", `${OWN}-2`, { text: "Along the dyke, continued" }],
    ["a page that comes later", `${OWN}/3`, { isNext: true }],
    ["another port's", "https://reed.example:8443/walks/along-the-dyke/2", { isNext: true }],
    ["another host's", "https://weir.example/walks/along-the-dyke/2", { isNext: true }],
    ["of a list", "https://reed.example/page/2", { own: "https://reed.example/", isNext: true }],
    [
      "the next number of an id",
      "https://reed.example/?p=13",
      { own: "https://reed.example/?p=12" },
    ],
    ["what is asked of the page as well", `${OWN}?page=2&print=1`, {}],
    ["of comments", `${OWN}/comment-page-2`, {}],
  ])("is not %s", (_, url, given) => {
    expect(links(url, given).next).toBeNull();
  });
});

describe("what may be the next page of an article", () => {
  const other = "https://reed.example/walks/nr-4711.html";
  const perhaps = (link: object, breaksOff = false, more: readonly FurtherLink[] = []) =>
    furtherLinks([{ url: other, text: "", isNext: true, ...link }, ...more], {
      ...{ own: [OWN], number: 2, breaksOff },
    }).perhaps;

  it("is named for a page by itself or by another link to it, or follows a text that breaks off", () => {
    const number = { url: other, text: "2", isNext: false };
    expect(perhaps({ text: "Nächste Seite »" })).toBe(other);
    expect(perhaps({}, false, [number])).toBe(other);
    expect(perhaps({}, true)).toBe(other);
  });

  it.each([
    ["what follows a text that ends", {}, false],
    ["what is called after an article", { text: "Over the weir" }, false],
    ["a link that does not say next", { isNext: false, text: "next page" }, true],
    ["the page itself", { url: `${OWN}/` }, true],
    ["a page of another origin", { url: "https://weir.example/walks/nr-4711.html" }, true],
  ])("is not %s", (_, link, breaksOff) => {
    expect(perhaps(link, breaksOff)).toBeNull();
  });

  it("is nothing where the next page is known", () => {
    const next = { url: `${OWN}/2`, text: "2", isNext: true };
    expect(perhaps({ text: "next page" }, true, [next])).toBeNull();
  });
});

describe("all of an article on one page", () => {
  it.each([
    ["Artikel auf einer Seite lesen", `${OWN}/komplettansicht`],
    ["View as a single page", `${OWN}?page=all`],
    ["Lire sur une seule page", "https://reed.example/une/along-the-dyke"],
  ])("is behind %s", (text, url) => {
    expect(links(url, { text }).whole).toBe(url);
  });

  it("may be its print version, where there are more pages", () => {
    const print = { url: `${OWN}/print`, text: "Print", isNext: false };
    const next = { url: `${OWN}/2`, text: "2", isNext: false };
    const at = { own: [OWN], number: 2, breaksOff: false };
    expect(furtherLinks([print], at).whole).toBeNull();
    expect(furtherLinks([print, next], at)).toMatchObject({ whole: print.url, next: next.url });
  });

  it("is no page of another article", () => {
    expect(links("https://reed.example/all", { text: "View all" }).whole).toBeNull();
  });
});

describe("a page that was fetched for the rest", () => {
  const words = (from: number, to: number): string =>
    Array.from({ length: to - from }, (_, at) => `w${from + at}`).join(" ");
  const page = (
    text: string,
    {
      title = "Along the dyke",
      canonicalUrl = null as string | null,
      publishedAt = null as number | null,
    } = {},
  ) => ({ title, text, canonicalUrl, publishedAt });
  const first = page(words(0, 100));

  it.each([
    ["more", "goes on", page(words(100, 180), { title: "Along the dyke - Page 2" })],
    [
      "more",
      "goes on under another title",
      page(words(100, 180), { title: "Reed", canonicalUrl: OWN }),
    ],
    ["whole", "has all of it", page(words(0, 300))],
    ["none", "says the same again", page(words(0, 90))],
    ["none", "is another article", page(words(100, 180), { title: "Over the weir" })],
    ["none", "holds nothing", page("")],
  ] as const)("is %s when it %s", (kind, _, next) => {
    expect(judgeFurther([{ ...first, canonicalUrl: OWN }], next)).toBe(kind);
  });

  it("is none when a column comes again under its title on another day", () => {
    const at = (day: number, text: string) =>
      page(text, { publishedAt: Date.UTC(2026, 3, day, 6) });
    const column = at(1, words(0, 100));
    expect(judgeFurther([column], at(2, words(100, 180)))).toBe("none");
    expect(judgeFurther([column], at(1, words(100, 180)))).toBe("more");
  });

  it.each<[string, string, { readonly title?: string; readonly canonicalUrl?: string }]>([
    ["more", "has its title", {}],
    ["more", "has its title and the number of the page", { title: "Along the dyke (page 2)" }],
    ["more", "calls the first page canonical", { canonicalUrl: OWN }],
    ["more", "calls itself canonical", { canonicalUrl: "https://reed.example/nr-4711" }],
    ["none", "calls another page canonical", { canonicalUrl: "https://reed.example/weir" }],
    ["none", "has a title that is like it", { title: "Along the dyke at dawn" }],
    ["none", "has the title of a column", { title: "Reed" }],
  ])("with an address of another form is %s when it %s", (kind, _, told) => {
    const title = told.title === "Reed" ? "Reed" : "Along the dyke";
    const begun = { ...page(words(0, 100), { title }), canonicalUrl: OWN };
    const next = { ...page(words(100, 180), told), url: "https://reed.example/nr-4711" };
    expect(judgeFurther([begun], next, true)).toBe(kind);
  });

  it("is none when it is the next part of a series", () => {
    const part = (number: number, text: string) =>
      page(text, { title: `Along the dyke, part ${number}` });
    expect(judgeFurther([part(1, words(0, 100))], part(2, words(100, 180)))).toBe("none");
  });
});
