import { expect, it } from "vitest";
import { isWordedAsHeadline } from "../../../../src/core/cleaning/rules/headline-words.ts";

it.each([
  "No comment, please",
  "Kein Kommentar, danke",
  "Sans commentaires, merci",
  "Sin más comentarios",
  "Brak komentarza",
  "Bez odpovědi",
  "Χωρίς απάντηση",
  "Seguir sin red",
  "Lire sans lumière",
  "Antworten auf nichts",
  "More, please",
  "Mais do mesmo",
  "Back to the start",
  "De volta ao começo",
  "Návrat domů",
  "Retour en haut de l'affiche",
  "La suite au prochain numéro",
  "Next: the moon",
  "Sign here, please",
])("a line is worded as a headline: %s", (line) => {
  expect(isWordedAsHeadline(line)).toBe(true);
});

it.each([
  "No comments",
  "Nessun commento",
  "Inga kommentarer",
  "Комментариев нет",
  "Zurück zum Anfang",
  "Back to top",
  "Retour en haut de la page",
  "Continue without accepting",
  "Weiterlesen ohne Werbung",
  "Related: the moon",
  "Dark mode",
  "Print",
  "Print this page",
  "Loading …",
  "Wird geladen...",
  "Partilhar este artigo",
  "Deel je mening",
  "Already a member?",
])("a line is a label: %s", (line) => {
  expect(isWordedAsHeadline(line)).toBe(false);
});
