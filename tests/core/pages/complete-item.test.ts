import { describe, expect, it } from "vitest";
import type { DerivedField } from "../../../src/core/articles/article-draft.ts";
import type { Item } from "../../../src/core/articles/item.ts";
import type { Image } from "../../../src/core/media/media.ts";
import { completeItem } from "../../../src/core/pages/complete-item.ts";
import type { Page } from "../../../src/core/pages/page.ts";
import { anItem, aPage, NO_TERMS, NOW } from "../../support/builders.ts";

const complete = (
  item: Partial<Item>,
  page: Partial<Page>,
  derived: readonly DerivedField[] = [],
) => completeItem({ item: anItem(item), derived, page: aPage(page) });

const named = (name: string | null) => ({ name, email: null, url: null });
const image = (url: string, rest: Partial<Image> = {}): Image => ({
  ...{ url, width: null, height: null, alt: null, credit: null },
  ...rest,
});

describe("what the item says", () => {
  it("counts more than what the page says", () => {
    const own = {
      title: "Bridge open",
      authors: [named("Ada")],
      publishedAt: NOW,
      language: "en",
      rights: "© Valley",
    };
    const { item, provenance } = complete(own, {
      title: "Another",
      authors: [named("Eve")],
      publishedAt: 5,
      language: "de",
      rights: "© Page",
    });
    expect(item).toMatchObject(own);
    expect(provenance).toEqual({});
  });

  it("keeps its content and its summary", () => {
    const { item } = complete({ summaryHtml: "<p>Own.</p>" }, { description: "Of the page." });
    expect(item).toMatchObject({ ...anItem(), summaryHtml: "<p>Own.</p>" });
  });
});

describe("what the item lacks", () => {
  it("comes from the page, and is marked with its place there", () => {
    const bare = { title: null, authors: [], publishedAt: null, language: null, link: null };
    const { item, provenance, derived } = complete(bare, {
      authors: [named("Eve")],
      publishedAt: 5,
      language: "de",
      rights: "© Page",
      provenance: new Map([
        ["title", "og:title"],
        ["authors", "json-ld"],
        ["publishedAt", "text"],
        ["language", "lang"],
        ["canonicalUrl", "link"],
        ["rights", "copyright"],
      ]),
    });
    expect(item).toMatchObject({
      title: "The bridge is open again",
      authors: [named("Eve")],
      publishedAt: 5,
      language: "de",
      link: "https://valley.example/bridge",
      rights: "© Page",
    });
    expect(provenance).toMatchObject({
      title: "page: og:title",
      authors: "page: json-ld",
      publishedAt: "page: text",
      language: "page: lang",
      link: "page: link",
      rights: "page: copyright",
    });
    expect(derived).toEqual([]);
  });

  it("is its licence for its rights", () => {
    const terms = { ...NO_TERMS, licenceUrl: "https://licence.example/by" };
    expect(complete({}, { terms }).item.rights).toBe("https://licence.example/by");
  });

  it("is a name where its author has only an address", () => {
    const { item } = complete({ authors: [named(null)] }, { authors: [named("Eve")] });
    expect(item.authors).toEqual([named("Eve")]);
  });

  it("is what our reader worked out itself, as long as the page says it", () => {
    const all = ["title", "publishedAt", "language"] as const;
    const said = complete({}, { publishedAt: 5 }, all);
    expect(said.item).toMatchObject({ title: "The bridge is open again", publishedAt: 5 });
    expect(said.derived).toEqual(["title", "language"]);
    const declared = { provenance: new Map([["title", "h1"]]) };
    expect(complete({}, declared, all).derived).toEqual(["publishedAt", "language"]);
  });
});

describe("a title that was cut", () => {
  it.each([
    ["The bridge is open ag…", "The bridge is open again"],
    ["The bridge is…", "The bridge is open again"],
    ["The ferry is op…", "The ferry is op…"],
    ["To be continued…", "To be continued…"],
  ])("%s is %s", (title, expected) => {
    expect(complete({ title }, {}).item.title).toBe(expected);
  });
});

describe("categories", () => {
  it("are those of both, each once, the item's own first", () => {
    const page = { section: "Valley", categories: ["news", "Bridges"] };
    const { item, provenance } = complete({ categories: ["News"] }, page);
    expect(item.categories).toEqual(["News", "Valley", "Bridges"]);
    expect(provenance).toHaveProperty("categories");
  });

  it("are not all that a page writes for search engines", () => {
    const categories = Array.from({ length: 50 }, (_, index) => `tag ${index}`);
    expect(complete({ categories: ["News"] }, { categories }).item.categories).toHaveLength(20);
  });
});

describe("the picture", () => {
  const small = image("https://i.example/150/a.jpg", { width: 150 });
  const large = image("https://i.example/900/a.jpg", { width: 900, alt: "The bridge" });
  const b = image("https://i.example/b.jpg", { width: 100, alt: "Sheep" });

  it.each<[string, Image | null, Image | null, Image | null]>([
    ["is the page's without one", null, large, large],
    ["is the larger one", small, large, large],
    ["is its own when that is larger", large, b, large],
    ["is its own when the page has none", small, null, small],
    ["of unknown size gives way to a large one", image("https://i.example/c.jpg"), large, large],
    [
      "of unknown size stays before a small one",
      image("https://i.example/c.jpg"),
      b,
      image("https://i.example/c.jpg"),
    ],
    [
      "takes the description of the same picture",
      { ...large, alt: null },
      { ...large, width: 1 },
      large,
    ],
    ["is not the logo of the site", null, image("https://i.example/site-logo.png"), null],
    [
      "may be of a logotype",
      null,
      image("https://i.example/logotypes.png"),
      image("https://i.example/logotypes.png"),
    ],
  ])("%s", (_, own, theirs, expected) => {
    expect(complete({ image: own }, { image: theirs }).item.image).toEqual(expected);
  });
});

describe("the address", () => {
  const address = (link: string, page: Partial<Page>) => complete({ link }, page).canonicalUrl;
  it.each<[string, string, string | null, string]>([
    [
      "of the page, on its host",
      "https://a.example/?p=1",
      "https://a.example/one",
      "https://a.example/one",
    ],
    [
      "of the item, before another house's",
      "https://a.example/1",
      "https://wire.example/1",
      "https://a.example/1",
    ],
    [
      "of the item, without another",
      "https://a.example/1?utm_source=x",
      null,
      "https://a.example/1",
    ],
    [
      "of the item, before a home page",
      "https://a.example/1",
      "https://a.example/",
      "https://a.example/1",
    ],
    [
      "of the item, before its section",
      "https://a.example/news/1",
      "https://a.example/news/",
      "https://a.example/news/1",
    ],
  ])("is the one %s", (_, link, canonicalUrl, expected) => {
    expect(address(link, { url: link, canonicalUrl })).toBe(expected);
  });

  it("is where a counter leads to, but for what is only for this visit", () => {
    const at = (url: string) => ({
      ...{ url, canonicalUrl: url },
      provenance: new Map([["canonicalUrl", "address"]]),
    });
    const counter = "https://feeds.example/~r/1";
    expect(address(counter, at("https://a.example/one"))).toBe("https://a.example/one");
    expect(address(counter, at("https://a.example/one?session=4"))).toBe(counter);
  });
});
