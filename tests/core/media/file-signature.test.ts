import { expect, it } from "vitest";
import { typeOfFile } from "../../../src/core/media/file-signature.ts";

const bytes = (text: string): Uint8Array => Buffer.from(text, "latin1");

it.each<[string, string | null, string | null]>([
  ["\xff\xd8\xff\xe0\0\x10JFIF", "image/png", "image/jpeg"],
  ["\x89PNG\r\n\x1a\n\0", null, "image/png"],
  ["GIF89a\x01", "text/plain", "image/gif"],
  ["RIFF\x10\0\0\0WEBPVP8 ", "image/jpeg", "image/webp"],
  ["\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf", "application/octet-stream", "image/avif"],
  ["\0\0\0\x18ftypheic\0\0\0\0", null, "image/heic"],
  ["BM\x36\x10\x0e\0\0\0\0\0", null, "image/bmp"],
  [
    '\xef\xbb\xbf<?xml version="1.0"?>\n<!-- drawn -->\n<svg width="1">',
    "text/xml",
    "image/svg+xml",
  ],
  ["\0\0\0\x18ftypM4A \0\0\0\0", "audio/mp4", "audio/x-m4a"],
  ["ID3\x04", null, "audio/mpeg"],
  ["%PDF-1.7", null, "application/pdf"],
  ["RIFF\x10\0\0\0AVI LIST", "video/x-msvideo", "video/x-msvideo"],
  ["BMW sells cars", "text/plain; charset=utf-8", "text/plain"],
  ["who knows", "audio/mp3", "audio/mpeg"],
  ["who knows", "application/octet-stream", null],
  ["<!doctype html><html><svg>", "text/html", null],
  ["<!-- page --><html><svg>", "image/svg+xml; q=1", "image/svg+xml"],
  ["<!-- page --><html><svg>", "text/html", null],
  ["", null, null],
])("a file of %j that its server calls %s is %s", (start, said, type) => {
  expect(typeOfFile(bytes(start), said)).toBe(type);
});

it("looks at nothing behind the beginning", () => {
  expect(typeOfFile(bytes(`<?xml ${" ".repeat(2_000)}<svg>`), null)).toBeNull();
});
