import { describe, expect, it } from "vitest";
import {
  guardMarkup,
  MAX_MARKUP_DEPTH,
  MAX_MARKUP_LENGTH,
} from "../../../src/adapters/markup/guard.ts";

describe("the guard", () => {
  it("leaves ordinary markup as it is", () => {
    const html = '<!doctype html><p class=x>a<br/>b<ul><li>c<li>d</ul><script>"<div>"</script>';
    expect(guardMarkup(html)).toBe(html);
  });

  it("drops tags below the deepest level, and their end tags, not their text", () => {
    const guarded = guardMarkup(`${"<div>".repeat(1000)}text${"</div>".repeat(1000)}after`);
    expect(guarded.match(/<div>/g)).toHaveLength(MAX_MARKUP_DEPTH);
    expect(guarded.match(/<\/div>/g)).toHaveLength(MAX_MARKUP_DEPTH);
    expect(guarded).toMatch(/textafter|text(<\/div>)+after/);
  });

  it("does not count elements whose end tags authors leave out", () => {
    const html = "<p>a".repeat(1000) + "<li>b".repeat(1000);
    expect(guardMarkup(html)).toBe(html);
  });

  it.each([
    ["<p>One</span > two", "<p>One two"],
    ['<p>One</span class="x"> two', "<p>One two"],
    ["<p>One</b\n> two</p >", "<p>One two</p >"],
  ])("leaves nothing of an end tag that ends nothing: %j", (html, guarded) => {
    expect(guardMarkup(html)).toBe(guarded);
  });

  it.each([
    ["by the end tag of another", "<h2>Head</h3><p>text", "<h2>Head</h2><p>text"],
    ["before another begins", "<h3><h2>Head</h2><p>text", "<h3></h3><h2>Head</h2><p>text"],
    ["within what stands in it", "<h2><b>Head</h4 >text", "<h2><b>Head</h2>text"],
    ["only once", "<h2>Head</h3></h2>text", "<h2>Head</h2>text"],
  ])("ends a heading %s", (_, html, guarded) => {
    expect(guardMarkup(html)).toBe(guarded);
  });

  it("takes out the tags that change how a parser reads", () => {
    expect(guardMarkup("a<svg><math>b</math></svg>c")).toBe("abc");
    expect(guardMarkup("a<plaintext>b")).toBe("a");
  });

  it("empties attributes that hold a file, before it cuts the length", () => {
    const html = `<img src="data:${"A".repeat(MAX_MARKUP_LENGTH)}"><p>after`;
    expect(guardMarkup(html)).toBe('<img src=""><p>after');
  });

  it("bounds length and the number of tags", () => {
    expect(guardMarkup("x".repeat(MAX_MARKUP_LENGTH + 10))).toHaveLength(MAX_MARKUP_LENGTH);
    expect(guardMarkup("<br>".repeat(300_000)).length).toBeLessThan(300_000 * 4);
  });
});
