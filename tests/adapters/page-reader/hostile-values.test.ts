import { Parser } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { detectLanguage } from "../../../src/adapters/language.ts";
import {
  BLOCK_TAGS,
  INLINE_TAGS,
  PUBLISHED_ATTRIBUTES,
} from "../../../src/adapters/markup/sanitize.ts";
import { preparePage } from "../../../src/adapters/page-reader/prepare-page.ts";
import { createReadPage } from "../../../src/adapters/page-reader/read-page.ts";
import { NO_CLEANUP } from "../../../src/core/cleaning/exceptions.ts";
import type { Page } from "../../../src/core/pages/page.ts";
import { XSS_VECTORS } from "../../support/xss-vectors.ts";

const TAGS = new Set([...BLOCK_TAGS, ...INLINE_TAGS]);
const SENTENCE =
  "<p>The bridge over the gorge will stay closed for a third winter, and nobody knows who is to pay.</p>";

const readPage = createReadPage({ detectLanguage });

function read(html: string): Page {
  const url = "https://a.example/x";
  const document = { bytes: Buffer.from(html), contentType: null, url };
  const result = readPage({ url, html: preparePage(document) }, NO_CLEANUP);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

/** Tags, attributes and addresses that nobody may publish. */
function strangers(html: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!TAGS.has(name)) found.push(name);
      for (const [key, value] of Object.entries(attributes)) {
        const isKnown = PUBLISHED_ATTRIBUTES.get(name)?.includes(key) ?? false;
        const isUrl = ["href", "src", "cite"].includes(key);
        if (!isKnown || (isUrl && !/^(?:https?:\/\/|mailto:|tel:)/.test(value)))
          found.push(`${key}=${value}`);
      }
    },
  });
  parser.write(html);
  parser.end();
  return found;
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

describe("hostile values", () => {
  it.each(XSS_VECTORS)("never run from an article: %j", (vector) => {
    const page = read(
      `<body><article>${SENTENCE}<div>${vector}</div>${SENTENCE.repeat(4)}</article></body>`,
    );
    expect(strangers(page.contentHtml)).toEqual([]);
  });

  it.each(XSS_VECTORS)("never become an address: %j", (vector) => {
    const value = escaped(vector);
    const url = escaped(/(?:href|src)=["']?([^"'>]+)/i.exec(vector)?.[1] ?? vector);
    const links = ["canonical", "icon", "license", "image_src"].map(
      (rel) => `<link rel="${rel}" href="${url}">`,
    );
    const metas = ["og:image", "og:url", "tdm-policy", "og:title", "author", "og:description"].map(
      (name) => `<meta property="${name}" content="${name.startsWith("og:t") ? value : url}">`,
    );
    const page = read(
      `<html><head>${links.join("")}${metas.join("")}</head><body>${SENTENCE.repeat(5)}</body></html>`,
    );
    const { image, canonicalUrl, faviconUrl, terms } = page;
    const urls = [image?.url, canonicalUrl, faviconUrl, terms.licenceUrl, terms.tdmPolicyUrl];
    for (const each of urls) expect(each ?? "https://none").toMatch(/^https?:\/\//);
    expect(strangers(page.contentHtml)).toEqual([]);
  });
});
