import { describe, expect, it } from "vitest";
import { readFacts } from "../../../src/adapters/page-reader/page-facts.ts";
import { parsePage } from "../../../src/adapters/page-reader/parse-page.ts";
import { readMetadata } from "../../../src/adapters/page-reader/read-metadata.ts";

const SENTENCE =
  "The harbour board met on Tuesday and approved a plan to raise the eastern quay before the storms arrive.";
const ARTICLE = `<p>${SENTENCE}</p><p>${SENTENCE}</p><p>${SENTENCE}</p>`;

/** What is read of a page that shows its headline, these lines, and its article. */
function read(lines: string, { head = "", below = "", lang = "en", url = AT } = {}) {
  const html = `<html lang="${lang}"><head><title>Quay raised - Harbour Post</title>${head}</head>
    <body><nav><a href="/">Home</a></nav><main><h1>Quay raised</h1>${lines}${ARTICLE}${below}</main></body></html>`;
  const { metadata, provenance } = readMetadata(readFacts(parsePage(html)), url);
  return { ...metadata, from: provenance };
}
const AT = "https://harbour.example/quay";
const namesOf = (...given: Parameters<typeof read>): readonly (string | null)[] =>
  read(...given).authors.map(({ name }) => name);

describe("a byline", () => {
  it.each([
    ["named for it", '<div class="post__byline"><span>Ines Holm</span></div>'],
    [
      "with a role and a date",
      '<div class="byline"><span>Ines Holm</span><span>Staff Writer</span><time>Dec 13</time></div>',
    ],
    ["by a word", "<p>By Ines Holm</p>"],
    ["before who else worked on it", "<p>Words by Ines Holm. Photographs by Bo Li.</p>"],
    ["as a sentence", "<p>By Ines Holm. Edited by Bo Li.</p>"],
    ["of a guest", "<p>A guest essay by Ines Holm</p>"],
    ["glued to its day", "<p>By Ines Holm11/03/2026 05:07 AM EST</p>"],
    ["glued to its month", "<p>By Ines HolmNov. 3, 2026</p>"],
    ["glued to its word", "<div><span>By</span><a>Ines Holm</a></div>"],
    ["behind a date", "<p>13.12.2016 15:45 von Ines Holm</p>"],
    ["beside a date", "<p>13.12.2016 - Ines Holm</p>"],
    ["linked to the author's page", '<p><a href="/authors/ines-holm">Ines Holm</a></p>'],
    [
      "before its section",
      '<p>By <a href="/ih">Ines Holm</a> in <a href="/c/port">Port Life</a></p>',
    ],
    [
      "behind its section",
      '<p>May 3, 2024 in <a href="/c/port">Port Life</a> / by <a href="/ih">Ines Holm</a></p>',
    ],
    ["before a comment", '<p class="author">Ines Holm<!-- Insert Ad --></p>'],
    ["under a label of its own", "<div><h4>Author</h4><p>Ines Holm</p></div>"],
    ["in a box with a date", '<div class="author-box">Ines Holm 3 May 2024</div>'],
    ["in hAtom", '<p><span class="author vcard"><a class="url fn n">Ines Holm</a></span></p>'],
  ])("is found %s", (_, lines) => {
    expect(namesOf(lines)).toEqual(["Ines Holm"]);
    expect(read(lines).from.get("authors")).toBe("byline");
  });

  it.each([
    ["a word for the author", "<p>Author: Ines Holm, head of the harbour board.</p>"],
    ["a signature in bold", "<p><strong>Ines Holm</strong></p>"],
    ["a box about its author", '<div class="author-bio"><h3>Ines Holm</h3></div>'],
    ["its last words", `<p>${SENTENCE}<br><br>Author: Ines Holm</p>`],
  ])("is found where an article ends with %s", (_, below) => {
    expect(namesOf("", { below })).toEqual(["Ines Holm"]);
  });

  it("is an agency's sign where nobody else is named", () => {
    expect(namesOf("", { below: `<p>${SENTENCE} (dpa)</p>` })).toEqual(["dpa"]);
    expect(namesOf("<p>By Ines Holm</p>", { below: `<p>${SENTENCE} (dpa)</p>` })).toEqual([
      "Ines Holm",
    ]);
  });

  it.each([
    ["in a quotation", "<blockquote><p>So it is.</p><p class='author'>Bo Li</p></blockquote>", ""],
    ["of a book", "", "<p>Author: Bo Li</p><p>Publisher: Quay Books</p>"],
    ["of a comment", "", '<div class="comments"><p class="comment-author vcard">Bo Li</p></div>'],
    ["of a way", "<p>Von Kiel nach Bremen</p>", ""],
    ["of a day", "<p>By Tuesday Morning</p>", ""],
    [
      "of a card below",
      "",
      '<h3>More</h3><div class="card"><a href="/x"><h4>Storm nears</h4></a><p class="byline">By Bo Li</p></div>',
    ],
    ["of a teaser", "", '<aside class="related"><p class="byline">By Bo Li</p></aside>'],
    [
      "of a photograph",
      '<figure><img src="/a.jpg"><figcaption class="author">By Bo Li</figcaption></figure>',
      "",
    ],
    [
      "of a category beside the date",
      '<p>13.12.2016 - <a href="/c/water-front">Water Front</a></p>',
      "",
    ],
    ["of a label", '<p class="author-box"><a href="/authors/all">Zur Übersicht</a></p>', ""],
  ])("is not %s", (_, lines, below) => expect(namesOf(lines, { below })).toEqual([]));

  it("is an account where its element is named for the author", () => {
    expect(
      namesOf('<p class="author">by <a href="/u1">lupo</a> on 26/10/13, 03:48 pm</p>'),
    ).toEqual(["lupo"]);
    expect(namesOf('<p>by <a href="/u1">lupo</a> and others</p>')).toEqual([]);
  });

  it("of several people names all of them", () => {
    const lines =
      '<p class="byline">By <a rel="author">Ines Holm</a> and <a rel="author">Bo Li</a></p>';
    expect(namesOf(lines)).toEqual(["Ines Holm", "Bo Li"]);
  });

  it("of another article is not added to it", () => {
    const lines = '<div><p class="byline">By Harbour Post Staff</p></div>';
    const teaser = '<div><p class="byline">By REUTERS</p></div>';
    expect(namesOf(`${lines}<p>Storm</p>${teaser}`)).toEqual(["Harbour Post Staff"]);
  });

  const declared =
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Quay raised","author":{"name":"NAME"}}</script>';
  it.each([
    ["an account", "ines-holm7"],
    ["a house", "Harbour Media Group"],
    ["somebody whom the page never shows", "Olaf Berg"],
  ])("counts before %s that the page declares", (_, name) => {
    const head = declared.replace("NAME", name);
    expect(namesOf('<p class="byline">By Ines Holm</p>', { head })).toEqual(["Ines Holm"]);
  });

  it("does not count before a person that the page declares and shows", () => {
    const head = declared.replace("NAME", "Olaf Berg");
    const below = "<p>Olaf Berg writes about harbours.</p>";
    expect(namesOf('<p class="byline">By Ines Holm</p>', { head, below })).toEqual(["Olaf Berg"]);
  });
});

describe("the day that a page shows", () => {
  it.each([
    ["Dec. 22, 2016, 3:36 PM UTC", "2016-12-22T15:36:00.000Z"],
    ["2016年12月22日 15:36 JST", "2016-12-22T06:36:00.000Z"],
    ["22 December 2016 | 15:36 EST", "2016-12-22T20:36:00.000Z"],
    ["Published: 22.12.2016", "2016-12-22T00:00:00.000Z"],
    ["Dec 22 15:36 2016", "2016-12-22T15:36:00.000Z"],
  ])("is %s", (line, at) => {
    const page = read(`<div>${line}</div>`);
    expect(page.publishedAt).toBe(Date.parse(at));
    expect(page.from.get("publishedAt")).toBe("text");
  });

  it.each([
    ["before it", "Published 3:36 PM EST Dec 22, 2016", "2016-12-22T20:36:00.000Z"],
    ["behind it, in the zone of the page", "22.12.2016, 15:36", "2016-12-22T14:36:00.000Z"],
    ["in its own zone", "22.12.2016, 15:36 UTC", "2016-12-22T15:36:00.000Z"],
  ])("has its time %s", (_, line, at) => {
    const head = '<meta property="article:modified_time" content="2016-12-23T10:00:00+01:00">';
    expect(read(`<p>${line}</p>`, { head }).publishedAt).toBe(Date.parse(at));
  });

  it("is in the zone of the page where it is declared without one", () => {
    const day = (content: string): string =>
      `<meta property="article:published_time" content="${content}">`;
    const other = '<meta property="article:modified_time" content="2016-12-23T10:00:00+01:00">';
    expect(read("", { head: day("2016-12-22T15:36:00") + other }).publishedAt).toBe(
      Date.UTC(2016, 11, 22, 14, 36),
    );
    expect(read("", { head: day("2016-12-22T15:36:00") }).publishedAt).toBe(
      Date.UTC(2016, 11, 22, 15, 36),
    );
  });

  it.each([
    ["the text begins with it", "", `<p>22.12.2016 – ${SENTENCE} ${SENTENCE}</p>`],
    ["it is named for it", '<aside class="meta"><span class="date">22.12.2016</span></aside>', ""],
    [
      "it is called that of publication",
      "",
      "<footer>Changed: 24.12.2016 - 14:49, published on: 22.12.2016, read 61 times</footer>",
    ],
  ])("is the article's where %s", (_, lines, below) => {
    const html = `<html><body><h1>Quay raised</h1>${lines}${below.startsWith("<p>") ? below : ARTICLE + below}</body></html>`;
    const { metadata } = readMetadata(readFacts(parsePage(html)), AT);
    expect(metadata.publishedAt).toBe(Date.UTC(2016, 11, 22));
  });

  it.each([
    ["en-US", AT, "2016-03-04"],
    ["en-GB", AT, "2016-04-03"],
    ["fr", AT, "2016-04-03"],
    ["en", "https://harbour.co.uk/quay", "2016-04-03"],
  ])("has its day first where that is usual: %s %s", (lang, url, day) => {
    expect(read("<p>03/04/2016</p>", { lang, url }).publishedAt).toBe(Date.parse(day));
  });

  it.each([
    ["an account", "<dl><dd>Registriert: 18.09.2008, 05:56</dd></dl>"],
    ["a life", "<p>born 3 May 1975</p>"],
    ["a term", "<p>Deadline: 15 March 2030</p>"],
    ["what a sentence tells of", "<p>The fair is held on 12 December 2026 in the old harbour.</p>"],
  ])("is not that of %s", (_, line) => {
    expect(read(line).publishedAt).toBeNull();
    expect(read(`${line}<p>22 December 2016</p>`).publishedAt).toBe(Date.UTC(2016, 11, 22));
  });

  it("stands in a byline that ends like a sentence", () => {
    const line = "<p>By Ines Holm on Thursday, December 22nd, 2016 at 11:04 a.m.</p>";
    expect(read(line).publishedAt).toBe(Date.UTC(2016, 11, 22, 11, 4));
  });

  it("may have two digits of its year where the line ends", () => {
    expect(read("<div>(Kiel, 14 Gennaio 20)</div>").publishedAt).toBe(Date.UTC(2020, 0, 14));
    expect(read("<div>14 Gennaio 20 persone</div>").publishedAt).toBeNull();
  });

  it("stands in a box of its own beside the first sentence, too", () => {
    const box = '<aside class="meta"><p class="meta__posted">22.12.2016 - 13:30</p></aside>';
    const system = '<meta name="date" content="2016-12-30">';
    const html = `<html><head>${system}</head><body><main><h1>Quay raised</h1><p>${SENTENCE}</p>${box}${ARTICLE}</main></body></html>`;
    const { metadata } = readMetadata(readFacts(parsePage(html)), AT);
    expect(metadata.publishedAt).toBe(Date.UTC(2016, 11, 22, 13, 30));
  });

  it("is not that of an update where another is shown", () => {
    const lines = "<p>Updated 24 December 2016</p><p>22 December 2016</p>";
    expect(read(lines).publishedAt).toBe(Date.UTC(2016, 11, 22));
  });

  it("counts before what a system writes into every page, and not before the publisher's word", () => {
    const lines = "<p>22 December 2016</p>";
    const day = (name: string): number | null =>
      read(lines, { head: `<meta name="${name}" content="2016-12-30">` }).publishedAt;
    expect(day("dc.date")).toBe(Date.UTC(2016, 11, 22));
    expect(day("article:published_time")).toBe(Date.UTC(2016, 11, 30));
  });

  it("is none of JSON-LD in the body", () => {
    const data =
      '<div><script type="application/ld+json">{"@type":"Thing","name":"22 December 2016"}</script></div>';
    expect(read(data).publishedAt).toBeNull();
  });

  it("is no time of a comment or a teaser", () => {
    const time = '<time datetime="2024-05-03T10:00:00Z">3 May</time>';
    const of = (name: string) =>
      read("", { below: `<div class="${name}"><article>${time}</article></div>` });
    expect(of("comments").publishedAt).toBeNull();
    expect(of("related").publishedAt).toBeNull();
    expect(of("entry").publishedAt).toBe(Date.UTC(2024, 4, 3, 10));
  });

  it("may stand under the article, and is none of another article", () => {
    expect(read("", { below: "<p>Stand: 22.12.2016</p>" }).publishedAt).toBe(
      Date.UTC(2016, 11, 22),
    );
    const teaser = '<aside class="related"><p>22.12.2016</p></aside>';
    expect(read("", { below: teaser }).publishedAt).toBeNull();
  });
});

describe("the headline that a page shows", () => {
  const title = (head: string, body: string): string | null => {
    const html = `<html><head>${head}</head><body>${body}</body></html>`;
    return readMetadata(readFacts(parsePage(html)), AT).metadata.title;
  };
  const og = (text: string): string => `<meta property="og:title" content="${text}">`;

  it.each([
    [
      "a description in JSON-LD",
      '<script type="application/ld+json">{"@type":"Article","headline":"quay in the east of the town"}</script>',
      "<h1>Eastern Quay</h1>",
    ],
    ["what networks are told", og("You will not believe this quay"), "<h1>Eastern Quay</h1>"],
  ])("counts before %s", (_, head, body) => {
    expect(title(head, body + ARTICLE)).toBe("Eastern Quay");
  });

  it.each([
    [
      "the name of the site",
      `${og("Quay raised")}<meta property="og:site_name" content="Harbour Post">`,
      "<h1>Harbour Post</h1><h2>Quay raised</h2>",
    ],
    [
      "a section, where a heading says the title",
      og("Quay raised"),
      "<h1>News and Events</h1><h2>Quay raised</h2>",
    ],
    [
      "a gadget's, under the article",
      "<title>Quay raised - Harbour Post</title>",
      `<h2>Quay raised</h2>${ARTICLE}<h1>Original text</h1>`,
    ],
    ["hidden", og("Quay raised"), '<h1 class="sr-only">All about harbours</h1>'],
  ])("is not a heading that is %s", (_, head, body) => {
    expect(title(head, body + (body.includes(SENTENCE) ? "" : ARTICLE))).toBe("Quay raised");
  });

  it.each([
    ["Quay raised › harbour.example", "Quay raised"],
    ["Harbour Post: Quay raised in the east", "Quay raised in the east"],
    ["Quay raised (Harbour Post)", "Quay raised"],
    ["»Quay raised« - Harbour Post", "»Quay raised«"],
    ["« Quay raised »", "« Quay raised »"],
  ])("is without its site: %s", (told, expected) => {
    const head = `${og(told)}<meta property="og:site_name" content="Harbour Post">`;
    expect(title(head, `<h1>${expected}</h1>${ARTICLE}`)).toBe(expected);
    expect(title(head, ARTICLE)).toBe(expected);
  });

  it("is whole where a part of it is declared", () => {
    expect(
      title(
        og("The eastern quay is raised"),
        `<h1>The eastern quay is raised again</h1>${ARTICLE}`,
      ),
    ).toBe("The eastern quay is raised again");
  });

  it("has its lines apart", () => {
    const head = "<title>Harbour Post</title>";
    expect(title(head, `<h1>Quay<br>raised again</h1>${ARTICLE}`)).toBe("Quay raised again");
  });

  it("is the last part of an archive's title, not the site that begins it", () => {
    const head = "<title>Port Four » Archive » Quay raised</title>";
    expect(title(head, `<h1>Port Four</h1><h2>Quay raised</h2>${ARTICLE}`)).toBe("Quay raised");
  });

  it("is the heading that begins the window's title, not a gadget's", () => {
    const head = "<title>The eastern quay is raised - Harbour Post</title>";
    const body = `<div><h1>Weather in your town today</h1></div><h2>The eastern quay is raised</h2>${ARTICLE}`;
    expect(title(head, body)).toBe("The eastern quay is raised");
  });

  it("is what a page declares when a main heading says it, whatever is around that", () => {
    const body = `<h1>Dear friends of the harbour</h1><div class="teaser"><h1>Quay raised</h1></div>${ARTICLE}`;
    expect(title(og("Quay raised"), body)).toBe("Quay raised");
  });

  it("is the part of the window's title that stands in a heading", () => {
    const head = "<title>Harbour Post » Archive » The eastern quay is raised again</title>";
    expect(title(head, `<h2>The eastern quay is raised again</h2>${ARTICLE}`)).toBe(
      "The eastern quay is raised again",
    );
  });

  it("is the part of the window's title that a line says behind its section", () => {
    const head =
      "<title>Harbour Friends Kiel - The eastern quay is raised - Club news - News</title>";
    const line = '<div><a href="/?topic=3">Club news</a> : The eastern quay is raised</div>';
    expect(title(head, line + ARTICLE)).toBe("The eastern quay is raised");
    const whole = "<title>Port of Kiel: the eastern quay is raised</title>";
    const lines =
      "<div>The eastern quay is raised</div><div>Port of Kiel: the eastern quay is raised</div>";
    expect(title(whole, lines + ARTICLE)).toBe("Port of Kiel: the eastern quay is raised");
  });

  it("is the main heading above the text, without the site that only the window's title has before it", () => {
    const head = "<title>Harbour Post: The eastern quay is raised</title>";
    expect(title(head, `<h1>The eastern quay is raised</h1>${ARTICLE}`)).toBe(
      "The eastern quay is raised",
    );
  });

  it("is the main heading above the text, not the section that the window's title has before it", () => {
    const head = "<title>Port online - Press notices - Quay tax proclaimed</title>";
    const body = `<div><h1>Press notices</h1></div><h1>Quay tax proclaimed</h1>${ARTICLE}`;
    expect(title(head, body)).toBe("Quay tax proclaimed");
  });

  it("is not a section's heading above the text", () => {
    const head = "<title>The eastern quay is raised | Port Life</title>";
    const body = `<h1>The eastern quay is raised</h1><h2>Port Life</h2>${ARTICLE}`;
    expect(title(head, body)).toBe("The eastern quay is raised");
  });
});
