import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  freshnessOf,
  headerValue,
  retryAfterMs,
  validatorsOf,
} from "../../../src/adapters/fetcher/response-headers.ts";

const NOW = Date.UTC(2026, 1, 17, 12);

beforeEach(() => vi.stubEnv("TZ", "Europe/Berlin"));
afterEach(() => vi.unstubAllEnvs());

describe("freshness", () => {
  it.each([
    ["nothing said", {}, null],
    ["max-age", { "cache-control": "public, max-age=300" }, 300_000],
    ["max-age in capitals and quotes", { "cache-control": 'Max-Age="300"' }, 300_000],
    ["max-age of 0", { "cache-control": "max-age=0, must-revalidate" }, 0],
    ["only s-maxage, which is for shared caches", { "cache-control": "s-maxage=300" }, null],
    ["only no-cache", { "cache-control": "no-cache" }, null],
    ["max-age before Expires", { "cache-control": "max-age=60", expires: "0" }, 60_000],
    ["max-age that is no number", { "cache-control": "max-age=soon" }, null],
    ["max-age twice", { "cache-control": ["max-age=60", "max-age=90"] }, 60_000],
    [
      "Expires against its own Date",
      { expires: "Tue, 17 Feb 2026 10:05:00 GMT", date: "Tue, 17 Feb 2026 10:00:00 GMT" },
      300_000,
    ],
    ["Expires without Date", { expires: "Tue, 17 Feb 2026 12:01:00 GMT" }, 60_000],
    ["Expires of 0", { expires: "0" }, 0],
    ["Expires of -1", { expires: "-1" }, 0],
    ["Expires in the past", { expires: "Thu, 19 Nov 1981 08:52:00 GMT" }, 0],
    ["Expires as asctime, which is UTC", { expires: "Tue Feb 17 12:01:00 2026" }, 60_000],
    ["Expires without a zone", { expires: "Tue, 17 Feb 2026 12:01:00" }, 60_000],
    ["Expires in RFC 850", { expires: "Tuesday, 17-Feb-26 12:01:00 GMT" }, 60_000],
  ])("of %s", (_what, headers, maxAgeMs) => {
    expect(freshnessOf(headers, NOW)).toEqual({ maxAgeMs });
  });
});

describe("Retry-After", () => {
  it.each([
    [undefined, null],
    ["", null],
    ["120", 120_000],
    [" 120 ", 120_000],
    ["0", 0],
    ["-5", null],
    ["1.5", null],
    ["1e9", null],
    ["9".repeat(400), null],
    ["Tue, 17 Feb 2026 12:02:00 GMT", 120_000],
    ["Tue Feb 17 12:02:00 2026 GMT", 120_000],
    ["Tue, 17 Feb 2026 11:00:00 GMT", 0],
    ["later", null],
  ])("of %j is %s ms", (value, expected) => {
    expect(retryAfterMs({ "retry-after": value }, NOW)).toBe(expected);
  });
});

describe("headers", () => {
  it("that came twice are one list, and missing ones are null", () => {
    const headers = { "content-encoding": ["gzip", "br"], etag: 'W/"1"' };
    expect(headerValue(headers, "content-encoding")).toBe("gzip, br");
    expect(validatorsOf(headers)).toEqual({ etag: 'W/"1"', lastModified: null });
  });
});
