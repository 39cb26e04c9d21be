import { expect, it } from "vitest";
import { pictureType } from "../../../src/core/media/picture-type.ts";

it.each([
  ["https://a.example/b.JPG?w=1", "image/jpeg"],
  ["https://a.example/b.svg#x", "image/svg+xml"],
  ["/srv/brand/icon.ico", "image/x-icon"],
  ["https://a.example/b", null],
  ["https://a.example/b.php?file=c.png", null],
  ["https://a.example/b.mp4", null],
  ["https://a.example/b.jpg/640", "image/jpeg"],
  ["https://a.example/b.jpg:large", "image/jpeg"],
  ["https://a.example/b.png!small", "image/png"],
  ["https://a.example/b.jpg?w=640&fm=webp", "image/webp"],
  ["https://a.example/b?format=PNG", "image/png"],
  ["https://a.example/b.jpg?format=auto", "image/jpeg"],
])("the type of %s is %s", (address, type) => {
  expect(pictureType(address)).toBe(type);
});
