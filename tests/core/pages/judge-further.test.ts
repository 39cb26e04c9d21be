import { describe, expect, it } from "vitest";
import { judgeFurther } from "../../../src/core/pages/judge-further.ts";

const OWN = "https://reed.example/walks/along-the-dyke";

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
