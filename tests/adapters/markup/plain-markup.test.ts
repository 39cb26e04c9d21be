import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPlain } from "../../../src/adapters/markup/plain-markup.ts";
import { readFlow } from "../../../src/adapters/markup/read-flow.ts";
import { sanitizeMarkup } from "../../../src/adapters/markup/sanitize.ts";
import { XSS_VECTORS } from "../../support/xss-vectors.ts";

const BASE = "https://paper.example/2026/bridge";
const theLongWay = (html: string) => readFlow(sanitizeMarkup(html, BASE));

/** What editors write, alone and around something. */
const PIECES = [
  ...[
    "The bridge ",
    "a &amp; b",
    "it&#8217;s",
    "5 > 4",
    "\n",
    " ",
    "\u00a0",
    "2<sup>10</sup>",
    "<br>",
    "<br />",
  ],
  ...[
    "<hr/>",
    '<img src="/a.jpg" width="300" height="200" alt="A &quot;b&quot;" />',
    '<img alt="x">',
  ],
  ...[
    '<img class="emoji" alt="😀" src="https://s.example/1f600.png">',
    "<ul>\n<li>One</li><li><p>Two</p></li></ul>",
  ],
  ...[
    '<a href="/next?utm_source=x&amp;page=2" rel="nofollow" target="_blank">next</a>',
    '<a href="#n1">1</a>',
  ],
  ...[
    '<a href="javascript:alert(1)">x</a>',
    '<a name="n1"></a>',
    '<span id="n1">note</span>',
    "<a>none</a>",
  ],
  ...[
    '<p class="lead" style="margin: 0">Lead</p>',
    '<p lang="de" dir="RTL">Brücke</p>',
    "<h1>Head</h1>",
  ],
  ...[
    '<figure class="wp-block-image"><img src="a.png"><figcaption>A <em>b</em></figcaption></figure>',
  ],
  // Not plain: each must take the long way, or come to the same.
  ...[
    "<p>",
    "</p>",
    "<b>",
    "</em>",
    "<div>",
    "</div>",
    "<P>",
    "<section>a</section>",
    "<!-- c -->",
    "<",
    "&",
    "&copy 2026",
  ],
  ...[
    '<p class="wp-caption-text">c</p>',
    '<span class="caption">c</span>',
    '<div class="katex-html">x</div>',
    "<td>x</td>",
  ],
  ...[
    '<div data-src="https://www.youtube.com/embed/abcdefghijk"></div>',
    "<iframe src='/f'></iframe>",
    "<svg>x</svg>",
  ],
  ...[
    '<a data-embed="t" href="/x">x</a>',
    '<p class="a" class="b">c</p>',
    "<li>x</li>",
    "<p title='q'>x</p>",
    "<wbr>",
  ],
];
const WRAPS = [
  "p",
  "b",
  "a",
  "em",
  "div",
  "blockquote",
  "li",
  "ul",
  "h2",
  "figure",
  "span",
  "table",
  "pre",
];

const markup = fc.letrec<{ html: string }>((tie) => ({
  html: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...PIECES),
    fc.array(tie("html"), { maxLength: 5 }).map((parts) => parts.join("")),
    fc
      .tuple(fc.constantFrom(...WRAPS), tie("html"))
      .map(([tag, inside]) => `<${tag}>${inside}</${tag}>`),
  ),
})).html;

describe("plain markup", () => {
  it("is read as by the sanitiser and its parser, or not at all", () => {
    fc.assert(
      fc.property(markup, (html) => {
        const read = readPlain(html, BASE);
        if (read !== null) expect(read).toEqual(theLongWay(html));
      }),
      { numRuns: 600 },
    );
  });

  it("is what usual editors write", () => {
    const html = `<h2 id="n2">Bridge</h2>
<p class="has-text" style="margin:0">It&#8217;s <strong>open</strong>: <a href="/b?utm_source=feed" rel="nofollow">more</a><br />and more.</p>
<ul class="wp-block-list"><li>One</li>\n<li>Two</li></ul><blockquote><p>“Open.”</p></blockquote>
<figure class="wp-block-image"><img decoding="async" src="https://paper.example/a.jpg" alt="" data-id="5"/><figcaption>The bridge</figcaption></figure>`;
    expect(readPlain(html, BASE)).toEqual(theLongWay(html));
    expect(readPlain(html, BASE)).not.toBeNull();
    expect(readPlain("A line & nothing else", BASE)).toBeNull();
    expect(readPlain("A line &amp; nothing else", BASE)).toEqual(
      theLongWay("A line &amp; nothing else"),
    );
  });

  it.each(XSS_VECTORS)("never holds an attack: %j", (vector) => {
    for (const html of [vector, `<p>${vector}</p>`, `<p title="${vector}">x</p>`]) {
      const read = readPlain(html, BASE);
      if (read !== null) expect(read).toEqual(theLongWay(html));
    }
  });
});
