import { expect, it } from "vitest";
import { isForOwnHost } from "../../../src/core/settings/credentials.ts";

it.each([
  ["https://a.example/feed", "https://a.example/other", true],
  ["https://a.example/feed", "https://a.example:8443/feed", false],
  ["https://a.example/feed", "http://a.example/feed", false],
  ["http://a.example/feed", "https://a.example/feed", true],
  ["http://a.example:8080/feed", "https://a.example/feed", false],
  ["https://a.example/feed", "https://www.a.example/feed", false],
  ["https://a.example/feed", "https://a.example.evil.example/feed", false],
])("what %s asks for goes to %s: %s", (own, target, expected) => {
  expect(isForOwnHost(new URL(target), own)).toBe(expected);
});
