import { describe, expect, it } from "vitest";
import { classifyLine } from "../../../../src/core/cleaning/rules/classify-line.ts";
import { withoutLeadingLabels } from "../../../../src/core/cleaning/rules/leading-labels.ts";
import { block, removedFrom } from "./blocks.ts";
import { LABELS, PROSE } from "./lines-of-languages.ts";
import { SYSTEM_LABELS, SYSTEM_PROSE } from "./lines-of-systems.ts";

const BEFORE = block("The old bridge over the Halde has been closed since the flood last year.");
const AFTER = block("Work on the pillars will begin as soon as the water has fallen again.");
const linesOf = (lines: Readonly<Record<string, string>>): (readonly [string, string])[] =>
  Object.entries(lines).flatMap(([language, text]) =>
    text
      .trim()
      .split(/\n| · /)
      .map((line) => line.replace(/ ·$/, ""))
      .map((line) => [language, line.trim()] as const),
  );

describe.each([...linesOf(LABELS), ...linesOf(SYSTEM_LABELS)])("the label (%s) “%s”", (_, text) => {
  it("goes at the head, between two paragraphs and at the end", () => {
    expect(removedFrom([block(text), BEFORE, AFTER])).toEqual([0]);
    expect(removedFrom([BEFORE, block(text), AFTER])).toEqual([1]);
    expect(removedFrom([BEFORE, AFTER, block(text)])).toEqual([2]);
  });
});

describe.each([...linesOf(PROSE), ...linesOf(SYSTEM_PROSE)])("the prose (%s) “%s”", (_, text) => {
  it.each([
    ["paragraph", [block(text), BEFORE, AFTER]],
    ["paragraph", [BEFORE, block(text), AFTER]],
    ["paragraph", [BEFORE, AFTER, block(text)]],
    ["heading", [BEFORE, block(text, "heading"), AFTER]],
  ])("stays, as a %s", (_role, blocks) => {
    expect(removedFrom(blocks)).toEqual([]);
  });
});

describe("a label that is a heading between two paragraphs", () => {
  const links = ["Nordkai", "Westkai"].map((text) => block(text, "item", 1));

  it("stays above a paragraph, goes above a list of links", () => {
    const label = block("Print", "heading");
    expect(removedFrom([BEFORE, label, AFTER])).toEqual([]);
    expect(removedFrom([BEFORE, label, ...links, AFTER])).toEqual([1]);
  });

  it("stays above a list that is the article's own", () => {
    const own = ["Flour", "Water"].map((text) => block(text, "item"));
    expect(removedFrom([BEFORE, block("Print", "heading"), ...own, AFTER])).toEqual([]);
  });
});

it("goes as an item beside links to networks", () => {
  const list = [block("Print", "item"), block("Facebook", "item", 1)];
  expect(removedFrom([BEFORE, ...list, AFTER])).toEqual([1, 2]);
  expect(removedFrom([BEFORE, block("Print", "item"), block("Radio", "item", 1), AFTER])).toEqual(
    [],
  );
});

it("goes as a paragraph that is one link", () => {
  expect(removedFrom([BEFORE, block("Comments", "paragraph", 1), AFTER])).toEqual([1]);
  expect(removedFrom([BEFORE, block("Comments"), AFTER])).toEqual([]);
});

describe("one word between two paragraphs", () => {
  it.each(["Unsubscribe", "Imprimir", "Štítky", "Роздрукувати", "(suite…)", "(mehr …)"])(
    "goes when it is a button's: %s",
    (text) => expect(removedFrom([BEFORE, block(text), AFTER])).toEqual([1]),
  );

  it.each(["Autor", "Commentaires", "Antworten", "Contents", "Presse", "Folgen"])(
    "stays when it may be a heading: %s",
    (text) => expect(removedFrom([BEFORE, block(text), AFTER])).toEqual([]),
  );
});

it.each([
  "The plan",
  "I. The plan",
  "The shares",
  "Die Reaktionen",
  "2. Die Anmeldung",
  "Les réactions",
  "L'inscription",
  "La suscripción",
  "Il piano",
  "Het abonnement",
  "As reações",
])("an article and one noun are a heading, wherever they stand: %s", (text) => {
  for (const role of ["paragraph", "heading"] as const) {
    const one = block(text, role);
    expect(removedFrom([one, BEFORE, AFTER])).toEqual([]);
    expect(removedFrom([BEFORE, one, AFTER])).toEqual([]);
  }
});

describe("a name in a label", () => {
  it.each([
    "Harbour News auf Google News folgen",
    "Werde zahlendes Mitglied bei Talbote, um Kommentare zu schreiben.",
    "View all posts by Anna Berg",
    "More by Anna Berg",
    "Lee nuestra entrevista con Lucía Herranz",
  ])("is known by its capitals: %s", (text) => {
    expect(classifyLine({ text, linkedShare: 0, urls: [] })).not.toBeNull();
  });

  it.each(["Get Creative With Your Pages", "Anna Berg Follows The River", "Follow Harbour News"])(
    "is none in %s",
    (text) => expect(classifyLine({ text, linkedShare: 0, urls: [] })).toBeNull(),
  );
});

describe("an imperative with its pronoun", () => {
  it.each([
    "Offrez-nous un café",
    "Apóyanos",
    "Sostienici",
    "Pague-nos um café",
    "Scrie-ne un comentariu",
  ])("is two words: %s", (text) => expect(removedFrom([BEFORE, AFTER, block(text)])).toEqual([2]));

  it("is told from the articles that nouns of the North end with", () => {
    expect(removedFrom([BEFORE, block("Tilmeldingen"), AFTER])).toEqual([]);
    expect(removedFrom([BEFORE, block("Läs hela berättelsen"), AFTER])).toEqual([1]);
  });
});

describe("a line of several sentences", () => {
  it.each([
    "Annons. Scrolla för att läsa vidare",
    "Not on the list yet? Subscribe to our newsletter.",
    "¿Has visto un error? Escríbenos",
    "Дякуємо, що читаєте! Підпишіться безкоштовно.",
    "Είδατε κάποιο λάθος; Γράψτε μας",
  ])("goes when each is a label: %s", (text) => {
    expect(removedFrom([BEFORE, block(text), AFTER])).toEqual([1]);
  });

  it.each([
    "Advertisement. The word fell twice in the council.",
    "Har du sett ett fel? Bron är fortfarande stängd.",
  ])("stays when one is prose: %s", (text) => {
    for (const blocks of [
      [block(text), BEFORE, AFTER],
      [BEFORE, AFTER, block(text)],
    ])
      expect(removedFrom(blocks)).toEqual([]);
  });
});

describe("a label with one word that no list has", () => {
  it.each(["Lies auch unser Dossier", "Read also our almanac", "Læs også vores almanak"])(
    "goes at an edge only: %s",
    (text) => {
      expect(removedFrom([BEFORE, AFTER, block(text)])).toEqual([2]);
      expect(removedFrom([BEFORE, block(text), AFTER])).toEqual([]);
    },
  );

  it.each(["Follow the money", "Comments from the jury", "Lesen lernen mit sechzig"])(
    "is prose when it asks for nothing else: %s",
    (text) => expect(removedFrom([BEFORE, AFTER, block(text)])).toEqual([]),
  );
});

describe("the head of a text as its title", () => {
  it.each([
    ["Commentaires\n\nLe pont est fermé depuis la crue.", "Le pont est fermé depuis la crue."],
    ["Štítky:\n\nSdílet\n\nMost je zavřený.", "Most je zavřený."],
    ["The bridge is closed.\n\nPrint", "The bridge is closed.\n\nPrint"],
    ["Print\n\nShare", "Print\n\nShare"],
    ["", ""],
    ["Written by Ines Holm\n\nThe bridge", "The bridge"],
    ["Geschrieben von: Ines Holm\n\nDie Brücke", "Die Brücke"],
    ["Written by Women\n\nThe bridge", "Written by Women\n\nThe bridge"],
    ["Newsletter\n\nLesemodus\n\nLa mode\n\nLe pont.", "La mode\n\nLe pont."],
  ])("%j", (text, rest) => {
    expect(withoutLeadingLabels(text)).toBe(rest);
  });

  it.each([
    "Post für alle",
    "Notizie per tutti",
    "Alles auf Anfang",
    "Zurück auf Los",
    "Stop the press",
    "Mehr Leser als Autoren",
    "More readers than writers",
    "Więcej czytelników niż autorów",
  ])("is a headline: %s", (line) =>
    expect(withoutLeadingLabels(`${line}\n\n${BEFORE.lines[0]?.text}`)).toMatch(line),
  );

  it("is found under very many labels in linear time", () => {
    const cost = (count: number): number => {
      const text = `${"Newsletter\n\n".repeat(count)}The bridge is closed.`;
      const start = process.cpuUsage();
      expect(withoutLeadingLabels(text)).toBe("The bridge is closed.");
      return process.cpuUsage(start).user;
    };
    cost(250);
    const [once, eightTimes] = [cost(500), cost(4_000)];
    expect(eightTimes).toBeLessThan(30 * once);
  });
});
