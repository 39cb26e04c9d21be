import { describe, expect, it } from "vitest";
import { bareSource, typedAddress } from "../../../src/core/sources/bare-source.ts";
import { suggestId } from "../../../src/core/sources/suggest-id.ts";

const NONE = new Set<string>();

describe("the id of a new source", () => {
  it.each([
    ["Nürnberger Bote", "https://a.example/feed", "nurnberger-bote"],
    ["Straße & Weg!", "https://a.example/feed", "strasse-weg"],
    [null, "https://www.town.example/news/feed/", "town-example"],
    ["日本", "https://www.town.example/feed/", "town-example"],
    ["日本", "日本", "source"],
    [null, "letters/of 1848", "letters-of-1848"],
  ])("of %s at %s is %s", (title, address, id) => {
    expect(suggestId(title, address, NONE)).toBe(id);
  });

  it("is unlike those that are taken", () => {
    expect(suggestId("Bote", "https://a.example", new Set(["bote", "bote-2"]))).toBe("bote-3");
  });

  it("of a long name ends with a word, and is one that the configuration takes", () => {
    const id = suggestId(
      "An exceedingly long name of a newspaper that nobody can remember",
      "",
      NONE,
    );
    expect(id).toBe("an-exceedingly-long-name-of-a-newspaper");
    expect(suggestId("x".repeat(100), "", NONE)).toMatch(/^[a-z0-9-]{1,64}$/);
  });
});

describe("an address as somebody types it", () => {
  it.each([
    ["https://a.example/feed", "https://a.example/feed"],
    ["  a.example/news ", "https://a.example/news"],
    ["http://127.0.0.1:80/", "http://127.0.0.1/"],
  ])("%s is %s", (typed, url) => {
    expect(typedAddress(typed)).toEqual({ ok: true, value: url });
    expect(bareSource(url).url).toBe(url);
  });

  it.each(["", "ftp://a.example", "file:///etc/passwd", "javascript:alert(1)", "https://", "a b"])(
    "%j is none",
    (typed) => expect(typedAddress(typed).ok).toBe(false),
  );

  it("must not hold a password", () => {
    const refused = typedAddress("https://me:secret@a.example/");
    expect(refused).toEqual({ ok: false, error: expect.stringContaining("auth") });
  });
});
