import { describe, expect, it } from "vitest";
import {
  isByline,
  isCredit,
  isDateLine,
  whatItTells,
} from "../../../src/adapters/page-reader/block-words.ts";

const wordsOf = (text: string): number => text.split(" ").length;

describe("bylines", () => {
  it.each([
    "By Anna Meier",
    "Von Anna Meier",
    "Par Anne Meunier",
    "Por Ana Molina",
    "Di Anna Mulino",
    "Door Anna Molen",
    "Autor: Anna Młynarz",
    "Written by Anna Meier",
  ])("begin like %s", (text) => expect(isByline(text)).toBe(true));

  it.each(["By and large it works", "Von wegen", "Por la mañana", "Bygones", "Anna Meier"])(
    "do not begin like %s",
    (text) => expect(isByline(text)).toBe(false),
  );
});

describe("credits", () => {
  it.each([
    "Foto: Eva Ott",
    "Fotos: dpa",
    "Symbolfoto: Eva Ott",
    "Bild: picture alliance / dpa",
    "Photo by Ida Berg",
    "Photo credit: Ida Berg",
    "© 2024 Ida Berg",
    "Copyright Ida Berg",
    "COPYRIGHT: Ida Berg",
    "(c) Ida Berg",
    "Crédit: Ida Berg",
    "Immagine: Ida Berg",
    "Beeld: Ida Berg",
    "Fot. | Ida Berg",
    "Ida Berg/Getty Images",
  ])("look like %s", (text) => expect(isCredit(text, wordsOf(text))).toBe(true));

  it.each([
    "Photos of the flood were shown in the school hall.",
    "Bilder einer Ausstellung",
    "Foto und Film waren ihre Sache.",
    "He sold the picture to Getty Images for a song.",
    "Videotapes were found",
    "Copyright law will change in spring, the minister said.",
  ])("do not look like %s", (text) => expect(isCredit(text, wordsOf(text))).toBe(false));
});

describe("date lines", () => {
  it.each([
    "12.03.2015",
    "2015-03-12",
    "Stand: 4. November 2025, 09:10 Uhr",
    "Published March 4, 2025 at 10:15 am EST",
    "Mis à jour le 4 mars 2025 à 10 h 15",
    "Publicado el 4 de marzo de 2025",
    "Pubblicato il 4 marzo 2025 alle ore 10:15",
    "Publicado em 4 de março de 2025",
    "Geplaatst op 4 maart 2025",
    "Aktualizacja: 4 marca 2025",
  ])("look like %s", (text) => expect(isDateLine(text)).toBe(true));

  it.each(["On 4 March the bridge fell", "1984", "In 2025", "May", "Am 4. November kommt der Rat"])(
    "do not look like %s",
    (text) => expect(isDateLine(text)).toBe(false),
  );
});

describe("lines about an article", () => {
  const authors = new Set(["anna berg", "jan kraus"]);

  it.each([
    ["04.02.2022 | 13:10 Uhr | Anna Berg", "day"],
    ["Anna Berg 04.05.2022", "day"],
    ["Anna Berg | Publicado hace 3 horas", "day"],
    ["Erstellt am: 30.01.2022 18:36 / sk", "day"],
    ["3. August 2015 · Filed under harbour matters", "day"],
    ["Stand des Artikels: 26. Februar 2020, 12:30 Uhr.", "day"],
    ["Por Anna Berg", "names"],
    ["Anna Berg | Jan Kraus", "names"],
  ])("tell when or who: %s", (text, told) => expect(whatItTells(text, authors)).toBe(told));

  it.each([
    "Anna Berg writes about harbours",
    "In Kiel | 12. Mai 2024",
    "Bo Li | 12. Mai 2024",
    "Filed under harbour matters",
    "Exhibition from 9 to 23 February 2017",
  ])("are not: %s", (text) => expect(whatItTells(text, authors)).toBeNull());
});
