import { expect, it } from "vitest";
import { pictureType } from "../../src/core/picture-type.ts";

it.each([
  ["https://a.example/b.JPG?w=1", "image/jpeg"],
  ["https://a.example/b.svg#x", "image/svg+xml"],
  ["/srv/brand/icon.ico", "image/x-icon"],
  ["https://a.example/b", null],
  ["https://a.example/b.php?file=c.png", null],
  ["https://a.example/b.mp4", null],
])("the type of %s is %s", (address, type) => {
  expect(pictureType(address)).toBe(type);
});
