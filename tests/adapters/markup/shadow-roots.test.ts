import { describe, expect, it } from "vitest";
import { sanitizeMarkup } from "../../../src/adapters/markup/sanitize.ts";
import { composeShadowRoots } from "../../../src/adapters/markup/shadow-roots.ts";

const shadow = (content: string, mode = "open"): string =>
  `<template shadowrootmode="${mode}">${content}</template>`;

describe("a declarative shadow root", () => {
  it.each([
    ["is what is shown", `<x-a>${shadow("<p>In</p>")}</x-a>`, "<x-a><p>In</p></x-a>"],
    ["may be closed", `<div>${shadow("<p>In</p>", "CLOSED")}</div>`, "<div><p>In</p></div>"],
    [
      "holds the children of its host in its slot",
      `<x-a>${shadow("<h2>Head</h2><slot></slot><p>Foot</p>")}<p>One</p>Two</x-a>`,
      "<x-a><h2>Head</h2><p>One</p>Two<p>Foot</p></x-a>",
    ],
    [
      "holds them by name, in its order",
      `<x-a>${shadow('<slot name="b"></slot><slot name="a"></slot>')}<p slot="a">A</p><p slot="b">B</p></x-a>`,
      '<x-a><p slot="b">B</p><p slot="a">A</p></x-a>',
    ],
    [
      "shows no child without a slot",
      `<x-a>${shadow('<slot name="a"></slot>')}<p>No</p><p slot="c">No</p><img src="a"><p slot="a">A</p></x-a>`,
      '<x-a><p slot="a">A</p></x-a>',
    ],
    [
      "has the content of a slot where nothing is for it",
      `<x-a>${shadow('<slot name="a">None</slot><slot>Rest</slot>')}<p slot="a">A</p></x-a>`,
      '<x-a><p slot="a">A</p>Rest</x-a>',
    ],
    [
      "fills the first slot of a name",
      `<x-a>${shadow("<slot></slot><slot>Again</slot>")}One</x-a>`,
      "<x-a>OneAgain</x-a>",
    ],
    [
      "hands on what it is given",
      `<x-a>${shadow(`<x-b>${shadow("<b><slot></slot></b>")}<slot></slot></x-b>`)}One</x-a>`,
      "<x-a><x-b><b>One</b></x-b></x-a>",
    ],
    [
      "may stand behind the children, who may leave out their end tags",
      `<div><ul><li>A<li>B</ul>${shadow("<i><slot></slot></i>")}<p>C</div><p>D</p>`,
      "<div><i><ul><li>A</li><li>B</li></ul><p>C</p></i></div><p>D</p>",
    ],
  ])("%s", (_, html, expected) => expect(composeShadowRoots(html)).toBe(expected));

  it.each([
    ["a plain template", "<div><template><p>In</p></template></div>"],
    ["another mode", `<div>${shadow("<p>In</p>", "none")}</div>`],
    ["an element that has none", `<ul>${shadow("<p>In</p>")}</ul>`],
    ["the second of an element", `<div>${shadow("<p>Out</p>")}${shadow("<p>In</p>")}</div>`],
    ["a slot by itself", "<div><slot>In</slot></div>"],
  ])("is not %s", (_, html) => {
    expect(composeShadowRoots(html)).not.toMatch(/<div><p>In/);
    expect(sanitizeMarkup(html, null).match(/In/g)?.length ?? 0).toBe(
      html.includes("<slot>") ? 1 : 0,
    );
  });

  it("is text of a feed's article", () => {
    const html = `<x-a>${shadow("<p>Before</p><slot></slot>")}<p>Inside</p></x-a>`;
    expect(sanitizeMarkup(html, null)).toBe("<p>Before</p><p>Inside</p>");
  });

  it("of hostile depth or number stays bounded", () => {
    const deep = `<div>${shadow("<slot></slot>")}`.repeat(5_000);
    expect(composeShadowRoots(deep)).toBe(deep);
    const wide = `<x-a>${shadow("<slot></slot>".repeat(50_000))}${"<p>a".repeat(50_000)}</x-a>`;
    expect(composeShadowRoots(wide).length).toBeLessThan(2 * wide.length);
    const nested = `<x-a>${shadow("<x-b><slot></slot></x-b>".repeat(3))}`.repeat(100);
    expect(composeShadowRoots(nested).length).toBeLessThan(2 * nested.length);
  });
});
