import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAllowedByRobots, readRobots } from "../../../src/core/pages/robots.ts";

const isAllowed = (text: string, path: string): boolean =>
  isAllowedByRobots(readRobots(text, "Offprint"), `https://valley.example${path}`);

const forAll = (...rules: string[]): string => ["User-agent: *", ...rules].join("\n");

describe("robots.txt", () => {
  it.each<[string, string, string, boolean]>([
    ["nothing is said", "", "/a", true],
    ["it is no robots.txt", "<!doctype html><p>Not found: sorry", "/a", true],
    ["everybody is sent away", forAll("Disallow: /"), "/a", false],
    ["an empty rule forbids nothing", forAll("Disallow:"), "/a", true],
    ["a path is forbidden", forAll("Disallow: /news/"), "/news/1", false],
    ["another path is forbidden", forAll("Disallow: /news/"), "/newsletter", true],
    [
      "the longer rule allows",
      forAll("Disallow: /news", "Allow: /news/free"),
      "/news/free/1",
      true,
    ],
    [
      "the longer rule forbids",
      forAll("Allow: /news", "Disallow: /news/paid"),
      "/news/paid/1",
      false,
    ],
    ["equal rules allow", forAll("Disallow: /news", "Allow: /news"), "/news", true],
    ["the order does not count", forAll("Allow: /news", "Disallow: /news"), "/news", true],
    ["a star is any text", forAll("Disallow: /*/print"), "/2026/bridge/print", false],
    ["a star is no text", forAll("Disallow: /news*"), "/news", false],
    ["an end is the end", forAll("Disallow: /*.pdf$"), "/a.pdf", false],
    ["an end is not the middle", forAll("Disallow: /*.pdf$"), "/a.pdf?x=1", true],
    ["an end without a star is whole", forAll("Disallow: /news$"), "/news/1", true],
    ["star and end do not overlap", forAll("Disallow: /aba*aba$"), "/aba", true],
    ["the query counts", forAll("Disallow: /*?print="), "/a?print=1", false],
    ["its own file is always allowed", forAll("Disallow: /"), "/robots.txt", true],
    ["umlauts are escaped", forAll("Disallow: /münchen"), "/m%C3%BCnchen/1", false],
    ["escapes are of any case", forAll("Disallow: /m%c3%bcnchen"), "/m%C3%BCnchen/1", false],
    ["letters need no escape", forAll("Disallow: /%6eews"), "/news", false],
    [
      "the group for us counts alone",
      "User-agent: *\nDisallow: /\n\nUser-agent: offprint\nDisallow: /x",
      "/a",
      true,
    ],
    [
      "a group for us without rules allows all",
      "User-agent: *\nDisallow: /\nUser-agent: Offprint\nDisallow:",
      "/a",
      true,
    ],
    [
      "our groups are one",
      "User-agent: offprint\nDisallow: /a\nUser-agent: other\nDisallow: /b\nUser-agent: OFFPRINT/1.0\nDisallow: /c",
      "/c",
      false,
    ],
    ["groups for others are not for us", "User-agent: other\nDisallow: /", "/a", true],
    ["a name that begins like ours is another", "User-agent: offprinter\nDisallow: /", "/a", true],
    [
      "several names share a group",
      "User-agent: other\nUser-agent: offprint\nDisallow: /",
      "/a",
      false,
    ],
    [
      "a group begins after a rule",
      "User-agent: offprint\nDisallow: /x\nUser-agent: other\nDisallow: /",
      "/a",
      true,
    ],
    [
      "comments, blanks and old line ends",
      "# hello\r\n\r user-agent : * # all\rDISALLOW\t: /news # old\n",
      "/news/1",
      false,
    ],
    ["rules before any name are nobody's", "Disallow: /\nUser-agent: *\nDisallow: /x", "/a", true],
    ["a mark at its beginning", `\u{feff}${forAll("Disallow: /")}`, "/a", false],
  ])("%s", (_, text, path, expected) => {
    expect(isAllowed(text, path)).toBe(expected);
  });

  it.each<[string, number]>([
    ["Crawl-delay: 5", 5_000],
    ["Crawl-delay: 0.5", 500],
    ["Crawl-delay: 86400", 60_000],
    ["Crawl-delay: -1", 0],
    ["Crawl-delay: soon", 0],
    ["Disallow: /x", 0],
  ])("%s asks for %i ms between requests", (line, ms) => {
    expect(readRobots(forAll(line), "Offprint").crawlDelayMs).toBe(ms);
  });

  it.each<[string, string, string[]]>([
    ["before every group", "License: /all.xml\n\nUser-agent: *\nDisallow: /x", ["/all.xml"]],
    [
      "in the group for everybody",
      forAll("license: /a.xml", "License:", "License: /b.xml"),
      ["/a.xml", "/b.xml"],
    ],
    [
      "in another robot's group",
      "User-agent: GPTBot\nLicense: /ai.xml\n\nUser-agent: *\nAllow: /",
      [],
    ],
    [
      "in another robot's group and before every group",
      "License: /all.xml\nUser-agent: GPTBot\nLicense: /ai.xml",
      ["/all.xml"],
    ],
    [
      "in our group, which then says it all",
      "License: /all.xml\nUser-agent: *\nLicense: /rest.xml\nUser-agent: GPTBot\nUser-agent: offprint\nLicense: /ours.xml",
      ["/ours.xml"],
    ],
    [
      "in the group for everybody, when we have a group of our own",
      "User-agent: *\nLicense: /rest.xml\nUser-agent: offprint\nDisallow: /x",
      [],
    ],
  ])("reads the licences that stand %s", (_, text, licences) => {
    expect(readRobots(text, "Offprint").licences).toEqual(licences);
  });

  it("never throws, whatever it holds", () => {
    const line = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("User-agent: *", "Disallow: /*%$*", "Allow: %"),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 10 }), fc.webUrl(), (lines, url) => {
        const rules = readRobots(lines.join("\n"), "Offprint");
        expect(typeof isAllowedByRobots(rules, url)).toBe("boolean");
      }),
      { numRuns: 40 },
    );
  });

  it.each<[string, string]>([
    [
      "many names and many rules",
      `${"User-agent: *\n".repeat(18_000)}${"Allow: /a\n".repeat(25_000)}`,
    ],
    ["many stars", forAll(...Array.from({ length: 500 }, () => `Disallow: /${"*a".repeat(480)}b`))],
    [
      "long parts that nearly match",
      forAll(...Array.from({ length: 500 }, () => `Disallow: /*${"a".repeat(950)}b`)),
    ],
    ["parts of a few letters", forAll(...Array.from({ length: 40_000 }, () => "Allow:*aab"))],
    ["one endless line", forAll(`Disallow: /${"%c3".repeat(160_000)}`)],
    ["only ends of lines", "\r".repeat(500_000)],
  ])("reads %s in linear time", (_, text) => {
    // With the square of any of these lengths, no test would end in time.
    expect(isAllowed(text, `/${"a".repeat(2_000)}`)).toBe(true);
  });

  it("reads no more than it must", () => {
    const text = `${"# long\n".repeat(80_000)}${forAll("Disallow: /")}`;
    expect(isAllowed(text, "/a")).toBe(true);
  });
});
