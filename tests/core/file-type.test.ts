import { expect, it } from "vitest";
import { fileType, isPicture, isRecording } from "../../src/core/file-type.ts";

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

it("tells recordings and pictures from other files", () => {
  const types = ["audio/mpeg", "video/mp4", "image/png", "application/pdf", null];
  expect(types.map((type) => isRecording({ type }))).toEqual([true, true, false, false, false]);
  expect(types.map((type) => isPicture({ type }))).toEqual([false, false, true, false, false]);
});
