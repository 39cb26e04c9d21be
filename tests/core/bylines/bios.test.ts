import { describe, expect, it } from "vitest";
import { bioIn, namedInAbout, startsAsPen } from "../../../src/core/bylines/bios.ts";

describe("a line that presents one who writes", () => {
  it.each([
    ["en", "Mona Reed is a freelance journalist based in Tolvik.", "Mona Reed"],
    ["en", "Mona Reed covers schools and housing.", "Mona Reed"],
    ["en", "Mona Reed, 34, writes about rivers.", "Mona Reed"],
    ["de", "Vera Lindt ist Wirtschaftsredakteurin des Anzeigers.", "Vera Lindt"],
    ["de", "Unsere Autorin Vera Lindt ist in Kiel aufgewachsen.", "Vera Lindt"],
    ["fr", "Lena Moreau est rédactrice en chef adjointe du Courrier.", "Lena Moreau"],
    ["es", "Lucía Ferrer cubre la política municipal.", "Lucía Ferrer"],
    ["it", "Giulia Ferri si occupa di scuola e di casa.", "Giulia Ferri"],
    ["nl", "Femke Bakker is freelancejournalist en woont in Delft.", "Femke Bakker"],
    ["pt", "Marta Lopes é repórter de economia.", "Marta Lopes"],
    ["pl", "Anna Wolska jest redaktorką działu ekonomicznego.", "Anna Wolska"],
    ["sv", "Elin Sand bevakar kommunpolitiken.", "Elin Sand"],
    ["da", "Mette Lund er erhvervsredaktør på Avisen.", "Mette Lund"],
    ["no", "Kari Dahl er frilansjournalist og bor i Bergen.", "Kari Dahl"],
    ["cs", "Jana Malá je redaktorkou Kurýra a píše o moři.", "Jana Malá"],
    ["hu", "Kovács Anna a Hírlap gazdasági szerkesztője.", "Kovács Anna"],
    ["ro", "Ana Popescu este redactor la Curierul.", "Ana Popescu"],
    ["tr", "Ayşe Demir Kurye gazetesinde ekonomi editörüdür.", "Ayşe Demir"],
    ["uk", "Анна Бойко — журналістка «Кур'єра», пише про море.", "Анна Бойко"],
    ["ru", "Анна Громова является редактором отдела экономики.", "Анна Громова"],
    ["el", "Η Άννα Μαρίνου είναι δημοσιογράφος.", "Άννα Μαρίνου"],
  ])("%s: %s", (_, line, name) => {
    const bio = bioIn(line);
    expect(bio?.name).toBe(name);
    expect(bio?.isOfPen || bio?.isCalledAuthor).toBe(true);
  });

  it.each([
    "Peter Vale is the new keeper of the lighthouse.",
    "Jonas Weyl is a former teacher who was married to a reporter.",
    "Ada Brandt, a reporter who came by chance, took the only picture.",
    "Karel Novak writes that the key is under the stone.",
    "Nina Hart berichtet, dass der Schlüssel unter dem Stein liegt.",
    "Jonas Weyl est marié à une journaliste.",
    "Jan Kuiper is getrouwd met een journalist.",
    "Jan Kos jest mężem dziennikarki.",
    "Jan Kos je manželem novinářky.",
    "Kis János felesége újságíró volt.",
    "Ali Çelik'in eşi eskiden gazeteciydi.",
    "Іван Гай — чоловік журналістки.",
    "The harbour board is a reporter of its own deeds.",
  ])("is not: %s", (line) => {
    expect(bioIn(line)?.isOfPen ?? false).toBe(false);
  });

  it("tells guests from those who write", () => {
    expect(bioIn("Prof. Dr. Vera Lindt ist Direktorin des Instituts.")).toMatchObject({
      name: "Vera Lindt",
      isOfPen: false,
      isOfGuest: true,
    });
  });

  it("begins with the profession under a name", () => {
    expect(startsAsPen("Politische Redakteurin beim Anzeiger")).toBe(true);
    expect(startsAsPen("The keeper says it was a reporter")).toBe(false);
  });
});

describe("the name in a heading about somebody", () => {
  it.each([
    ["About Mona Reed", ["Mona", "Reed"]],
    ["À propos d'Anna Weiss", ["Anna", "Weiss"]],
    ["O Annie Wolskiej", ["Annie", "Wolskiej"]],
    ["Kovács Annáról", ["Kovács", "Anná"]],
    ["Ayşe Demir hakkında", ["Ayşe", "Demir"]],
    ["About the harbour", null],
  ])("%s", (heading, words) => expect(namedInAbout(heading)).toEqual(words));
});
