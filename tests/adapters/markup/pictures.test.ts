import { expect, it } from "vitest";
import { cleanContent } from "../../../src/adapters/markup/clean-content.ts";

const CONTEXT = {
  baseUrl: "https://i.example/",
  title: null,
  language: null,
  cleanup: { exceptions: { keep: [], drop: [] }, repeated: [] },
};

const htmlOf = (html: string): string => cleanContent(html, CONTEXT).contentHtml;
const pictureOf = (html: string): string =>
  /<img [^>]*>/.exec(htmlOf(html))?.[0].replaceAll("https://i.example", "") ?? "";

const AVIF = '<source type="image/avif" srcset="/a.avif 2000w">';

it.each([
  [
    "the largest of a set",
    '<img src="/s.jpg" srcset="/s.jpg 300w, /m.jpg 1024w,/l.jpg 2000w" width="300" height="200">',
    '<img src="/l.jpg" width="2000" height="1333" alt="">',
  ],
  [
    "none that is megabytes large",
    '<img src="/s.jpg" srcset="/l.jpg 2000w, /raw.jpg 6000w">',
    '<img src="/l.jpg" width="2000" alt="">',
  ],
  [
    "the smallest of large ones",
    '<img srcset="/raw.jpg 6000w, /l.jpg 4000w">',
    '<img src="/l.jpg" width="4000" alt="">',
  ],
  [
    "a denser one, in its size on the page",
    '<img src="/1.png" srcset="/1.png, /2.png 2x" width="80" height="60">',
    '<img src="/2.png" width="80" height="60" alt="">',
  ],
  [
    "its own where that is larger",
    '<img src="/l.jpg" srcset="/s.jpg 300w" width="900" height="600">',
    '<img src="/l.jpg" width="900" height="600" alt="">',
  ],
  [
    "one that readers can show",
    `<picture>${AVIF}<img src="/s.jpg" width="300" height="200"></picture>`,
    '<img src="/s.jpg" width="300" height="200" alt="">',
  ],
  [
    "the largest source that readers can show",
    `<picture>${AVIF}<source srcset="/l.jpg 1600w"><img src="/s.jpg"></picture>`,
    '<img src="/l.jpg" width="1600" alt="">',
  ],
  [
    "no crop for other screens",
    '<picture><source media="(max-width: 600px)" srcset="/crop.jpg 3000w"><source srcset="/l.jpg 1600w"><img src="/s.jpg"></picture>',
    '<img src="/l.jpg" width="1600" alt="">',
  ],
  ["what there is", `<picture>${AVIF}<img></picture>`, '<img src="/a.avif" width="2000" alt="">'],
  [
    "addresses with commas",
    '<img srcset="/w_300,h_200/a.jpg 300w, /w_600,h_400/a.jpg 600w">',
    '<img src="/w_600,h_400/a.jpg" width="600" alt="">',
  ],
])("shows %s", (_, html, expected) => {
  expect(pictureOf(html)).toBe(expected);
});

it("puts a picture into its figure without a paragraph between", () => {
  const figure =
    '<figure><a href="/l"><img src="/s.jpg"></a><figcaption>The mill</figcaption></figure>';
  const html = htmlOf(figure);
  expect(html).toBe(
    '<figure><a href="https://i.example/l"><img src="https://i.example/s.jpg" alt=""></a>\n<figcaption>The mill</figcaption></figure>',
  );
  expect(htmlOf(html)).toBe(html);
});

it("keeps paragraphs of a figure that holds more", () => {
  const html = htmlOf('<figure><p>A table of the mill</p><p><img src="/s.jpg"></p></figure>');
  expect(html).toContain("<p>A table of the mill</p>\n<p><img");
});

const shown = (html: string): string[] =>
  [...htmlOf(html).matchAll(/src="https:\/\/i\.example\/([^"]+)"/g)].map(([, name = ""]) => name);

const img = (name: string, width: number): string =>
  `<img src="/${name}" width="${width}" height="${width}">`;
const row = (...pictures: string[]): string => `<ul><li>${pictures.join("</li><li>")}</li></ul>`;

it.each([
  [
    "thumbnails of the picture above them go",
    `<figure>${img("mast-1600.jpg", 1600)}</figure>${row(img("mast-100.jpg", 100), img("mast-200.jpg", 200))}`,
    ["mast-1600.jpg"],
  ],
  [
    "thumbnails go from above it, too",
    `${row(img("mast-90x90.jpg", 90), img("oar-90x90.jpg", 90))}<figure>${img("mast.jpg", 1600)}</figure>`,
    ["oar-90x90.jpg", "mast.jpg"],
  ],
  [
    "copies that a slideshow makes of its slides go",
    row(img("oar.jpg", 800), img("mast.jpg", 800), img("oar.jpg", 800)),
    ["oar.jpg", "mast.jpg"],
  ],
  [
    "a thumbnail goes wherever it stands",
    `<p>${img("mast.jpg", 1600)}</p><p>The mast.</p><p>${img("mast-150x150.jpg", 150)}</p>`,
    ["mast.jpg"],
  ],
  [
    "a picture that is shown again later stays",
    `<p>${img("mast.jpg", 800)}</p><p>The mast.</p><p>${img("mast.jpg", 800)}</p>`,
    ["mast.jpg", "mast.jpg"],
  ],
  [
    "pictures that are numbered stay",
    row(img("oar-100.jpg", 800), img("oar-200.jpg", 800)),
    ["oar-100.jpg", "oar-200.jpg"],
  ],
  [
    "rows of equal signs stay",
    `<p>${img("star.png", 16).repeat(3)}</p>`,
    ["star.png", "star.png", "star.png"],
  ],
])("%s", (_, html, expected) => {
  expect(shown(html)).toEqual(expected);
  expect(htmlOf(htmlOf(html))).toBe(htmlOf(html));
});

const MAST = '<img src="/mast.jpg" width="800" height="600">';
it.each([
  ["a paragraph", `<div>${MAST}<p class="caption">The mast, felled.</p></div>`],
  [
    "a division",
    `<div class="image">${MAST}<div class="image-caption">The mast, felled.</div></div>`,
  ],
  ["the line of its picture", `<p>${MAST}<span class="caption">The mast, felled.</span></p>`],
  ["a paragraph above it", `<p class="bildunterschrift">The mast, felled.</p><p>${MAST}</p>`],
])("a caption in %s is one", (_, html) => {
  expect(htmlOf(html)).toMatch(
    /^<figure>[\s\S]*<figcaption>The mast, felled\.<\/figcaption>[\s\S]*<\/figure>$/,
  );
  expect(htmlOf(htmlOf(html))).toBe(htmlOf(html));
});

it("a caption has its credit with it, and nothing else", () => {
  const html = `<p>${MAST}<span class="caption">The mast.</span><span class="source">A. Reed</span></p><p class="source">Text.</p>`;
  expect(htmlOf(html)).toContain("<figcaption><p>The mast.</p>\n<p>A. Reed</p></figcaption>");
  expect(htmlOf('<p>The mast <span class="source">of the yard</span> fell.</p>')).toBe(
    "<p>The mast of the yard fell.</p>",
  );
});
