import { Parser } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { cleanContent } from "../../../src/adapters/markup/clean-content.ts";
import {
  BLOCK_TAGS,
  EMBED_MARK,
  INLINE_TAGS,
  PUBLISHED_ATTRIBUTES,
  sanitizeMarkup,
} from "../../../src/adapters/markup/sanitize.ts";
import { NO_CLEANUP } from "../../../src/core/cleaning/exceptions.ts";
import { XSS_VECTORS } from "../../support/xss-vectors.ts";

const TAGS = new Set([...BLOCK_TAGS, ...INLINE_TAGS]);
const URL_ATTRIBUTES = new Set(["href", "src", "cite"]);

/** Everything in the markup that the allow-list does not know, found by parsing it. */
function strangers(html: string, more: readonly string[] = []): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!TAGS.has(name)) found.push(`<${name}>`);
      const known = [...(PUBLISHED_ATTRIBUTES.get(name) ?? []), ...more];
      const odd = Object.entries(attributes).filter((entry) => !isHarmless(entry, known));
      found.push(...odd.map(([key, value]) => `${name}.${key}=${value}`));
    },
    oncomment: (text) => found.push(`<!--${text}`),
    onprocessinginstruction: (_, text) => found.push(`<${text}`),
  });
  parser.write(html);
  parser.end();
  return found;
}

function isHarmless([key, value]: readonly [string, string], known: readonly string[]): boolean {
  const isUrl = URL_ATTRIBUTES.has(key) && value !== "";
  return known.includes(key) && (!isUrl || /^(?:https?:\/\/|mailto:|tel:)/.test(value));
}

const CONTEXT = { baseUrl: "https://e.org/a/", title: null, language: null, cleanup: NO_CLEANUP };

describe("the list of vectors", () => {
  it("has at least eighty", () => {
    expect(new Set(XSS_VECTORS).size).toBeGreaterThanOrEqual(80);
  });

  it("is caught by the check when nothing sanitises", () => {
    const live = XSS_VECTORS.filter((vector) => strangers(vector).length > 0);
    expect(live.length).toBeGreaterThan(100);
  });
});

describe.each(XSS_VECTORS)("%j", (vector) => {
  it.each([
    ["alone", vector],
    ["inside a paragraph", `<p>before ${vector} after</p>`],
    ["inside a list and a table", `<ul><li>${vector}</ul><table><tr><td>${vector}</table>`],
    ["after an open attribute", `<a title="${vector}">x</a>`],
    ["twice", vector + vector],
  ])("leaves nothing that runs, %s", (_, html) => {
    expect(strangers(sanitizeMarkup(html, "https://e.org/"), ["class", EMBED_MARK])).toEqual([]);
    const once = cleanContent(html, CONTEXT);
    expect(strangers(once.contentHtml)).toEqual([]);
    expect(cleanContent(once.contentHtml, CONTEXT).contentHtml).toBe(once.contentHtml);
  });
});

it("keeps the text around a vector", () => {
  for (const vector of XSS_VECTORS.filter((one) =>
    /^<(?:img|a|b|p|div|svg|embed) .*>$/i.test(one),
  )) {
    const { text } = cleanContent(`<p>before</p>${vector}<p>after the flood</p>`, CONTEXT);
    expect(text).toMatch(/^before/);
    expect(text, vector).toMatch(/after the flood$/);
  }
});
