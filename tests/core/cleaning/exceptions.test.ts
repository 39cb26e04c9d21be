import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isDropped,
  isKept,
  isKeptLine,
  mergeExceptions,
  NO_EXCEPTIONS,
} from "../../../src/core/cleaning/exceptions.ts";

const keeps = (entry: string, line: string): boolean =>
  isKeptLine({ keep: [entry], drop: [] }, line);

describe("an entry is compared with a whole line", () => {
  it.each([
    ["Hinweis der Redaktion", "HINWEIS DER REDAKTION!"],
    ["Strasse nach Lodz", "Straße nach Łódź".replace("Ł", "L")],
    ["l'ete", "L’été"],
    ["Tel. 02641 1234", "Tel.: 999"],
    ["Zur Start-Seite", "zur Startseite »"],
    ["Stand: …", "Stand: 12. März"],
    ["Mehr zum Thema...", "Mehr zum Thema Brücke: Rat tagt"],
    ["Mehr zum Thema ...  ", "mehr ZUM Thema"],
    ["* * *", "***"],
    ["12", "12"],
    ["…", "…"],
    ["今日のニュース", "今日のニュース。"],
  ])("%j matches %j", (entry, line) => {
    expect(keeps(entry, line)).toBe(true);
  });

  it.each([
    ["Hinweis", "Hinweis der Redaktion"],
    ["Hinweis der Redaktion", "Hinweis"],
    ["Mehr…", "Noch mehr"],
    ["* * *", "---"],
    ["12", "13"],
    ["…", "Alles, was es gibt"],
    ["...", ""],
    ["", ""],
    ["", "x"],
    ["👉", "⭐"],
  ])("%j does not match %j", (entry, line) => {
    expect(keeps(entry, line)).toBe(false);
  });

  it("any string is allowed, and matches itself", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 500, unit: "binary" }), (entry) => {
        expect(keeps(entry, entry)).toBe(entry.trim() !== "");
        expect(isDropped({ keep: [], drop: [entry] }, entry)).toBe(entry.trim() !== "");
      }),
    );
  });
});

describe("what is kept", () => {
  it.each([
    ["the line", ["Zum Newsletter"], true],
    ["the name of the rule", [" Newsletter "], true],
    ["the name of another rule", ["read-also"], false],
    ["nothing", [], false],
  ])("by %s", (_, keep, expected) => {
    expect(isKept({ keep, drop: [] }, "Zum Newsletter", "newsletter")).toBe(expected);
  });

  it("is not dropped", () => {
    const exceptions = { keep: ["Stand …"], drop: ["Stand", "Ende"] };
    expect(isDropped(exceptions, "Stand 12")).toBe(false);
    expect(isDropped(exceptions, "Ende")).toBe(true);
    expect(isDropped({ keep: ["dropped-by-editor"], drop: ["Ende"] }, "Ende")).toBe(false);
    expect(isDropped(NO_EXCEPTIONS, "Ende")).toBe(false);
  });
});

it("exceptions of a source and of an article hold together", () => {
  const merged = mergeExceptions({ keep: ["a"], drop: ["b"] }, { keep: ["c"], drop: [] });
  expect(merged).toEqual({ keep: ["a", "c"], drop: ["b"] });
});
