import type { Entry } from "../../src/core/entries/entry.ts";
import { anEntry, aSource, NOON } from "./sample-site.ts";

const HOUR_MS = 3_600_000;

const WERFT = aSource({ id: "werft", title: "Werftblatt", url: "https://werft.example/" });
const LETTER = aSource({ id: "letter", title: "The River Letter", url: "https://letter.example/" });
const DESK = aSource({ id: "desk", title: "Eigene Texte", url: null, feedUrl: null });

/** Everything that an article may have. */
export const FULL_ENTRY: Entry = anEntry({
  articleId: "voll",
  id: "tag:bote.example,2026:48213",
  title: "Die alte Schleuse bekommt neue Tore",
  summary:
    "Sechzehn Monate lang war die Durchfahrt gesperrt. Jetzt hebt ein Kran die Flügel ein, und die Boote kommen zurück.",
  publishedAt: NOON - 3 * HOUR_MS,
  updatedAt: NOON - HOUR_MS,
  authors: [
    { name: "Wiebke Lorenzen", email: null, url: "https://bote.example/autor/lorenzen" },
    { name: "Tam Okafor", email: null, url: null },
  ],
  categories: ["Verkehr", "Wasserbau"],
  rights: "© 2026 Flussbote",
  image: {
    url: "https://bote.example/bilder/schleuse.jpg?breite=1600&art=web",
    width: 1600,
    height: 900,
    alt: "Ein Kran hebt ein hölzernes Tor über die Schleusenkammer",
    credit: "Juri Petersen / Flussbote",
  },
  enclosures: [
    { url: "https://bote.example/ton/schleuse.mp3", type: "audio/mpeg", bytes: 4_812_345 },
  ],
  commentsUrl: "https://bote.example/voll#kommentare",
  copies: [
    {
      articleId: "werft-7",
      source: WERFT,
      title: "Schleuse wieder offen",
      url: "https://werft.example/7",
      publishedAt: NOON - 2 * HOUR_MS,
      why: { rule: "exact", tokens: 412 },
    },
  ],
  contentHtml: `<p>Der erste Flügel schwebte um kurz nach sieben über der Kammer. Zwanzig Tonnen Eiche, in der Werft gefügt und mit dem Schlepper gebracht; am Ufer standen Schulklassen und zählten die Minuten.</p>
<h3>Warum es so lange dauerte</h3>
<p>Zuerst fehlte das Holz, dann der Kran. Das <a href="https://bote.example/gutachten">Gutachten</a> zählte einundvierzig Mängel, vom <em>Drempel</em> bis zur Wasserstandsaufzeichnungseinrichtung.</p>
<ul><li>Die Tore öffnen jetzt in vier Minuten.</li><li>Die Kammer ist um einen Meter länger.</li></ul>
<blockquote><p>„Wer eine Schleuse baut, baut für die Enkel.“</p></blockquote>
<h5>Was es gekostet hat</h5>
<table><caption>Kosten in Euro</caption><thead><tr><th scope="col">Posten</th><th scope="col">Geplant</th><th scope="col">Abgerechnet</th></tr></thead><tbody><tr><th scope="row">Tore</th><td>310.000</td><td>344.500</td></tr><tr><th scope="row">Antrieb</th><td>95.000</td><td>91.200</td></tr></tbody></table>
<figure><img src="https://bote.example/bilder/tor.jpg" alt="Das Tor von unten" width="800" height="500"><figcaption>Das Tor vor dem Einheben.</figcaption></figure>
<pre>Pegel  07:00  2,14 m
Pegel  09:00  2,31 m</pre>
<p>Ab Montag wird wieder geschleust, an Wochenenden nach Voranmeldung.</p>`,
});

/** In a script that runs from right to left. */
export const RTL_ENTRY: Entry = anEntry({
  articleId: "rtl",
  source: LETTER,
  title: "الجسر مفتوح مرة أخرى",
  summary: "عبره عشرات السكان مساء الخميس.",
  language: "ar",
  contentHtml:
    "<p>أعيد فتح الجسر بعد أربع سنوات.</p><ul><li>نقص المال أولا</li></ul><blockquote><p>من يبني جسرا يبني للأحفاد.</p></blockquote>",
});

/** A front page's worth: with and without pictures, languages, dates, authors, whole texts. */
export const SAMPLE_ENTRIES: readonly Entry[] = [
  anEntry({
    articleId: "faehre",
    title: "Die Fähre fährt wieder, vorerst bis zum Dunkelwerden",
    summary: "Nach drei Wochen Pause legt sie am Samstag ab. Räder kosten nichts.",
  }),
  FULL_ENTRY,
  anEntry({
    articleId: "letter-3",
    source: LETTER,
    title: "Swifts are back under the station roof",
    summary: "Eleven pairs, two more than last year, and a railway that waited with its painters.",
    language: "en",
    contentHtml: "<p>They came on the fourth of May, as they always do.</p>",
    publishedAt: NOON - 5 * HOUR_MS,
    updatedAt: NOON - 5 * HOUR_MS,
  }),
  anEntry({
    articleId: "lang",
    source: WERFT,
    title: "Uferbefestigungsinstandsetzungsmaßnahmenkoordinierungsausschuss: Beschluss vertagt",
    summary: "Der Ausschuss will erst die Wasserstandsvorhersagedienstleistungsverträge sehen.",
    contentHtml: null,
    content: "excerpt",
    publishedAt: NOON - 20 * HOUR_MS,
    updatedAt: NOON - 20 * HOUR_MS,
  }),
  anEntry({
    articleId: "notiz",
    source: DESK,
    link: "https://schau.example/articles/notiz",
    title: "Was wir in dieser Woche gelernt haben",
    summary: "Drei Korrekturen, ein Dank und eine Frage an alle, die am Wasser wohnen.",
    contentHtml: "<p>Drei Korrekturen, ein Dank und eine Frage an alle, die am Wasser wohnen.</p>",
    language: null,
    publishedAt: NOON - 30 * HOUR_MS,
    updatedAt: NOON - 30 * HOUR_MS,
  }),
  anEntry({
    articleId: "link",
    source: LETTER,
    title: "A lock keeper’s daughter remembers",
    summary: "",
    contentHtml: null,
    content: "link",
    language: "en",
    publishedAt: NOON - 400 * 24 * HOUR_MS,
    updatedAt: NOON - 400 * 24 * HOUR_MS,
    enteredAt: NOON - 31 * HOUR_MS,
  }),
];
