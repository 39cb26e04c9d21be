import type { Texts } from "./texts.ts";

const NUMBERS = "null eine zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(" ");
const format = new Intl.NumberFormat("de-DE");
const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const inWords = (count: number): string => NUMBERS[count] ?? format.format(count);

export const GERMAN: Texts = {
  skip: "Zum Inhalt",
  menu: "Hauptmenü",
  feeds: "Feeds",
  news: "Meldungen",
  about: "Über uns",
  timesIn: (timeZone) => `Alle Uhrzeiten: ${timeZone}.`,
  imprint: "Impressum",
  privacy: "Datenschutz",
  belongs: "Die Texte gehören den Häusern, die sie veröffentlicht haben. Erstellt mit Offprint.",

  frontHeading: (sources) => {
    if (sources === 0) return "Noch keine Quelle";
    return `${capitalized(inWords(sources))} ${sources === 1 ? "Quelle" : "Quellen"}, jeder Text einmal`;
  },
  changed: "Zuletzt aktualisiert",
  noArticles: "Noch keine Artikel",
  noArticlesYet:
    "Noch keine Artikel. Sobald die Quellen etwas veröffentlichen, steht es hier und im Feed.",
  newest: "Neueste Meldungen",
  latest: "zuletzt",
  lastChanged: "zuletzt aktualisiert",
  articlesPerDay: (count) =>
    count < 1 ? "weniger als 1 Artikel am Tag" : `${format.format(count)} Artikel am Tag`,
  perDay: (count) => (count < 1 ? "weniger als 1 am Tag" : `${format.format(count)} am Tag`),
  articles: (count) => `${format.format(count)} Artikel`,
  subscribeHow: "So abonnieren Sie",
  subscribeWhat:
    "Ein Feed ist eine Adresse, die Ihr Leseprogramm von selbst immer wieder abruft. Neue Artikel kommen so zu Ihnen, ohne Konto und ohne Werbung.",
  subscribeSteps: [
    "Die Adresse eines Feeds antippen, um sie ganz zu markieren, und kopieren.",
    "Im Leseprogramm „Feed hinzufügen“ wählen und einfügen.",
    "Fragt das Programm nach dem Format, nehmen Sie RSS.",
  ],
  forDesks: "Für Redaktionen",
  opml: "Alle Feeds als OPML",
  opmlWhy: "eine Datei, die jedes Leseprogramm einliest",
  whoFetches: "Wer hier abruft",
  whoFetchesWhy: "und wie Sie uns bremsen",

  subscribeThis: "Diesen Feed abonnieren",
  aboutFeed: "Zu diesem Feed",
  bySource: "Artikel nach Quelle",
  moreSources: (count) => `+ ${inWords(count)} weitere ${count === 1 ? "Quelle" : "Quellen"}`,
  excerpt: "Auszug",
  linkOnly: "nur der Link",
  modified: "geändert",

  firstAt: "Erschienen bei",
  by: "Von",
  published: "Veröffentlicht",
  received: "Ohne Datum, hier seit",
  modifiedAt: "Geändert",
  picture: "Bild:",
  table: (number, caption) =>
    caption === "" ? `Tabelle ${number}` : `Tabelle ${number}: ${caption}`,
  fullTextAt: "Der vollständige Text steht bei",
  originalAt: "Der Artikel steht bei",
  topics: "Themen:",
  files: "Dateien zum Artikel",
  comments: "Kommentare beim Original",
  alsoAt: "Auch erschienen bei",
  sameText: (words) => `Derselbe Text, ${format.format(words)} Wörter.`,
  sharedText: (percent, words, run) =>
    `${percent} % des kürzeren Textes stehen im anderen: ${format.format(words)} Wörter, im Mittel ${format.format(run)} am Stück.`,
  sameBeginning: (percent, words) =>
    `Eine kürzere Fassung: ${percent} % davon, ${format.format(words)} Wörter, stehen im anderen Text.`,
  replaced: (percent, words) =>
    `Die Quelle hat die eine Fassung durch die andere ersetzt: ${percent} % sind gleich, ${format.format(words)} Wörter.`,
  reworded: (percent, words) =>
    `Dieselben Zahlen in anderen Worten: ${percent} % des kürzeren Textes, ${format.format(words)} Wörter, stehen in derselben Reihenfolge im anderen.`,
  sameAddress: (percent, words) =>
    `Beide nennen dasselbe Original, und ${percent} % des kürzeren Textes, ${format.format(words)} Wörter, stehen im anderen.`,
  byEditor: "Von der Redaktion als derselbe Text erkannt.",
  share: "Teilen",
  moreAsFeed: "Mehr davon als Feed",
  id: "Kennung:",
  reportError: "Fehler in diesem Text melden",
  source: "Quelle",

  aboutHeading: "Wer hier abruft, und wie Sie uns bremsen",
  aboutIntro:
    "Dieser Dienst liest Feeds, die Redaktionen veröffentlichen, und gibt die Artikel mit Namen und Link der Quelle weiter.",
  aboutSections: (userAgent) => [
    {
      heading: "So erkennen Sie uns",
      paragraphs: [
        { text: "Jede unserer Anfragen nennt diesen User-Agent:", code: userAgent },
        { text: "Wir senden keine Cookies und keinen Referrer und führen keine Skripte aus." },
      ],
    },
    {
      heading: "Wie oft wir kommen",
      paragraphs: [
        {
          text: "Jede Quelle wird in dem Abstand gelesen, den die Redaktion dieses Dienstes gewählt hat. Wünschen Sie einen längeren, gilt Ihrer.",
        },
        {
          text: "Wir fragen mit ETag und Last-Modified nach: Hat sich nichts geändert, kostet Sie das nur eine Antwort 304.",
        },
      ],
    },
    {
      heading: "So bremsen oder stoppen Sie uns",
      paragraphs: [
        {
          text: "Ein längerer Abstand, als HTTP-Header oder im Feed als ttl:",
          code: "Cache-Control: max-age=3600",
        },
        { text: "Eine Pause, mit Status 429 oder 503:", code: "Retry-After: 7200" },
        { text: "Das Ende der Abrufe:", code: "410 Gone" },
        {
          text: "Oder schreiben Sie uns. Auf Wunsch zeigen wir nur Auszüge oder Links oder entfernen Artikel.",
        },
      ],
    },
  ],
  write: "Schreiben Sie uns",

  problems: {
    "bad-request": {
      name: "unlesbare Adresse",
      heading: "Diese Adresse ergibt keinen Sinn",
      advice:
        "Sie enthält Zeichen, die in einer Adresse nicht stehen können. Vielleicht ist beim Kopieren etwas dazugeraten.",
    },
    unauthorized: {
      name: "Zugang nötig",
      heading: "Hier kommt nur die Redaktion herein",
      advice:
        "Melden Sie sich mit dem Schlüssel dieses Dienstes als Passwort an; der Name ist gleichgültig. Wer den Dienst betreibt, kennt den Schlüssel (OFFPRINT_ADMIN_TOKEN).",
    },
    forbidden: {
      name: "nicht von hier",
      heading: "Dieser Auftrag kam nicht von unserer Seite",
      advice:
        "Er wurde nicht ausgeführt. Öffnen Sie den Artikel hier in der Verwaltung und geben Sie den Auftrag dort.",
    },
    "not-found": {
      name: "nicht gefunden",
      heading: "Hier ist nichts",
      advice:
        "Vielleicht wurde die Adresse unvollständig kopiert. Ein Artikel behält seine Adresse, auch wenn sich seine Überschrift ändert.",
    },
    method: {
      name: "nicht erlaubt",
      heading: "Diese Seite lässt sich nur lesen",
      advice: "Die Anfrage wollte etwas ändern. Hier gibt es nur Seiten und Feeds zum Lesen.",
    },
    withdrawn: {
      name: "zurückgezogen",
      heading: "Dieser Artikel wurde zurückgezogen",
      advice:
        "Sein Text ist hier entfernt, und die Feeds melden die Löschung allen, die ihn übernommen haben.",
    },
    "too-large": {
      name: "zu groß",
      heading: "Das ist mehr, als wir auf einmal lesen",
      advice: "Es wurde nichts geändert. Senden Sie weniger auf einmal.",
    },
    "too-many": {
      name: "zu viele Anfragen",
      heading: "Einen Augenblick bitte",
      advice:
        "Von Ihrem Anschluss kamen sehr viele Anfragen in kurzer Zeit. Warten Sie eine Minute und laden Sie die Seite dann neu.",
    },
    failed: {
      name: "Fehler bei uns",
      heading: "Das hat bei uns nicht geklappt",
      advice:
        "Der Fehler liegt nicht bei Ihnen und ist hier verzeichnet. Die Feeds selbst sind davon meist nicht betroffen. Laden Sie die Seite in einer Minute neu.",
    },
    away: {
      name: "gerade nicht da",
      heading: "Das ist gerade nicht zu sehen",
      advice:
        "Unser Archiv antwortet im Augenblick nicht. Die Feeds, die Startseite und die neuesten Artikel sind da wie immer. Laden Sie die Seite in einer Minute neu.",
    },
    starting: {
      name: "startet gerade",
      heading: "Gleich geht es los",
      advice:
        "Der Dienst ist eben gestartet und stellt die Feeds zusammen. Laden Sie die Seite in ein paar Sekunden neu.",
    },
  },
  withdrawnAt: "Zurückgezogen",
  withdrawnReason: "Grund:",
  allFeeds: "Alle Feeds",
};
