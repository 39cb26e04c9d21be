import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalUrl, isOnHost, withoutTracking } from "../../../src/core/urls/canonical-url.ts";

describe("canonicalUrl", () => {
  it.each([
    ["writes the host small", "https://Example.ORG/A", "https://example.org/A"],
    ["drops the default port", "https://example.org:443/a", "https://example.org/a"],
    ["keeps another port", "http://example.org:8080/a", "http://example.org:8080/a"],
    ["drops the fragment", "https://example.org/a#comments", "https://example.org/a"],
    ["drops credentials", "https://me:secret@example.org/a", "https://example.org/a"],
    ["drops campaign parameters", "https://example.org/a?utm_source=rss", "https://example.org/a"],
    ["drops click ids", "https://example.org/a?fbclid=x&GCLID=y", "https://example.org/a"],
    [
      "keeps the rest in order",
      "https://example.org/a?z=1&utm_id=3&b=2",
      "https://example.org/a?z=1&b=2",
    ],
    [
      "keeps a repeated parameter",
      "https://example.org/a?id=1&id=2",
      "https://example.org/a?id=1&id=2",
    ],
    [
      "keeps parameters as they are spelled",
      "https://example.org/?q=a%20b+c",
      "https://example.org/?q=a%20b+c",
    ],
    ["keeps the scheme", "http://example.org/a", "http://example.org/a"],
    ["keeps www", "https://www.example.org/a", "https://www.example.org/a"],
    ["keeps a final slash", "https://example.org/a/", "https://example.org/a/"],
    ["drops an empty query", "https://example.org/a?", "https://example.org/a"],
    ["keeps a second question mark", "https://example.org/a??b", "https://example.org/a??b"],
    ["resolves dots in the path", "https://example.org/a/../b", "https://example.org/b"],
    ["takes no relative address", "/a", null],
    ["takes no other scheme", "javascript:alert(1)", null],
    ["takes no mail address", "mailto:desk@example.org", null],
    ["takes no empty text", "", null],
  ])("%s", (_what, link, expected) => {
    expect(canonicalUrl(link)).toBe(expected);
  });

  it("is idempotent", () => {
    const address = fc.webUrl({ withQueryParameters: true, withFragments: true });
    const mangled = fc
      .tuple(
        address,
        fc.constantFrom("", "?", "&utm_medium=x", "#", "?&&a", "?a=?b", " ", "?a#b?c", "??&&a"),
      )
      .map(([url, end]) => url + end);
    fc.assert(
      fc.property(fc.oneof(mangled, fc.string()), (link) => {
        const once = canonicalUrl(link);
        if (once !== null) expect(canonicalUrl(once)).toBe(once);
      }),
    );
  });
});

describe("isOnHost", () => {
  it.each([
    ["the host itself", "https://example.org/a", "example.org", true],
    ["the host with www", "https://www.example.org/a", "example.org", true],
    [
      "the host when the source is asked with www",
      "https://example.org/a",
      "www.example.org",
      true,
    ],
    ["a host below it", "https://news.example.org/a", "Example.org", true],
    ["no host that only ends alike", "https://badexample.org/a", "example.org", false],
    ["no host above it", "https://example.org/a", "news.example.org", false],
  ])("counts %s", (_what, url, host, expected) => {
    expect(isOnHost(url, host)).toBe(expected);
  });
});

describe("a link without tracking", () => {
  it.each([
    ["https://a.example/x?utm_source=rss&id=7#part", "https://a.example/x?id=7#part"],
    ["https://a.example/x?fbclid=1", "https://a.example/x"],
    ["https://a.example/x?b=1&a=%20", "https://a.example/x?b=1&a=%20"],
    ["mailto:a@b.example?utm_source=x", "mailto:a@b.example?utm_source=x"],
    ["not an address", "not an address"],
  ])("of %s is %s", (link, bare) => {
    expect(withoutTracking(link)).toBe(bare);
  });
});
