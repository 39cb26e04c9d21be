import { alternatives, WORD_END } from "./author-patterns.ts";

/** How articles thank those who helped, by language (ISO 639-1): phrases separated by `|`, compared without case. */
const HELPED: Readonly<Record<string, string>> = {
  de: "mitarbeit|unter mitarbeit von|mit material von",
  en: "additional reporting|further reporting|contributed to this|contributed reporting|with reporting by|with contributions from|additional research",
  fr: "avec la collaboration de|avec la contribution de|avec la participation de",
  es: "con la colaboración de|con información adicional de|contribuyó a este|contribuyeron a este",
  it: "con la collaborazione di|ha collaborato|hanno collaborato",
  nl: "met medewerking van|met bijdragen van",
  pt: "com a colaboração de|colaborou|colaboraram",
  pl: "współpraca",
  sv: "med bidrag av|med bidrag från",
  da: "med bidrag fra",
  no: "med bidrag fra",
  cs: "ve spolupráci s|na článku spolupracovali",
  hu: "közreműködött|közreműködtek",
  ro: "cu contribuția|a contribuit|au contribuit",
  tr: "katkıda bulunan|katkıda bulunanlar|katkıda bulundu",
  uk: "за участі|за участю",
  ru: "при участии",
  el: "με τη συμβολή",
};

const HELPERS = new RegExp(
  `(?:^|[^\\p{L}])(?:${alternatives(Object.values(HELPED).flatMap((phrases) => phrases.split("|")))})${WORD_END}`,
  "iu",
);

/** A line about those who helped the author: "Additional reporting by Bo Li", "(Unter Mitarbeit von Bo Li)". */
export const isHelpersLine = (text: string): boolean => HELPERS.test(text);
