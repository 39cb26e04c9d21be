import { describe, expect, it } from "vitest";
import { looksLikeHouse, looksLikeName } from "../../../src/core/bylines/person-names.ts";

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
    "Unsplash Symbolbild",
    "Hafenbau SA",
    "El Muelle",
    "Tuesday Morning",
  ])("%s is none", (name) => expect(looksLikeName(name)).toBe(false));

  it.each([
    "Harbour Post",
    "Hafenblatt GmbH",
    "harbour-post.com",
    "Redaktion Hafen",
    "AFP/Harbour Post",
  ])("%s is a house", (name) => expect(looksLikeHouse(name)).toBe(true));
});
