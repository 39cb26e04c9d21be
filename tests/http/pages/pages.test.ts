import { describe, expect, it } from "vitest";
import type { EntryCopy } from "../../../src/core/entries/entry.ts";
import type { PublishedSite } from "../../../src/publish/pages/ports.ts";
import { aCopy } from "../../support/entries.ts";
import { siteForTest } from "../running-site.ts";
import { FULL_ENTRY, SAMPLE_ENTRIES } from "../sample-entries.ts";
import {
  aFeed,
  anEntry,
  aSite,
  aSource,
  aWithdrawal,
  found,
  NOON,
  samplePublished,
} from "../sample-site.ts";

const english = aFeed({ id: "english", title: "The river in English", language: "en" });
const rich = samplePublished({
  entries: SAMPLE_ENTRIES,
  feeds: [aFeed(), english],
  articles: { gone: aWithdrawal() },
});
const empty = samplePublished({
  entries: [],
  site: aSite({ description: "", contact: null }),
  feeds: [aFeed({ description: "" })],
});

async function read(path: string, published?: PublishedSite, timeZone = "UTC"): Promise<string> {
  const { url } = await siteForTest(published, { timeZone });
  const headers = { Accept: "text/html", "Accept-Language": "de" };
  return (await fetch(url + path, { headers })).text();
}

const readArticle = (over: Parameters<typeof anEntry>[0], site = aSite()): Promise<string> =>
  read("/articles/a1", samplePublished({ site, entries: [anEntry(over)] }));

describe("the front page", () => {
  it("lists each feed with its addresses and tells readers about it", async () => {
    const page = await read("/", rich);

    expect(page).toContain(
      'title="Alles vom Fluss (RSS)" href="https://schau.example/feeds/all.rss"',
    );
    expect(page).toContain('href="https://schau.example/feeds/english.rss" hreflang="en"');
    expect(page).toContain("https://schau.example/<wbr>feeds/english.rss");
    expect(page).toContain("Vier Quellen, jeder Text einmal");
  });

  it("names the source of each story before its headline, and links the original", async () => {
    const page = await read("/", rich);
    const origin = page.indexOf('<a href="https://bote.example/voll"');

    expect(origin).toBeGreaterThan(0);
    expect(page.indexOf('href="/articles/voll"')).toBeGreaterThan(origin);
  });

  it("says what is missing on an empty site", async () => {
    expect(await read("/", empty)).toContain("Noch keine Artikel");
  });

  it("gives foreign text its language", async () => {
    expect(await read("/", rich)).toMatch(/lang="en" dir="auto">\s*<h3><a[^>]*>Swifts are back/);
  });

  it("leaves out a language that is none", async () => {
    const page = await read("/", samplePublished({ entries: [anEntry({ language: "x_-!" })] }));
    expect(page).not.toContain("x_-!");
  });
});

describe("the page of a feed", () => {
  it("puts the story with a picture first and the days in order", async () => {
    const page = await read("/feeds/all", rich);
    const order = ["Freitag,", "alte Schleuse", "Fähre fährt", "Donnerstag,", "gelernt haben"];
    const places = order.map((words) => page.indexOf(words, page.indexOf("<main")));

    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it("opens with the first story where pictures are not wanted", async () => {
    const site = aSite({ images: "none" });
    const page = await read("/feeds/all", samplePublished({ site, entries: SAMPLE_ENTRIES }));

    expect(page).not.toContain("<img");
    expect(page).toMatch(/class="lead">[\s\S]*?Die Fähre fährt wieder/);
  });

  it("counts days in the zone that it names", async () => {
    const late = anEntry({ publishedAt: Date.UTC(2026, 5, 11, 22, 30), updatedAt: 0 });
    const published = samplePublished({ entries: [late] });

    expect(await read("/feeds/all", published)).toMatch(/Donnerstag, <time datetime="2026-06-11"/);
    const berlin = await read("/feeds/all", published, "Europe/Berlin");
    expect(berlin).toMatch(/Freitag, <time datetime="2026-06-12"/);
    expect(berlin).toContain("00:30 Uhr");
    expect(berlin).toContain("Europe/Berlin");
  });

  it("dates a story that was published on another day than it came in", async () => {
    const old = anEntry({ publishedAt: Date.UTC(2025, 0, 2, 8), updatedAt: 0, enteredAt: NOON });
    expect(await read("/feeds/all", samplePublished({ entries: [old] }))).toContain(
      "2. Januar 2025, 08:00 Uhr",
    );
  });
});

describe("an article page", () => {
  it("carries the share metadata and sends search engines to the original", async () => {
    const page = await read("/articles/voll", rich);

    for (const part of [
      '<link rel="canonical" href="https://bote.example/voll">',
      '<meta property="og:url" content="https://bote.example/voll">',
      '<meta property="og:title" content="Die alte Schleuse bekommt neue Tore">',
      '<meta property="og:image" content="https://bote.example/bilder/schleuse.jpg?breite=1600&amp;art=web">',
      '<meta property="og:image:width" content="1600">',
      '<meta property="article:published_time" content="2026-06-12T09:00:00Z">',
      '<meta property="article:modified_time" content="2026-06-12T11:00:00Z">',
      '<meta property="article:section" content="Verkehr">',
      '<meta property="article:tag" content="Wasserbau">',
      '<meta name="twitter:card" content="summary_large_image">',
      '<meta name="author" content="Wiebke Lorenzen, Tam Okafor">',
      '<meta name="twitter:image:alt" content="Ein Kran hebt ein hölzernes Tor über die Schleusenkammer">',
      '<meta property="article:author" content="https://bote.example/autor/lorenzen">',
      '<meta name="robots" content="noindex, follow, max-image-preview:large">',
    ]) {
      expect(page).toContain(part);
    }
  });

  it("describes itself as a NewsArticle of its source", async () => {
    const article = jsonLdOf(await read("/articles/voll", rich));

    expect(article).toMatchObject({
      "@type": "NewsArticle",
      url: "https://bote.example/voll",
      headline: FULL_ENTRY.title,
      author: [{ name: "Wiebke Lorenzen" }, { name: "Tam Okafor" }],
      publisher: { name: "Flussbote", url: "https://bote.example/" },
      isBasedOn: "https://bote.example/voll",
      inLanguage: "de",
      image: [
        {
          width: 1600,
          height: 900,
          creditText: "Juri Petersen / Flussbote",
          description: "Ein Kran hebt ein hölzernes Tor über die Schleusenkammer",
        },
      ],
      sdPublisher: { name: "Musterschau" },
    });
  });

  it("is open to search engines, and based on nothing, where the text is at home here", async () => {
    const link = "https://schau.example/articles/a1";
    const articles = { a1: found(anEntry({ link, page: link }), { isOwn: true }) };
    const page = await read("/articles/a1", samplePublished({ articles }));
    expect(page).toContain('<meta name="robots" content="max-image-preview:large">');
    expect(Object.keys(jsonLdOf(page))).not.toContain("isBasedOn");
  });

  it("names the authors' accounts in the fediverse, for the previews there", async () => {
    const authors = [
      { name: "Ada", email: null, url: "https://social.example/@ada" },
      { name: "Bob", email: null, url: "https://bote.example/bob" },
    ];
    const page = await readArticle({ authors });
    expect(page.match(/<meta name="fediverse:creator".*/g)).toEqual([
      '<meta name="fediverse:creator" content="@ada@social.example">',
    ]);
  });

  it("gives the type of its picture as the publisher did, else by its name", async () => {
    const url = "https://bote.example/b";
    const image = { url, width: null, height: null, alt: null, credit: null };
    const enclosures = [{ url, type: "image/jpeg", bytes: null }];
    expect(await readArticle({ image, enclosures })).toContain(
      '<meta property="og:image:type" content="image/jpeg">',
    );
    expect(await readArticle({ image })).not.toContain("og:image:type");
    expect(await readArticle({ image: { ...image, url: `${url}.webp?w=1` } })).toContain(
      '<meta property="og:image:type" content="image/webp">',
    );
  });

  it("claims nothing that is not known", async () => {
    const page = await readArticle({});

    expect(jsonLdOf(page)).not.toHaveProperty("publisher.logo");
    expect(page).not.toMatch(/og:image|modified_time|name="author"|content=""|Geändert|<span>Von/);
    expect(page).toContain('<meta name="twitter:card" content="summary">');
  });

  it("names the house as author where nobody signed", async () => {
    expect(jsonLdOf(await readArticle({}))).toMatchObject({
      author: [{ "@type": "Organization", name: "Flussbote", url: "https://bote.example/" }],
    });
  });

  it("does not present a derived date as the publisher's", async () => {
    const articles = { a1: found(anEntry(), { derived: ["publishedAt"] }) };
    const page = await read("/articles/a1", samplePublished({ articles }));

    expect(page).toContain("Ohne Datum, hier seit");
    expect(page).not.toContain("Veröffentlicht <time");
    expect(page).not.toContain("article:published_time");
    expect(Object.keys(jsonLdOf(page))).not.toContain("datePublished");
  });

  it("shows its picture once, with size and alternative text", async () => {
    const page = await read("/articles/voll", rich);
    expect(page).toContain(
      '<img src="https://bote.example/bilder/schleuse.jpg?breite=1600&amp;art=web" width="1600" height="900" alt="Ein Kran',
    );

    const image = {
      url: "https://bote.example/b.jpg?a=1&b=2",
      width: null,
      height: null,
      alt: null,
      credit: null,
    };
    const contentHtml = '<p>Text</p><img src="https://bote.example/b.jpg?a=1&amp;b=2">';
    const inText = await readArticle({ image, contentHtml });
    expect(inText.match(/<img/g)).toHaveLength(1);
    expect(inText).toContain('b=2" alt="" loading="lazy">');
  });

  it("shows and passes on no picture where none are wanted", async () => {
    const site = aSite({ images: "none" });
    const page = await read("/articles/voll", samplePublished({ site, entries: [FULL_ENTRY] }));
    expect(page).not.toMatch(/<img|og:image|twitter:image|"image"/);
  });

  it("names and links those who published the same text", async () => {
    const page = await read("/articles/voll", rich);
    expect(page).toContain(
      '<a href="https://werft.example/7" rel="nofollow noopener" dir="auto">Werftblatt</a>',
    );
    expect(page).toContain("Derselbe Text, 412 Wörter.");
  });

  it.each<[EntryCopy["why"]["rule"], string]>([
    ["copy", "83 % des kürzeren Textes stehen im anderen: 1.240 Wörter, im Mittel 31 am Stück."],
    ["summary", "Eine kürzere Fassung: 83 % davon, 1.240 Wörter, stehen im anderen Text."],
    ["editor", "Von der Redaktion als derselbe Text erkannt."],
    ["address", "Beide nennen dasselbe Original, und 83 % des kürzeren Textes, 1.240 Wörter"],
  ])("says how much of a %s is the same", async (rule, expected) => {
    const why = { rule, tokens: 1240, coverage: 0.83, run: 31 } as EntryCopy["why"];
    const copies = [{ ...aCopy(), why }];
    expect(await readArticle({ copies })).toContain(expected);
  });

  it("does not list its picture among its files", async () => {
    const url = "https://bote.example/b.jpg";
    const image = { url, width: null, height: null, alt: null, credit: null };
    const audio = { url: "https://bote.example/ton.mp3", type: "audio/mpeg", bytes: null };
    const enclosures = [{ url, type: "image/jpeg", bytes: null }, audio];
    const page = await readArticle({ image, enclosures });
    expect(page).toContain("ton.mp3 (audio/mpeg)");
    expect(page).not.toContain("b.jpg (image/jpeg)");
  });

  it("lets each foreign text run in its own direction", async () => {
    const page = await readArticle({ title: "الجسر مفتوح", language: "ar" });
    expect(page).toMatch(/<h1 [^>]*lang="ar" dir="auto">الجسر/);
    expect(page).toContain('<div class="prose" lang="ar" dir="auto">');
  });

  it("says when it changed", async () => {
    expect(await read("/articles/voll", rich)).toMatch(
      /class="fix">Geändert <time datetime="2026-06-12T11:00:00Z">12\. Juni 2026, 11:00 Uhr UTC/,
    );
  });

  it("links the whole text where only an excerpt may be shown", async () => {
    const page = await read("/articles/lang", rich);
    expect(page).toMatch(/Der vollständige Text steht bei <a href="https:\/\/bote.example\/lang"/);
    expect(page).not.toContain('class="prose"');
  });

  it("does not repeat as summary what the text begins with", async () => {
    const contentHtml = "<p>Am <em>Anleger</em> stehen die ersten Räder &amp; warten.</p>";
    const cut = await readArticle({ contentHtml, summary: "Am Anleger stehen die ersten Räder" });
    const own = await readArticle({ contentHtml, summary: "Die Fähre ist zurück." });

    expect(cut).not.toContain('class="stand');
    expect(own).toContain('<p class="stand serif" dir="auto">Die Fähre ist zurück.</p>');
  });

  it("links no source for a text that was first published here", async () => {
    const link = "https://schau.example/articles/a1";
    const page = await readArticle({ link, page: link });
    expect(page).toContain('<strong dir="auto">Flussbote</strong>');
    expect(page).toContain(`<link rel="canonical" href="${link}">`);
  });
});

const jsonLdOf = (page: string): Record<string, unknown> =>
  JSON.parse(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? "{}");

describe("an article that another source passed on", () => {
  it("is credited to its house, with its licence, and says by whom it came", async () => {
    const via = aSource({ title: "Planet & Co", url: "https://planet.example/" });
    const page = await readArticle({
      via,
      licences: ["https://bote.example/lizenz"],
      rights: null,
    });
    expect(page).toContain('via <a href="https://planet.example/" rel="nofollow noopener"');
    expect(page).toContain("Planet &amp; Co</a>");
    expect(page).toContain('<link rel="license" href="https://bote.example/lizenz">');
    expect(page).toContain('"license": "https://bote.example/lizenz"');
    expect(page.indexOf("Flussbote")).toBeLessThan(page.indexOf("Planet &amp; Co"));
  });
});
