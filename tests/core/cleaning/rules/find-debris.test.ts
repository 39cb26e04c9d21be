import { describe, expect, it } from "vitest";
import { classifyLine } from "../../../../src/core/cleaning/rules/classify-line.ts";
import { labelWords } from "../../../../src/core/cleaning/rules/label-words.ts";
import { isRepeatedTitle } from "../../../../src/core/cleaning/rules/repeated-title.ts";
import type { TextBlock } from "../../../../src/core/cleaning/text-block.ts";
import { block, removedFrom } from "./blocks.ts";

const PROSE = block("The old bridge over the Halde has been closed since the flood in the spring.");

describe("labels with headlines after them", () => {
  it("take links as far as they go", () => {
    const links = ["One", "Two", "Three"].map((text) => block(`${text} headline here`, "item", 1));
    expect(removedFrom([PROSE, block("Read also"), ...links, PROSE])).toEqual([1, 2, 3, 4]);
  });

  it("take one unlinked headline in the middle, all at the end", () => {
    const headlines = [block("Council elects a mayor"), block("Market moves to the square")];
    expect(removedFrom([PROSE, PROSE, block("Read also"), ...headlines, PROSE, PROSE])).toEqual([
      2, 3,
    ]);
    expect(removedFrom([PROSE, PROSE, block("Read also"), ...headlines])).toEqual([2, 3, 4]);
  });

  it("leave the next section of the article", () => {
    expect(
      removedFrom([PROSE, block("Read also"), block("After the flood", "heading"), PROSE]),
    ).toEqual([1]);
  });
});

describe("words of tools", () => {
  it("go before the first and after the last paragraph, not between", () => {
    const print = block("Print");
    expect(removedFrom([print, PROSE, PROSE])).toEqual([0]);
    expect(removedFrom([PROSE, print, PROSE])).toEqual([]);
    expect(removedFrom([PROSE, PROSE, print])).toEqual([2]);
  });

  it("go beside a share label", () => {
    expect(
      removedFrom([PROSE, block("Print"), block("Share this"), block("WhatsApp"), PROSE]),
    ).toEqual([1, 2, 3]);
  });

  it("stay as headings of sections", () => {
    expect(removedFrom([PROSE, block("Print", "heading"), PROSE])).toEqual([]);
    expect(removedFrom([PROSE, block("Share", "heading"), PROSE])).toEqual([]);
  });
});

it("removes the heading of a plug-in's box, also above text", () => {
  const heading = { ...block("Follow us on the Fediverse", "heading"), classes: ["sharedaddy"] };
  expect(removedFrom([PROSE, heading, PROSE])).toEqual([1]);
});

it("never looks into code", () => {
  expect(removedFrom([PROSE, block("Share this:", "code")])).toEqual([]);
});

it("keeps doubtful blocks when they are more than 35 % of the words", () => {
  const prompt = block(
    "Sign up for our newsletter and get the news of the whole valley every day.",
  );
  expect(removedFrom([PROSE, PROSE, PROSE, prompt])).toEqual([3]);
  expect(removedFrom([PROSE, prompt, prompt])).toEqual([]);
});

it("takes long lines for prose, whatever they begin with", () => {
  const text = `Subscribe to our newsletter ${"and read about the valley ".repeat(9)}`;
  expect(classifyLine({ text, linkedShare: 0, urls: [] })).toBeNull();
});

describe("folding", () => {
  it.each([
    ["“ÄRZTE” – Straße!", ["arzte", ":", "strasse"]],
    ["E-Mail, e-mail, email", ["email", "email", "email"]],
    ["Facebook-Seite", ["@", "seite"]],
    ["l’été", ["l", "ete"]],
    ["1.234 Shares um 12:30", ["#", "shares", "um", "#", "#"]],
    ["Apple News » Łódź", ["@", ":", "lodz"]],
    ["👉 ⭐", []],
  ])("%s", (text, words) => {
    expect(labelWords(text)).toEqual(words);
  });

  it.each(["jetzt hier und ", "? : ", "sie unseren @ ", "hier hier ? und "])(
    "is bounded for a line of many %j",
    (words) => {
      // With the square of this length, no test would end in time.
      const text = words.repeat(100_000);
      expect(classifyLine({ text, linkedShare: 0, urls: [] })).toBeNull();
    },
  );
});

describe("a repeated headline", () => {
  it.each([
    ["Bridge closed", "Bridge closed", true],
    ["BRIDGE CLOSED!", "Bridge closed", true],
    ["The bridge stays closed", "The bridge stays closed | Valley Letter", true],
    ["The bridge", "The bridge stays closed", false],
    ["Bridge", "Bridge | Valley Letter", false],
    ["Bridge closed", null, false],
    ["", "", false],
  ])("%j for %j: %s", (heading, title, expected) => {
    expect(isRepeatedTitle(heading, title)).toBe(expected);
  });
});

describe("labels of a few unmistakable words", () => {
  const LABELS = ["Link kopieren", "Print this page", "Leave a comment", "Lesezeit: 3 Minuten"];

  it.each(LABELS)("go between two paragraphs too: %s", (text) => {
    expect(removedFrom([PROSE, block(text), PROSE])).toEqual([1]);
  });

  it("go one after the other", () => {
    expect(removedFrom([PROSE, ...LABELS.map((text) => block(text)), PROSE])).toEqual([1, 2, 3, 4]);
  });

  it.each(LABELS)("stay there as an item and as a heading: %s", (text) => {
    expect(removedFrom([PROSE, block(text, "item"), PROSE])).toEqual([]);
    expect(removedFrom([PROSE, block(text, "heading"), PROSE])).toEqual([]);
  });

  it.each([
    "Drucken",
    "Nach oben",
    "Wie sehen Sie das?",
    "Send word to my friends",
    "Play the long game",
  ])("are not such as %s", (text) => {
    expect(removedFrom([PROSE, block(text), PROSE])).toEqual([]);
  });
});

it("takes nothing but share links out of the cells of a table", () => {
  const cells = ["Teilen", "Posten", "Anzeige", "12 Kommentare", "Facebook"];
  expect(removedFrom([PROSE, ...cells.map((text) => block(text, "cell")), PROSE])).toEqual([]);
  const urls = ["https://www.facebook.com/sharer/sharer.php?u=https://e.org/"];
  const link: TextBlock = {
    ...block("", "cell"),
    lines: [{ text: "Facebook", linkedShare: 1, urls }],
  };
  expect(removedFrom([PROSE, link, PROSE])).toEqual([1]);
});
