import { describe, expect, it } from "vitest";
import { readTdmFile, tdmRuleFor } from "../../../src/core/pages/tdm-file.ts";

const rule = (location: unknown, reservation: unknown, policy?: unknown) => ({
  location,
  "tdm-reservation": reservation,
  ...(policy === undefined ? {} : { "tdm-policy": policy }),
});

const reservedIn = (rules: readonly object[], path: string) =>
  tdmRuleFor(readTdmFile(JSON.stringify(rules)), `https://valley.example${path}`)?.isReserved;

describe("tdmrep.json", () => {
  it.each<[string, object[], string, boolean | null | undefined]>([
    ["everything", [rule("/", 1)], "/news/1", true],
    ["a folder", [rule("/news/*", 1)], "/news/1", true],
    ["another folder", [rule("/photos/*", 1)], "/news/1", undefined],
    ["an ending", [rule("*.pdf$", 1)], "/a.pdf", true],
    ["an ending that goes on", [rule("*.pdf$", 1)], "/a.pdf?x", undefined],
    ["first what is free", [rule("/free/", 0), rule("/", 1)], "/free/1", false],
    ["what is free too late", [rule("/", 1), rule("/free/", 0)], "/free/1", true],
    ["a number as text", [rule("/", "1")], "/", true],
    ["nothing that is a value", [rule("/", true)], "/", null],
    ["no place", [rule(7, 1), rule("", 1)], "/", undefined],
  ])("reserves %s", (_, rules, path, isReserved) => {
    expect(reservedIn(rules, path)).toBe(isReserved);
  });

  it("names the policy of a rule, when it is an address", () => {
    const rules = [rule("/a", 1, "https://valley.example/tdm"), rule("/b", 1, "see below")];
    expect(readTdmFile(JSON.stringify(rules)).map(({ policyUrl }) => policyUrl)).toEqual([
      "https://valley.example/tdm",
      null,
    ]);
  });

  it.each(["", "<!doctype html>", "{}", "null", "[1, null, []]"])(
    "takes %j for silence",
    (text) => {
      expect(readTdmFile(text)).toEqual([]);
    },
  );
});
