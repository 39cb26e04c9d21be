import { describe, expect, it } from "vitest";
import { detectLanguage } from "../../../src/adapters/language.ts";
import { preparePage } from "../../../src/adapters/page-reader/prepare-page.ts";
import { createReadPage } from "../../../src/adapters/page-reader/read-page.ts";
import type { CleanupContext } from "../../../src/core/cleaning/exceptions.ts";
import { NO_CLEANUP } from "../../../src/core/cleaning/exceptions.ts";

const readPage = createReadPage({ detectLanguage });
const TITLE = "Weir rebuilt before the spring floods";
const URL = "https://valley.example/weir";
const REPORT = [
  "The weir above the mill was rebuilt in nine weeks, and the river runs over it again since Thursday morning.",
  "Anglers had to stay away meanwhile, because the trout were moved to a pond behind the timber yard.",
  "The keeper expects the first floods in the middle of March, when the snow melts on the northern slopes.",
];
const CHOIR = [
  "The choir sings its winter programme in the abbey on two evenings, with a soprano from the conservatory.",
  "Tickets are sold at the bookshop and at the door, and children pay nothing with a grown-up beside them.",
  "The organ has a new wind chest, which one hears most of all in the low pipes under the gallery.",
];
const SECTION = [
  "The old weir had been built of oak, and the floods of two springs had washed out its foot.",
  "A new weir of stone was cheaper than feared, since the quarry lies only a mile up the river.",
  "No one can say how long it will last, but the builders speak of eighty years at the least.",
];

const paragraphs = (texts: readonly string[]): string =>
  texts.map((text) => `<p>${text}</p>`).join("");
const many = (texts: readonly string[]): string[] =>
  Array.from({ length: 18 }, (_, at) => `${at}. ${texts[at % texts.length]}`);
const headed = (heading: string, texts: readonly string[]): string =>
  `<h2>${heading}</h2>${paragraphs(texts)}`;

const OWN = `<h1>${TITLE}</h1>${paragraphs(REPORT.slice(0, 2))}`;
const OTHER = headed("Choir sings in the abbey", many(CHOIR));

function read(main: string, cleanup: CleanupContext = NO_CLEANUP) {
  const html = `<!doctype html><html lang="en"><head><title>${TITLE}</title></head><body>${main}</body></html>`;
  const given = { bytes: Buffer.from(html), contentType: "text/html; charset=utf-8", url: URL };
  const result = readPage({ url: URL, html: preparePage(given) }, cleanup);
  if (!result.ok) throw new Error(result.error.kind);
  return { ...result.value, lines: result.value.text.split("\n\n") };
}

describe("of an article and a far longer one beside it, the page gives the one with its title", () => {
  const own = (heading: string): string => `${heading}${paragraphs(REPORT.slice(0, 2))}`;

  it.each([
    ["in divisions", `<main><div>${OWN}</div><div>${OTHER}</div></main>`],
    ["with the other one first", `<main><div>${OTHER}</div><div>${OWN}</div></main>`],
    ["in main and section", `<main>${OWN}</main><section>${OTHER}</section>`],
    ["in list items", `<ul><li>${OWN}</li><li>${OTHER}</li></ul>`],
    ["in articles by role", `<div role="article">${OWN}</div><div role="article">${OTHER}</div>`],
    ["in an article and a division", `<article>${OWN}</article><div>${OTHER}</div>`],
    ["in wrappers", `<div><div><div>${OWN}</div></div><div><div>${OTHER}</div></div></div>`],
    ["under an h2", `<div>${own(`<h2>${TITLE}</h2>`)}</div><div>${OTHER}</div>`],
    [
      "under a link to itself",
      `<div>${own(`<h2><a href="/weir">${TITLE}</a></h2>`)}</div><div>${OTHER}</div>`,
    ],
    [
      "below the headline",
      `<main><header><h1>${TITLE}</h1></header><div>${own("")}</div><div>${OTHER}</div></main>`,
    ],
    [
      "beside two others",
      `<div>${OWN}</div><div>${OTHER}</div><div>${headed("Trams stop at the quay", CHOIR.slice(1))}</div>`,
    ],
  ])("%s", (_, main) => {
    const { lines, removed } = read(main);
    expect(lines).toEqual(REPORT.slice(0, 2));
    expect(removed).toContainEqual({ text: `0. ${CHOIR[0]}`, rule: "other-article" });
  });

  it.each([
    ["a day, under a heading of its rank", "h1", "<p>3 November 2026</p>"],
    ["an author, under a heading of its rank", "h1", '<p class="byline">By Ines Holm</p>'],
    ["both, under a lower heading", "h2", "<p>By Ines Holm</p><p>3 November 2026</p>"],
  ])("if the shorter one has %s", (_, rank, line) => {
    const other = `<${rank}>Choir sings in the abbey</${rank}>${line}${paragraphs(CHOIR)}`;
    expect(read(`<div>${OWN}</div><div>${other}</div>`).lines).toEqual(REPORT.slice(0, 2));
  });

  it("if the other one is hidden", () => {
    const hidden = '<div style="display:none!important">';
    const main = (texts: readonly string[]): string =>
      `<article><h1>${TITLE}</h1>${paragraphs(texts)}</article>${hidden}${paragraphs(CHOIR)}</div>`;
    expect(read(main(REPORT)).lines).toEqual(REPORT);
    // One sentence may be the teaser of what a script shows.
    expect(read(main(REPORT.slice(0, 1))).text).toContain(CHOIR[1]);
  });

  it("whatever stands above both", () => {
    const { text } = read(`<p>${SECTION[2]}</p><div>${OWN}</div><div>${OTHER}</div>`);
    expect(text).toContain(REPORT[1]);
    expect(text).not.toContain(CHOIR[1]);
  });

  it.each([
    ["even if it has one paragraph", REPORT.slice(0, 1), many(CHOIR)],
    ["and a shorter one is left out, too", REPORT, CHOIR],
  ])("%s, where the other heading leads to its page", (_, texts, others) => {
    const other = headed('<a href="/choir">Choir sings in the abbey</a>', others);
    const main = `<div><h1>${TITLE}</h1>${paragraphs(texts)}</div><div>${other}</div>`;
    expect(read(main).lines).toEqual(texts);
  });

  it("on the same subject, if its heading leads to another page, or both are articles", () => {
    const texts = many(SECTION);
    const linked = headed('<a href="/history">How the weir was lost in the floods</a>', texts);
    const plain = headed("How the weir was lost in the floods", texts);
    expect(read(`<div>${OWN}</div><div>${linked}</div>`).lines).toEqual(REPORT.slice(0, 2));
    const articles = `<article>${OWN}</article><article>${plain}</article>`;
    expect(read(articles).lines).toEqual(REPORT.slice(0, 2));
  });
});

describe("of articles below each other, the page gives the one with its title", () => {
  const trams = [
    "The trams stop at the quay again, since the rails were laid anew in the summer.",
    "The first one came at five in the morning, with a brass band and no passengers on board.",
  ];
  const bees = [
    "The beekeepers of the valley have counted their hives, and found more than last year.",
    "The honey is dark, because the limes bloomed early and the firs behind the pass did so late.",
  ];
  const article = (heading: string, mark: string, texts: readonly string[], more = ""): string =>
    `<article><h2>${heading}</h2>${mark}${paragraphs(texts)}${more}</article>`;
  const headings = [
    "Choir sings in the abbey",
    "Trams stop at the quay",
    "Bees thrive in the valley",
  ];
  const all = (mark: string, more = ""): string =>
    [CHOIR, trams, bees]
      .map((texts, at) => article(headings[at] ?? "", mark, texts, more))
      .join("");

  it.each([
    ["by their days", all("<p>3 November 2026</p>")],
    ["by their authors", all('<p class="byline">By Ines Holm</p>')],
    ["by links to the rest of them", all("", '<a href="/more">More of it</a>')],
    ["by WordPress", all("").replaceAll("<article>", '<article class="post-7 type-post">')],
    [
      "by links in their headings",
      all("").replace(/<h2>(.*?)<\/h2>/g, '<h2><a href="/other">$1</a></h2>'),
    ],
  ])("known %s", (_, others) => {
    const { lines, removed } = read(`<main><article>${OWN}</article>${others}</main>`);
    expect(lines).toEqual(REPORT.slice(0, 2));
    expect(removed).toContainEqual({ text: trams[1], rule: "other-article" });
  });

  const bare = all("");
  const whole = `<h1>${TITLE}</h1>${paragraphs(REPORT)}`;
  it.each([
    ["", `<article>${whole}</article>${bare}`],
    [", under headings of any rank", `<article>${whole}</article>${bare.replaceAll("h2>", "h5>")}`],
    [", in articles by role", asRoles(`<article>${whole}</article>${bare}`)],
    [", in an element of their own", `<article>${whole}</article><div>${bare}</div>`],
    [", above a sentence", `<article>${whole}</article>${bare}<p>${SECTION[2]}</p>`],
  ])("known by their subjects alone%s", (_, main) => {
    const { lines, removed } = read(`<main>${main}</main>`);
    expect(lines.filter((line) => line !== SECTION[2])).toEqual(REPORT);
    expect(removed).toContainEqual({ text: trams[1], rule: "other-article" });
  });

  it("in a division beside them, known by their subjects alone", () => {
    const texts = [...REPORT, ...SECTION];
    const own = `<div><h1>${TITLE}</h1>${paragraphs(texts)}</div>`;
    expect(read(`<main>${own}${bare}</main>`).lines).toEqual(texts);
  });

  it.each([1, 2])("if it has one paragraph, and each of the others %i", (count) => {
    const others = [CHOIR, trams, bees].map((texts, at) =>
      article(headings[at] ?? "", "", texts.slice(0, count)),
    );
    const own = `<article><h1>${TITLE}</h1><p>${REPORT.join(" ")}</p></article>`;
    expect(read(`<main>${own}${others.join("")}</main>`).lines).toEqual([REPORT.join(" ")]);
  });

  it("with teasers of one sentence between them", () => {
    const teaser = article("Market moves", "<p>4 November 2026</p>", CHOIR.slice(0, 1));
    const main = `<main><article>${OWN}</article>${all("<p>3 November 2026</p>")}${teaser}</main>`;
    expect(read(main).lines).toEqual(REPORT.slice(0, 2));
  });
});

const asRoles = (html: string): string =>
  html.replaceAll("<article>", '<div role="article">').replaceAll("</article>", "</div>");

it("the article of the headline is never lost, whatever else is taken for the page's text", () => {
  const long = many(CHOIR).map((text) => `${text} ${text}`);
  const other = (heading: string): string =>
    `<article>${headed(heading, [...long, REPORT[0]?.slice(0, 60) ?? ""])}</article>`;
  const own = `<article><h1>${TITLE}</h1><p>${REPORT[1]}</p></article>`;
  const { text } = read(`<main>${own}${other("Weir and floods")}${other("Choir sings")}</main>`);
  expect(text).toContain(REPORT[1]);
});

describe("articles below each other are chapters", () => {
  it("also below a lead that has as many words as they have", () => {
    const lead = `<header><h1>${TITLE}</h1><p>${REPORT[0]} ${REPORT[1]}</p><p>${REPORT[2]} ${REPORT[1]} ${REPORT[0]}</p></header>`;
    const two = [SECTION, SECTION.toReversed()].map(([first, second], at) =>
      chapter(at === 0 ? "Oak and stone" : "The builders", [`${first} ${second}`]),
    );
    const { text } = read(`<main>${lead}${two.join("")}</main>`);
    for (const sentence of [...REPORT, ...SECTION]) expect(text).toContain(sentence);
    expect(text).toContain("Oak and stone");
  });

  const chapter = (heading: string, texts: readonly string[]): string =>
    `<article>${headed(heading, texts)}</article>`;
  const chapters = `${chapter("What it was made of", SECTION)}${chapter("Elsewhere", CHOIR)}${chapter("What it cost", SECTION.slice(1, 2))}`;

  it.each([
    ["beside the lead", `<main><article>${OWN}</article>${chapters}</main>`],
    ["below the headline", `<main><header><h1>${TITLE}</h1></header>${chapters}</main>`],
  ])("of one article where nothing says that they are others, %s", (_, main) => {
    const { lines, removed } = read(main);
    for (const text of [...SECTION, ...CHOIR]) expect(lines).toContain(text);
    expect(removed.map(({ rule }) => rule)).not.toContain("other-article");
  });

  it("of a report under a headline outside of them, on any subject", () => {
    const lead = `<p>${REPORT[0]} ${REPORT[1]}</p>`;
    const entries = [CHOIR.slice(0, 1), CHOIR.slice(1), SECTION.slice(2)].map((texts, at) =>
      chapter(`News of the day at ${at}`, texts),
    );
    const main = `<div class="live"><h1>${TITLE}</h1>${lead}<div>${entries.join("")}</div></div>`;
    const { text } = read(main);
    for (const line of [REPORT[0] ?? "", ...CHOIR, SECTION[2] ?? ""]) expect(text).toContain(line);
  });

  it("of a live blog where they have times alone", () => {
    const entry = (at: number): string =>
      `<article><p class="time">${at}:15</p>${headed(`News of the weir at ${at}`, [`${at}. ${SECTION[0]}`, `${at}. ${CHOIR[1]}`])}</article>`;
    const { text } = read(`<main><article>${OWN}</article>${[7, 8, 9].map(entry).join("")}</main>`);
    for (const at of [7, 8, 9]) expect(text).toContain(`${at}. ${CHOIR[1]}`);
  });
});

it("a line of another article that an editor keeps stays", () => {
  const keep = { exceptions: { keep: [`0. ${CHOIR[0]}`], drop: [] }, repeated: [] };
  const { text, removed } = read(`<div>${OWN}</div><div>${OTHER}</div>`, keep);
  expect(text).toContain(CHOIR[0]);
  expect(text).not.toContain(CHOIR[1]);
  expect(removed.map((block) => block.text)).not.toContain(`0. ${CHOIR[0]}`);
});

describe("no other article is", () => {
  const section = headed("What the weir was made of", SECTION);
  const elsewhere = headed("Elsewhere", CHOIR);
  const beside = (heading: string, texts: readonly string[]): string =>
    `<div>${OWN}</div><div>${headed(heading, texts)}</div>`;
  const choir = '<a href="/choir">Choir sings in the abbey</a>';
  const entry = (at: number): string => headed(`At ${at} o'clock`, CHOIR.slice(1));

  it.each([
    ["a section beside the lead", `<div>${OWN}</div><div>${section}</div>`, SECTION],
    [
      "a body that begins with a heading",
      `<div>${OWN}</div><article>${section}</article>`,
      SECTION,
    ],
    [
      "a section among the paragraphs, on any subject",
      `<div><h1>${TITLE}</h1>${paragraphs(REPORT)}<section>${elsewhere}</section></div>`,
      CHOIR,
    ],
    [
      "a part between parts without headings",
      `<div>${OWN}</div><div>${elsewhere}</div><div>${paragraphs(SECTION)}</div>`,
      CHOIR,
    ],
    [
      "an entry of a live blog",
      `<div>${OWN}</div>${[7, 8, 9].map((at) => `<div>${entry(at)}</div>`).join("")}`,
      CHOIR.slice(1),
    ],
    [
      "the article of which the headline has a teaser",
      `<div><h1>${TITLE}</h1><p>${REPORT[0]}</p></div><div>${headed("Choir", [...REPORT, ...CHOIR])}</div>`,
      CHOIR,
    ],
    [
      "what stands beside a headline that leads elsewhere",
      `<div><h1><a href="/old">${TITLE}</a></h1><p>${REPORT[0]}</p></div><div>${OTHER}</div>`,
      [`0. ${CHOIR[0]}`],
    ],
    ["a box of its own, on any subject", beside("Choir sings in the abbey", CHOIR), CHOIR],
    [
      "an event with its day",
      `<div>${OWN}</div><div><h2>Choir sings in the abbey</h2><p>3 November 2026</p>${paragraphs(CHOIR)}</div>`,
      CHOIR,
    ],
    ["a long section under a label", beside("Background", many(CHOIR)), [`0. ${CHOIR[0]}`]],
    [
      "the answer to a question",
      beside("What does the choir sing?", many(CHOIR)),
      [`0. ${CHOIR[0]}`],
    ],
    [
      "a section that says one word of the title",
      beside("Choir sings in the abbey", [
        ...many(CHOIR),
        "The roar of the weir is heard inside the church when all voices and pipes fall silent.",
      ]),
      [`0. ${CHOIR[0]}`],
    ],
    [
      "a body under a heading, below a standfirst",
      `<header><h1>${TITLE}</h1><p>${REPORT[0]}</p></header><div>${OTHER}</div>`,
      [`0. ${CHOIR[0]}`],
    ],
    [
      "one of two sections on the subject, in articles of their own",
      `<article>${OWN}</article><article>${section}</article><article>${headed("What the weir cost", SECTION.slice(1))}</article>`,
      REPORT.slice(0, 2),
    ],
    [
      "a section in one article with the lead",
      `<article>${beside(choir, many(CHOIR))}</article>`,
      [`0. ${CHOIR[0]}`],
    ],
    [
      "a section whose heading leads to a topic",
      beside('<a href="/topics/choir">Choir</a>', CHOIR),
      CHOIR,
    ],
    [
      "a section whose heading leads to another site",
      beside('<a href="https://abbey.example/">Choir sings in the abbey</a>', CHOIR),
      CHOIR,
    ],
    [
      "a note on the same subject about another page",
      beside('<a href="/history">What the weir was made of</a>', SECTION),
      SECTION,
    ],
    [
      "what stands above a box that repeats the title",
      `<div>${headed("Choir sings in the abbey", CHOIR)}</div><div><h3>${TITLE}</h3><p>${REPORT[0]}</p></div>`,
      CHOIR,
    ],
    [
      "what the page declares as the article's text",
      `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline: TITLE, articleBody: [...REPORT.slice(0, 2), ...CHOIR].join(" ") })}</script>${beside(choir, CHOIR)}`,
      CHOIR,
    ],
  ])("%s", (_, main, texts) => {
    const { lines, removed } = read(main);
    for (const text of texts) expect(lines).toContain(text);
    expect(removed.map(({ rule }) => rule)).not.toContain("other-article");
  });
});
