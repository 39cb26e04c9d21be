import { describe, expect, it } from "vitest";
import { readFacts } from "../../../src/adapters/page-reader/page-facts.ts";
import { parsePage } from "../../../src/adapters/page-reader/parse-page.ts";
import { readMetadata } from "../../../src/adapters/page-reader/read-metadata.ts";

const URL = "https://www.valley.example/2025/03/04/bridge";

function read(head: string, body = "", url = URL) {
  const html = `<html><head>${head}</head><body>${body}</body></html>`;
  const { metadata, provenance } = readMetadata(readFacts(parsePage(html)), url);
  return { ...metadata, provenance: Object.fromEntries(provenance) };
}

const meta = (name: string, content: string): string =>
  `<meta name="${name}" content="${content}">`;
const og = (name: string, content: string): string =>
  `<meta property="${name}" content="${content}">`;
const json = (value: object): string =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const names = (head: string, body = ""): readonly (string | null)[] =>
  read(head, body).authors.map(({ name }) => name);

describe("places, best first", () => {
  const titles = [
    ["json-ld", json({ "@type": "NewsArticle", headline: "A" }), ""],
    ["og:title", og("og:title", "B"), ""],
    ["dc.title", meta("DC.title", "C"), ""],
    ["parsely-title", meta("parsely-title", "D"), ""],
    ["itemprop", "", '<span itemprop="headline">E</span>'],
    ["h1", "", "<h1>F</h1>"],
    ["title", "<title>G</title>", ""],
  ] as const;

  it.each(titles.map(([from], index) => [from, index] as const))("title: %s", (from, index) => {
    const rest = titles.slice(index);
    const page = read(
      rest.map(([, head]) => head).join(""),
      rest.map(([, , body]) => body).join(""),
    );
    expect(page.title).toBe("ABCDEFG"[index]);
    expect(page.provenance["title"]).toBe(from);
  });

  const dates = [
    ["json-ld", json({ "@type": "Article", datePublished: "2025-01-01" }), ""],
    ["article:published_time", og("article:published_time", "2025-01-02"), ""],
    ["dc.date.issued", meta("DC.date.issued", "2025-01-03"), ""],
    ["parsely-pub-date", meta("parsely-pub-date", "2025-01-04"), ""],
    ["itemprop", "", '<i itemprop="datePublished" content="2025-01-05"></i>'],
    ["time", "", '<time datetime="2025-01-06">yesterday</time>'],
  ] as const;

  it.each(dates.map(([from], index) => [from, index] as const))("date: %s", (from, index) => {
    const rest = dates.slice(index);
    const page = read(
      rest.map(([, head]) => head).join(""),
      rest.map(([, , body]) => body).join(""),
    );
    expect(page.publishedAt).toBe(Date.UTC(2025, 0, index + 1));
    expect(page.provenance["publishedAt"]).toBe(from);
  });

  it.each([
    ["url", URL, "", Date.UTC(2025, 2, 4)],
    [
      "text",
      "https://a.example/x",
      '<p class="post-date">Posted on 5 March 2025, 10:15</p>',
      Date.UTC(2025, 2, 5, 10, 15),
    ],
  ])("date: %s, when nothing else says it", (from, url, body, at) => {
    const page = read("", body, url);
    expect([page.publishedAt, page.provenance["publishedAt"]]).toEqual([at, from]);
  });

  it.each([
    ["times of teasers", '<aside><time datetime="2025-01-06">x</time></aside>'],
    ["a date before the web", '<time datetime="1066-10-14">x</time>'],
    ["nonsense", '<time datetime="soon">soon</time>'],
  ])("are not %s", (_, body) => {
    expect(read("", body, "https://a.example/x").publishedAt).toBeNull();
  });
});

describe("titles", () => {
  it.each([
    ["Bridge closed | The Valley Letter", og("og:site_name", "The Valley Letter")],
    ["Bridge closed - valley.example", ""],
    ["Bridge closed – Valley", ""],
  ])("lose the name of the site: %s", (written, head) => {
    expect(read(`${head}${og("og:title", written)}`).title).toBe("Bridge closed");
  });

  it.each(["Bridge closed - and nobody knows why", "Road: the long way", "A | B"])(
    "keep what is not the site: %s",
    (written) => {
      expect(read(og("og:title", written)).title).toBe(written);
    },
  );

  it("are not the name of the site where the page has one of its own", () => {
    const head = `${og("og:site_name", "The Valley Letter")}${og("og:title", "The Valley Letter")}`;
    expect(read(head, "<h1>Bridge closed</h1>").title).toBe("Bridge closed");
  });

  it("are not a heading that the title ends with", () => {
    const page = read("<title>Bridge closed : The Letter</title>", "<h1>The Letter</h1>");
    expect(page.title).toBe("Bridge closed : The Letter");
  });

  it("are text: escaped twice, with tags", () => {
    expect(read(og("og:title", "&lt;b&gt;Tom&lt;/b&gt; &amp;amp; Ida")).title).toBe("Tom & Ida");
  });
});

describe("authors", () => {
  it.each([
    ["Anna Meier", ["Anna Meier"]],
    ["Von Anna Meier und Jan Kraus", ["Anna Meier", "Jan Kraus"]],
    ["By Anna Meier, Jan Kraus and Eva Ott", ["Anna Meier", "Jan Kraus", "Eva Ott"]],
    ["Meier, Anna", ["Meier, Anna"]],
    ["Anna Meier | Jan Kraus", ["Anna Meier", "Jan Kraus"]],
  ])("are read from %s", (written, expected) => {
    expect(names(meta("author", written))).toEqual(expected);
  });

  it.each(["admin", "https://a.example/anna", "Valley", "www.valley.example", "By", "2025"])(
    "are not %s",
    (written) => {
      expect(names(meta("author", written))).toEqual([]);
    },
  );

  it("are people before the site that employs them", () => {
    const head = og("og:site_name", "The Letter");
    const data = json({
      "@type": "Article",
      author: { "@type": "Organization", name: "The Letter" },
    });
    const page = read(`${head}${data}${meta("author", "Anna Meier")}`);
    expect(page.authors).toEqual([{ name: "Anna Meier", email: null, url: null }]);
    expect(page.provenance["authors"]).toBe("author");
  });

  it("are a house that the publisher names, not who runs the system", () => {
    expect(names(og("og:article:author", "AFP/The Letter"))).toEqual(["AFP/The Letter"]);
    expect(names(meta("author", "Webwerk Systems GmbH"))).toEqual([]);
  });

  it.each([
    ["Eva Valley's blog", ["Eva Valley"]],
    ["Dr. Eva Valley", ["Eva Valley"]],
    ["Eva Valley", []],
    ["Eva Ott's blog", []],
  ])("are the owner of a site called %s at valley.example: %j", (site, expected) => {
    expect(names(og("og:site_name", site))).toEqual(expected);
  });

  it("are found in microdata and links", () => {
    expect(names("", '<p itemprop="author">By <span itemprop="name">Eva Ott</span></p>')).toEqual([
      "Eva Ott",
    ]);
    expect(names("", '<a rel="author" href="/eva">Eva Ott</a>')).toEqual(["Eva Ott"]);
  });
});

describe("addresses", () => {
  it("of the page are its canonical link, unless that is the front page", () => {
    const link = (href: string): string => `<link rel="canonical" href="${href}">`;
    expect(read(link("/bridge?utm_source=x")).canonicalUrl).toBe(
      "https://www.valley.example/bridge",
    );
    expect(read(link("/")).canonicalUrl).toBe(URL);
    expect(read(`${link("/")}${og("og:url", "/other")}`).provenance["canonicalUrl"]).toBe("og:url");
  });

  it("are relative to the base of the page", () => {
    const head = `<base href="/deep/">${og("og:image", "a.jpg")}<link rel="shortcut icon" href="i.png">`;
    const page = read(head);
    expect(page.image?.url).toBe("https://www.valley.example/deep/a.jpg");
    expect(page.faviconUrl).toBe("https://www.valley.example/deep/i.png");
  });
});

describe("pictures", () => {
  it("have a size, and the words of the same picture in the page", () => {
    const head = `${og("og:image", "/i/gorge.jpg?w=1200")}${og("og:image:width", "1200")}${og("og:image:height", "800")}`;
    const page = read(head, '<img data-src="/s/gorge.jpg" alt="The gorge">');
    expect(page.image).toEqual({
      url: "https://www.valley.example/i/gorge.jpg?w=1200",
      width: 1200,
      height: 800,
      alt: "The gorge",
      credit: null,
    });
  });
});

describe("terms", () => {
  it("are what a page says about its use", () => {
    const head = `${meta("ROBOTS", "NoArchive, max-image-preview: large")}${meta("tdm-reservation", "1")}${meta("tdm-policy", "/tdm.json")}<link rel="license" href="/licence">`;
    expect(read(head).terms).toEqual({
      robots: ["noarchive", "max-image-preview:large"],
      isTdmReserved: true,
      tdmPolicyUrl: "https://www.valley.example/tdm.json",
      isFree: null,
      licenceUrl: "https://www.valley.example/licence",
      rslLicence: null,
    });
  });

  it("are also what it says to us by name, and not what it says to others", () => {
    const head = `${meta("robots", "noindex")}${meta("Offprint", "nosnippet")}${meta("otherbot", "noarchive")}`;
    expect(read(head).terms.robots).toEqual(["noindex", "nosnippet"]);
  });

  it("name an RSL licence by its type", () => {
    const head = `<link rel="license" href="/by"><link rel="license" type="application/RSL+xml" href="/l.xml">`;
    expect(read(head).terms).toMatchObject({
      licenceUrl: "https://www.valley.example/by",
      rslLicence: "https://www.valley.example/l.xml",
    });
  });

  it.each([
    [false, false],
    ["False", false],
    ["http://schema.org/True", true],
    ["perhaps", null],
  ])("isAccessibleForFree %s is %s", (written, isFree) => {
    const head = json({ "@type": "Article", headline: "x", isAccessibleForFree: written });
    expect(read(head).terms.isFree).toBe(isFree);
  });
});

describe("JSON-LD", () => {
  it.each([
    ["line ends in strings", '{"@type":"Article","headline":"Bridge\nclosed"}'],
    ["a comment around it", '<!-- {"@type":"Article","headline":"Bridge closed"} -->'],
    ["CDATA", '/*<![CDATA[*/{"@type":"Article","headline":"Bridge closed"}/*]]>*/'],
    [
      "an array",
      '[{"@type":"WebSite","name":"x"},{"@type":"BlogPosting","headline":"Bridge closed"}]',
    ],
    [
      "mainEntity",
      '{"@type":"WebPage","mainEntity":{"@type":"Article","headline":"Bridge closed"}}',
    ],
    ["a semicolon", '{"@type":"Article","headline":"Bridge closed"};'],
    [
      "room in it, in linear time",
      `{"@type":"Article",${" ".repeat(100_000)}"headline":"Bridge closed"}`,
    ],
  ])("is read with %s", (_, written) => {
    expect(read(`<script type="application/ld+json">${written}</script>`).title).toBe(
      "Bridge closed",
    );
  });

  it("that is none says nothing", () => {
    const broken = '<script type="application/ld+json">{"headline": }</script>';
    expect(read(`${broken}${og("og:title", "Bridge")}`).title).toBe("Bridge");
  });
});
