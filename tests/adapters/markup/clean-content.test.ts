import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanContent } from "../../../src/adapters/markup/clean-content.ts";
import { NO_CLEANUP } from "../../../src/core/cleaning/exceptions.ts";

const CONTEXT = {
  baseUrl: "https://e.org/news/",
  title: null,
  language: null,
  cleanup: NO_CLEANUP,
};
const clean = (html: string, title: string | null = null) =>
  cleanContent(html, { ...CONTEXT, title });

const FIRST = "The old bridge over the Halde has been closed since the flood in the spring.";
const SECOND = "Work on the pillars will begin as soon as the water has fallen, the council said.";
const THIRD = "Until then, buses take the long way round through the village of Obernau.";
const ARTICLE = `<p>${FIRST}</p><p>${SECOND}</p><p>${THIRD}</p>`;
const TEXT = [FIRST, SECOND, THIRD].join("\n\n");

describe("blocks", () => {
  it.each([
    ["loose text becomes a paragraph", "Hello <b>world</b>", "<p>Hello <b>world</b></p>"],
    ["two line breaks separate paragraphs", "a<br><br>b<br>c", "<p>a</p>\n<p>b<br>c</p>"],
    ["divisions end paragraphs", "<div>a</div><section>b</section>", "<p>a</p>\n<p>b</p>"],
    ["inline elements move into blocks", "<b>a<p>b</p></b>", "<p><b>a</b></p>\n<p><b>b</b></p>"],
    ["a first-level heading becomes a second-level one", "<h1>a</h1>b", "<h2>a</h2>\n<p>b</p>"],
    ["empty paragraphs go", "<p>&nbsp;</p><p><b> </b></p>a", "<p>a</p>"],
    ["list items without a list get one", "<li>a<li>b", "<ul><li>a</li>\n<li>b</li></ul>"],
    ["text in a list becomes an item", "<ul>a<li>b</ul>", "<ul><li>a</li>\n<li>b</li></ul>"],
    ["a table of one cell is only a frame", "<table><tr><td>a</table>", "<p>a</p>"],
    ["white space collapses", "<p> a \n\t b&nbsp;</p>", "<p>a b</p>"],
    ["code keeps its white space", "<pre>a\n  b</pre>", "<pre>a\n  b</pre>"],
    ["rules only divide", "<hr><p>a</p><hr><hr><p>b</p><hr>", "<p>a</p>\n<hr>\n<p>b</p>"],
    ["unknown elements leave their text", "<font>a</font><blink>b</blink>", "<p>ab</p>"],
    [
      "scripts, styles and buttons leave nothing",
      "<style>a</style><button>b</button>c",
      "<p>c</p>",
    ],
  ])("%s", (_, html, expected) => {
    expect(clean(html).contentHtml).toBe(expected);
  });

  it("writes paragraphs, list items, lines and rows as plain text", () => {
    const html =
      "<h2>H</h2><p>a<br>b</p><ul><li>c<li>d</ul><table><tr><td>e<td>f<tr><td>g<td>h</table>" +
      "<figure><img src=/i.png><figcaption>caption</figcaption></figure>";
    expect(clean(html).text).toBe("H\n\na\nb\n\nc\n\nd\n\ne | f\ng | h");
  });
});

describe("addresses", () => {
  it.each([
    [
      "relative links become absolute",
      "<a href=../x>a</a>",
      '<p><a href="https://e.org/x">a</a></p>',
    ],
    ["a script in a link leaves its text", "<a href='java\tscript:x'>a</a>", "<p>a</p>"],
    ["a bare # is no address", "<a href=#>a</a>", "<p>a</p>"],
    [
      "lazy pictures are resolved",
      "<img src=data:x data-src=/i.png>",
      '<p><img src="https://e.org/i.png" alt=""></p>',
    ],
    [
      "the largest of a set is taken",
      "<img srcset='/s.png 1x, /l.png 2x'>",
      '<p><img src="https://e.org/l.png" alt=""></p>',
    ],
    [
      "size and alt are kept",
      "<img src=/i.png width=30 height=20px alt=A>",
      '<p><img src="https://e.org/i.png" alt="A" width="30" height="20"></p>',
    ],
    [
      "tracking pixels go",
      "a<img src=/i.gif width=1 height=1><img src=https://x.met.vgwort.de/na/1>",
      "<p>a</p>",
    ],
    ["pictures written into the text go", "a<img src=data:image/png;base64,AAAA>", "<p>a</p>"],
    [
      "emoji pictures become characters",
      "<img class=wp-smiley alt=🙂 src=/s.png> a",
      "<p>🙂 a</p>",
    ],
  ])("%s", (_, html, expected) => {
    expect(clean(html).contentHtml).toBe(expected);
  });

  it("drops what stays relative without a base", () => {
    const { contentHtml } = cleanContent("<a href=x>a</a><img src=y>", {
      ...CONTEXT,
      baseUrl: null,
    });
    expect(contentHtml).toBe("<p>a</p>");
  });

  it.each([
    "<iframe src=https://v.example/1></iframe>",
    "<video src=https://v.example/1>no player</video>",
    "<video><source src=https://v.example/1><source src=https://v.example/2></video>",
    "<audio src=https://v.example/1></audio>",
    "<embed src=https://v.example/1>",
    "<object data=https://v.example/1></object>",
  ])("turns %s into a link that is no text", (player) => {
    const { contentHtml, text } = clean(`<p>before ${player}</p>`);
    expect(contentHtml).toContain('<p><a href="https://v.example/1">https://v.example/1</a></p>');
    expect(contentHtml).not.toContain("https://v.example/2");
    expect(text).toMatch(/^before/);
    expect(text).not.toContain("v.example");
  });
});

describe("what is not the article", () => {
  it.each([
    ["a label", "<p>Share this:</p>"],
    [
      "a label in strong type with links",
      "<p><strong>Share:</strong> <a href=#>Facebook</a> <a href=#>X</a></p>",
    ],
    [
      "a heading and a list of share links",
      "<h3>Share this article</h3><ul><li><a href=#>Facebook</a><li><a href=#>X</a><li><a href=#>WhatsApp</a></ul>",
    ],
    [
      "icons that share",
      "<p><a href='https://www.facebook.com/sharer.php?u=x'><img src=/f.png></a></p>",
    ],
    [
      "a label and its headlines",
      "<h3>Related articles</h3><ul><li><a href=/1>Council elects new mayor</a><li><a href=/2>Market moves</a></ul>",
    ],
    ["a teaser", "<p><strong>Read also:</strong> <a href=/1>Council elects a new mayor</a></p>"],
    [
      "a plug-in's block",
      '<div class="sharedaddy sd-sharing-enabled"><p>Anything at all</p></div>',
    ],
    [
      "a notice of a content system",
      "<p>The post <a href=/1>Bridge</a> appeared first on <a href=/>Valley</a>.</p>",
    ],
    [
      "a newsletter prompt",
      "<p>Sign up for our newsletter and never miss a story from the valley.</p>",
    ],
  ])("takes out %s, before and after the text", (_, debris) => {
    expect(clean(ARTICLE + debris).text).toBe(TEXT);
    expect(clean(debris + ARTICLE).text).toBe(TEXT);
    expect(clean(ARTICLE + debris).contentHtml).toBe(clean(ARTICLE).contentHtml);
  });

  it("takes a label line out of a paragraph", () => {
    const { contentHtml, removed } = clean(
      `<p>Share this:<br>${FIRST}<br>Follow us on Facebook!</p>${ARTICLE}`,
    );
    expect(contentHtml).toMatch(new RegExp(`^<p>${FIRST}</p>`));
    expect(removed.map(({ rule }) => rule)).toEqual(["share-label", "follow-us"]);
  });

  it("takes a link to the rest of the article off the end of a paragraph", () => {
    const { text, removed } = clean(`<p>${FIRST} <a href=/1>Read more</a></p>`);
    expect(text).toBe(FIRST);
    expect(removed).toEqual([{ text: "Read more", rule: "read-more" }]);
  });

  it("says what it took out, by which rule", () => {
    expect(clean(`<p>Teilen Sie dies:</p>${ARTICLE}`).removed).toEqual([
      { text: "Teilen Sie dies:", rule: "share-label" },
    ]);
  });

  it("keeps sections that are called like labels", () => {
    const html = `${ARTICLE}<h2>Related</h2><p>${FIRST}</p><h2>Print</h2><p>${SECOND}</p><h2>WhatsApp</h2><p>${THIRD}</p>`;
    expect(clean(html).removed).toEqual([]);
  });

  it("keeps a picture beside a label", () => {
    expect(clean(`${ARTICLE}<p>Share <img src=/map.png></p>`).contentHtml).toContain("map.png");
  });

  it("keeps everything when the doubtful part is more than a third", () => {
    const prompts = "<p>Sign up for our newsletter and get all the news of the valley.</p>".repeat(
      6,
    );
    expect(clean(ARTICLE + prompts).removed).toEqual([]);
  });

  it("never leaves an article empty", () => {
    expect(clean("<p>Share this:</p>").text).toBe("Share this:");
  });
});

describe("the headline", () => {
  it("is taken out of the head of the text", () => {
    expect(clean(`<h1>Bridge closed!</h1>${ARTICLE}`, "Bridge closed").text).toBe(TEXT);
  });

  it("is recognised without the name of the site", () => {
    expect(
      clean(`<h2>Bridge stays closed</h2>${ARTICLE}`, "Bridge stays closed – Valley Letter").text,
    ).toBe(TEXT);
  });

  it("stays further down, and as the sentence that it was taken from", () => {
    expect(clean(`${ARTICLE}<h2>Bridge closed</h2><p>x</p>`, "Bridge closed").text).toContain(
      "Bridge closed",
    );
    expect(clean(ARTICLE, FIRST).text).toBe(TEXT);
  });
});

describe("invisible characters", () => {
  it.each([
    ["escaped twice", "M&amp;amp;S &amp;uuml;ber &amp;#8211;", "M&S über –"],
    [
      "soft hyphens and zero-width characters",
      "Donau&shy;dampf\u200bschiff\ufeff",
      "Donaudampfschiff",
    ],
    ["decomposed letters", "Mu\u0308ller", "Müller"],
    ["control characters", "a\u0007b\u0085c", "ab…c"],
    ["emoji joiners stay", "👩‍🚒", "👩‍🚒"],
    ["markup that is talked about stays", "the tag &amp;lt;b&amp;gt;", "the tag &lt;b&gt;"],
  ])("%s", (_, html, text) => {
    expect(clean(`<p>${html}</p>`).text).toBe(text);
  });

  it("leaves code as it is", () => {
    expect(clean("<pre>&amp;amp;</pre><p><code>&amp;uuml;</code></p>").text).toBe(
      "&amp;\n\n&uuml;",
    );
  });
});

const PIECES = [
  ..."<p> </p> <div> </div> <br> <b> </b> <a href=x> </a> <ul> <li> </ul> <table> <tr> <td> </table> <h2> </h2> <hr>".split(
    " ",
  ),
  ..."<blockquote> </blockquote> <pre> </pre> <figure> <figcaption> </figure> <dl> <dt> <dd> <img src=/i.png> &amp; &lt; & < >".split(
    " ",
  ),
  "Share this:",
  "Related articles",
  "Read also: Council elects a mayor",
  "<iframe src=https://v.example/1>",
  "<a href=/x>Read more</a>",
  "Sign up for our newsletter today.",
  "Facebook X WhatsApp",
  "Print",
  FIRST,
  SECOND,
  " ",
  "word ",
];

it("is stable: cleaning again changes nothing and removes nothing", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), (pieces) => {
      const once = clean(pieces.join(""));
      const again = clean(once.contentHtml);
      expect(again.contentHtml).toBe(once.contentHtml);
      expect(again.text).toBe(once.text);
    }),
  );
});

it("loses no word that it does not name as removed", () => {
  const words = (text: string): string[] => text.match(/\w+/g) ?? [];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(FIRST, SECOND, "Share this:", "Print", THIRD)),
      (texts) => {
        const { text, removed } = clean(texts.map((one) => `<p>${one}</p>`).join(""));
        const all = [...words(text), ...removed.flatMap((block) => words(block.text))];
        expect(all.sort()).toEqual(texts.flatMap(words).sort());
      },
    ),
  );
});

it.each([
  ["<div>", "<div>".repeat(10_000)],
  ["<ul><li>", "<ul><li>".repeat(10_000)],
  ["<blockquote>", `${"<blockquote>".repeat(10_000)}x`],
  ["links", '<a href="/x">y</a> '.repeat(20_000)],
  ["<b>", "<b>".repeat(100_000)],
  ["<", "<".repeat(100_000)],
  ["&", "&".repeat(300_000)],
  ["paragraphs", "<p>jetzt jetzt ".repeat(10_000)],
  ["attributes", `<p ${"a=b ".repeat(100_000)}>`],
  ["href=", "href=".repeat(400_000)],
  ["<math", "<math ".repeat(450_000)],
  ["<script math/tex", "<script math/tex".repeat(500_000)],
  ["letters in srcset", `<img src="/a.jpg" srcset="${"a".repeat(16_000)} b">`.repeat(10)],
  [
    "levels of a formula",
    `<math>${"<msup>".repeat(5_000)}x${"</msup>".repeat(4_500)}</math>`.repeat(15),
  ],
])("answers hostile markup in bounded time: many %s", (_, html) => {
  const before = process.cpuUsage();

  expect(typeof clean(html).text).toBe("string");

  // Time of the processor, which other work hardly lengthens. With the square of these lengths, it is 7 s and more.
  const { user, system } = process.cpuUsage(before);
  expect(user + system).toBeLessThan(5_000_000);
});

describe("tables", () => {
  const row = (...cells: readonly string[]): string =>
    `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;

  it("keep cells that are called like labels", () => {
    const table = `<table>${row("Network", "Share", "Print")}${row("X", "Advertisement", "no")}</table>`;
    const { text, removed } = clean(`<p>${FIRST}</p>${table}<p>${SECOND}</p>`);
    expect(text).toBe(`${FIRST}\n\nNetwork | Share | Print\nX | Advertisement | no\n\n${SECOND}`);
    expect(removed).toEqual([]);
  });

  it("of one column are frames, whose labels go", () => {
    const table = `<table>${row("Share this:")}${row("Leave a comment")}</table>`;
    expect(clean(`<p>${FIRST}</p><p>${SECOND}</p>${table}`).text).toBe(`${FIRST}\n\n${SECOND}`);
  });
});

it("reads what Windows-1252 left behind as the characters that were meant", () => {
  expect(clean("<p>\u0084Nein\u0093 \u0096 5\u00a0\u0080\u0081</p>").text).toBe("„Nein“ – 5 €");
});

it("does not take an anchor without an address for a link", () => {
  const { contentHtml } = clean(`<p>Related articles</p><a name="top"><p>${FIRST}</p></a>`);
  expect(contentHtml).toBe(`<p>${FIRST}</p>`);
});
