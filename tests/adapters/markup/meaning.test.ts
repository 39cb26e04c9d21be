import { describe, expect, it } from "vitest";
import { cleanContent } from "../../../src/adapters/markup/clean-content.ts";
import { watchUrl } from "../../../src/adapters/markup/embeds.ts";
import { formulasAsText } from "../../../src/adapters/markup/formulas.ts";

const CONTEXT = {
  baseUrl: "https://valley.example/1",
  title: null,
  language: null,
  cleanup: { exceptions: { keep: [], drop: [] }, repeated: [] },
};

/** What is published of a text; cleaning it once more must change nothing. */
function published(html: string) {
  const once = cleanContent(html, CONTEXT);
  const twice = cleanContent(once.contentHtml, CONTEXT);
  expect(twice.contentHtml).toBe(once.contentHtml);
  expect(twice.text).toBe(once.text);
  return once;
}

const htmlOf = (html: string): string => published(html).contentHtml;

describe("formulas", () => {
  const mathml =
    "<mrow><mfrac><mi>a</mi><mrow><mi>b</mi><mo>+</mo><mn>1</mn></mrow></mfrac><mo>=</mo><msup><mi>x</mi><mn>2</mn></msup></mrow>";
  const tex = '<annotation encoding="application/x-tex">\\frac{a}{b+1} &lt; x^2</annotation>';

  it.each([
    ["their TeX", `<math><semantics>${mathml}${tex}</semantics></math>`, "\\frac{a}{b+1} &lt; x^2"],
    ["their alttext", `<math alttext='\\frac{a}{b}'>${mathml}</math>`, "\\frac{a}{b}"],
    ["one line where they carry neither", `<math>${mathml}</math>`, "a/(b+1)=x^2"],
    [
      "one line of roots and sums",
      "<math><msqrt><mi>x</mi></msqrt><munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover></math>",
      "√(x)(∑)_i^n",
    ],
    ["their TeX with a prefix", '<m:math alttext="x_1"><m:mi>x</m:mi></m:math>', "x_1"],
    ["the TeX of a script", '<script type="math/tex; mode=display">E=mc^2</script>', "E=mc^2"],
  ])("become %s alone", (_, math, text) => {
    expect(htmlOf(`<p>So ${math} holds.</p>`)).toBe(`<p>So <code>${text}</code> holds.</p>`);
  });

  it("are not told twice: by the glyphs of KaTeX or the picture of MediaWiki", () => {
    const math = `<math alttext="x^2">${mathml}</math>`;
    expect(
      htmlOf(
        `<p>a <span class="katex"><span>${math}</span><span class="katex-html" aria-hidden="true"><span>x</span>2</span></span> b</p>`,
      ),
    ).toBe("<p>a <code>x^2</code> b</p>");
    expect(
      htmlOf(
        `<p>a <span><span>${math}</span><img src="/x.svg" class="mwe-math-fallback-image-inline" alt="x^2"></span> b</p>`,
      ),
    ).toBe("<p>a <code>x^2</code> b</p>");
  });

  it.each(["<math>x", "<math></math>", `<math>${"x".repeat(70_000)}</math>`])(
    "that are none are left to the sanitiser: %#",
    (html) => {
      expect(formulasAsText(html)).toBe(html);
    },
  );
});

describe("language and direction", () => {
  it.each([
    ['<p lang="he" dir="RTL">שלום</p>', '<p lang="he" dir="rtl">שלום</p>'],
    ['<div dir="rtl"><p>a</p><p dir="ltr">b</p></div>', '<p dir="rtl">a</p>\n<p dir="ltr">b</p>'],
    ['<div lang="fr"><ul><li>oui</li></ul></div>', '<ul lang="fr"><li>oui</li></ul>'],
    ['<ul><li lang="fr"><p>oui</p></li></ul>', '<ul><li lang="fr">oui</li></ul>'],
    ['<ul><li><p lang="fr">oui</p></li></ul>', '<ul><li><p lang="fr">oui</p></li></ul>'],
    ['<h1 xml:lang="fr">oui</h1><p>x</p>', '<h2 lang="fr">oui</h2>\n<p>x</p>'],
    [
      '<p>a <span lang="fr">oui <em lang="de">ja</em></span></p>',
      '<p>a <span lang="fr">oui <em lang="de">ja</em></span></p>',
    ],
    ['<p>a <bdo dir="rtl">bc</bdo></p>', '<p>a <bdo dir="rtl">bc</bdo></p>'],
    ['<blockquote lang="en"><p>x</p></blockquote>', '<blockquote lang="en"><p>x</p></blockquote>'],
    ['<p>a <span>b</span> <span class="x">c</span></p>', "<p>a b c</p>"],
    ['<p lang="&quot;&gt;" dir="up">a</p>', "<p>a</p>"],
  ])("of %s stay", (html, expected) => {
    expect(htmlOf(html)).toBe(expected);
  });
});

describe("notes", () => {
  const PREFIX = /n-[0-9a-f]{6}-/g;
  const plain = (html: string): string => htmlOf(html).replace(PREFIX, "~");

  it("keep their links and ids, with a prefix of the article", () => {
    expect(
      plain(
        '<p>Text<sup id=r1><a href="#f1">1</a></sup></p><ol><li id=f1>Note <a href="#r1">up</a></li></ol>',
      ),
    ).toBe(
      '<p>Text<sup id="~r1"><a href="#~f1">1</a></sup></p>\n<ol><li id="~f1">Note <a href="#~r1">up</a></li></ol>',
    );
  });

  it("are found by whole addresses, names and anchors without text", () => {
    expect(
      plain('<p>a <a href="https://valley.example/1#n">1</a></p><p><a name="n"></a>b</p>'),
    ).toBe('<p>a <a href="#~n">1</a></p>\n<p id="~n">b</p>');
  });

  it("that lead nowhere here are links to where they stood, and ids that nothing leads to go", () => {
    expect(htmlOf('<p id="x">a <a href="#gone">b</a> <a href="/2#x">c</a></p>')).toBe(
      '<p>a <a href="https://valley.example/1#gone">b</a> <a href="https://valley.example/2#x">c</a></p>',
    );
  });

  it("of two articles never meet", () => {
    const html = '<p id="n"><a href="#n">1</a></p>';
    const other = cleanContent(html, { ...CONTEXT, baseUrl: "https://valley.example/2" });
    expect(other.contentHtml).not.toBe(htmlOf(html));
  });
});

describe("frames and players", () => {
  it.each([
    [
      "https://www.youtube-nocookie.com/embed/abc123DEF45?start=10",
      "https://www.youtube.com/watch?v=abc123DEF45&t=10s",
    ],
    [
      "https://www.youtube.com/embed/videoseries?list=PL1",
      "https://www.youtube.com/playlist?list=PL1",
    ],
    ["https://player.vimeo.com/video/123456?h=abc", "https://vimeo.com/123456/abc"],
    ["https://www.dailymotion.com/embed/video/x8", "https://www.dailymotion.com/video/x8"],
    ["https://open.spotify.com/embed/episode/4x?theme=0", "https://open.spotify.com/episode/4x"],
    ["https://coast.example/@desk/112233/embed", "https://coast.example/@desk/112233"],
    ["https://tube.example/videos/embed/1b2c-3d4e", "https://tube.example/videos/watch/1b2c-3d4e"],
    [
      "https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2F1",
      "https://www.facebook.com/a/1",
    ],
    [
      "https://w.soundcloud.com/player/?url=javascript:alert(1)",
      "https://w.soundcloud.com/player/?url=javascript:alert(1)",
    ],
    [
      "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/9",
      "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/9",
    ],
    ["https://player.twitch.tv/?video=v12&parent=a.example", "https://www.twitch.tv/videos/12"],
    ["https://player.twitch.tv/?channel=mill&parent=a.example", "https://www.twitch.tv/mill"],
    ["https://clips.twitch.tv/embed?clip=A-b_1", "https://clips.twitch.tv/A-b_1"],
    ["https://embed.ted.com/talks/lang/de/ada", "https://www.ted.com/talks/lang/de/ada"],
    ["https://platform.twitter.com/embed/Tweet.html?id=12", "https://x.com/i/status/12"],
    ["https://www.tiktok.com/embed/v2/712", "https://www.tiktok.com/@/video/712"],
    ["https://player.bilibili.com/player.html?bvid=BV1x", "https://www.bilibili.com/video/BV1x"],
    ["https://embed.nicovideo.jp/watch/sm9", "https://www.nicovideo.jp/watch/sm9"],
    ["https://streamable.com/e/ab1", "https://streamable.com/ab1"],
    ["https://www.loom.com/embed/ab1?x=1", "https://www.loom.com/share/ab1"],
    ["https://rutube.ru/play/embed/ab1", "https://rutube.ru/video/ab1/"],
    ["https://widget.deezer.com/widget/dark/track/12", "https://www.deezer.com/track/12"],
    ["https://maps.example/embed?x=1", "https://maps.example/embed?x=1"],
  ])("%s is watched at %s", (frame, watched) => {
    expect(watchUrl(frame)).toBe(watched);
  });

  it("are a figure with the title of the frame, which is no text of the article", () => {
    const { contentHtml, text } = published(
      '<p>before <iframe src="https://player.vimeo.com/video/1" title="The old mill"></iframe> after</p>',
    );
    expect(contentHtml).toBe(
      '<p>before</p>\n<figure><figcaption><a href="https://vimeo.com/1">The old mill</a></figcaption></figure>\n<p>after</p>',
    );
    expect(text).toBe("before\n\nafter");
  });

  it("are a bare link where a script gave every frame one title, and where a caption is there", () => {
    const frame = (title: string): string =>
      `<iframe src="about:blank" data-src="https://player.vimeo.com/video/1" title="${title}"></iframe>`;
    const link = '<p><a href="https://vimeo.com/1">https://vimeo.com/1</a></p>';
    expect(htmlOf(frame("YouTube video player"))).toBe(link);
    expect(htmlOf(`<figure>${frame("x")}<figcaption>The mill</figcaption></figure>`)).toBe(
      `<figure>${link}\n<figcaption>The mill</figcaption></figure>`,
    );
  });

  it("of scripts that wait for a click are found by their ids", () => {
    expect(htmlOf('<p>a</p><lite-youtube videoid="ogfYd705cRs"></lite-youtube>')).toContain(
      'href="https://www.youtube.com/watch?v=ogfYd705cRs"',
    );
  });
});
