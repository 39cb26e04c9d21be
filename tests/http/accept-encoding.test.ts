import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { negotiateCoding } from "../../src/http/accept-encoding.ts";

describe("negotiateCoding", () => {
  it.each([
    [undefined, "identity"],
    ["", "identity"],
    ["gzip, deflate, br, zstd", "br"],
    ["gzip, deflate", "gzip"],
    ["GZIP", "gzip"],
    ["x-gzip", "gzip"],
    ["br;q=0.5, gzip;q=0.8", "gzip"],
    ["br; q=1.0 , gzip; q=1.0", "br"],
    ["gzip;q=0.001", "gzip"],
    ["gzip;q=0", "identity"],
    ["br;q=0, gzip;q=0", "identity"],
    ["identity, gzip;q=0.5", "identity"],
    ["identity;q=0.5, gzip;q=0.5", "gzip"],
    ["*", "br"],
    ["br;q=0, *", "gzip"],
    ["*;q=0.2, identity", "identity"],
    ["deflate, zstd", "identity"],
    ["identity;q=0", null],
    ["*;q=0", null],
    ["*;q=0, gzip", "gzip"],
    ["identity;q=0, gzip", "gzip"],
    ["gzip;q=often", "identity"],
    ["gzip;q=", "identity"],
    ["gzip;q=7", "identity"],
    [";;,,;q=1", "identity"],
    ["__proto__, constructor", "identity"],
  ])("%s: %s", (header, coding) => {
    expect(negotiateCoding(header)).toBe(coding);
  });

  it("never answers with a coding that was not asked for", () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        const coding = negotiateCoding(header);
        const isAskedFor = coding === null || coding === "identity" || /br|gzip|\*/i.test(header);
        expect(isAskedFor).toBe(true);
      }),
    );
  });
});
