import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isNotModified, parseHttpDate } from "../../src/http/conditional.ts";

const CURRENT = {
  etags: ['"abc-br"', '"abc-gzip"', '"abc"'],
  lastModified: "Thu, 01 Jan 2026 00:00:00 GMT",
};
const OLDER = "Wed, 31 Dec 2025 23:59:59 GMT";

describe("isNotModified", () => {
  it.each([
    ["the same tag", { "if-none-match": '"abc"' }, true],
    ["the tag made weak by a proxy", { "if-none-match": 'W/"abc"' }, true],
    ["the tag of another coding", { "if-none-match": '"abc-gzip"' }, true],
    ["the weak tag of another coding", { "if-none-match": 'W/"abc-br"' }, true],
    ["a list that holds the tag", { "if-none-match": '"x", W/"y" ,"abc"' }, true],
    ["any tag", { "if-none-match": " * " }, true],
    ["another tag", { "if-none-match": '"abd"' }, false],
    [
      "another tag and the same date",
      { "if-none-match": '"x"', "if-modified-since": CURRENT.lastModified },
      false,
    ],
    [
      "the same tag and an old date",
      { "if-none-match": '"abc"', "if-modified-since": OLDER },
      true,
    ],
    ["a tag without quotes", { "if-none-match": "abc" }, false],
    [
      "a tag with the suffix of a coding that we do not have",
      { "if-none-match": '"abc-zstd"' },
      false,
    ],
    ["an empty tag header", { "if-none-match": "" }, false],
    ["the same date", { "if-modified-since": CURRENT.lastModified }, true],
    ["a later date", { "if-modified-since": "Fri, 02 Jan 2026 10:00:00 GMT" }, true],
    ["an older date", { "if-modified-since": OLDER }, false],
    ["the date as RFC 850", { "if-modified-since": "Thursday, 01-Jan-26 00:00:00 GMT" }, true],
    ["the date as asctime", { "if-modified-since": "Thu Jan  1 00:00:00 2026" }, true],
    ["the date with a length", { "if-modified-since": `${CURRENT.lastModified}; length=99` }, true],
    ["a number as date", { "if-modified-since": "9999" }, false],
    ["a date of another form", { "if-modified-since": "2030-01-01T00:00:00Z" }, false],
    ["no condition", {}, false],
  ])("%s", (_, headers, expected) => {
    expect(isNotModified(headers, CURRENT)).toBe(expected);
  });

  it("takes the exact string that we sent, even where it is no date", () => {
    const odd = { etags: [], lastModified: "Yesterday" };
    expect(isNotModified({ "if-modified-since": "Yesterday" }, odd)).toBe(true);
  });

  it("knows no date when there is none", () => {
    const undated = { etags: ['"a"'], lastModified: null };
    expect(isNotModified({ "if-modified-since": CURRENT.lastModified }, undated)).toBe(false);
  });

  it("never takes a tag that was not given for one that was", () => {
    const tag = fc.string().map((text) => `"${text.replace(/[",\s]/g, "")}"`);
    fc.assert(
      fc.property(fc.array(tag), (tags) => {
        const isListed = tags.some((one) => CURRENT.etags.includes(one));
        expect(isNotModified({ "if-none-match": tags.join(", ") }, CURRENT)).toBe(isListed);
      }),
    );
  });
});

describe("parseHttpDate", () => {
  it("reads what toUTCString writes", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date("9999-01-01"), noInvalidDate: true }),
        (date) => {
          expect(parseHttpDate(date.toUTCString())).toBe(Math.floor(date.getTime() / 1000) * 1000);
        },
      ),
    );
  });

  it("throws at no string", () => {
    fc.assert(fc.property(fc.string(), (text) => void parseHttpDate(text)));
  });
});
