import { describe, expect, it } from "vitest";
import { classifyLine } from "../../../src/core/cleanup/classify-line.ts";
import { findDebris, type TextBlock } from "../../../src/core/cleanup/find-debris.ts";
import { withoutLeadingLabels } from "../../../src/core/cleanup/leading-labels.ts";
import { LABELS, PROSE } from "./lines-of-languages.ts";

const block = (
  text: string,
  role: TextBlock["role"] = "paragraph",
  linkedShare = 0,
): TextBlock => ({
  role,
  lines: [{ text, linkedShare, urls: [] }],
  classes: [],
});
const BEFORE = block("The old bridge over the Halde has been closed since the flood last year.");
const AFTER = block("Work on the pillars will begin as soon as the water has fallen again.");
const removedFrom = (blocks: readonly TextBlock[]): number[] =>
  findDebris(blocks).map((debris) => debris.block);
const linesOf = (lines: Readonly<Record<string, string>>): (readonly [string, string])[] =>
  Object.entries(lines).flatMap(([language, text]) =>
    text
      .trim()
      .split("\n")
      .map((line) => [language, line.trim()] as const),
  );

describe.each(linesOf(LABELS))("the label (%s) “%s”", (_, text) => {
  it("goes at the head, between two paragraphs and at the end", () => {
    expect(removedFrom([block(text), BEFORE, AFTER])).toEqual([0]);
    expect(removedFrom([BEFORE, block(text), AFTER])).toEqual([1]);
    expect(removedFrom([BEFORE, AFTER, block(text)])).toEqual([2]);
  });
});

describe.each(linesOf(PROSE))("the prose (%s) “%s”", (_, text) => {
  it.each([
    ["paragraph", [block(text), BEFORE, AFTER]],
    ["paragraph", [BEFORE, block(text), AFTER]],
    ["paragraph", [BEFORE, AFTER, block(text)]],
    ["heading", [BEFORE, block(text, "heading"), AFTER]],
  ])("stays, as a %s", (_role, blocks) => {
    expect(removedFrom(blocks)).toEqual([]);
  });
});

describe("a label that is a heading between two paragraphs", () => {
  const links = ["Nordkai", "Westkai"].map((text) => block(text, "item", 1));

  it("stays above a paragraph, goes above a list of links", () => {
    const label = block("Print", "heading");
    expect(removedFrom([BEFORE, label, AFTER])).toEqual([]);
    expect(removedFrom([BEFORE, label, ...links, AFTER])).toEqual([1]);
  });

  it("stays above a list that is the article's own", () => {
    const own = ["Flour", "Water"].map((text) => block(text, "item"));
    expect(removedFrom([BEFORE, block("Print", "heading"), ...own, AFTER])).toEqual([]);
  });
});

it("goes as an item beside links to networks", () => {
  const list = [block("Print", "item"), block("Facebook", "item", 1)];
  expect(removedFrom([BEFORE, ...list, AFTER])).toEqual([1, 2]);
  expect(removedFrom([BEFORE, block("Print", "item"), block("Radio", "item", 1), AFTER])).toEqual(
    [],
  );
});

it("goes as a paragraph that is one link", () => {
  expect(removedFrom([BEFORE, block("Comments", "paragraph", 1), AFTER])).toEqual([1]);
  expect(removedFrom([BEFORE, block("Comments"), AFTER])).toEqual([]);
});

describe("one word between two paragraphs", () => {
  it.each(["Unsubscribe", "Imprimir", "Štítky", "Роздрукувати", "(suite…)", "(mehr …)"])(
    "goes when it is a button's: %s",
    (text) => expect(removedFrom([BEFORE, block(text), AFTER])).toEqual([1]),
  );

  it.each(["Autor", "Commentaires", "Antworten", "Contents", "Presse", "Folgen"])(
    "stays when it may be a heading: %s",
    (text) => expect(removedFrom([BEFORE, block(text), AFTER])).toEqual([]),
  );
});

it.each([
  "The plan",
  "I. The plan",
  "The shares",
  "Die Reaktionen",
  "2. Die Anmeldung",
  "Les réactions",
  "L'inscription",
  "La suscripción",
  "Il piano",
  "Het abonnement",
  "As reações",
])("an article and one noun are a heading, wherever they stand: %s", (text) => {
  for (const role of ["paragraph", "heading"] as const) {
    const one = block(text, role);
    expect(removedFrom([one, BEFORE, AFTER])).toEqual([]);
    expect(removedFrom([BEFORE, one, AFTER])).toEqual([]);
  }
});

describe("a name in a label", () => {
  it.each([
    "Harbour News auf Google News folgen",
    "Werde zahlendes Mitglied bei Talbote, um Kommentare zu schreiben.",
    "View all posts by Anna Berg",
  ])("is known by its capitals: %s", (text) => {
    expect(classifyLine({ text, linkedShare: 0, urls: [] })).not.toBeNull();
  });

  it.each(["Get Creative With Your Pages", "Anna Berg Follows The River", "Follow Harbour News"])(
    "is none in %s",
    (text) => expect(classifyLine({ text, linkedShare: 0, urls: [] })).toBeNull(),
  );
});

describe("the head of a text as its title", () => {
  it.each([
    ["Commentaires\n\nLe pont est fermé depuis la crue.", "Le pont est fermé depuis la crue."],
    ["Štítky:\n\nSdílet\n\nMost je zavřený.", "Most je zavřený."],
    ["The bridge is closed.\n\nPrint", "The bridge is closed.\n\nPrint"],
    ["Print\n\nShare", "Print\n\nShare"],
    ["", ""],
  ])("%j", (text, rest) => {
    expect(withoutLeadingLabels(text)).toBe(rest);
  });
});
