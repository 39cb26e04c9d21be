import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanUrl } from "../../../src/core/urls/clean-url.ts";
import { hostileString } from "../../support/hostile-strings.ts";

describe("cleanUrl", () => {
  it.each([
    ["https://valley.example", "https://valley.example/"],
    ["https://valley.example/a?b=1&c=2#d", "https://valley.example/a?b=1&c=2#d"],
    ["https://bücher.example/ß?ä#ö", "https://xn--bcher-kva.example/%C3%9F?%C3%A4#%C3%B6"],
    [
      "https://a.example/{x}|^`\\?q={y}|^`\\\"'<>",
      "https://a.example/%7Bx%7D%7C%5E%60/?q=%7By%7D%7C%5E%60%5C%22%27%3C%3E",
    ],
    ["https://a.example/a[0]?b[]=1", "https://a.example/a%5B0%5D?b%5B%5D=1"],
    ["https://[2001:db8::1]:8443/a", "https://[2001:db8::1]:8443/a"],
    ["https://a.example/100%/%zz/%41", "https://a.example/100%25/%25zz/%41"],
    ["https://a.example/#a#b#c", "https://a.example/#a%23b%23c"],
  ])("writes %s as %s", (url, expected) => {
    expect(cleanUrl(url)).toBe(expected);
  });

  it.each([
    null,
    "",
    "/a",
    "a b",
    "javascript:alert(1)",
    "data:,x",
    "ftp://a.example/",
    "mailto:a@b.example",
  ])("refuses %s", (url) => {
    expect(cleanUrl(url)).toBeNull();
  });

  it("is idempotent, and keeps to the characters of RFC 3986", () => {
    fc.assert(
      fc.property(hostileString(), (text) => {
        const url = cleanUrl(`https://valley.example/${text}`);
        expect(url).toMatch(
          /^https:\/\/valley\.example\/([\w\-.~:/?@!$&'()*+,;=]|%[\da-fA-F]{2})*(#([\w\-.~:/?@!$&'()*+,;=]|%[\da-fA-F]{2})*)?$/,
        );
        expect(cleanUrl(url)).toBe(url);
      }),
    );
  });
});
