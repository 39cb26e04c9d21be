import { describe, expect, it } from "vitest";
import { detectLanguage } from "../../../src/adapters/language.ts";
import { preparePage } from "../../../src/adapters/page-reader/prepare-page.ts";
import { createReadPage } from "../../../src/adapters/page-reader/read-page.ts";
import { NO_CLEANUP } from "../../../src/core/cleaning/exceptions.ts";

const URL_OF_FIRST = "https://reed.example/walks/along-the-dyke";
const readPage = createReadPage({ detectLanguage });

const LEAD =
  "The dyke runs eleven miles from the mill to the sea, and no road touches it on the way.";
const SENTENCES = [
  "Boots can be had at the mill, where the miller's aunt writes every name into a green book.",
  "Behind the first gate the grass is short, for sheep are let out there before sunrise.",
  "A bench of driftwood marks the place where the flood broke through in spring.",
  "Nobody has counted the herons, but the keeper says that they grow more each year.",
  "At noon a boat crosses the inlet, provided that somebody rings the bell on the pole.",
  "The far bank belongs to another parish, and its paths are signed in yellow paint.",
  "Walkers sleep in the old pump house, under a roof that was tarred only last week.",
  "Its engine still runs on feast days, when children may pull the brass lever.",
  "From there on, sand covers the stones, so that carts went no farther than this.",
  "The last mile is walked barefoot, and the lighthouse gives coffee to those who arrive.",
];
const sentence = (at: number): string => SENTENCES[at] ?? "";
const stages = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, at) => `<p>${sentence(from + at)}</p>`).join("");

const prepared = (url: string, body: string, title = "Along the dyke", head = "") => ({
  url,
  html: preparePage({
    bytes: Buffer.from(
      `<html><head><title>${title} | Reed</title>${head}</head><body><main><article><h1>${title}</h1><p>${LEAD}</p>${body}</article></main></body></html>`,
    ),
    contentType: "text/html; charset=utf-8",
    url,
  }),
});

const pager = (number: number): string =>
  `<nav class="pager"><a href="${URL_OF_FIRST}/${number}">${number}</a></nav>`;
const first = prepared(URL_OF_FIRST, stages(0, 4) + pager(2));
const second = prepared(`${URL_OF_FIRST}/2`, stages(4, 8) + pager(3));
const third = prepared(`${URL_OF_FIRST}/3`, stages(8, 10));

function read(...pages: (typeof first)[]) {
  const [page, ...further] = pages;
  if (!page) throw new Error("no page");
  const result = readPage({ ...page, further }, NO_CLEANUP);
  if (!result.ok) throw new Error(result.error.kind);
  const { text, contentHtml, furtherUrl, goesOn, terms } = result.value;
  const shown = Array.from({ length: 10 }, (_, at) => at).filter((at) =>
    text.includes(sentence(at)),
  );
  return { shown, furtherUrl, goesOn, terms, leads: contentHtml.split(LEAD).length - 1 };
}

describe("an article on several pages", () => {
  it("says where it goes on, page by page", () => {
    expect(read(first)).toMatchObject({ shown: [0, 1, 2, 3], furtherUrl: `${URL_OF_FIRST}/2` });
    expect(read(first, second).furtherUrl).toBe(`${URL_OF_FIRST}/3`);
  });

  it("is read in order, what each page repeats once", () => {
    expect(read(first, second, third)).toMatchObject({
      shown: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
      furtherUrl: null,
      leads: 1,
    });
  });

  it("ends where a page says the same again, or is another article", () => {
    expect(read(first, first)).toMatchObject({ shown: [0, 1, 2, 3], furtherUrl: null });
    const other = prepared(`${URL_OF_FIRST}/2`, stages(4, 8), "Nothing about that at all");
    expect(read(first, other)).toMatchObject({ shown: [0, 1, 2, 3], furtherUrl: null });
  });

  it("may be used as the strictest of its pages says", () => {
    const head = `<meta name="robots" content="noarchive">`;
    const strict = prepared(`${URL_OF_FIRST}/2`, stages(4, 8), "Along the dyke", head);
    expect(read(first).terms.robots).toEqual([]);
    expect(read(first, strict).terms.robots).toEqual(["noarchive"]);
    const other = prepared(`${URL_OF_FIRST}/2`, stages(4, 8), "Nothing about that", head);
    expect(read(first, other).terms.robots).toEqual([]);
  });

  it("is read page by page where the promised whole holds no text", () => {
    const link = `<p><a href="${URL_OF_FIRST}?page=all">View as a single page</a></p>`;
    const withLink = prepared(URL_OF_FIRST, stages(0, 4) + link + pager(2));
    const empty = { url: `${URL_OF_FIRST}?page=all`, html: "<html><body></body></html>" };
    expect(read(withLink, empty).furtherUrl).toBe(`${URL_OF_FIRST}/2`);
  });

  it("is read where rel=next leads to an address of another form and has more of it", () => {
    const elsewhere = "https://reed.example/nr-4711.html";
    const next = `<p><a rel="next" href="${elsewhere}">Next page</a></p>`;
    const begun = prepared(URL_OF_FIRST, stages(0, 4) + next);
    expect(read(begun)).toMatchObject({ furtherUrl: elsewhere, goesOn: false });
    const more = prepared(elsewhere, stages(4, 10));
    expect(read(begun, more)).toMatchObject({
      shown: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
      furtherUrl: null,
    });
    const other = prepared(elsewhere, stages(4, 10), "Along the dyke again");
    expect(read(begun, other)).toMatchObject({ shown: [0, 1, 2, 3], furtherUrl: null });
    const copied = `<link rel="canonical" href="https://reed.example/weir">`;
    const strange = prepared(elsewhere, stages(4, 10), "Along the dyke", copied);
    expect(read(begun, strange).shown).toEqual([0, 1, 2, 3]);
  });

  it("is looked for behind rel=next where its text breaks off", () => {
    const head = `<link rel="next" href="https://reed.example/nr-4711.html">`;
    const broken = "<p>From there the path goes on between the reeds and the sea, where</p>";
    const begun = (end: string) =>
      prepared(URL_OF_FIRST, stages(0, 4) + end, "Along the dyke", head);
    expect(read(begun(broken)).furtherUrl).toBe("https://reed.example/nr-4711.html");
    expect(read(begun("")).furtherUrl).toBeNull();
  });

  it("goes on surely where a page of its own is still unread or has no text", () => {
    expect(read(first)).toMatchObject({ goesOn: true });
    expect(read(first, { url: `${URL_OF_FIRST}/2`, html: "" })).toMatchObject({ goesOn: true });
    expect(read(first, second, third)).toMatchObject({ goesOn: false });
  });

  it("is read from the page that has all of it", () => {
    const link = `<p><a href="${URL_OF_FIRST}?page=all">View as a single page</a></p>`;
    const withLink = prepared(URL_OF_FIRST, stages(0, 4) + link + pager(2));
    expect(read(withLink).furtherUrl).toBe(`${URL_OF_FIRST}?page=all`);
    const whole = prepared(`${URL_OF_FIRST}?page=all`, stages(0, 10));
    expect(read(withLink, whole)).toMatchObject({
      shown: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
      furtherUrl: null,
    });
    // What was promised to be all of it is not.
    expect(read(withLink, first).furtherUrl).toBe(`${URL_OF_FIRST}/2`);
    expect(read(withLink, first, second).shown).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});
