import { describe, expect, it } from "vitest";
import { contactHref, localHref, webHref } from "../../../src/http/layout/addresses.ts";
import { aSite } from "../sample-site.ts";

describe("localHref", () => {
  it.each([
    ["https://schau.example", "https://schau.example/feeds/all", "/feeds/all"],
    ["https://schau.example", "https://schau.example", "/"],
    ["https://haus.example/schau", "https://haus.example/schau/about", "/schau/about"],
    ["https://schau.example", "https://schau.example.evil/x", "https://schau.example.evil/x"],
    ["https://schau.example", "https://bote.example/1", "https://bote.example/1"],
  ])("on %s makes %s %s", (url, address, href) => {
    expect(localHref(aSite({ url }), address)).toBe(href);
  });
});

describe("webHref", () => {
  it.each([
    ["https://a.example/", true],
    ["HTTP://a.example", true],
    ["javascript:alert(1)", false],
    ["https:javascript", false],
    ["https://[", false],
    ["//a.example", false],
    ["", false],
    [null, false],
  ])("follows %s: %s", (url, isFollowed) => {
    expect(webHref(url)).toBe(isFollowed ? url : null);
  });
});

describe("contactHref", () => {
  it.each([
    ["schau@schau.example", "mailto:schau@schau.example"],
    ["https://schau.example/kontakt", "https://schau.example/kontakt"],
    ["a@b.example?bcc=c@d.example", null],
    ["javascript:alert(1)", null],
    ["Zimmer 4", null],
    [null, null],
  ])("%s: %s", (contact, href) => {
    expect(contactHref(contact)).toBe(href);
  });
});
