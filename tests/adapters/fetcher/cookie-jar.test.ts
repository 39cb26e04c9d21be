import { describe, expect, it } from "vitest";
import { createCookieJar } from "../../../src/adapters/fetcher/cookie-jar.ts";
import { NOW } from "../../support/builders.ts";

function sent(from: string, setCookies: readonly string[], to: string): string {
  const jar = createCookieJar(() => NOW);
  jar.store(new URL(from), setCookies);
  return jar.header(new URL(to));
}

describe("a cookie", () => {
  it.each([
    ["goes back to its host", "id=1", "https://a.example/", "id=1"],
    ["goes to no other host", "id=1", "https://b.example/", ""],
    ["goes to no host within", "id=1", "https://www.a.example/", ""],
    [
      "goes to the hosts within its domain",
      "id=1; Domain=.A.example",
      "https://www.a.example/",
      "id=1",
    ],
    ["of another domain is refused", "id=1; Domain=b.example", "https://b.example/", ""],
    ["of a whole top level is refused", "id=1; Domain=example", "https://b.example/", ""],
    ["goes below its path", "id=1; Path=/in", "https://a.example/in/x", "id=1"],
    ["goes nowhere beside its path", "id=1; Path=/in", "https://a.example/inn", ""],
    ["that is secure goes encrypted only", "id=1; Secure", "http://a.example/", ""],
    ["that is deleted is gone", "id=1; Max-Age=0", "https://a.example/", ""],
    [
      "that is deleted by date is gone",
      "id=; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
      "https://a.example/",
      "",
    ],
    [
      "that ended a minute ago is gone",
      "id=1; Expires=Tue, 17 Feb 2026 11:59:00 GMT",
      "https://a.example/",
      "",
    ],
    [
      "that ends in a minute stays",
      "id=1; Expires=Tue, 17 Feb 2026 12:01:00 GMT",
      "https://a.example/",
      "id=1",
    ],
    [
      "ends by its date where its age is no number",
      "id=1; Max-Age=soon; Expires=Tue, 17 Feb 2026 11:59:00 GMT",
      "https://a.example/",
      "",
    ],
    ["may have any value that a header carries", 'id="a=b"', "https://a.example/", 'id="a=b"'],
    ["that would break the header is none", "id=a\r\nX: y", "https://a.example/", ""],
  ])("%s", (_, setCookie, to, expected) => {
    expect(sent("https://a.example/feed", [setCookie], to)).toBe(expected);
  });

  it("is deleted by one of its name that is past", () => {
    const deleted = "a=; Expires=Mon, 16-Feb-2026 12:00:00 GMT";
    expect(sent("https://a.example/", ["a=1", "b=2", deleted], "https://a.example/")).toBe("b=2");
  });

  it("takes the place of one of its name; the others stay", () => {
    expect(sent("https://a.example/", ["a=1", "b=2", "a=3"], "https://a.example/")).toBe(
      "b=2; a=3",
    );
  });
});
