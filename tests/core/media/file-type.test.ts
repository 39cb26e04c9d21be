import { expect, it } from "vitest";
import { fileType, isPicture, isRecording } from "../../../src/core/media/file-type.ts";
import type { Enclosure } from "../../../src/core/media/media.ts";

it.each([
  ["audio/mpeg", "https://valley.example/a.ogg", "audio/mpeg"],
  [null, "https://valley.example/a.MP3?sid=1", "audio/mpeg"],
  [null, "https://valley.example/a.m4a", "audio/x-m4a"],
  ["application/octet-stream", "https://valley.example/a.mp4", "video/mp4"],
  ["application/octet-stream", "https://valley.example/a", "application/octet-stream"],
  ["no type", "https://valley.example/a.pdf", "application/pdf"],
  [null, "https://valley.example/a.jpg", "image/jpeg"],
  [null, "https://valley.example/listen?file=a.mp3", null],
  ["image/jpg", "https://valley.example/a", "image/jpeg"],
  ["IMAGE/PNG", "https://valley.example/a", "image/png"],
  ["audio/mp3", "https://valley.example/a.mp3", "audio/mpeg"],
  ["audio/mpeg; charset=binary", "https://valley.example/a", "audio/mpeg"],
  ["application/force-download", "https://valley.example/a.mp3", "audio/mpeg"],
  ["image", "https://valley.example/a.webp?w=9", "image/webp"],
])("the type of a file declared as %s at %s is %s", (declared, url, type) => {
  expect(fileType(declared, url)).toBe(type);
});

it.each<[Partial<Enclosure>, "recording" | "picture" | "neither"]>([
  [{ type: "audio/mpeg" }, "recording"],
  [{ type: "application/vnd.apple.mpegurl" }, "recording"],
  [{ url: "https://valley.example/a.mp4" }, "recording"],
  [{ medium: "audio" }, "recording"],
  [{ type: "image/png" }, "picture"],
  [{ url: "https://valley.example/a.jpg" }, "picture"],
  [{ medium: "image" }, "picture"],
  [{ medium: "image", type: "application/octet-stream" }, "picture"],
  [{ medium: "image", url: "https://valley.example/a.mp4" }, "recording"],
  [{ type: "application/pdf" }, "neither"],
  [{ medium: "document" }, "neither"],
  [{}, "neither"],
])("the file %o is a %s", (said, kind) => {
  const file = { url: "https://valley.example/a", type: null, ...said };
  expect(isRecording(file)).toBe(kind === "recording");
  expect(isPicture(file)).toBe(kind === "picture");
});
