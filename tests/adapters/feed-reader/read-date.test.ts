import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDate } from "../../../src/adapters/feed-reader/read-date.ts";

const at = (iso: string): number => Date.parse(iso);
const NOON = at("2026-02-17T12:00:00Z");

describe("a date", () => {
  it.each([
    // RFC 822 and its variants
    ["Tue, 17 Feb 2026 12:00:00 GMT", NOON],
    ["Tue, 17 Feb 2026 13:00:00 +0100", NOON],
    ["17 Feb 26 12:00 UT", NOON],
    ["Tue, 17 Feb 2026 07:00:00 EST", NOON],
    ["Tue, 17 Feb 2026 13:00:00 CET", NOON],
    ["Mon, 17 Aug 2026 14:00:00 CEST", at("2026-08-17T12:00:00Z")],
    ["Tue, 17 Feb 2026 13:00:00 GMT+1", NOON],
    ["Tue, 17 Feb 2026 12:00:00", NOON],
    ["tue,17 feb 2026 12:00:00 z", NOON],
    ["Tue(day), 17(th) Feb (of (all)) 2026 12:00:00 +0000 (UTC)", NOON],
    ["Feb 17, 2026 12:00 PM", NOON],
    ["Tuesday, February 17, 2026 - 7:00am EST", NOON],
    ["Tue Feb 17 12:00:00 2026", NOON],
    ["Tue Feb 17 12:00:00 UTC 2026", NOON],
    ["Fri, 09 Feb 96 23:59:45 +0000", at("1996-02-09T23:59:45Z")],
    // RFC 5322 §4.3: the military letters say nothing
    ["Tue, 17 Feb 2026 12:00:00 G", NOON],
    // ISO 8601 and its variants
    ["2026-02-17T12:00:00Z", NOON],
    ["2026-02-17t12:00:00.250z", NOON],
    ["2026-02-17T13:00:00+01:00", NOON],
    ["2026-02-17T13:00:00+0100", NOON],
    ["2026-02-17T13:00+01", NOON],
    ["2026-02-17 12:00:00", NOON],
    ["2026-02-17 12:00:00.0", NOON],
    ["2026-02-17 T 07:00:00 -05:00", NOON],
    ["20260217T120000Z", NOON],
    ["20260217120000", NOON],
    ["2026-02-17T120000Z", NOON],
    ["2026/02/17 12:00", NOON],
    ["2026-2-17 12:00", NOON],
    ["2026-02-17", at("2026-02-17T00:00:00Z")],
    ["20260217", at("2026-02-17T00:00:00Z")],
    ["2026-02", at("2026-02-01T00:00:00Z")],
    ["2026", at("2026-01-01T00:00:00Z")],
    ["2026-048", at("2026-02-17T00:00:00Z")],
    ["2026-W08-2", at("2026-02-17T00:00:00Z")],
    ["2026-02-16T24:00:00Z", at("2026-02-17T00:00:00Z")],
    ["1987-02-26T15:01:01Z", at("1987-02-26T15:01:01Z")],
    // Epochs
    ["1771329600", NOON],
    ["1771329600000", NOON],
    // People, in their languages
    ["17. Februar 2026, 12:00 Uhr", NOON],
    ["Di., 17.02.2026 12:00", NOON],
    ["17 février 2026 à 12h00", NOON],
    ["17 de febrero de 2026 12:00", NOON],
    ["17 lutego 2026 12:00", NOON],
    ["17 февраля 2026 12:00", NOON],
    ["Τρι, 17 Φεβ 2026 12:00:00 GMT", NOON],
    ["2026-február-17T12:00", NOON],
    ["2026년 02월 17일 오후 12:00", NOON],
    ["2026年2月17日 12:00", NOON],
    ["17/02/2026 12:00", NOON],
    ["2/17/2026 12:00 PM", NOON],
    ["February 2026", at("2026-02-01T00:00:00Z")],
  ])("%s is read", (text, expected) => {
    const read = readDate(text);
    expect(read === null ? null : Math.floor(read / 1000) * 1000).toBe(expected);
  });

  it.each([
    [""],
    ["   "],
    ["yesterday"],
    ["Tue, 42 Feb 2026 12:00:00 GMT"],
    ["2026-13-01"],
    ["0001-01-01T00:00:00Z"],
    ["12:00"],
    ["http://example.org/"],
    ["17 Feb"],
    ["9".repeat(40)],
    [`2026-02-17${" ".repeat(100_000)}x`],
    // Behind the last year that ISO 8601 and RFC 3339 can write with four digits.
    ["9999-12-31T24:00:00Z"],
    ["9999-12-31T23:59:59-05:00"],
    ["Fri, 31 Dec 9999 99:00 GMT"],
  ])("%j is unreadable, never now", (text) => {
    expect(readDate(text)).toBeNull();
  });

  it("survives being written as ISO 8601 or RFC 822", () => {
    const instants = fc.date({
      min: new Date("1000-01-01"),
      max: new Date("9999-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (date) => {
        const seconds = Math.floor(date.getTime() / 1000) * 1000;
        expect(readDate(date.toISOString().replace(/\.\d+Z$/, "Z"))).toBe(seconds);
        expect(readDate(date.toUTCString())).toBe(seconds);
      }),
    );
  });

  it("is an instant or unreadable, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        const read = readDate(text);
        expect(read === null || Number.isFinite(new Date(read).getTime())).toBe(true);
      }),
    );
  });
});
