import { describe, expect, it } from "vitest";
import { type FurtherLink, furtherLinks } from "../../../src/core/pages/further-pages.ts";

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
    ["another host's without a word", "https://weir.example/walks/along-the-dyke/2", {}],
    ["another article's at another host", "https://weir.example/walks/2", { isNext: true }],
    [
      "another number's at another host",
      "https://weir.example/walks/along-the-dyke/3",
      { text: "3" },
    ],
    ["what counts from 0", `${OWN}?page=2`, { text: "3" }],
    ["the same page again", `${OWN}?page=1`, { own: `${OWN}?page=1`, isNext: true }],
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

describe("the next page of an article at another host", () => {
  const elsewhere = "https://weir.example/walks/along-the-dyke/2";
  it.each([
    [elsewhere, { isNext: true }],
    [elsewhere, { text: "2" }],
    [elsewhere, { text: "Next page »" }],
    ["https://m.reed.example/walks/along-the-dyke?page=2", { text: "2" }],
    ["https://reed.example:8443/walks/along-the-dyke/2", { isNext: true }],
  ])("is known where a link says so: %s", (url, given) => {
    expect(links(url, given).next).toBe(url);
  });

  it("is known by words and rel=next where the text breaks off", () => {
    const link = { url: "https://weir.example/nr-4711", text: "Nächste Seite", isNext: true };
    const at = { own: [OWN], number: 2 };
    expect(furtherLinks([link], { ...at, breaksOff: true }).next).toBe(link.url);
    expect(furtherLinks([link], { ...at, breaksOff: false }).next).toBeNull();
    expect(
      furtherLinks([{ ...link, text: "Over the weir" }], { ...at, breaksOff: true }).next,
    ).toBeNull();
    expect(furtherLinks([{ ...link, isNext: false }], { ...at, breaksOff: true }).next).toBeNull();
  });

  it("counts after one at its own", () => {
    const own = { url: `${OWN}/2`, text: "2", isNext: false };
    const at = { own: [OWN], number: 2, breaksOff: false };
    expect(furtherLinks([{ ...own, url: elsewhere }, own], at).next).toBe(own.url);
  });
});

describe("a pager that counts from 0", () => {
  const pager = (...numbers: readonly number[]): FurtherLink[] =>
    numbers.map((number) => ({
      url: `${OWN}?page=${number - 1}`,
      text: `${number}`,
      isNext: false,
    }));

  it.each([
    [OWN, 2, `${OWN}?page=1`],
    [OWN, 3, `${OWN}?page=2`],
    [OWN, 4, null],
  ])("leads on by what its links say: from %s to page %i", (own, number, expected) => {
    const last = { url: `${OWN}?page=2`, text: "last »", isNext: false };
    const links = number < 4 ? [...pager(1, 2, 3), last] : pager(1, 2, 3);
    expect(furtherLinks(links, { own: [own], number, breaksOff: false }).next).toBe(expected);
  });

  it("leads on by rel=next", () => {
    expect(links(`${OWN}?page=1`, { isNext: true, text: "weiter ›" }).next).toBe(`${OWN}?page=1`);
    expect(links(`${OWN}?page=1`, { text: "1" }).next).toBeNull();
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

  it("is not what holds all of its comments", () => {
    expect(links(`${OWN}/all`, { text: "Alle Kommentare auf einer Seite" }).whole).toBeNull();
    expect(links(`${OWN}/all`, { text: "Alles auf einer Seite" }).whole).toBe(`${OWN}/all`);
  });

  it("is no page of another article", () => {
    expect(links("https://reed.example/all", { text: "View all" }).whole).toBeNull();
  });
});
