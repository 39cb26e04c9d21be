import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFacts } from "../../../src/adapters/page-reader/page-facts.ts";
import { parsePage } from "../../../src/adapters/page-reader/parse-page.ts";
import { readMetadata } from "../../../src/adapters/page-reader/read-metadata.ts";

const SENTENCE =
  "The harbour board met on Tuesday and approved, by sheer determination and against all odds, a plan to raise the eastern quay.";

function namesOf(lines: string, { below = "", head = "" } = {}): readonly (string | null)[] {
  const html = `<html><head><title>Quay raised</title>${head}</head><body><main><h1>Quay raised</h1>${lines}
    <p>${SENTENCE}</p><p>${SENTENCE}</p><p>${SENTENCE}</p>${below}</main></body></html>`;
  const { metadata } = readMetadata(readFacts(parsePage(html)), "https://harbour.example/quay");
  return metadata.authors.map(({ name }) => name);
}

/** Lines that begin like a byline and name nobody, as sentences are written. */
const LINES = [
  "Von Sankt Petersburg nach Moskau mit dem Nachtzug",
  "Von Kiel bis Flensburg: die schönsten Strände",
  "Von wegen Sommerloch",
  "Von Mensch zu Mensch",
  "Von Tür zu Tür",
  "Von Anfang an dabei",
  "Von der Werft in die Welt",
  "Von Hand gefertigt",
  "Vom Kai bis zur Schleuse",
  "Text und Melodie sind alt",
  "Autoren lesen im Speicher",
  "Autorin liest aus ihrem Buch",
  "Beitrag der Hafenbehörde steigt",
  "By and large a quiet year",
  "By Popular Demand",
  "By Royal Appointment",
  "By Invitation Only",
  "By Land And Sea",
  "By Sheer Determination",
  "By Water And Fire",
  "By Hook Or By Crook",
  "By Sunset",
  "By the Numbers",
  "By George, It Works",
  "Words Fail Us",
  "Автор Неизвестен",
  "By Tuesday evening the quay was dry",
  "By Night and Day",
  "Words matter in the harbour",
  "Story of a lighthouse keeper",
  "Reporting requirements for ships change",
  "Author reads from her new book",
  "Authors and readers meet at the quay",
  "Par temps de brouillard, les bateaux restent à quai",
  "Par Temps De Brouillard",
  "Par la Fenêtre",
  "Par amour du port",
  "De Brest à Marseille en voilier",
  "De la mer aux montagnes",
  "Texte de loi adopté",
  "Auteurs et lecteurs se retrouvent",
  "Por Amor al Puerto",
  "Por la mañana abre el muelle",
  "Por fin llega el barco",
  "De Madrid al Cielo",
  "De Norte a Sur por la costa",
  "Texto completo de la ley",
  "Da Roma a Milano in treno",
  "Da Nord a Sud",
  "Di padre in figlio",
  "Di mare e di vento",
  "Por dentro da casa do faroleiro",
  "De Lisboa ao Porto de barco",
  "Door weer en wind",
  "Door Dik en Dun",
  "Door de Wind",
  "Door Het Oog van de Naald",
  "Przez las i pola",
  "Przez Miasto Nocą",
  "Autor podkreśla znaczenie portu",
  "Av hänsyn till vädret stängs hamnen",
  "Av Kärlek Till Havet",
  "Af hensyn til vejret lukkes havnen",
  "Av Hensyn Til Været",
  "Autoři čtou v přístavu",
  "Szerző és olvasó találkozik",
  "Írta a törvényt a kikötő",
  "De la Constanța la Sulina cu vaporul",
  "De Dragoste Și De Mare",
  "Yazar okurlarla buluşuyor",
  "Haber merkezinden yeni duyuru",
  "Автори читають у порту",
  "Автор подчёркивает значение порта",
  "Текст закона опубликован",
  "Από την Αθήνα στον Πειραιά",
  "Του Αγίου Νικολάου",
];

/** The same as titles of cards and sections write them: what only a name's form could tell is in them, too. */
const TITLES = [
  ...LINES,
  "By Gentle Persuasion",
  "By Golden Gate Bridge",
  "Von Neuem Hafen Träumen",
  "Par Monts Et Vaux",
  "Da Vinci Code",
  "Por Mares Nunca Navegados",
  "Door Amsterdam Noord",
  "De Niro",
  "De Gaulle",
];

describe("a line that begins like a byline and names nobody", () => {
  it("has controls in many languages", () => expect(LINES.length).toBeGreaterThanOrEqual(60));

  it.each(LINES)("is no author under a headline: %s", (line) =>
    expect(namesOf(`<p>${line}</p>`)).toEqual([]),
  );

  it.each(TITLES)("is no author as the title of a card or a section: %s", (title) => {
    expect(namesOf(`<h2>${title}</h2>`)).toEqual([]);
    expect(namesOf(`<h4>${title}</h4>`)).toEqual([]);
    expect(namesOf(`<div class="card"><a href="/x">${title}</a></div>`)).toEqual([]);
    const below = `<div class="card"><a href="/x"><h3>${title}</h3></a><p>12 May 2024</p></div>`;
    expect(namesOf("", { below })).toEqual([]);
  });
});

describe("a phrase of words that the page also writes small", () => {
  it("is no author after a preposition alone", () => {
    const words = [...new Set(SENTENCE.match(/(?<!\p{L})\p{Ll}{2,}/gu))];
    const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
    const phrase = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.constantFrom("By", "Von", "Par", "Door"), phrase, (by, chosen) => {
        expect(namesOf(`<p>${by} ${chosen.map(capital).join(" ")}</p>`)).toEqual([]);
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  it("is one where more says so", () => {
    expect(namesOf("<p>By Sheer Board</p>")).toEqual([]);
    expect(namesOf("<p>Written by Sheer Board</p>")).toEqual(["Sheer Board"]);
    expect(namesOf('<p class="byline">By Sheer Board</p>')).toEqual(["Sheer Board"]);
  });
});

describe("who wrote it is read in eighteen languages", () => {
  it.each([
    ["de", "Von Ines Holm", "Ein Gastbeitrag von Ines Holm"],
    ["en", "By Ines Holm", "Written by Ines Holm"],
    ["fr", "Par Ines Holm", "Propos recueillis par Ines Holm"],
    ["es", "Por Ines Holm", "Escrito por Ines Holm"],
    ["it", "Di Ines Holm", "A cura di Ines Holm"],
    ["nl", "Door Ines Holm", "Geschreven door Ines Holm"],
    ["pt", "Por Ines Holm", "Texto: Ines Holm"],
    ["pl", "Autor: Ines Holm", "Opublikowane przez Ines Holm"],
    ["sv", "Av Ines Holm", "Skriven av Ines Holm"],
    ["da", "Af Ines Holm", "Skrevet af Ines Holm"],
    ["no", "Av Ines Holm", "Publisert av Ines Holm"],
    ["cs", "Autor: Ines Holm", "Napsala Ines Holm"],
    ["hu", "Szerző: Ines Holm", "Írta: Ines Holm"],
    ["ro", "De Ines Holm", "Scris de Ines Holm"],
    ["tr", "Yazar: Ines Holm", "Hazırlayan: Ines Holm"],
    ["uk", "Автор: Ines Holm", "Підготувала Ines Holm"],
    ["ru", "Автор: Ines Holm", "Текст: Ines Holm"],
    ["el", "Της Ines Holm", "Γράφει η Ines Holm"],
  ])("%s", (_, line, other) => {
    expect(namesOf(`<p>${line}</p>`)).toEqual(["Ines Holm"]);
    expect(namesOf(`<p>${other}</p>`)).toEqual(["Ines Holm"]);
  });
});
