import { describe, expect, it } from "vitest";
import type { PageTerms } from "../../../src/core/rights/usage-terms.ts";
import {
  decideUsage,
  NO_USAGE_HEADERS,
  robotsTagDirectives,
  type UsageHeaders,
} from "../../../src/core/rights/usage-terms.ts";

const SILENT: PageTerms = {
  robots: [],
  isTdmReserved: null,
  tdmPolicyUrl: null,
  isFree: null,
  licenceUrl: null,
  rslLicence: null,
};

type Said = { readonly terms?: Partial<PageTerms>; readonly headers?: Partial<UsageHeaders> };

const decide = ({ terms, headers }: Said, ceiling: "full" | "excerpt" | "link" = "full") =>
  decideUsage({
    ceiling,
    terms: { ...SILENT, ...terms },
    headers: { ...NO_USAGE_HEADERS, ...headers },
  });

const robots = (...directives: string[]): Said => ({ terms: { robots: directives } });
const tag = (robotsTag: string): Said => ({ headers: { robotsTag } });

describe("what may be republished of a page", () => {
  it.each<[string, Said, string, string[]]>([
    ["says nothing", {}, "full", []],
    ["allows all", robots("all", "index", "follow"), "full", []],
    ["only keeps itself out of indexes", robots("noindex", "nofollow"), "full", []],
    ["says none", robots("none"), "full", []],
    ["forbids copies", robots("noarchive"), "excerpt", ["robots meta: noarchive"]],
    ["forbids text", robots("nosnippet"), "link", ["robots meta: nosnippet"]],
    ["limits text", robots("max-snippet:50"), "excerpt", ["robots meta: max-snippet:50"]],
    ["allows no characters", robots("max-snippet:0"), "link", ["robots meta: max-snippet:0"]],
    ["sets no limit", robots("max-snippet:-1", "max-image-preview:large"), "full", []],
    ["limits text to nonsense", robots("max-snippet:many", "max-snippet:"), "full", []],
    ["says it in a header", tag("noarchive"), "excerpt", ["X-Robots-Tag: noarchive"]],
    ["names us", tag("offprint: nosnippet"), "link", ["X-Robots-Tag: nosnippet"]],
    ["names another robot", tag("otherbot: noarchive, nosnippet"), "full", []],
    [
      "names another robot first",
      tag("otherbot: nofollow\nnoarchive"),
      "excerpt",
      ["X-Robots-Tag: noarchive"],
    ],
    [
      "reserves mining in a header",
      { headers: { tdmReservation: " 1 " } },
      "excerpt",
      ["tdm-reservation header: 1"],
    ],
    ["reserves nothing in a header", { headers: { tdmReservation: "0" } }, "full", []],
    [
      "reserves mining in tdmrep.json",
      { headers: { tdmFile: "1" } },
      "excerpt",
      ["tdmrep.json: 1"],
    ],
    [
      "frees in a header what tdmrep.json reserves",
      { headers: { tdmFile: "1", tdmReservation: "0" } },
      "full",
      [],
    ],
    [
      "frees itself what its header reserves",
      { headers: { tdmReservation: "1" }, terms: { isTdmReserved: false } },
      "full",
      [],
    ],
    [
      "says nonsense in a header",
      { headers: { tdmFile: "1", tdmReservation: "no" } },
      "excerpt",
      ["tdmrep.json: 1"],
    ],
    ["reserves mining", { terms: { isTdmReserved: true } }, "excerpt", ["tdm-reservation meta: 1"]],
    [
      "is behind a paywall",
      { terms: { isFree: false } },
      "excerpt",
      ["isAccessibleForFree: false"],
    ],
    ["is free", { terms: { isFree: true, isTdmReserved: false } }, "full", []],
    [
      "names an RSL licence",
      { terms: { rslLicence: "https://valley.example/l.xml" } },
      "excerpt",
      ["RSL licence: https://valley.example/l.xml"],
    ],
    [
      "comes with an RSL licence",
      { headers: { rslLicence: "https://valley.example/l.xml" } },
      "excerpt",
      ["RSL licence: https://valley.example/l.xml"],
    ],
    [
      "has another licence",
      { terms: { licenceUrl: "https://creativecommons.org/licenses/by/4.0/" } },
      "full",
      [],
    ],
    [
      "says several things",
      { terms: { robots: ["noarchive", "nosnippet"], isFree: false } },
      "link",
      ["robots meta: nosnippet", "robots meta: noarchive", "isAccessibleForFree: false"],
    ],
  ])("of one that %s", (_, said, republish, reasons) => {
    const decision = decide(said);

    expect(decision.republish).toBe(republish);
    expect(decision.lowered.map(({ by }) => by)).toEqual(reasons);
  });

  it("is never more than the source lets us, and what does not lower it is not named", () => {
    expect(decide(robots("noarchive", "nosnippet"), "excerpt")).toMatchObject({
      republish: "link",
      lowered: [{ to: "link", by: "robots meta: nosnippet" }],
    });
    expect(decide(robots("noarchive"), "link")).toMatchObject({ republish: "link", lowered: [] });
    expect(decide(robots("all"), "link").republish).toBe("link");
  });

  it.each<[string, Said, number | null]>([
    ["no limit", robots("max-snippet:-1"), null],
    ["a limit", robots("max-snippet:80"), 80],
    ["the strictest of several", { ...robots("max-snippet:80"), ...tag("max-snippet: 60") }, 60],
    ["no text at all", robots("nosnippet", "max-snippet:80"), 0],
  ])("excerpts keep to %s", (_, said, characters) => {
    expect(decide(said).maxSnippet).toBe(characters);
  });

  it.each<[Said, boolean]>([
    [robots("noarchive"), true],
    [robots("noimageindex"), false],
    [robots("max-image-preview:none"), false],
    [robots("max-image-preview:large"), true],
    [tag("noimageindex"), false],
  ])("shows a picture after %j: %s", (said, mayShow) => {
    expect(decide(said).mayShowImage).toBe(mayShow);
  });

  it("looks at headers where there is no page", () => {
    const headers = { ...NO_USAGE_HEADERS, robotsTag: "noarchive" };
    expect(decideUsage({ ceiling: "full", terms: null, headers }).republish).toBe("excerpt");
  });
});

describe("X-Robots-Tag", () => {
  it.each<[string | null, string[]]>([
    [null, []],
    ["", []],
    ["NoArchive , NOSNIPPET", ["noarchive", "nosnippet"]],
    ["*: noarchive", ["noarchive"]],
    ["googlebot: noarchive, offprint: nosnippet, noimageindex", ["nosnippet", "noimageindex"]],
    ["Offprint: noarchive\notherbot: nosnippet", ["noarchive"]],
    ["max-snippet: 20, max-image-preview: none", ["max-snippet:20", "max-image-preview:none"]],
    [
      "unavailable_after: 25 Jun 2030 15:00:00 PST, noarchive",
      ["unavailable_after:25jun203015:00:00pst", "noarchive"],
    ],
    [
      "unavailable_after: Tuesday, 25-Jun-30 15:00:00 GMT, noarchive",
      ["unavailable_after:tuesday", "25-jun-3015:00:00gmt", "noarchive"],
    ],
    ["offprinter: noarchive", []],
    [":::,,:,", [":::", ":"]],
  ])("%j says %j to us", (robotsTag, directives) => {
    expect(robotsTagDirectives(robotsTag)).toEqual(directives);
  });

  it("is read in linear time, and never beyond what a page has use for", () => {
    // With the square of these lengths, no test would end in time.
    const hostile = `${"a".repeat(900_000)},${"x:".repeat(900_000)},${" ".repeat(900_000)}:`;
    expect(robotsTagDirectives(hostile).length).toBeLessThanOrEqual(100);
  });
});
