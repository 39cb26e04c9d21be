import { expect, it } from "vitest";
import { copyrightOf } from "../../../src/publish/feeds/copyright.ts";
import { anEntry, anEntrySource, aSite } from "../../support/entries.ts";

const site = aSite();
const of = (title: string) => anEntry({ source: anEntrySource({ title }) });

it.each([
  ["en", [], "Each text belongs to its publisher. Collected by Example Desk."],
  [
    "en-GB",
    [of("Valley"), of("Hill"), of("Valley")],
    "Each text belongs to its publisher: Hill, Valley. Collected by Example Desk.",
  ],
  [
    "de",
    [of("Valley")],
    "Jeder Text gehört dem Haus, das ihn veröffentlicht hat: Valley. Zusammengestellt von Example Desk.",
  ],
])("a feed in %s says whose its texts are", (language, entries, expected) => {
  expect(copyrightOf(entries, { site, language })).toBe(expected);
});

it("names the desk for texts that are at home here, and no more houses than anybody reads", () => {
  const own = anEntry({
    link: "https://desk.example/a",
    page: "https://desk.example/a",
    source: anEntrySource({ title: "desk", url: null, feedUrl: null }),
  });
  expect(copyrightOf([own], { site, language: "en" })).toContain("publisher: Example Desk.");
  const many = Array.from({ length: 25 }, (_, n) => of(`House ${n + 10}`));
  expect(copyrightOf(many, { site, language: "en" })).toMatch(/House 29 and others\. Collected/);
});
