import { describe, expect, it } from "vitest";
import { otherArticles } from "../../../src/adapters/page-reader/other-articles.ts";
import { contentOf } from "../../../src/adapters/page-reader/page-content.ts";
import { readFacts } from "../../../src/adapters/page-reader/page-facts.ts";
import { parsePage } from "../../../src/adapters/page-reader/parse-page.ts";
import { readMetadata } from "../../../src/adapters/page-reader/read-metadata.ts";
import { surveyPage } from "../../../src/adapters/page-reader/survey-page.ts";
import { type CleanupContext, NO_CLEANUP } from "../../../src/core/cleaning/exceptions.ts";

const SENTENCE = "The bridge over the gorge will stay closed for a third winter, said the county.";
const paragraphs = (count: number): string =>
  Array.from({ length: count }, (_, index) => `<p>${index}. ${SENTENCE}</p>`).join("");

/** What is published when the extractor found so much of a page. */
function publish(html: string, extracted: string | null, cleanup: CleanupContext = NO_CLEANUP) {
  const tree = parsePage(html);
  const facts = readFacts(tree);
  const read = readMetadata(facts, "https://a.example/x");
  const survey = surveyPage(tree, {
    ...read,
    shown: facts.shown,
    others: otherArticles({ ...read, shown: facts.shown, url: null }),
    isKept: () => false,
  });
  const found = extracted === null ? null : parsePage(extracted).body;
  return contentOf(found, { html, read, survey, cleanup }).text.split("\n\n");
}

describe("the article of a page", () => {
  const page = `<html><body><article>${paragraphs(20)}</article></body></html>`;

  it("is what was extracted, and what the extractor lost of it", () => {
    expect(publish(page, paragraphs(20))).toHaveLength(20);
    expect(publish(page, paragraphs(12))).toHaveLength(20);
  });

  it("is the page's own article, when a small part of it was extracted", () => {
    expect(publish(page, paragraphs(5))).toHaveLength(20);
  });

  it("is the page's own article without its comments", () => {
    const comments = `<section class="comments">${paragraphs(30)}</section>`;
    const html = `<html><body><article>${paragraphs(20)}${comments}</article></body></html>`;
    expect(publish(html, paragraphs(2))).toHaveLength(20);
    expect(publish(html, paragraphs(12))).toHaveLength(20);
  });

  it("is the body of the page, when nothing was extracted", () => {
    const html = `<html><body><nav><p>${SENTENCE}</p></nav><div>${paragraphs(3)}</div></body></html>`;
    expect(publish(html, null)).toHaveLength(3);
  });
});

describe("a short last sentence", () => {
  it.each([
    ["Hindi", "पुल आज भी बंद है।"],
    ["Urdu", "پل آج بھی بند ہے۔"],
    ["Arabic", "هل فتح الجسر القديم؟"],
    ["Greek", "Πότε ανοίγει η γέφυρα;"],
  ])("stays in %s", (_, last) => {
    const article = `${paragraphs(5)}<p>${last}</p>`;
    const html = `<html><body><article>${article}</article></body></html>`;
    expect(publish(html, article).at(-1)).toBe(last);
  });
});

describe("lines about the article", () => {
  const head =
    '<meta name="author" content="Anna Berg"><meta property="og:title" content="Bridge closed for a third winter">';
  const page = (lines: string): string =>
    `<html><head>${head}</head><body><h1>Bridge closed for a third winter</h1>${lines}${paragraphs(12)}</body></html>`;

  it.each([
    "<p>04.02.2022 | 13:10 | Anna Berg</p>",
    '<h6 class="author">Anna Berg | 04.02.2022</h6>',
    "<p>Blog » News » Bridge closed for a third winter</p>",
  ])("go above it and under its standfirst: %s", (line) => {
    const standfirst = `<p>Standfirst: ${SENTENCE}</p>`;
    for (const lines of [line, standfirst + line]) {
      const text = publish(page(lines), lines + paragraphs(12));
      expect(text).toHaveLength(lines === line ? 12 : 13);
    }
  });

  it("stay in the text and as headings of it", () => {
    const lines = "<h3>Anna Berg | 04.02.2022</h3>";
    expect(publish(page(lines), lines + paragraphs(12))).toHaveLength(13);
    const inside = `${paragraphs(6)}<p>04.02.2022 | Anna Berg</p>${paragraphs(6)}`;
    expect(publish(page(inside), inside)).toContain("04.02.2022 | Anna Berg");
  });
});

describe("what an editor keeps", () => {
  const page = `<p>By Anna Berg</p>${paragraphs(12)}`;
  const keeping = (...keep: string[]): CleanupContext => ({
    exceptions: { keep, drop: [] },
    repeated: [],
  });

  it.each([["by anna berg"], ["By …"], ["byline"]])("stays on a page: %s", (entry) => {
    expect(publish(page, page)[0]).not.toBe("By Anna Berg");
    expect(publish(page, page, keeping(entry))[0]).toBe("By Anna Berg");
  });

  it("alone counts: what is dropped or repeated is left to the drafting of the article", () => {
    const drop: CleanupContext = { ...NO_CLEANUP, exceptions: { keep: [], drop: ["0. …"] } };
    expect(publish(page, page, drop)).toHaveLength(12);
  });
});

describe("the text in JSON-LD", () => {
  const pageWith = (body: string): string => {
    const json = JSON.stringify({ "@type": "Article", articleBody: body });
    return `<html><head><script type="application/ld+json">${json}</script></head><body><p>${SENTENCE}</p></body></html>`;
  };
  const long = Array.from({ length: 8 }, () => SENTENCE).join("\n\n");

  it.each([
    ["text", long, 8],
    ["markup", paragraphs(8), 8],
  ])("is the article, when the page shows far less of it: %s", (_, body, count) => {
    expect(publish(pageWith(body), `<p>${SENTENCE}</p>`)).toHaveLength(count);
  });

  it("is not, when the page shows half of it", () => {
    expect(publish(pageWith(long), paragraphs(5))).toHaveLength(5);
  });
});

describe("the end of an article", () => {
  const endOf = (end: string): readonly string[] => {
    const article = `${paragraphs(5)}${end}`;
    return publish(`<html><body><article>${article}</article></body></html>`, article).slice(5);
  };

  it.each(["Source: Reuters", "Quellen: Polizei, Feuerwehr", "Źródło: PAP", "Πηγή: ΑΠΕ"])(
    "may be a line about its source: %s",
    (line) => expect(endOf(`<p>${line}</p>`)).toEqual([line]),
  );

  it("has no line about its source in an element of its own", () => {
    expect(endOf("<div><p>Source: Reuters</p></div>")).toEqual([]);
  });

  it("has the close of a letter", () => {
    expect(endOf("<p>Yours faithfully,</p><p>Jane Reed</p>")).toEqual([
      "Yours faithfully,",
      "Jane Reed",
    ]);
    expect(endOf("<p>Jane Reed</p>")).toEqual([]);
  });

  it.each([
    "Mit freundlichen Grüßen",
    "With kind regards",
    "Cordialement,",
    "Med vänlig hälsning",
    "S pozdravem",
    "З повагою",
    "Με εκτίμηση",
  ])("has the close of a letter without a comma, and who signs it: %s", (close) => {
    const end = [close, "Jan Kraus", "Chairman"];
    expect(endOf(end.map((line) => `<p>${line}</p>`).join(""))).toEqual(end);
  });

  it.each(["Regards croisés", "YOURSELF", "Ihr Konto"])("has no label like a close: %s", (line) => {
    expect(endOf(`<p>${line}</p>`)).toEqual([]);
  });

  it.each([
    "Tickets: 0361 5566",
    "Hotline: 555-1234",
    "Karten: Tel. 0361/5566",
    "Info: www.theatre.example",
    "Additional reporting by Jane Reed",
    "(Unter Mitarbeit von Bo Li)",
  ])("may be contact data or thanks to helpers: %s", (line) => {
    expect(endOf(`<p>${line}</p>`)).toEqual([line]);
  });

  it.each(["Hits: 1243", "Article ID: 39382928", "Erschienen: 04.02.2022"])(
    "has no other label with a number: %s",
    (line) => expect(endOf(`<p>${line}</p>`)).toEqual([]),
  );

  it.each(["To the editor:", "An die Redaktion:", "Till redaktionen:"])(
    "may be signed where its head says whom it is written to: %s",
    (line) => {
      const article = `<p>${line}</p>${paragraphs(5)}`;
      const page = `<html><body><article>${article}</article></body></html>`;
      expect(publish(page, article)[0]).toBe(line);
    },
  );

  it("may be short sentences under a heading", () => {
    expect(endOf("<h2>Method</h2><p>Mix all. Bake.</p>")).toEqual(["Method", "Mix all. Bake."]);
    expect(endOf("<h2>Method</h2><p><a href='/x'>Mix all.</a></p>")).not.toContain("Method");
  });
});
