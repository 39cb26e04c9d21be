import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanLine, cleanText } from "../../src/core/clean-string.ts";
import { hostileString } from "../support/hostile-strings.ts";
import { parseStrictXml } from "../support/strict-xml.ts";

describe("cleanText", () => {
  it.each([
    ["keeps tabs and line ends", "a\tb\nc", "a\tb\nc"],
    ["makes every line end a newline", "a\r\nb\rc\u0085d", "a\nb\nc\nd"],
    ["strips C0 controls", "a\u0000b\u0007c\u001bd\u001f", "abcd"],
    ["strips DEL and C1 controls", "a\u007fb\u0080c\u0096d\u009f", "abcd"],
    ["strips noncharacters that XML forbids", "a\ufffeb\uffffc", "abc"],
    ["strips lone surrogates", "a\ud83db\ude00c", "abc"],
    ["puts a question mark where nothing could be read", "Gr\ufffd\ufffdße", "Gr??ße"],
    ["keeps pairs of surrogates", "a😀b", "a😀b"],
    ["keeps joiners and direction marks", "👨‍👩‍👧 \u200f\u202e", "👨‍👩‍👧 \u200f\u202e"],
    ["decodes nothing", "&amp;lt;b&gt;", "&amp;lt;b&gt;"],
  ])("%s", (_, text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  it("leaves only what a strict XML parser takes, and is idempotent", () => {
    fc.assert(
      fc.property(hostileString(), (text) => {
        const clean = cleanText(text);
        const escaped = clean.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
        expect(parseStrictXml(`<a>${escaped}</a>`).text).toBe(clean);
        expect(cleanText(clean)).toBe(clean);
        expect(clean.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe("cleanLine", () => {
  it.each([
    ["joins lines by one blank", " a\r\n\t b\u2028c \u2029", "a b c"],
    ["keeps no-break spaces inside", "10\u00a0000\u202f€", "10\u00a0000\u202f€"],
    ["takes a byte order mark off", "\ufeffTitle", "Title"],
    ["leaves nothing of white space", " \n\u00a0\u0003", ""],
  ])("%s", (_, text, expected) => {
    expect(cleanLine(text)).toBe(expected);
  });

  it("is idempotent and leaves one line", () => {
    fc.assert(
      fc.property(hostileString(), (text) => {
        const line = cleanLine(text);
        expect(cleanLine(line)).toBe(line);
        expect(line).not.toMatch(/[\r\n\t\u2028\u2029]|^\s|\s$/);
      }),
    );
  });
});
