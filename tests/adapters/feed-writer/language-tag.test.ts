import { describe, expect, it } from "vitest";
import { cleanLanguage } from "../../../src/adapters/feed-writer/language-tag.ts";

describe("cleanLanguage", () => {
  it.each(["de", "de-AT", "zh-Hans-CN", "gsw", "es-419"])("keeps %s", (language) => {
    expect(cleanLanguage(language)).toBe(language);
  });

  it.each([
    null,
    "",
    "d",
    "deutsch",
    "de_AT",
    "de-",
    "de AT",
    "x-klingon",
    `de${"-12345678".repeat(4)}`,
  ])("refuses %s", (language) => {
    expect(cleanLanguage(language)).toBeNull();
  });
});
