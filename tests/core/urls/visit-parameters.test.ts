import { describe, expect, it } from "vitest";
import { foldName } from "../../../src/core/articles/identity/fold-name.ts";
import { isVisitParameter } from "../../../src/core/urls/visit-parameters.ts";

describe("a parameter that counts requests or visits", () => {
  it.each([
    "_=1",
    "_",
    "CB=93",
    "nocache=1",
    "rnd=0.73",
    "PHPSESSID=a",
    "ASPSESSIONIDAB=x",
    "sid=1",
    "ts=1767225600",
    "t=1767225600123",
    "timestamp=1767225600.5",
  ])("says nothing of the page: %s", (parameter) => {
    expect(isVisitParameter(parameter)).toBe(true);
  });

  it.each(["id=1", "p=_", "t=12", "ts=20260301", "time=evening", "now=", "page=2", "ab_=1", "v=2"])(
    "is none: %s",
    (parameter) => {
      expect(isVisitParameter(parameter)).toBe(false);
    },
  );

  it("is left out of folded addresses, the others stay in their order", () => {
    expect(foldName("https://a.example/x?_=1&b=2&rnd=3&a=1")).toBe("a.example/x?b=2&a=1");
    expect(foldName("https://a.example/x?_=1")).toBe(foldName("https://a.example/x?_=2"));
    expect(foldName("https://a.example/x?_=1")).toBe(foldName("https://a.example/x"));
  });
});
