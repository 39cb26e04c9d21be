import { describe, expect, it } from "vitest";
import { detectLanguage } from "../../../src/adapters/language.ts";
import { preparePage } from "../../../src/adapters/page-reader/prepare-page.ts";
import { createReadPage } from "../../../src/adapters/page-reader/read-page.ts";
import { inspectPage } from "../../../src/service/reading/inspect-page.ts";

const deps = { preparePage, readPage: createReadPage({ detectLanguage }) };

const PAGE = `<html lang="en"><head><meta property="og:title" content="Bridge closed">
  <meta property="og:image" content="/a.jpg"></head><body><article>
  <p>The bridge over the gorge will stay closed for a third winter, says the county.</p></article></body></html>`;

describe("inspect of a page", () => {
  it("answers with exactly the fields of the contract", () => {
    const document = {
      bytes: Buffer.from(PAGE),
      contentType: null,
      url: "https://a.example/b?utm_source=x",
    };
    const text = "The bridge over the gorge will stay closed for a third winter, says the county.";
    expect(inspectPage(document, deps)).toEqual({
      ok: true,
      value: {
        url: "https://a.example/b?utm_source=x",
        canonicalUrl: "https://a.example/b",
        title: "Bridge closed",
        authors: [],
        publishedAt: null,
        updatedAt: null,
        siteName: null,
        description: null,
        image: "https://a.example/a.jpg",
        language: "en",
        categories: [],
        rights: null,
        contentHtml: `<p>${text}</p>`,
        text,
        removed: [],
        provenance: {
          canonicalUrl: "address",
          title: "og:title",
          image: "og:image",
          language: "lang",
        },
      },
    });
  });

  it("says when there is nothing to read", () => {
    const document = { bytes: new Uint8Array(), contentType: null, url: null };
    expect(inspectPage(document, deps)).toMatchObject({
      ok: false,
      error: { kind: "empty" },
    });
  });
});
