import { describe, expect, it } from "vitest";
import { cleanContent } from "../../../src/adapters/markup/clean-content.ts";
import { standardElements } from "../../../src/adapters/markup/standard-elements.ts";
import { NO_CLEANUP } from "../../../src/core/cleaning/exceptions.ts";

const CONTEXT = {
  baseUrl: "https://reed.example/mast",
  title: null,
  language: null,
  cleanup: NO_CLEANUP,
};
const BEFORE =
  "The old mast was felled on a Friday, and nobody in the yard had a word to say about it.";
const AFTER =
  "By the evening the new one stood beside it, painted twice and not yet dry at the foot.";

/** What a text shows between two sentences. */
function between(part: string): string {
  const html = `<p>${BEFORE}</p>${part}<p>${AFTER}</p>`;
  const { contentHtml } = cleanContent(html, CONTEXT);
  expect(cleanContent(contentHtml, CONTEXT).contentHtml).toBe(contentHtml);
  return contentHtml.replace(`<p>${BEFORE}</p>`, "").replace(`<p>${AFTER}</p>`, "").trim();
}

const link = (url: string): string => `<p><a href="${url}">${url}</a></p>`;
const FILM = "https://www.youtube.com/watch?v=mM9_nN8-oO7";
const FRAME = "https://www.youtube.com/embed/mM9_nN8-oO7";
const HELD = Buffer.from(`<iframe src="${FRAME}" width="560"></iframe>`).toString("base64");

describe("a player is a link to what it shows", () => {
  it.each([
    ["of AMP", '<amp-youtube data-videoid="mM9_nN8-oO7" width="4"></amp-youtube>', FILM],
    [
      "in a frame of AMP",
      `<amp-iframe src="${FRAME}"><amp-img src="/w.png" placeholder></amp-img></amp-iframe>`,
      FILM,
    ],
    [
      "in the settings of a page builder",
      `<div data-settings='{"youtube_url":"${FILM.replaceAll("/", "\\/")}","video_type":"youtube"}'></div>`,
      FILM,
    ],
    ["that a script makes of a box", `<div data-video="${FILM}"></div>`, FILM],
    ["that is light", '<lite-youtube videoid="mM9_nN8-oO7"></lite-youtube>', FILM],
    [
      "that waits for its turn",
      `<iframe src="about:blank" data-lazy-src="${FRAME}"></iframe>`,
      FILM,
    ],
    ["that waits for consent", `<iframe data-cookieblock-src="${FRAME}"></iframe>`, FILM],
    [
      "with a page in its place",
      `<iframe src="//tool.example/empty.html" suppressedsrc="${FRAME}"></iframe>`,
      FILM,
    ],
    ["in a template", `<div><template><iframe src="${FRAME}"></iframe></template></div>`, FILM],
    ["in a script", `<div><script type="text/template">${HELD}</script></div>`, FILM],
    ["in an attribute", `<div data-code="&lt;iframe src=&quot;${FRAME}&quot;&gt;"></div>`, FILM],
    [
      "whose box has its address",
      `<div data-src="${FRAME}"><div data-src="${FRAME}"></div></div>`,
      FILM,
    ],
    [
      "in an old object",
      `<object width="4"><embed src="http://www.youtube.com/v/mM9_nN8-oO7"></object>`,
      FILM,
    ],
    [
      "of a tweet",
      '<amp-twitter data-tweetid="885634330868850689"></amp-twitter>',
      "https://twitter.com/i/status/885634330868850689",
    ],
    [
      "of Mastodon",
      '<iframe src="https://reed.social/@yard/112233445566/embed"></iframe>',
      "https://reed.social/@yard/112233445566",
    ],
  ])("%s", (_, part, url) => {
    expect(between(part)).toBe(link(url));
  });

  it("with the sentence of its consent box", () => {
    const box = `<div class="embed-privacy"><p>To watch the felling, load it.</p><a href="${FILM}">Watch on YouTube</a></div>`;
    expect(between(box)).toBe(`<p>To watch the felling, load it.</p>\n${link(FILM)}`);
  });

  it.each([
    ["the label that it was left as", `<p><a href="${FILM}">Watch on YouTube</a></p>`],
    [
      "the sentence that asks for consent",
      `<div class="video-consent">Accept cookies, or <a href="${FILM}">see it there</a>.</div>`,
    ],
  ])("in place of %s", (_, part) => {
    expect(between(part)).toBe(link(FILM));
  });

  it("but a post that is quoted keeps its author", () => {
    const post =
      '<blockquote class="twitter-tweet"><p>The mast is down!</p>— Yard (@yard) <a href="https://twitter.com/yard/status/88563433086">May 2</a></blockquote>';
    expect(between(post)).toContain("— Yard (@yard) <a");
  });

  it("but a picture's address in a frame is none", () => {
    expect(standardElements('<iframe data-poster-src="https://reed.example/p.jpg"></iframe>')).toBe(
      '<iframe data-poster-src="https://reed.example/p.jpg"></iframe>',
    );
  });
});

it("a picture of AMP is a picture, and its copy for want of scripts goes", () => {
  const copy = '<noscript><img src="/mast-600.jpg" alt="Mast"></noscript>';
  const html = between(
    `<amp-img src="/mast-600.jpg" srcset="/mast-600.jpg 600w, /mast-1200.jpg 1200w" width="600" height="400" alt="Mast">${copy}</amp-img>`,
  );
  expect(html).toBe(
    '<p><img src="https://reed.example/mast-1200.jpg" alt="Mast" width="1200" height="800"></p>',
  );
});
