import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cleanLine,
  cleanText,
  legalText,
  singleSpaced,
  writableLine,
  writableText,
} from "../../../src/core/text/clean.ts";
import { hostileString } from "../../support/hostile-strings.ts";
import { parseStrictXml } from "../../support/strict-xml.ts";

describe("legalText", () => {
  it.each([
    ["keeps tabs and line ends as they are", "a\tb\nc\r\nd\re", "a\tb\nc\r\nd\re"],
    ["strips C0 controls and DEL", "a\u0000b\u0007c\u001bd\u001f\u007f", "abcd"],
    ["reads C1 controls as windows-1252 means them", "\u0096 \u0085 \u0093x\u0094", "– … “x”"],
    ["strips those that it does not have", "a\u0081\u008d\u008f\u0090\u009db", "ab"],
    ["strips noncharacters that XML forbids", "a\ufffeb\uffffc", "abc"],
    ["strips lone surrogates", "a\ud83db\ude00c", "abc"],
    ["keeps pairs of surrogates", "a😀b", "a😀b"],
    [
      "keeps what nobody sees",
      "👨‍👩‍👧 \u00ad\u200f\u202e\ufeff",
      "👨‍👩‍👧 \u00ad\u200f\u202e\ufeff",
    ],
    ["keeps how letters are composed", "e\u0301é", "e\u0301é"],
    ["decodes nothing", "&amp;lt;b&gt;", "&amp;lt;b&gt;"],
  ])("%s", (_, text, expected) => {
    expect(legalText(text)).toBe(expected);
  });
});

describe("singleSpaced", () => {
  it("makes one blank of any white space", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."ab \t\n\r\u00a0\u2028\u3000") }),
        (text) => {
          expect(singleSpaced(text)).toBe(text.replace(/\s+/g, " "));
        },
      ),
    );
  });
});

describe("cleanText", () => {
  it.each([
    ["makes every line end a newline", "a\r\nb\rc\u2028d\u2029e\ff\vg", "a\nb\nc\nd\ne\nf\ng"],
    ["strips what nobody sees", "Ver\u00adkehr zu\u200bsam\u2060men\ufeff", "Verkehr zusammen"],
    ["strips overrides of direction, not marks", "a\u202eb\u202dc\u200fd", "abc\u200fd"],
    ["strips joiners in Latin words", "Schif\u200cfahrt 1\u200d2", "Schiffahrt 12"],
    ["keeps joiners of emoji and Persian words", "👨‍👩‍👧 می‌خواهم", "👨‍👩‍👧 می‌خواهم"],
    ["composes letters", "Mu\u0308ller", "Müller"],
    ["reads windows-1252 as what it means", "1990\u00962000\u0085", "1990–2000…"],
    ["keeps no-break spaces", "10\u00a0000\u202f€", "10\u00a0000\u202f€"],
  ])("%s", (_, text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  it("leaves tabs, newlines and printable ASCII as they are", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\t\n\x20-\x7e]*$/), (text) => {
        expect(cleanText(text)).toBe(text);
      }),
    );
  });

  it("says the same of composed and decomposed letters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(cleanText(text.normalize("NFD"))).toBe(cleanText(text.normalize("NFC")));
      }),
    );
  });
});

describe("writableText", () => {
  it.each([
    ["makes every line end a newline", "a\r\nb\rc", "a\nb\nc"],
    ["puts a question mark where nothing could be read", "Gr\ufffd\ufffdße", "Gr??ße"],
    ["keeps joiners and marks of direction", "👨‍👩‍👧 \u200f\u202e", "👨‍👩‍👧 \u200f\u202e"],
  ])("%s", (_, text, expected) => {
    expect(writableText(text)).toBe(expected);
  });
});

describe.each([
  ["legalText", legalText],
  ["cleanText", cleanText],
  ["writableText", writableText],
])("%s", (_, clean) => {
  it("leaves only what XML 1.0, JSON and UTF-8 can hold, and is idempotent", () => {
    fc.assert(
      fc.property(hostileString(), (text) => {
        const cleaned = clean(text);
        expect(clean(cleaned)).toBe(cleaned);
        expect(cleaned.isWellFormed()).toBe(true);
        expect(JSON.parse(JSON.stringify(cleaned))).toBe(cleaned);
        expect(Buffer.from(cleaned).toString()).toBe(cleaned);
        // A parser makes a newline of each carriage return (XML 1.0 §2.11).
        const lines = cleaned.replace(/\r\n?/g, "\n");
        const escaped = lines.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
        expect(parseStrictXml(`<a>${escaped}</a>`).text).toBe(lines);
      }),
    );
  });
});

it.each(["\u200e", " \u200d\u200c ", "\u3164", "\u2800", "\ufe0f"])(
  "cleanLine leaves nothing of what nobody sees: %j",
  (text) => {
    expect(cleanLine(text)).toBe("");
  },
);

describe.each([
  ["cleanLine", cleanLine],
  ["writableLine", writableLine],
])("%s", (_, clean) => {
  it.each([
    ["joins lines by one blank", " a\r\n\t b\u2028c \u2029", "a b c"],
    ["keeps no-break spaces inside", "10\u00a0000\u202f€", "10\u00a0000\u202f€"],
    ["takes a byte order mark off", "\ufeffTitle", "Title"],
    ["leaves nothing of white space", " \n\u00a0\u0003", ""],
  ])("%s", (_name, text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  it("is idempotent and leaves one line", () => {
    fc.assert(
      fc.property(hostileString(), (text) => {
        const line = clean(text);
        expect(clean(line)).toBe(line);
        expect(line).not.toMatch(/[\r\n\t\u2028\u2029]|^\s|\s$/);
      }),
    );
  });
});
