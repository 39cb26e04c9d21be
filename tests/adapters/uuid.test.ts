import { describe, expect, it } from "vitest";
import { uuidV5 } from "../../src/adapters/uuid.ts";

const DNS = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";

describe("uuidV5", () => {
  it("gives the example of RFC 9562, appendix A.4", () => {
    expect(uuidV5(DNS, "www.example.com")).toBe("2ed6657d-e927-568b-95e1-2665a8aea6a2");
  });

  it("counts names as UTF-8", () => {
    expect(uuidV5(DNS, "ü")).not.toBe(uuidV5(DNS, "u\u0308"));
    expect(uuidV5(DNS, "ü")).toMatch(
      /^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
  });

  it("refuses a namespace that is no UUID", () => {
    expect(() => uuidV5("desk", "name")).toThrow("Not a UUID: desk");
  });
});
