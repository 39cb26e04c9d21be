import type { Texts } from "./texts.ts";

const NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split(" ");
const format = new Intl.NumberFormat("en-GB");
const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const inWords = (count: number): string => NUMBERS[count] ?? format.format(count);

export const ENGLISH: Texts = {
  skip: "Skip to content",
  menu: "Main menu",
  feeds: "Feeds",
  news: "News",
  about: "About",
  timesIn: (timeZone) => `All times: ${timeZone}.`,
  imprint: "Imprint",
  privacy: "Privacy",
  belongs: "The texts belong to those who published them. Made with Offprint.",

  frontHeading: (sources) => {
    if (sources === 0) return "No source yet";
    return `${capitalized(inWords(sources))} ${sources === 1 ? "source" : "sources"}, each text once`;
  },
  changed: "Last updated",
  noArticles: "No articles yet",
  noArticlesYet: "No articles yet. New articles of the sources will appear here and in the feed.",
  newest: "Latest news",
  latest: "latest",
  lastChanged: "last updated",
  articlesPerDay: (count) =>
    count < 1
      ? "less than 1 article a day"
      : `${format.format(count)} ${count === 1 ? "article" : "articles"} a day`,
  perDay: (count) => (count < 1 ? "less than 1 a day" : `${format.format(count)} a day`),
  articles: (count) => `${format.format(count)} ${count === 1 ? "article" : "articles"}`,
  subscribeHow: "How to subscribe",
  subscribeWhat:
    "A feed is an address that your reading app looks up again and again by itself. New articles come to you, without an account and without advertising.",
  subscribeSteps: [
    "Tap the address of a feed to select all of it, and copy it.",
    "Choose “Add feed” in your reading app and paste it.",
    "If the app asks for a format, take RSS.",
  ],
  forDesks: "For editors",
  opml: "All feeds as OPML",
  opmlWhy: "one file that every reading app can import",
  whoFetches: "Who fetches here",
  whoFetchesWhy: "and how to slow us down",

  subscribeThis: "Subscribe to this feed",
  aboutFeed: "About this feed",
  bySource: "Articles by source",
  moreSources: (count) => `+ ${inWords(count)} more ${count === 1 ? "source" : "sources"}`,
  excerpt: "Excerpt",
  linkOnly: "Link only",
  modified: "changed",

  firstAt: "Published by",
  by: "By",
  published: "Published",
  received: "Undated, here since",
  modifiedAt: "Changed",
  picture: "Picture:",
  table: (number, caption) => (caption === "" ? `Table ${number}` : `Table ${number}: ${caption}`),
  fullTextAt: "The full text is at",
  originalAt: "The article is at",
  topics: "Topics:",
  files: "Files of this article",
  comments: "Comments on the original",
  alsoAt: "Also published by",
  sameText: (words) => `The same text, ${format.format(words)} ${words === 1 ? "word" : "words"}.`,
  sharedText: (percent, words, run) =>
    `${percent} % of the shorter text stands in the other: ${format.format(words)} words, ${format.format(run)} in a row on average.`,
  sameBeginning: (percent, words) =>
    `A shorter version: ${percent} % of it, ${format.format(words)} words, stands in the other text.`,
  replaced: (percent, words) =>
    `Its source replaced one version by the other: ${percent} % are the same, ${format.format(words)} words.`,
  reworded: (percent, words) =>
    `The same figures in other words: ${percent} % of the shorter text, ${format.format(words)} words, stands in the other in the same order.`,
  sameAddress: (percent, words) =>
    `Both name the same original, and ${percent} % of the shorter text, ${format.format(words)} words, stands in the other.`,
  byEditor: "An editor recognised it as the same text.",
  share: "Share",
  moreAsFeed: "More of this as a feed",
  id: "Id:",
  reportError: "Report an error in this text",
  source: "Source",

  aboutHeading: "Who fetches here, and how to slow us down",
  aboutIntro:
    "This service reads feeds that newsrooms publish, and passes their articles on with the name and the link of the source.",
  aboutSections: (userAgent) => [
    {
      heading: "How to recognise us",
      paragraphs: [
        { text: "Each of our requests carries this user agent:", code: userAgent },
        { text: "We send no cookies and no referrer, and run no scripts." },
      ],
    },
    {
      heading: "How often we come",
      paragraphs: [
        {
          text: "Each source is read at the interval that the editors of this service chose. If you ask for a longer one, yours counts.",
        },
        {
          text: "We ask with ETag and Last-Modified: when nothing has changed, it costs you only a 304.",
        },
      ],
    },
    {
      heading: "How to slow or stop us",
      paragraphs: [
        {
          text: "A longer interval, as an HTTP header or as ttl in the feed:",
          code: "Cache-Control: max-age=3600",
        },
        { text: "A pause, with status 429 or 503:", code: "Retry-After: 7200" },
        { text: "The end of all requests:", code: "410 Gone" },
        {
          text: "Or write to us. If you wish, we show only excerpts or links, or remove articles.",
        },
      ],
    },
  ],
  write: "Write to us",

  problems: {
    "bad-request": {
      name: "unreadable address",
      heading: "This address makes no sense",
      advice:
        "It holds characters that an address cannot have. Perhaps something was copied along with it.",
    },
    unauthorized: {
      name: "access needed",
      heading: "Only the editors can come in here",
      advice:
        "Sign in with the token of this service as the password; any name will do. The operator of the service knows it (OFFPRINT_ADMIN_TOKEN).",
    },
    forbidden: {
      name: "not from here",
      heading: "This order did not come from our own page",
      advice:
        "It was not carried out. Open the article in the administration here, and give the order there.",
    },
    "not-found": {
      name: "not found",
      heading: "There is nothing here",
      advice:
        "Perhaps the address was not copied as a whole. An article keeps its address even when its headline changes.",
    },
    method: {
      name: "not allowed",
      heading: "This page can only be read",
      advice:
        "The request wanted to change something. There are only pages and feeds to read here.",
    },
    withdrawn: {
      name: "withdrawn",
      heading: "This article was withdrawn",
      advice:
        "Its text has been removed here, and the feeds report the deletion to all who took it over.",
    },
    "too-large": {
      name: "too large",
      heading: "This is more than we read at once",
      advice: "Nothing was changed. Send less at a time.",
    },
    "too-many": {
      name: "too many requests",
      heading: "One moment, please",
      advice:
        "Very many requests came from your connection in a short time. Wait a minute, then load the page again.",
    },
    failed: {
      name: "our fault",
      heading: "That did not work",
      advice:
        "The fault is ours and has been recorded. The feeds themselves are hardly ever affected. Load the page again in a minute.",
    },
    away: {
      name: "cannot be shown now",
      heading: "This cannot be shown now",
      advice:
        "Our archive does not answer at the moment. The feeds, the front page and the newest articles are there as always. Load the page again in a minute.",
    },
    starting: {
      name: "just starting",
      heading: "Ready in a moment",
      advice:
        "The service has just been started and is putting the feeds together. Load the page again in a few seconds.",
    },
  },
  withdrawnAt: "Withdrawn",
  withdrawnReason: "Reason:",
  allFeeds: "All feeds",
};
