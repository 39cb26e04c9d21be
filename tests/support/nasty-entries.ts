import type { Entry } from "../../src/core/entries/entry.ts";
import { aCopy, anEntry, anEntrySource } from "./entries.ts";

const SAME_SECOND = {
  publishedAt: Date.UTC(2026, 0, 5, 8),
  updatedAt: Date.UTC(2026, 0, 5, 8),
};

/**
 * What publishers, and people who wish publishers ill, put into their feeds: by what is nasty about it.
 * The dates are such as the W3C validator finds plausible (since 1990): a true older date is none
 * of its business, and written as it is.
 */
const NASTY: Readonly<Record<string, Partial<Entry>>> = {
  "a CDATA end in the content": {
    contentHtml: "<p>a[b[0]]>1 and ]]><em>owned</em></p>",
  },
  "many CDATA ends": {
    contentHtml: "<p>]]> ]]> ]]>]]>]]]]>></p>",
    summary: "]]> ]]>",
    title: "x]]>y]]>z",
  },
  "a CDATA section of its own": { summary: "]]></description><title>owned</title><![CDATA[" },
  "an item of its own": { summary: "</description></item><item><title>owned</title></item>" },
  "an entry in the title": { title: "</title></entry><entry><id>urn:x:owned</id>" },
  "markup in the title": { title: "Why <b>bold</b> & <script>alert(1)</script>" },
  "escaped markup in the title": { title: "Write &lt;b&gt; as &amp;lt;b&amp;gt;" },
  "a lone less-than sign": { title: "3 < 4 <5 and 6>5" },
  ampersands: { title: "R&D & AT&T &copy; &#38; &amp;amp; &nosuch;", summary: "A & B &amp; C" },
  "numeric references as text": { title: "The sign &#x26; and &#60; explained" },
  "control characters": {
    title: "be\u0007ll \u0000null \u001besc \u007fdel",
    summary: "\u0001\u0002\u0003",
  },
  "C1 controls and line ends": { title: "a\u0085b\u0096c", summary: "one\r\ntwo\rthree\u2028four" },
  noncharacters: { title: "x\ufffey\uffffz", contentHtml: "<p>\ufffe\uffff</p>" },
  "lone surrogates": {
    title: "half \ud83d of \ude00 it",
    contentHtml: "<p>\udfff\ud800</p>",
    summary: "\ud83d",
  },
  "a byte order mark": { title: "\ufeffTitle with a mark" },
  "right to left": { title: "الجسر مفتوح مرة أخرى", summary: "‏שלום", language: "ar" },
  "overriding direction": { title: "user\u202egnp.exe" },
  "emoji of many parts": { title: "Family 👨‍👩‍👧‍👦 flag 🏴󠁧󠁢󠁷󠁬󠁳󠁿 1️⃣", categories: ["🎉"] },
  "combining characters": { title: "Z̸̡̛a͜͝l̵g̷o is here" },
  "a title of 100 KB": { title: "word & <b>more</b> ".repeat(5300).trim() },
  "lines in the title": { title: "  First line\n\t second\r\nthird\u2029 " },
  "no-break spaces": { title: "10\u00a0000 Euro für Nr.\u202f5" },
  "empty everything": {
    title: "",
    summary: "",
    contentHtml: null,
    authors: [],
    categories: [],
    language: null,
    content: "link",
    source: anEntrySource({ title: "", url: null, feedUrl: null }),
  },
  "nothing but white space": {
    title: " \n ",
    summary: "\t",
    contentHtml: "  ",
    authors: [{ name: " ", email: " ", url: " " }],
    categories: [" "],
  },
  "only a summary": { contentHtml: null, content: "excerpt", summary: "Just this." },
  "only a link": { contentHtml: null, content: "link", summary: "" },
  "content without a summary": {
    summary: "",
    contentHtml: '<p><img src="https://valley.example/a.jpg" alt=""></p>',
  },
  "several authors": {
    authors: [
      {
        name: "Ada & Bob <team>",
        email: "ada@valley.example",
        url: "https://valley.example/ada?x=1&y=2",
      },
      { name: "Çelik, Deniz", email: null, url: null },
      { name: '"Quotes" O\'Neil', email: null, url: null },
    ],
  },
  "references in names": {
    authors: [{ name: "M&uuml;ller &lt;b&gt; & Q&As", email: null, url: null }],
    categories: ["R&amp;D", "&#60;b&#62;"],
    source: anEntrySource({ title: "Caf&eacute; &amp; Bar" }),
  },
  "an author with only a mail address": {
    authors: [{ name: null, email: "desk@valley.test", url: null }],
  },
  "an author with only an address on the web": {
    authors: [{ name: "", email: null, url: "https://valley.example/ada" }],
  },
  "mail addresses that are none": {
    authors: [
      { name: "Ada", email: "ada (at) valley", url: "javascript:alert(1)" },
      { name: "Bob", email: "b@c <d>", url: "/bob" },
    ],
  },
  "categories with markup": {
    categories: ["<b>Politik</b>", "R&D", '"quoted"', "]]>", "a\nb", "", "R&D"],
  },
  "ampersands and quotes in picture addresses": {
    image: {
      url: "https://img.example/a.jpg?w=1&h=2&q=\"x\"&r='y'<z>",
      width: 1200,
      height: 675,
      alt: 'A "bridge" & <river>\nin spring',
      credit: "Weir & Sons </media:credit>",
    },
  },
  "a picture without measures": {
    image: { url: "https://img.example/b.jpg", width: null, height: 0, alt: "", credit: null },
  },
  "impossible measures": {
    image: {
      url: "https://img.example/c.jpg",
      width: Number.NaN,
      height: -5,
      alt: null,
      credit: null,
    },
  },
  "a picture that is no address": {
    image: { url: "data:image/png;base64,AAAA", width: 1, height: 1, alt: "x", credit: "y" },
  },
  "dates of the last century": {
    publishedAt: Date.UTC(1995, 4, 23),
    updatedAt: Date.UTC(1999, 11, 31, 23, 59, 59, 999),
  },
  "a second that another entry has": SAME_SECOND,
  "the same second again": SAME_SECOND,
  milliseconds: {
    publishedAt: Date.UTC(2026, 1, 28, 23, 59, 59, 999),
    updatedAt: Date.UTC(2026, 2, 1, 0, 0, 0, 1),
  },
  "dates that are none": { publishedAt: Number.NaN, updatedAt: Number.POSITIVE_INFINITY },
  "dates beyond four digits": { publishedAt: 8.64e15, updatedAt: -8.64e15 },
  "an internationalised host": {
    link: "https://bücher.example/Straße/ß?q=ä ö#ü",
    page: "https://desk.example/articles/idn",
  },
  "quotes and blanks in the address": {
    link: 'https://valley.example/a b/"c"/\'d\'/<e>?q="f"&g={h}|^`\\',
  },
  "brackets and stray percent signs": { link: "https://valley.example/a[0]/100%/%zz?b[]=1#c#d" },
  "an address that is none": {
    link: "javascript:alert(1)",
    commentsUrl: "mailto:x@y.example",
    page: "https://desk.example/articles/none",
  },
  "a relative address": { link: "/bridge", page: "https://desk.example/articles/relative" },
  "the id is the link": {
    id: "https://valley.example/same?a=1&b=2",
    link: "https://valley.example/same?a=1&b=2",
  },
  "an id with ampersands and apostrophes": { id: "tag:valley.example,2026-02:it's&amp;so" },
  "an id as URN": { id: "urn:isbn:9780131103627" },
  "files of all kinds": {
    enclosures: [
      { url: "https://valley.example/unknown.bin", type: null, bytes: null },
      { url: "https://valley.example/a.mp3?x=1&y=2", type: "audio/mpeg", bytes: 123_456 },
      { url: "https://valley.example/b.mp3", type: "audio/mpeg", bytes: 654_321 },
      { url: "https://valley.example/c.pdf", type: 'application/pdf" onload="x', bytes: -1 },
      { url: "ftp://valley.example/d.zip", type: "application/zip", bytes: 1 },
    ],
  },
  "the picture as a file too": {
    image: { url: "https://img.example/d.jpg", width: 800, height: 600, alt: "D", credit: null },
    enclosures: [{ url: "https://img.example/d.jpg", type: "image/jpeg", bytes: 4321 }],
  },
  "a source with markup": {
    source: anEntrySource({
      title: "<i>Valley</i> & Hill ]]>",
      feedUrl: "https://valley.example/feed?a=1&b=2",
    }),
  },
  "a drop folder": {
    source: anEntrySource({ id: "desk", title: "Desk", url: null, feedUrl: null }),
  },
  "copies with markup": {
    copies: [
      aCopy({ title: "A <b>copy</b> & more ]]>", url: 'https://hill.example/?a=1&b="2"' }),
      aCopy({ url: "nowhere" }),
    ],
  },
  "a language that is none": { language: 'klingon" onload="x' },
  "rights and comments": {
    rights: "© 2026 Weir & Sons <all rights>",
    commentsUrl: "https://valley.example/bridge?c=1&d=2#comments",
  },
  "prototype names": {
    title: "__proto__",
    categories: ["constructor", "__proto__", "hasOwnProperty"],
  },
};

/** One entry for each nastiness, each with its own id, link and date where it does not spoil them itself. */
export const NASTY_ENTRIES: readonly (readonly [what: string, entry: Entry])[] = Object.entries(
  NASTY,
).map(([what, overrides], index) => [what, nasty(overrides, index)]);

function nasty(overrides: Partial<Entry>, index: number): Entry {
  const at = Date.UTC(2026, 1, 17, 11, 20) - index * 60_000;
  return anEntry({
    id: `https://valley.example/?p=${index + 1}`,
    link: `https://valley.example/nasty-${index + 1}`,
    publishedAt: at,
    updatedAt: at,
    enteredAt: at,
    ...overrides,
  });
}
