import { describe, expect, it } from "vitest";
import { afterBy, isByAlone } from "../../../src/adapters/page-reader/byline-words.ts";
import { mostNamed, namesInLine } from "../../../src/adapters/page-reader/names-in-line.ts";

describe("names in a line", () => {
  it.each([
    ["Ines Holm 10/04/2016 05:07 AM EDT", ["Ines Holm"]],
    ["Ines HolmStaff Writer", ["Ines Holm"]],
    ["Ines Holm, Senior Political Correspondent", ["Ines Holm"]],
    ["INES HOLM, AP National Harbour Writer", ["INES HOLM"]],
    ["Ines Holm, Projektleiterin der Hafenstiftung in Kiel", ["Ines Holm"]],
    ["By Ines Holm and Jan Kraus | 5 min. read", ["Ines Holm", "Jan Kraus"]],
    ["Von Ines Holm, dpa", ["Ines Holm"]],
    ["Ines Holm (AFP)", ["Ines Holm"]],
    ["Ines Holm • Published 3 May 2024", ["Ines Holm"]],
    ["Ines Holm In Harbour Matters", ["Ines Holm"]],
    ["By Ines el Holm and Ursula Le Berg", ["Ines el Holm", "Ursula Le Berg"]],
    ["Par Ines Holm le 3 mai 2024", ["Ines Holm"]],
    ["Door Ines Holm op maandag 3 mei", ["Ines Holm"]],
    ["Barbara Freitag und Sun Li", ["Barbara Freitag", "Sun Li"]],
    ["Ines Holm, Freitag, 3. Mai", ["Ines Holm"]],
    ["Herbert Read", ["Herbert Read"]],
    ["Ines Holm, Bo Li, and Eva Ott for the Harbour Post", ["Ines Holm", "Bo Li", "Eva Ott"]],
    ["Ines Holm aus Kiel", ["Ines Holm"]],
    ["Ines Holm mit dpa", ["Ines Holm"]],
    ["Ines Holm/HP-X", ["Ines Holm"]],
    ["Von unserer Korrespondentin Ines Holm", ["Ines Holm"]],
    ["Holm, Ines; Li, Bo", ["Holm, Ines", "Li, Bo"]],
    ["李明、王芳", ["李明", "王芳"]],
    ["Posted by inesh under Harbour Matters, Quays", ["inesh"]],
    ["Text von Ines Holm Fotos von Bo Li", ["Ines Holm"]],
    ["Reporting by Ines Holm; Editing by Bo Li", ["Ines Holm"]],
    ["Autor/in: Ines Holm", ["Ines Holm"]],
    ["Par Inès Hölm et Éric d’Orsay", ["Inès Hölm", "Éric d’Orsay"]],
    ["Ludwig van der Berg im Gespräch mit Ines Holm", ["Ludwig van der Berg", "Ines Holm"]],
    ["山田太郎", ["山田太郎"]],
    ["by 港湾事務所 ／ 2016.12.01", ["港湾事務所"]],
    ["Von Mat­thias Berg", ["Matthias Berg"]],
    ["Ines Holm (ines.holm@harbour.example)", ["Ines Holm"]],
    ["By Ines Holm @inesholm", ["Ines Holm"]],
    ["Ines Holm, Jan Kraus (Text) und Bo Li (Fotos)", ["Ines Holm", "Jan Kraus"]],
    ["Von Ines Holm (Text) und Bo Li (Fotos)", ["Ines Holm"]],
    ["By Ines Holm Photography by Bo Li", ["Ines Holm"]],
    ["By Ines Holm in London and Bo Li in Paris", ["Ines Holm", "Bo Li"]],
    ["Von Ines Holm, Kiel, und Bo Li, Rom", ["Ines Holm", "Bo Li"]],
    ["Ines Holm, Bo Li, Harbour News", ["Ines Holm", "Bo Li"]],
    ["By Ines Holm, special to the Post", ["Ines Holm"]],
    ["Von Tim Stand", ["Tim Stand"]],
    ["Av Per Olsson och Sid Berg", ["Per Olsson", "Sid Berg"]],
    ["Ines Holm a Bo Li", ["Ines Holm", "Bo Li"]],
    ["Инес Хольм и Бо Ли", ["Инес Хольм", "Бо Ли"]],
    ["Ines Holm, vastaava, SID", ["Ines Holm"]],
    ["anónimo", []],
    ["Agencies", []],
    ["Ines Holm für Himmel und Erde", ["Ines Holm"]],
    ["By HP Staff", ["HP Staff"]],
    ["By Staff Writer", ["Staff Writer"]],
    ["Redaktion", ["Redaktion"]],
    ["admin", []],
    ["Author", []],
  ])("%s", (line, names) => expect(namesInLine(line)).toEqual(names));

  it.each([
    [["Reuters", "Oslo"], ["Reuters"]],
    [["Ines Holm", "Harbours"], ["Ines Holm"]],
    [["anna_b"], ["anna_b"]],
  ])("of %s are %s", (names, kept) => expect(mostNamed(names)).toEqual(kept));
});

describe("what follows a word for who wrote", () => {
  it.each([
    ["By Ines Holm", "Ines Holm"],
    ["06.11.2023 13:30 von Olga", "Olga"],
    ["Posted on September 21, 2020 by Ines Holm", "Ines Holm"],
    ["Verfasst von: anna_b", "anna_b"],
    ["Ein Artikel von Ines Holm", "Ines Holm"],
    ["Autorin: ines", "ines"],
  ])("%s", (line, rest) => expect(afterBy(line)).toBe(rest));

  it.each([
    "By and large it works",
    "Von wegen",
    "The boat was stopped with 475 pounds on board by Federal Agents",
    "Autor podkreśla znaczenie portu",
    "Redaktion Hafen",
    "Ines Holm",
  ])("is nothing in %s", (line) => expect(afterBy(line)).toBeNull());

  it("may be in the next block", () => {
    expect(["Autorin", "By", "Text:"].every(isByAlone)).toBe(true);
    expect(isByAlone("Interview with the author")).toBe(false);
  });
});
