import { describe, expect, it } from "vitest";
import { isSamePicture, showsPicture } from "../../../src/core/media/same-picture.ts";

describe("two addresses of one picture", () => {
  it.each([
    ["https://a.example/mill.jpg", "http://a.example/mill.jpg", true],
    ["https://a.example/mill.jpg", "https://a.example/mill-300x200.jpg", true],
    ["https://a.example/mill-1024x683.jpg", "https://a.example/mill-300x200.jpg", true],
    ["https://a.example/mill-scaled.jpeg", "https://a.example/mill.jpeg", true],
    ["https://a.example/mill.jpg?w=600", "https://a.example/mill.jpg", true],
    ["https://a.example/mill.jpg", "https://b.example/mill.jpg", false],
    ["https://a.example/mill-2.jpg", "https://a.example/mill-3.jpg", false],
    ["https://a.example/image.php?id=1", "https://a.example/image.php?id=1", true],
    ["https://a.example/image?id=1", "https://a.example/image?id=2", false],
    ["mill.jpg", "mill.jpg", true],
    ["https://a.example/up/mill.jpg", "https://a.example/up/thumbs/mill.jpg", true],
    ["https://a.example/300x200/mill.jpg", "https://a.example/1600x900/mill.jpg", true],
    ["https://a.example/w_300,h_200,c_fill/mill.jpg", "https://a.example/mill.jpg", true],
    ["https://a.example/mill_thumb.jpg", "https://a.example/thumb_mill.jpg", true],
    ["https://a.example/mill@2x.png", "https://a.example/mill-640w.png", true],
    [
      "https://w.example/thumb/a/ab/Mill.jpg/300px-Mill.jpg",
      "https://w.example/a/ab/Mill.jpg",
      true,
    ],
    ["https://a.example/mill-small-town.jpg", "https://a.example/mill-town.jpg", false],
    ["https://a.example/full.jpg", "https://a.example/large.jpg", false],
  ])("%s and %s: %s", (a, b, isSame) => {
    expect(isSamePicture(a, b)).toBe(isSame);
  });

  it("is found in a text", () => {
    const html = '<p>x</p><img src="https://a.example/mill-300x200.jpg?a=1&amp;b=2" alt="">';
    expect(showsPicture(html, "https://a.example/mill.jpg")).toBe(true);
    expect(showsPicture(html, "https://a.example/weir.jpg")).toBe(false);
  });
});
