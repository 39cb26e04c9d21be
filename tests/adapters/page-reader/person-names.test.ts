import { describe, expect, it } from "vitest";
import {
  afterBy,
  looksLikeHouse,
  looksLikeName,
  namesInLine,
} from "../../../src/adapters/page-reader/person-names.ts";

describe("names in a line", () => {
  it.each([
    ["Ines Holm 10/04/2016 05:07 AM EDT", ["Ines Holm"]],
    ["Ines HolmStaff Writer", ["Ines Holm"]],
    ["Ines Holm, Senior Political Correspondent", ["Ines Holm"]],
    ["By Ines Holm and Jan Kraus | 5 min. read", ["Ines Holm", "Jan Kraus"]],
    ["Von Ines Holm, dpa", ["Ines Holm"]],
    ["Ines Holm (AFP)", ["Ines Holm"]],
    ["Ines Holm • Published 3 May 2024", ["Ines Holm"]],
    ["Text von Ines Holm Fotos von Bo Li", ["Ines Holm"]],
    ["Autor/in: Ines Holm", ["Ines Holm"]],
    ["Par Inès Hölm et Éric d’Orsay", ["Inès Hölm", "Éric d’Orsay"]],
    ["Ludwig van der Berg im Gespräch mit Ines Holm", ["Ludwig van der Berg", "Ines Holm"]],
    ["山田太郎", ["山田太郎"]],
    ["Von Mat­thias Berg", ["Matthias Berg"]],
    ["admin", []],
    ["Author", []],
  ])("%s", (line, names) => expect(namesInLine(line)).toEqual(names));
});

describe("what follows a word for who wrote", () => {
  it.each([
    ["By Ines Holm", "Ines Holm"],
    ["06.11.2023 13:30 von Olga", "Olga"],
    ["Posted on September 21, 2020 by Ines Holm", "Ines Holm"],
    ["Verfasst von: anna_b", "anna_b"],
    ["Ein Artikel von Ines Holm", "Ines Holm"],
  ])("%s", (line, rest) => expect(afterBy(line)).toBe(rest));

  it.each([
    "By and large it works",
    "Von wegen",
    "The boat was stopped with 475 pounds on board by Federal Agents",
    "Ines Holm",
  ])("is nothing in %s", (line) => expect(afterBy(line)).toBeNull());
});

describe("people and houses", () => {
  it.each(["Ines Holm", "J.R. Stone", "Ludwig van der Berg", "Meier, Anna", "О. Петренко"])(
    "%s is a person",
    (name) => expect(looksLikeName(name)).toBe(true),
  );

  it.each([
    "Zur Übersicht",
    "Harbour News",
    "The Harbour Post",
    "Read more",
    "anna_b",
    "Redaktion Hafen",
    "harbour.example",
    "Anna",
  ])("%s is none", (name) => expect(looksLikeName(name)).toBe(false));

  it.each(["Harbour Post", "Hafenblatt GmbH", "harbour-post.com", "Redaktion Hafen"])(
    "%s is a house",
    (name) => expect(looksLikeHouse(name)).toBe(true),
  );
});
