import { generateText, seeded } from "../generated-texts.ts";
import { inventedHeadline, inventedParagraphs } from "../invented-articles.ts";
import { atom, jsonFeed, page, type RssItem, rss } from "./invented-feeds.ts";
import type { Sites } from "./sites.ts";

/** One day of the invented publishers: what they have, and what lies in the drop folder. */
export type Round = { readonly sites: Sites; readonly files: Readonly<Record<string, string>> };

const paragraphs = (texts: readonly string[]): string =>
  texts.map((text) => `<p>${text}</p>`).join("\n");

const german = (seed: number, count = 4): string => paragraphs(inventedParagraphs(seed, count));

const other = (seed: number, words = 150): string =>
  paragraphs(generateText(seeded(seed), words).split("\n\n"));

/** What cleaning, sanitising and markup must take the same way for ever. */
const RICH = `<p dir="rtl" lang="ar">خبر قصير من الوادي عن الجسر القديم والنهر.</p>
<figure><img src="https://courier.example/bridge.jpg" width="800" height="500" alt="The bridge"><figcaption>The bridge in June</figcaption></figure>
<p>The area is <math xmlns="http://www.w3.org/1998/Math/MathML" alttext="x^2"><msup><mi>x</mi><mn>2</mn></msup></math>, as the note says.<sup id="fnref1"><a href="#fn1">1</a></sup></p>
<iframe src="https://www.youtube.com/embed/abcdefghijk" title="The bridge, filmed"></iframe>
<table><tr><th>Year</th><td>1911</td></tr></table><pre><code>bridge { open: 1911 }</code></pre>
<ol><li id="fn1">Surveyed twice. <a href="#fnref1">back</a></li></ol>
<p><bdo dir="rtl">abc</bdo> <ruby>橋<rt>hashi</rt></ruby> <a href="/more?utm_source=rss&amp;id=3">More</a></p>
<p>Teilen Sie dies:</p><p>Share this: Facebook Twitter</p>`;

const courierItem = (n: number, content = german(n)): RssItem => ({
  title: inventedHeadline(n),
  link: `https://courier.example/2026/${n}?utm_medium=feed`,
  guid: `courier-${n}`,
  day: 20 + n / 10,
  content: `${content}<p>Mehr aus dem Tal jeden Morgen im Brief des Kuriers, kostenlos bestellen.</p>`,
  description: `<p>${inventedParagraphs(n, 1)[0]?.slice(0, 90)} …</p>`,
  more: `<dc:creator>Ada Talbach</dc:creator><category>Tal</category><category>Brücken</category>
<media:content url="https://courier.example/${n}.jpg" medium="image" width="1200" height="700"/>
<enclosure url="https://courier.example/${n}.jpg" length="4711" type="image/jpeg"/>`,
});

/** Carries on another address what the courier has, with a word here and there changed. */
const hillItem = (n: number): RssItem => ({
  title: inventedHeadline(n),
  link: `https://hill.example/a/${n}`,
  guid: `https://hill.example/a/${n}`,
  day: 20.5 + n / 10,
  content: german(n).replace("weil", "da"),
});

const courier = (numbers: readonly number[], corrected: number | null) =>
  rss(
    {
      title: "The Courier",
      link: "https://courier.example/",
      more: `<atom:link rel="self" href="https://courier.example/feed"/><copyright>© The Courier</copyright><creativeCommons:license>https://creativecommons.org/licenses/by/4.0/</creativeCommons:license>`,
    },
    [
      { ...courierItem(99, `${german(99)}${RICH}`), title: "A bridge with <i>everything</i>" },
      ...numbers.map((n) => courierItem(n, n === corrected ? german(n, 5) : german(n))),
    ],
  );

/** No guids, and addresses of every spelling. */
const linksOnly = rss({ title: "Valley Letter", link: "https://valley.example" }, [
  {
    title: "A slash at the end",
    link: "https://valley.example/slash/",
    day: 19,
    content: other(1),
  },
  { title: "Not yet https", link: "http://valley.example/plain", day: 18, content: other(2) },
  {
    title: "Tracked",
    link: "https://www.valley.example/t?utm_source=x&amp;id=7#top",
    day: 17,
    content: other(3),
  },
  { title: "In capitals", link: "HTTPS://Valley.Example/Caps", day: 16, content: other(4) },
]);

/** Neither guids nor addresses; one address for all; one guid for all. */
const nameless = rss({ title: "Notices", link: "https://notices.example" }, [
  { title: "Water off on Monday", day: 15, description: other(11, 60) },
  { title: "Market moved", description: other(12, 60) },
  { description: other(13, 60), day: 14 },
]);

const oneAddress = rss(
  { title: "Town hall", link: "https://hall.example" },
  [21, 22, 23].map((n) => ({
    title: `Notice ${n}`,
    link: "https://hall.example/notices",
    day: n - 8,
    description: other(n, 70),
  })),
);

const oneGuid = rss(
  { title: "Comic strip", link: "https://strip.example" },
  [31, 32].map((n) => ({
    title: `Strip ${n}`,
    link: `https://strip.example/${n}`,
    guid: "https://strip.example/",
    day: n - 15,
    description: `<p><img src="https://strip.example/${n}.png"></p>${other(n, 40)}`,
  })),
);

/** Only beginnings; the rest is on pages. */
const summaries = rss(
  { title: "Summit News", link: "https://summit.example" },
  [41, 42, 43].map((n) => ({
    title: inventedHeadline(n),
    link: `https://summit.example/${n}`,
    guid: `summit-${n}`,
    day: n - 25,
    description: `${inventedParagraphs(n, 1)[0]} …`,
  })),
);

const storyPage = (n: number, head = "") =>
  page(
    `<title>${inventedHeadline(n)}</title><link rel="canonical" href="https://summit.example/${n}"><meta name="author" content="Bert Gipfel">${head}`,
    `<nav><a href="/">Home</a></nav><article><h1>${inventedHeadline(n)}</h1>${german(n, 6)}</article><footer>Summit News</footer>`,
  );

const episode = (n: number): RssItem => ({
  title: `Episode ${n}: ${inventedHeadline(n)}`,
  link: `https://pod.example/${n}`,
  guid: `pod-${n}`,
  day: 10 + n / 10,
  description: other(50 + n, 80),
  more: `<enclosure url="https://pod.example/${n}.mp3" length="${n === 2 ? "" : n * 1000}" type="audio/mpeg"/>
<itunes:duration>00:3${n}:00</itunes:duration><itunes:episode>${n}</itunes:episode><itunes:season>1</itunes:season><itunes:explicit>no</itunes:explicit>
<itunes:image href="https://pod.example/${n}.jpg"/><itunes:author>Cleo Funk</itunes:author><itunes:summary>In short: ${inventedHeadline(n)}</itunes:summary>
<podcast:transcript url="https://pod.example/${n}.vtt" type="text/vtt"/><podcast:chapters url="https://pod.example/${n}.json" type="application/json+chapters"/>`,
});

const podcast = rss(
  {
    title: "Valley Talk",
    link: "https://pod.example/",
    more: '<itunes:image href="https://pod.example/cover.jpg"/><itunes:author>Cleo Funk</itunes:author><language>en</language>',
  },
  [1, 2, 3, 4].map(episode),
);

/** An aggregator: entries of other houses, one that only says when it changed. */
const planet = atom(
  '<title>Planet</title><id>https://planet.example/</id><link rel="self" href="https://planet.example/atom"/><updated>2026-11-20T08:00:00Z</updated><rights>Each house its own</rights>',
  [
    `<id>tag:lake.example,2026:1</id><title type="html">Lake &amp;amp; shore</title><link href="https://lake.example/1"/><published>2026-11-12T08:00:00Z</published><updated>2026-11-13T08:00:00Z</updated><author><name>Dora See</name><email>dora@lake.example</email></author><category term="lake" label="The lake"/><content type="html">${escaped(other(61))}</content><source><id>tag:lake.example,2026:feed</id><title>Lake Post</title><link href="https://lake.example/"/><rights>© Lake Post</rights></source>`,
    `<id>urn:uuid:6c0f0f0e-1111-4111-8111-000000000062</id><title>Release 2.0</title><link rel="alternate" href="https://planet.example/releases/2.0"/><link rel="enclosure" href="https://planet.example/2.0.tar.gz" type="application/gzip" length="99"/><link rel="license" href="https://creativecommons.org/licenses/by-sa/4.0/"/><updated>2026-11-11T08:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${other(62)}</div></content>`,
  ],
);

function escaped(html: string): string {
  return html.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

const json = jsonFeed({
  title: "Orchard",
  home_page_url: "https://orchard.example/",
  feed_url: "https://orchard.example/feed.json",
  items: [
    {
      ...{ id: 4711, url: "https://orchard.example/a", title: "Apples", content_html: other(71) },
      ...{ date_published: "2026-11-09T08:00:00+01:00", date_modified: "2026-11-10T08:00:00Z" },
      authors: [{ name: "Emil Apfel", url: "https://orchard.example/emil" }],
      ...{ banner_image: "https://orchard.example/wide.jpg", tags: ["fruit"], language: "en" },
      attachments: [
        {
          url: "https://orchard.example/a.mp3",
          mime_type: "audio/mpeg",
          title: "Read aloud",
          duration_in_seconds: 61,
        },
      ],
    },
    {
      ...{ id: "b", external_url: "https://elsewhere.example/b", title: "Pears" },
      content_text: `${generateText(seeded(72), 90)}\n\nAnd 1 < 2.`,
      date_published: "2026-11-08T08:00:00Z",
    },
  ],
});

/** Enough for an archive: short ones, with one line that is in all of them. */
const ticker = (count: number) =>
  rss(
    { title: "Ticker", link: "https://ticker.example" },
    Array.from({ length: count }, (_, index) => count - index).map((n) => ({
      title: `${n}: ${inventedHeadline(200 + n)}`,
      link: `https://ticker.example/${n}`,
      guid: `t${n}`,
      day: 1 + n / 10,
      description: `<p>${inventedParagraphs(200 + n, 1)[0]}</p><p>Alle Meldungen des Tages stehen im Ticker unter der Nummer ${n}.</p>`,
    })),
  );

const listed = (name: string, seed: number) =>
  rss({ title: name, link: "https://listed.example" }, [
    { title: `${name} opens`, day: 7, description: other(seed, 60) },
    { title: `${name} closes`, guid: "closes", day: 6, description: other(seed + 1, 60) },
  ]);

const house = page(
  '<title>The town</title><link rel="alternate" type="application/rss+xml" href="/feed.xml">',
  "<h1>The town</h1>",
);
const town = rss({ title: "The town", link: "https://town.example/" }, [
  { title: "Snow", link: "https://town.example/snow", guid: "snow", day: 5, content: other(91) },
  { title: "Tomorrow", link: "https://town.example/t", guid: "t", day: 40, content: other(92) },
]);

const FILES = {
  "desk/brücke.txt": `Die Brücke bleibt zu\n\n${inventedParagraphs(301, 2).join("\n\n")}\n`,
  "desk/notes.md": `---\ntitle: Notes of a Tuesday\ndate: 2026-11-03\nauthors: [Fritz Feder]\ncategories: [Notes]\n---\n\n${generateText(seeded(302), 80)}\n\n- one\n- two\n`,
  "desk/page.html": page(
    '<title>Eine Seite</title><meta name="author" content="Grete Blatt">',
    `<article><h1>Eine Seite</h1>${german(303)}</article>`,
  ).body,
  "desk/list.xml": rss({ title: "A feed in the folder", link: "https://folder.example" }, [
    { title: "Dropped", guid: "dropped", day: 4, description: other(304, 60) },
  ]).body,
};

const sitesOf = (courierNow: ReturnType<typeof courier>, tickerCount: number): Sites => ({
  "https://courier.example/feed": courierNow,
  "https://hill.example/rss": rss(
    { title: "Hill Gazette", link: "https://hill.example" },
    [1, 2, 3].map(hillItem),
  ),
  "https://valley.example/rss.xml": linksOnly,
  "https://notices.example/rss": nameless,
  "https://hall.example/rss": oneAddress,
  "https://strip.example/rss": oneGuid,
  "https://summit.example/rss": summaries,
  "https://summit.example/41": storyPage(41),
  "https://summit.example/42": storyPage(42, '<meta name="robots" content="noarchive">'),
  "https://pod.example/feed": podcast,
  "https://planet.example/atom": planet,
  "https://orchard.example/feed.json": json,
  "https://ticker.example/rss?key=s3cret": ticker(tickerCount),
  "https://listed.example/a?section=1&token=abc": listed("The mill", 81),
  "https://listed.example/b": listed("The forge", 85),
  "https://town.example/": house,
  "https://town.example/feed.xml": town,
});

/** Three days: a backlog; new items and a correction; an item that its publisher took out. */
export const ROUNDS: readonly Round[] = [
  { sites: sitesOf(courier([1, 2, 3, 4], null), 50), files: FILES },
  { sites: sitesOf(courier([1, 2, 3, 4, 5], 2), 66), files: FILES },
  { sites: sitesOf(courier([1, 2, 3, 5, 6], 2), 70), files: FILES },
];

export const SOURCES_OPML = `<opml version="2.0"><body>
<outline text="The mill" type="rss" xmlUrl="https://listed.example/a?section=1&amp;token=abc"/>
<outline text="The forge" type="rss" xmlUrl="https://listed.example/b"/>
</body></opml>
`;

const remote = (id: string, url: string, more: object = {}) => ({ id, url, every: "1m", ...more });

/** JSON is YAML. */
export const CONFIGURATION = JSON.stringify(
  {
    site: { title: "A desk", url: "https://desk.example", language: "en" },
    sources: [
      remote("courier", "https://courier.example/feed", { categories: ["Kurier"] }),
      remote("hill", "https://hill.example/rss", { rights: "excerpt" }),
      remote("valley", "https://valley.example/rss.xml", { fullText: "never" }),
      remote("notices", "https://notices.example/rss", { fullText: "never" }),
      remote("hall", "https://hall.example/rss", { fullText: "never" }),
      remote("strip", "https://strip.example/rss", { fullText: "never" }),
      remote("summit", "https://summit.example/rss"),
      remote("pod", "https://pod.example/feed", { fullText: "never" }),
      remote("planet", "https://planet.example/atom"),
      remote("orchard", "https://orchard.example/feed.json", { fullText: "never" }),
      remote("ticker", "https://ticker.example/rss?key=s3cret", { fullText: "never" }),
      remote("town", "https://town.example/"),
      { opml: "sources.opml", fullText: "never" },
      { id: "desk", folder: "desk", title: "Our own desk" },
    ],
    feeds: [
      { id: "all", title: "Everything", items: 200 },
      { id: "ticker", title: "Ticker", items: 5, where: { sources: ["ticker"] } },
      { id: "short", title: "Excerpts", content: "excerpt", where: { exclude: "Episode" } },
      { id: "bridges", title: "Bridges", where: { categories: ["Brücken"] }, prefer: ["hill"] },
    ],
  },
  null,
  2,
);
