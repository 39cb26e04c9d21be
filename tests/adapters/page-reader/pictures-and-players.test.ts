import { describe, expect, it } from "vitest";
import { detectLanguage } from "../../../src/adapters/language.ts";
import { preparePage } from "../../../src/adapters/page-reader/prepare-page.ts";
import { createReadPage } from "../../../src/adapters/page-reader/read-page.ts";
import { NO_CLEANUP } from "../../../src/core/cleaning/exceptions.ts";

const readPage = createReadPage({ detectLanguage });
const PARAGRAPH =
  "The bridge over the gorge will stay closed for a third winter, and the commuters go on taking the long way over the pass.";

/** An article with this in its middle. */
function pageWith(part: string) {
  const text = `<p>${PARAGRAPH}</p>`.repeat(3);
  const bytes = Buffer.from(
    `<html><body><main><article><h1>Bridge closed</h1>${text}${part}${text}</article></main></body></html>`,
  );
  const url = "https://valley.example/bridge";
  const html = preparePage({ bytes, contentType: "text/html; charset=utf-8", url });
  const page = readPage({ url, html }, NO_CLEANUP);
  if (!page.ok) throw new Error(page.error.kind);
  return page.value;
}

const htmlWith = (part: string): string => pageWith(part).contentHtml;

const each = (write: (at: number) => string): string => [0, 1, 2, 3].map(write).join("");

describe("a gallery", () => {
  const classicItem = (at: number): string =>
    `<dl class="gallery-item"><dt><a href="/g/${at}-full.jpg"><img src="/g/${at}-150x150.jpg" width="150" height="150"></a></dt><dd class="wp-caption-text">Boat ${at}</dd></dl>`;
  const slides = each(
    (at) =>
      `<div class="slide"${at > 0 ? ' style="display:none"' : ""}><a href="/g/${at}.jpg"><img src="/g/${at}-810.jpg" width="810" height="471"></a><figcaption>Boat ${at}</figcaption></div>`,
  );

  it.each([
    ["of WordPress", `<div class="gallery gallery-columns-3">${each(classicItem)}</div>`],
    ["of slides, hidden but for the first", `<div class="big-gallery">${slides}</div>`],
  ])("%s stays, each picture with its caption", (_, gallery) => {
    const html = htmlWith(gallery);
    for (const at of [0, 1, 2, 3]) {
      expect(html).toMatch(
        new RegExp(`/g/${at}-[^"]+"[^>]*></a>\\s*<figcaption>Boat ${at}</figcaption>`),
      );
    }
  });

  it("may be two figures, whatever its name", () => {
    const html = htmlWith(
      `<div class="wp-block-gallery"><figure><img src="/g/0.jpg"><figcaption>Boat 0</figcaption></figure><figure><img src="/g/1.jpg"></figure></div>`,
    );
    expect(html).toContain("/g/0.jpg");
    expect(html).toContain("<figcaption>Boat 0</figcaption>");
    expect(html).toContain("/g/1.jpg");
  });

  it.each([
    ["with captions", [0, 1].map(classicItem).join("")],
    [
      "without captions",
      '<figure><a href="/g/0.jpg"><img src="/g/0-150x150.jpg"></a></figure><figure><a href="/g/1.jpg"><img src="/g/1-150x150.jpg"></a></figure><br>',
    ],
  ])("may be two linked pictures where it is named so, %s", (_, pictures) => {
    const { contentHtml, removed } = pageWith(`<div class="gallery">${pictures}</div>`);
    expect(contentHtml.match(/<img[^>]+-150x150\.jpg/g)).toHaveLength(2);
    expect(removed.map(({ rule }) => rule)).not.toContain("left-out");
  });

  it("of teasers is recorded, without a text as well", () => {
    const teaser = (at: number, alt: string): string =>
      `<dl><dt><a href="/news/${at}"><img src="/t/${at}.jpg" alt="${alt}" width="300"></a></dt></dl>`;
    const { contentHtml, removed } = pageWith(
      `<div class="gallery">${teaser(0, "")}${teaser(1, "Snow on the pass")}</div>`,
    );
    expect(contentHtml).not.toContain("<img");
    expect(removed.filter(({ rule }) => rule === "left-out")).toEqual([
      { text: "/t/0.jpg", rule: "left-out" },
      { text: "Snow on the pass", rule: "left-out" },
    ]);
  });

  it.each([
    ["the item of a gallery", 'class="gallery-icon portrait"', 'href="/2020/bridge/boat/"', ""],
    ["the address of its page, by number", "", 'href="/?attachment_id=70"', ""],
    ["the address of its page, by name", "", 'href="/2020/bridge/attachment/boat/"', ""],
    ["its link", "", 'href="/2020/bridge/boat/" rel="attachment wp-att-7"', ""],
    ["its number", "", 'href="/2020/bridge/boat/"', 'data-attachment-id="7"'],
  ])("stays where each picture leads to its page, known by %s", (_, item, link, picture) => {
    const items = each(
      (at) =>
        `<dl><dt ${item}><a ${link}><img src="/g/${at}.jpg" ${picture}></a></dt><dd>Boat ${at}</dd></dl>`,
    );
    const html = htmlWith(`<div class="gallery galleryid-7">${items}</div>`);
    expect(html.match(/<figcaption>Boat \d<\/figcaption>/g)).toHaveLength(4);
    expect(html.match(/<img[^>]+\/g\/\d\.jpg/g)).toHaveLength(4);
  });

  it("gives no picture the caption of another, and what all have to the last", () => {
    const row = each((at) => `<div><img src="/g/${at}.jpg"><p>Boat ${at}</p></div>`);
    const html = htmlWith(`<div class="gallery"><section>${row}<p>Seen by Eve</p></section></div>`);
    const captions = [...html.matchAll(/<figcaption>(.*?)<\/figcaption>/g)].map(([, text]) => text);
    expect(captions).toEqual(["Boat 0", "Boat 1", "Boat 2", "Boat 3 Seen by Eve"]);
  });

  it("of links to other pages is none, but a list of teasers", () => {
    const teasers = each(
      (at) => `<div><a href="/news/${at}"><img src="/t/${at}.jpg" width="300"></a>Snow</div>`,
    );
    expect(htmlWith(`<div class="carousel">${teasers}</div>`)).not.toContain("<figure>");
  });
});

describe("a player", () => {
  it.each([
    [
      "that waits for consent",
      '<div class="embed-privacy"><p>To watch this video, load it from YouTube.</p><a href="https://www.youtube.com/watch?v=aaBBccDDee1">Watch on YouTube</a></div>',
      "https://www.youtube.com/watch?v=aaBBccDDee1",
    ],
    [
      "of Mastodon",
      '<iframe src="https://valley.social/@desk/11223344/embed"></iframe>',
      "https://valley.social/@desk/11223344",
    ],
    [
      "that a script makes of an empty box",
      '<div class="rll-player" data-src="https://www.youtube.com/embed/aaBBccDDee1"></div><noscript><iframe src="https://www.youtube.com/embed/aaBBccDDee1"></iframe></noscript>',
      "https://www.youtube.com/watch?v=aaBBccDDee1",
    ],
    [
      "of a sound",
      '<audio controls src="/meeting.mp3"></audio>',
      "https://valley.example/meeting.mp3",
    ],
    [
      "of a sound, alone in its elements",
      '<div><p><audio controls><source src="/meeting.mp3"></audio></p></div>',
      "https://valley.example/meeting.mp3",
    ],
    [
      "of a film without words",
      '<p><video controls><source src="/meeting.mp4"></video></p>',
      "https://valley.example/meeting.mp4",
    ],
    [
      "of a post that is quoted without words",
      '<blockquote cite="https://www.tiktok.com/@reed/video/7012345678901234567"><section></section></blockquote>',
      "https://www.tiktok.com/@reed/video/7012345678901234567",
    ],
  ])("%s stays as a link", (_, part, address) => {
    expect(htmlWith(part)).toContain(`href="${address}"`);
  });
});

it("is a link once where its frame is also written for readers without scripts", () => {
  const frame = (attributes: string): string =>
    `<iframe ${attributes}="https://www.youtube.com/embed/aaBBccDDee1"></iframe>`;
  const html = htmlWith(`<div>${frame("data-src")}<noscript>${frame("src")}</noscript></div>`);
  expect(html.match(/href="[^"]*aaBBccDDee1/g)).toHaveLength(1);
});

describe("what is hidden", () => {
  it.each([
    ["by style", 'style="display: none !important"'],
    ["from all but screen readers", 'class="sr-only"'],
    ["by attribute", "hidden"],
    ["until it is opened", "popover"],
    ["until somebody points at a word", 'role="tooltip"'],
    ["in a box of a usual class", 'class="person popover-content"'],
  ])("is no text: %s", (_, attributes) => {
    const text =
      "Nobody sees this sentence of the page, which stands in the middle of its article.";
    expect(htmlWith(`<p ${attributes}>${text}</p>`)).not.toContain("Nobody sees");
  });

  it("is the box of a word, and not the word", () => {
    const box = '<span class="tooltip-text">An office of the county, founded long ago.</span>';
    const line = `<p>The <span class="tooltip">harbour board${box}</span> met in the old hall, and agreed on a new crane for the quay.</p>`;
    const html = htmlWith(line);
    expect(html).toContain("The harbour board met in the old hall");
    expect(html).not.toContain("founded long ago");
  });
});
