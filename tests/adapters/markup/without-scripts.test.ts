import { describe, expect, it } from "vitest";
import { withoutScripts } from "../../../src/adapters/markup/without-scripts.ts";

describe("withoutScripts", () => {
  it.each([
    ["scripts", "a<script>if (a < b) '</p>'</script>b", "ab"],
    ["styles", "a<style>p > b {}</style>b", "ab"],
    ["drawings, nested too", "a<svg><svg><title>t</title></svg></svg>b", "ab"],
    ["templates", "a<template><p>t</p></template>b", "ab"],
    ["names in capitals", "a<SCRIPT>x</Script >b", "ab"],
  ])("takes out %s", (_, html, expected) => {
    expect(withoutScripts(html)).toBe(expected);
  });

  it.each([
    ["JSON-LD", '<script type="application/ld+json">{}</script>'],
    ["JSON-LD in any case", "<script id=x TYPE='application/LD+JSON'>{}</script>"],
    ["a script in an attribute", '<p title="<script>">text</p>'],
    ["what is never closed", "<p>a</p><style>p {}"],
    ["everything else", "<p class=script>a</p><!-- <script> -->"],
  ])("keeps %s", (_, html) => {
    expect(withoutScripts(html)).toBe(html);
  });

  it("keeps a megabyte of JSON-LD at most", () => {
    const block = `<script type="application/ld+json">${"1".repeat(600_000)}</script>`;
    expect(withoutScripts(`${block}${block}<p>a</p>`)).toBe(`${block}<p>a</p>`);
  });
});
