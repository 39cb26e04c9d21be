import { describe, expect, it } from "vitest";
import {
  isToken,
  originOf,
  publicAddress,
  publicBase,
  publicHome,
  publicId,
  withoutFolders,
  withoutSecrets,
} from "../../../src/core/urls/public-address.ts";

const UUID = "917393e3-1b1e-5cef-ace4-edaa54e1f810";
const TOKEN = "aB3dE5gH7jK9mN2pQ4rS";

describe("an address for everybody", () => {
  it.each([
    ["https://valley.example/feed.xml", "https://valley.example/feed.xml"],
    ["https://valley.example/?feed=rss2&cat=3", "https://valley.example/?feed=rss2&cat=3"],
    ["https://ada:pass@valley.example/feed#part", "https://valley.example/feed"],
    ["https://valley.example/feed?auth=abc", null],
    ["https://valley.example/feed?feed=rss2&u=12", null],
    [`https://valley.example/feed?q=${"x".repeat(65)}`, null],
    [`https://valley.example/private/${UUID}/feed.rss`, null],
    [`https://valley.example/private/${TOKEN}.rss`, null],
    ["ftp://valley.example/feed", null],
    ["valley.example", null],
    [null, null],
  ])("is made of %s: %s", (address, expected) => {
    expect(publicAddress(address)).toBe(expected);
  });
});

describe("what a machine has drawn", () => {
  it.each([
    ["9f8e7d6c5b4a39281706", true],
    [UUID, true],
    [`${TOKEN}.rss`, true],
    [`feed;session=${TOKEN}`, true],
    ["the-election-of-2026-and-its-16-districts", false],
    ["nordwestdeutschland", false],
    ["20260217112000", false],
    ["election_results_2026_final_report", false],
    ["", false],
  ])("%s: %s", (segment, expected) => {
    expect(isToken(segment)).toBe(expected);
  });
});

describe("the identifier of a feed", () => {
  it.each([
    ["tag:valley.example,2026:feed", "tag:valley.example,2026:feed"],
    [`urn:uuid:${UUID}`, `urn:uuid:${UUID}`],
    ["https://valley.example", "https://valley.example"],
    ["https://valley.example/feed?key=abc", null],
    ["https://ada:pass@valley.example/feed", null],
  ])("%s is published as %s", (id, expected) => {
    expect(publicId(id)).toBe(expected);
  });
});

describe("a home page", () => {
  it.each([
    ["https://valley.example/forum?f=3", "https://valley.example/feed?f=7&key=abc", "forum?f=3"],
    ["https://ada:pass@valley.example/", "https://ada:pass@valley.example/feed", ""],
    ["https://valley.example/?key=abc", "https://valley.example/feed?key=abc", null],
    ["https://valley.example/abc", "https://valley.example/feed?key=abc", null],
    ["https://valley.example/pa%3Ass", "https://ada:pa%3Ass@valley.example/feed", null],
    [`https://valley.example/${UUID}/`, `https://valley.example/feed/${UUID}`, null],
    [`https://valley.example/${UUID}/`, null, `${UUID}/`],
  ])("%s, declared at %s", (home, polledAt, expected) => {
    const url = expected === null ? null : `https://valley.example/${expected}`;
    expect(publicHome(home, polledAt)).toBe(url);
  });

  it("is the house of the address where none is declared", () => {
    expect(originOf("https://ada:pass@valley.example:8443/a?key=abc")).toBe(
      "https://valley.example:8443/",
    );
    expect(originOf("folder:/x")).toBeNull();
  });
});

describe("the base of relative addresses", () => {
  it.each([
    ["https://valley.example/a/feed?feed=rss2", "https://valley.example/a/feed?feed=rss2"],
    ["https://valley.example/a/feed?key=abc", "https://valley.example/a/feed"],
    ["https://ada:pass@valley.example/a/feed", "https://valley.example/a/feed"],
    ["not an address", "not an address"],
    [null, null],
  ])("of %s is %s", (address, base) => {
    expect(publicBase(address)).toBe(base);
  });
});

describe("text for logs and people", () => {
  it.each([
    [
      "no answer from https://ada:pass@valley.example/feed?key=abc.",
      "no answer from https://valley.example/feed?….",
    ],
    [
      `{"url":"https://valley.example/p/${UUID}/feed#a","n":1}`,
      '{"url":"https://valley.example/p/…/feed#a","n":1}',
    ],
    ["(ftp://ada:p@ss@valley.example/x)", "(ftp://valley.example/x)"],
    ["see https://valley.example/?feed=rss2 and /a?key=b", null],
    ["nothing to hide", null],
  ])("%s", (text, expected) => {
    const told = withoutSecrets(text);
    expect(told).toBe(expected ?? text);
    expect(withoutSecrets(told)).toBe(told);
  });

  it("takes no longer for words without an end", () => {
    const long = `${"a".repeat(200_000)}://`;
    expect(withoutSecrets(long)).toBe(long);
  });
});

describe("text about files, for everybody", () => {
  it.each([
    [
      "sources[1].opml: there is no file /srv/desk/list.opml.",
      "sources[1].opml: there is no file list.opml.",
    ],
    ['"/srv/a/b" (/x/y) cannot be read', '"b" (y) cannot be read'],
    ["https://valley.example/a/b and feeds/all.rss", null],
    ["/ and // and /tmp", null],
  ])("%s", (text, expected) => {
    expect(withoutFolders(text)).toBe(expected ?? text);
  });
});
