import { describe, expect, it } from "vitest";
import { isSentence } from "../../../src/adapters/page-reader/block-context.ts";
import { collectBlocks } from "../../../src/adapters/page-reader/blocks.ts";
import { filterBlocks } from "../../../src/adapters/page-reader/filter-blocks.ts";
import { parsePage } from "../../../src/adapters/page-reader/parse-page.ts";
import { runningLines } from "../../../src/adapters/page-reader/running-text.ts";
import { NO_CLEANUP } from "../../../src/core/cleaning/exceptions.ts";

const SENTENCE =
  "The bridge over the gorge will stay closed for a third winter, said the county on Tuesday.";
const below = `<p>${SENTENCE}</p><p>${SENTENCE}</p>`;

function linesOf(html: string): string[] {
  const blocks = collectBlocks(parsePage(`<html><body><div>${html}</div></body></html>`).body);
  return [...runningLines(blocks, isSentence)].map(({ text }) => text);
}

describe("a short line before the first sentence", () => {
  it.each([
    ["a crosshead in bold", "<p><strong>Along the gorge</strong></p>", "Along the gorge"],
    ["what is quoted", "<p>“Never again”</p>", "“Never again”"],
    ["quoted in German", "<p>„Außen still, innen laut“</p>", "„Außen still, innen laut“"],
    ["verse", "<p>Above the mountain tops</p><p>is rest,</p>", "Above the mountain tops"],
    ["dialogue", "<p>Who goes there?</p><p>Only the miller</p>", "Only the miller"],
  ])("is text as %s", (_, line, text) => {
    expect(linesOf(line + below)).toContain(text);
  });

  it.each([
    ["a kicker", "<p>Valley</p>"],
    ["a kicker with a name", '<p class="kicker"><b>Valley</b></p>'],
    ["a kicker in another element", "<div><p><b>Valley</b></p></div>"],
    ["no paragraph", "<div><b>Valley</b></div>"],
    ["a counter", "<p><b>3.409</b></p>"],
    ["a link", '<p><b><a href="/valley">Valley</a></b></p>'],
    ["a note in italics", "<p><em>Courtesy of the county</em></p>"],
    ["without sentences beside it", '<p><b>Valley</b></p><div class="text">'],
  ])("is none as %s", (_, line) => {
    expect(linesOf(line + below)).toEqual([]);
  });
});

it("is published where it is text", () => {
  const html = `<p><strong>Along the gorge</strong></p><p>Valley</p>${below}`;
  const { body } = parsePage(`<html><body><div>${html}</div></body></html>`);
  const context = { title: null, authors: new Set<string>(), exceptions: NO_CLEANUP.exceptions };
  expect(filterBlocks(body, context).map(({ text }) => text)).toEqual(["Valley"]);
});
