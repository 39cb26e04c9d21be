import { describe, expect, it } from "vitest";
import { authorBoxIn, type BoxLine } from "../../../../src/core/cleaning/rules/author-box.ts";

const TEXT = [
  "The harbour board met on Tuesday and approved a plan to raise the eastern quay before winter.",
  "Storms have washed over the quay four times, and two of the cranes had to be taken down.",
  "The work begins in April, said the mayor, and will be paid for by the ships that moor there.",
  "Fishermen doubt that the quay will be ready in time, since the stones have not been ordered.",
  "A ferry will take their boxes to the western quay until the cranes have been put up again.",
];

type Written = {
  readonly text: string;
  readonly linkedShare?: number;
  readonly isEmphasised?: boolean;
  readonly isOfAuthor?: boolean;
};

function lineOf(written: string | Written): BoxLine {
  const {
    text,
    linkedShare = 0,
    ...flags
  }: Written = typeof written === "string" ? { text: written } : written;
  return {
    line: { text, linkedShare, urls: [] },
    isOther: () => false,
    isEmphasised: () => flags.isEmphasised === true,
    isOfAuthor: () => flags.isOfAuthor === true,
  };
}

/** Whom the box below a text presents; the lines above it must stay. */
function namesBelow(
  lines: readonly (string | Written)[],
  {
    title = "Quay raised",
    above = [] as readonly string[],
    authors = [] as readonly string[],
  } = {},
) {
  const text = [...TEXT, ...above];
  const all = [...text, ...lines].map(lineOf);
  const box = authorBoxIn(all, { title, authors: new Set(authors) });
  if (box !== null) expect(box.from).toBe(text.length);
  return box?.names ?? null;
}

describe("the box about the author", () => {
  it.each([
    ["a heading above it", ["About the author", "Mona Reed teaches history near Tolvik."]],
    ["a heading with the name", ["About Mona Reed", "Mona Reed joined the Gazette as a reporter."]],
    ["a paragraph", ["Mona Reed is a reporter for the Gazette."]],
    ["a name above what the author is", ["Mona Reed", "Reporter at the Gazette since 2019."]],
    ["a dash", ["— Mona Reed"]],
    ["stars of plain text", ["*Dr. Mona Reed is professor of hydrology in Tolvik.*"]],
    ["italics", [{ text: "Mona Reed is professor of hydrology.", isEmphasised: true }]],
    ["its element's name", [{ text: "Mona Reed keeps bees.", isOfAuthor: true }]],
    ["links behind it", ["Mona Reed covers schools.", { text: "All articles", linkedShare: 1 }]],
    ["labels behind it", ["Mona Reed covers schools.", "Share this article"]],
  ])("is known by %s", (_, lines) => expect(namesBelow(lines)).toEqual(["Mona Reed"]));

  it("presents several authors", () => {
    const lines = ["Mona Reed covers schools.", "Bo Li is a freelance journalist."];
    expect(namesBelow(lines)).toEqual(["Mona Reed", "Bo Li"]);
  });

  it("of a known author needs no profession", () => {
    expect(namesBelow(["Mona Reed lives by the sea."], { authors: ["mona reed"] })).toEqual([
      "Mona Reed",
    ]);
  });

  it.each([
    [
      "a person whom the text names",
      ["Mona Reed is a reporter."],
      { above: ["It was Reed who had asked the board for the plan in March."] },
    ],
    [
      "a person whom the title names",
      ["Mona Reed is a reporter."],
      { title: "The arrest of Mona Reed" },
    ],
    ["somebody who says something", ["Mona Reed covers the costs, the board says."], {}],
    ["somebody else", ["Peter Vale is the new keeper of the lighthouse."], {}],
    ["a guest in plain letters", ["Mona Reed is professor of hydrology."], {}],
    [
      "whose words a quotation is",
      ["“Nothing is built to last by those who mean to leave it soon.”", "— Mona Reed"],
      {},
    ],
    [
      "one of several who sign",
      ["— Mona Reed"],
      { above: ["— Bo Li", "The letter was sent to the board in March by all who fish there."] },
    ],
    [
      "a text that goes on",
      [
        "Mona Reed is a reporter.",
        "The board will meet again in May, and the quay is closed to visitors until then.",
      ],
      {},
    ],
  ])("is not what is said of %s", (_, lines, given) => {
    expect(namesBelow(lines, given)).toBeNull();
  });

  it("is not the text itself", () => {
    const lines = ["Mona Reed is a reporter for the Gazette.", "Bo Li covers schools."].map(lineOf);
    expect(authorBoxIn(lines, { title: null })).toBeNull();
  });
});
