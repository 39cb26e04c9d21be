import { describe, expect, it } from "vitest";
import { detectLanguage } from "../../../src/adapters/language.ts";
import { preparePage } from "../../../src/adapters/page-reader/prepare-page.ts";
import { createReadPage } from "../../../src/adapters/page-reader/read-page.ts";
import { NO_CLEANUP } from "../../../src/core/cleaning/exceptions.ts";

const readPage = createReadPage({ detectLanguage });

const PARAGRAPHS = [
  "The mill at the weir has ground flour since the spring tide of 1911, and its stones are as old as the house.",
  "Its wheel was taken out in the year of the drought, when the river hardly reached the lowest blade.",
  "A cooperative of nineteen bakers has bought it now, and they want to have it turning before the harvest.",
  "The council gives them the road for nothing, provided that carts may use it on market days.",
];
const HEAD = `<title>The mill turns again</title><meta name="author" content="Ida Holm">`;

function read(paragraphs: readonly string[]) {
  const body = paragraphs.join("");
  const html = `<html lang="en"><head>${HEAD}</head><body><article><h1>The mill turns again</h1>${body}</article></body></html>`;
  const url = "https://weir.example/mill";
  const prepared = preparePage({ bytes: Buffer.from(html), contentType: "text/html", url });
  const result = readPage({ url, html: prepared }, NO_CLEANUP);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

const written = PARAGRAPHS.map((text) => `<p>${text}</p>`);
const around = (box: string): string[] => [...written.slice(0, 2), box, ...written.slice(2)];

const BOXES = [
  [
    "bio",
    "Nils Aker was born above the mill in 1884, and drew its wheel more than two hundred times.",
  ],
  [
    "print-box",
    "Flour from stone mills keeps the germ of the grain, which is why it does not keep for long.",
  ],
  [
    "biography box",
    "The old miller never learnt to swim. He was saved from the weir three times by his dog.",
  ],
  [
    "share-price",
    "The paper of the cooperative costs forty crowns, and nobody may hold more than twelve of it.",
  ],
  [
    "comment",
    "That the council gives away a road is no small thing, for it cost more than its school.",
  ],
  [
    "print",
    "Ice covers the wheel from Advent to Candlemas, and the children slide from the roof to the weir.",
  ],
] as const;

describe("a box whose name may be that of furniture", () => {
  it.each(BOXES)("stays between two paragraphs: %s", (name, text) => {
    const { text: whole, removed } = read(around(`<div class="${name}"><p>${text}</p></div>`));
    expect(whole.split("\n\n")).toEqual([...PARAGRAPHS.slice(0, 2), text, ...PARAGRAPHS.slice(2)]);
    expect(removed.map((block) => block.text)).not.toContain(text);
  });

  it("stays between two parts of the article's body", () => {
    const [, text] = BOXES[0];
    const parts = [written.slice(0, 2), written.slice(2)].map(
      (part) => `<div class="body-text">${part.join("")}</div>`,
    );
    const between = (end: string) => [
      ...parts.slice(0, 1),
      `<div class="bio"><p>${text}</p></div>`,
      end,
    ];
    expect(read(between(parts[1] ?? "")).text).toContain(text);
    const note = `<div class="imprint">${written.slice(2).join("")}</div>`;
    expect(read(between(note)).text).not.toContain(text);
  });

  it("stays with its heading", () => {
    const [, text] = BOXES[0];
    const box = `<div class="bio"><h3>Nils Aker</h3><p>${text}</p></div>`;
    expect(read(around(box)).text).toContain(`Nils Aker\n\n${text}`);
  });

  it.each(BOXES.map(([name, text]) => [name, text] as const))(
    "goes below the last paragraph, and is listed: %s",
    (name, text) => {
      const { text: whole, removed } = read([
        ...written,
        `<div class="${name}"><p>${text}</p></div>`,
      ]);
      expect(whole).toBe(PARAGRAPHS.join("\n\n"));
      expect(removed).toContainEqual({ text, rule: "page-furniture" });
    },
  );

  it.each([
    [
      "names who wrote the article",
      "Ida Holm has lived beside the weir since she was six, and swims in it every day.",
    ],
    [
      "says what somebody writes here",
      "Tor Lien is a reporter at the Weir Letter, where he has a column about rivers.",
    ],
    [
      "says what somebody is in charge of here",
      "Tor Lien covers rivers and harbours, and has done so for eleven years by now.",
    ],
    [
      "has an address to write to",
      "The desk for rivers reads every letter and answers most of them: rivers@weir.example.",
    ],
    [
      "asks for something",
      "Subscribe to our newsletter and get the best stories of the week by mail on Sunday.",
    ],
  ])("goes between two paragraphs when it %s", (_, text) => {
    const { text: whole, removed } = read(around(`<div class="bio"><p>${text}</p></div>`));
    expect(whole).toBe(PARAGRAPHS.join("\n\n"));
    expect(removed.map((block) => block.text)).toContain(text);
  });

  it("goes between two paragraphs when it leads to another article", () => {
    const teaser =
      "The ferry has a new rope, and its ferryman says that it will outlive his own children.";
    const box = `<div class="related-box"><p><a href="/ferry">A rope for the ferry</a></p><p>${teaser}</p></div>`;
    const { text, removed } = read(around(box));
    expect(text).toBe(PARAGRAPHS.join("\n\n"));
    expect(removed.map((block) => block.text)).toContain(teaser);
  });
});
