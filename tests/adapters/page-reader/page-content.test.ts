import { describe, expect, it } from "vitest";
import { parsePage } from "../../../src/adapters/page-reader/dom.ts";
import { contentOf } from "../../../src/adapters/page-reader/page-content.ts";
import { readFacts } from "../../../src/adapters/page-reader/page-facts.ts";
import { readMetadata } from "../../../src/adapters/page-reader/read-metadata.ts";
import { surveyPage } from "../../../src/adapters/page-reader/survey-page.ts";
import { type CleanupContext, NO_CLEANUP } from "../../../src/core/cleanup/exceptions.ts";

const SENTENCE = "The bridge over the gorge will stay closed for a third winter, said the county.";
const paragraphs = (count: number): string =>
  Array.from({ length: count }, (_, index) => `<p>${index}. ${SENTENCE}</p>`).join("");

/** What is published when the extractor found so much of a page. */
function publish(html: string, extracted: string | null, cleanup: CleanupContext = NO_CLEANUP) {
  const tree = parsePage(html);
  const facts = readFacts(tree);
  const read = readMetadata(facts, "https://a.example/x");
  const survey = surveyPage(tree, { ...read, shown: facts.shown });
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
