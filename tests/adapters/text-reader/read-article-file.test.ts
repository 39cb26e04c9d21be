import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { detectLanguage } from "../../../src/adapters/language.ts";
import { cleanContent } from "../../../src/adapters/markup/clean-content.ts";
import { createReadArticleFile } from "../../../src/adapters/text-reader/read-article-file.ts";
import { parseYaml } from "../../../src/config/yaml/read-yaml.ts";
import { NO_CLEANUP } from "../../../src/core/cleaning/exceptions.ts";
import type { TextItem } from "../../../src/core/sources/article-file.ts";

const read = createReadArticleFile({ parseYaml, detectLanguage });
const CHANGED_AT = 1_700_000_000_000;

function readBytes(name: string, bytes: Uint8Array): TextItem {
  const result = read({ name, bytes, changedAt: CHANGED_AT });
  if (!result.ok) throw new Error(result.error.kind);
  return result.value.text;
}
const readText = (name: string, text: string): TextItem =>
  readBytes(name, new TextEncoder().encode(text));

const folder = new URL("../../fixtures/texts/", import.meta.url);
const fixtures = globSync("*.{txt,md}", { cwd: folder });

describe.each(fixtures)("%s", (name) => {
  const expected = JSON.parse(
    readFileSync(new URL(name.replace(/\.\w+$/, ".json"), folder), "utf8"),
  ) as Record<string, unknown>;

  it("reads as its description says", () => {
    const { item, derived } = readBytes(name, readFileSync(new URL(name, folder)));
    expect(item.guid).toBe(name);
    expect({ ...item, derived }).toMatchObject(expected);
  });
});

describe("titles", () => {
  it.each(["A note", "Respect", "The next letter"])("are %s over a short text", (head) => {
    const text = `${head}\n\nIt says that the bridge is closed until the summer.`;
    expect(readText("a.txt", text).item.title).toBe(head);
  });

  it("are short where the text comes back to them, and no labels that nobody has listed", () => {
    const body = [
      "Der Winterdienst fährt nun auch am Ufer. Die Räumung beginnt um vier.",
      "Bisher lag der Schnee dort bis zum Mittag, und wer zur Fähre wollte, ging auf der Straße.",
      "Die Stadt hat dafür zwei Fahrzeuge gekauft, die schmal genug sind für den Weg am Wasser.",
    ].join("\n\n");
    const titleOf = (head: string): string | null =>
      readText("a.txt", `${head}\n\n${body}`).item.title;
    expect(titleOf("Winterdienst")).toBe("Winterdienst");
    expect(titleOf("Mitgliederdiskussion")).toBe("Der Winterdienst fährt nun auch am Ufer.");
    expect(titleOf("Verwandte Materialien\n\nNeuer Winterdienst")).toBe("Neuer Winterdienst");
    expect(readText("a.txt", `Mitgliederdiskussion\n\n${body}`).item.contentHtml).toContain(
      "Mitgliederdiskussion",
    );
  });

  it("are headlines in the words of labels, which stay in the text", () => {
    const body = Array.from(
      { length: 3 },
      () => "The harbour board raised the quay on Tuesday, and the fishermen were told at last.",
    );
    for (const [head, title] of [
      ["Follow the money", "Follow the money"],
      ["Read all about it", "Read all about it"],
      ["Reading list", "Reading list"],
      ["No comment", "No comment"],
      ["No comment, please", "No comment, please"],
      ["Sin comentarios", "Sin comentarios"],
      ["Sans commentaire aucun", "Sans commentaire aucun"],
      ["Seguir sin red", "Seguir sin red"],
      ["Next up: the moon", "Next up: the moon"],
      ["La suite au prochain numéro", "La suite au prochain numéro"],
      ["De volta ao começo", "De volta ao começo"],
      ["Návrat domů", "Návrat domů"],
      ["More to follow", "More to follow"],
      ["More, please\n\nBy Ines Holm", "More, please"],
      ["Reply to all\n\nVon Ines Holm und Jan Kraus", "Reply to all"],
      ["Danke für nichts", "Danke für nichts"],
      ["Share this\n\nBy Ines Holm\n\nThe quay is raised", "The quay is raised"],
      ["More, please", "More, please"],
      ["Newsletter war", "Newsletter war"],
      ["Senden und empfangen", "Senden und empfangen"],
      ["Nessun commento\n\nThe quay is raised", "The quay is raised"],
      ["Zurück zum Anfang\n\nThe quay is raised", "The quay is raised"],
      ["Dark mode\n\nThe quay is raised", "The quay is raised"],
      ["Paying members", "Paying members"],
      ["Weiter so", "Weiter so"],
      ["The last post", "The last post"],
      ["La última página", "La última página"],
      ["L'ultima pagina", "L'ultima pagina"],
      ["Cookies for everyone", "Cookies for everyone"],
      ["Increase font size\n\nThe quay is raised", "The quay is raised"],
      ["Schrift größer\n\nThe quay is raised", "The quay is raised"],
      ["Powered by Google Translate\n\nThe quay is raised", "The quay is raised"],
      ["Breaking news alerts\n\nThe quay is raised", "The quay is raised"],
      ["Fot. archiwum: J. Brink\n\nThe quay is raised", "The quay is raised"],
      ["File photo\n\nThe quay is raised", "The quay is raised"],
      ["Related articles\n\nThe quay is raised", "The quay is raised"],
      ["Photo: J. Brink\n\nThe quay is raised", "The quay is raised"],
      ["Translate\n\nThe quay is raised", "The quay is raised"],
    ] as const) {
      const { item } = readText("a.txt", [head, ...body].join("\n\n"));
      expect(item.title).toBe(title);
      const context = { baseUrl: null, title, language: null, cleanup: NO_CLEANUP };
      expect(cleanContent(item.contentHtml ?? "", context).text).toContain(title);
    }
  });

  it.each(["Related materials", "Newsletter signup form"])(
    "are not taken from a line that may be a label, which stays in the text: %s",
    (head) => {
      const sentence = "The harbour board raised the quay, and the fishermen were told at last.";
      const { item } = readText(
        "a.txt",
        [head, sentence, sentence, sentence, sentence].join("\n\n"),
      );
      expect(item.title).toBe(sentence);
      const context = { baseUrl: null, title: sentence, language: null, cleanup: NO_CLEANUP };
      expect(cleanContent(item.contentHtml ?? "", context).text).toContain(head);
    },
  );

  it("are the first sentence, cut at a word, which stays in the text", () => {
    const long = `The old bridge ${"over the wide and quiet river ".repeat(6)}stays closed. More.`;
    const { item, derived } = readText("a.txt", long);
    expect(item.title?.length).toBeLessThanOrEqual(110);
    expect(item.title).toMatch(/^The old bridge over .*\w…$/);
    expect(derived).toContain("title");
    const context = { baseUrl: null, title: item.title, language: null, cleanup: NO_CLEANUP };
    expect(cleanContent(item.contentHtml ?? "", context).text).toBe(long);
  });

  it("are the first heading, which the cleaner then takes out of the text", () => {
    const { item } = readText("a.md", "Anzeige\n\n## Brücke gesperrt\n\nDie Brücke bleibt zu.");
    expect(item.title).toBe("Brücke gesperrt");
    const context = { baseUrl: null, title: item.title, language: null, cleanup: NO_CLEANUP };
    expect(cleanContent(item.contentHtml ?? "", context).text).toBe("Die Brücke bleibt zu.");
  });

  it("are not taken from a section far down", () => {
    const text = `${"Die Brücke bleibt noch lange gesperrt. ".repeat(8)}\n\n## Hintergrund\n\nMehr.`;
    expect(readText("a.md", text).item.title).toBe("Die Brücke bleibt noch lange gesperrt.");
  });

  it.each([
    "Commentaires",
    "Štítky:",
    "(mehr…)",
    "Werde Mitglied bei Talbote, um zu kommentieren.",
  ])("are no label that a text begins with: %s", (label) => {
    const body = "Die Brücke bleibt gesperrt. Der Rat sucht Geld dafür, und niemand hat es.";
    expect(readText("a.txt", `${label}\n\n${body}`).item.title).toBe("Die Brücke bleibt gesperrt.");
    const short = "Die Brücke";
    expect(readText("a.txt", `${label}\n\n${short}`).item.title).toBe("Die Brücke");
  });
});

describe("an HTML file", () => {
  it("is a page: only its name and its time are known without reading it", () => {
    const html = "<script>x</script><title>One</title><p>The bridge stays closed.</p>";
    const { item, derived, page } = readText("a.htm", html);
    expect(item).toMatchObject({ guid: "a.htm", title: null, contentHtml: null });
    expect([item.publishedAt, derived]).toEqual([CHANGED_AT, ["publishedAt"]]);
    expect(page).toMatchObject({ url: null, html: html.replace("<script>x</script>", "") });
  });

  it("is decoded by the charset that it names", () => {
    const html = '<meta charset="windows-1251"><p>Мост</p>';
    const letters = Uint8Array.from([0xcc, 0xee, 0xf1, 0xf2]);
    const [head = "", tail = ""] = html.split("Мост");
    const bytes = Buffer.concat([Buffer.from(head), letters, Buffer.from(tail)]);
    expect(readBytes("a.html", bytes).page?.html).toBe(html);
  });
});

describe("bytes", () => {
  it.each([
    ["UTF-8 with a mark", [0xef, 0xbb, 0xbf, 0x4d, 0xc3, 0xbc, 0x6c, 0x6c]],
    ["windows-1252", [0x4d, 0xfc, 0x6c, 0x6c]],
    ["UTF-16 with a mark", [0xff, 0xfe, 0x4d, 0, 0xfc, 0, 0x6c, 0, 0x6c, 0]],
  ])("are read as %s", (_, bytes) => {
    expect(readBytes("a.txt", Uint8Array.from(bytes)).item.contentHtml).toBe("<p>Müll</p>");
  });

  it("without text are an empty file", () => {
    const result = read({ name: "a.txt", bytes: new Uint8Array(), changedAt: CHANGED_AT });
    expect(result).toMatchObject({ ok: false, error: { kind: "empty" } });
  });
});

describe("front matter", () => {
  it.each([
    ["a number as title", "title: 2025", { title: "2025" }],
    ["a list as title", "title: [a, b]", { title: "Der Rat tagt am Dienstag in der alten Mühle." }],
    ["a script as url", "url: javascript:alert(1)", { link: null }],
    ["nonsense as date", "date: soon", { publishedAt: CHANGED_AT }],
    [
      "names in one string",
      "authors: Ada Moor, Luc Blanc",
      { authors: [{ name: "Ada Moor" }, { name: "Luc Blanc" }] },
    ],
    ["one name with a comma", "author: Moor, Ada", { authors: [{ name: "Moor, Ada" }] }],
    ["a mapping as language", "language: {a: 1}", { language: "de" }],
    ["keys of other tools", "layout: post\n__proto__: {title: x}", { categories: [] }],
  ])("takes %s with care", (_, yaml, expected) => {
    const text = `---\n${yaml}\n---\nDer Rat tagt am Dienstag in der alten Mühle.`;
    expect(readText("a.md", text).item).toMatchObject(expected);
  });
});

describe("front matter that cannot be used", () => {
  const warningsOf = (yaml: string): readonly string[] => {
    const text = `---\n${yaml}\n---\nThe council meets in the old mill.`;
    const result = read({
      name: "a.md",
      bytes: new TextEncoder().encode(text),
      changedAt: CHANGED_AT,
    });
    if (!result.ok) throw new Error(result.error.kind);
    return result.value.warnings.map(({ kind, detail }) => `${kind} ${detail}`);
  };

  it.each([
    ["date: soon", 'date: "soon" is not a date such as'],
    ["date: 2026-13-45", 'date: "2026-13-45" is not a date such as'],
    ["published: 12", "published: 12 is not a date such as"],
    ["modified: [1]", "modified: [1] is not a date such as"],
    ["title: [a, b]", 'title: ["a","b"] is not a text'],
    ["url: www.example.org/a", 'url: "www.example.org/a" is not an address'],
    ["link: javascript:alert(1)", 'link: "javascript:alert(1)" is not an address'],
    ["image: bridge.jpg", 'image: "bridge.jpg" is not an address'],
    ["image: { alt: a bridge }", 'image: {"alt":"a bridge"} is not an address'],
    ["authors: [{ mail: a@b.example }]", 'authors: [{"mail":"a@b.example"}] is not names'],
    ["author: { name: Ada, url: ada }", 'author: {"name":"Ada","url":"ada"} is not names'],
    ["tags: [a, { b: c }]", 'tags: ["a",{"b":"c"}] is not texts in a list'],
    ["language: German language", 'language: "German language" is not a language tag'],
    ["summary: { a: b }", 'summary: {"a":"b"} is not a text'],
    ["rights: true", "rights: true is not a text"],
    ["title: *note*", "the text between the --- lines cannot be read as YAML"],
  ])("is warned of: %s", (yaml, expected) => {
    expect(warningsOf(yaml)).toEqual([expect.stringContaining(`bad-front-matter ${expected}`)]);
  });

  it.each([
    "title: 2025",
    "title:",
    "tags: []",
    'image: ""',
    "date: 2026-11-19",
    "date: 19. November 2026",
    "authors: [Ada, { name: Luc, url: https://luc.example/ }]",
    "layout: post\nweight: [1]",
    "A paragraph between two rules.",
  ])("is not warned of: %s", (yaml) => {
    expect(warningsOf(yaml)).toEqual([]);
  });

  it("is named in short", () => {
    expect(warningsOf(`url: ${"a".repeat(500)}`)[0]?.length).toBeLessThan(200);
  });
});

it("cuts a text that is longer than is kept, as an excerpt, and says so", () => {
  const bytes = Buffer.from(`${"Reeds grow. ".repeat(10_000)}\n\n`.repeat(35));
  const result = read({ name: "long.txt", bytes, changedAt: 0 });
  expect(result).toMatchObject({
    ok: true,
    value: {
      text: { item: { contentHtml: null, summaryHtml: expect.stringMatching(/<p>…<\/p>$/) } },
      warnings: [{ kind: "text-cut" }],
    },
  });
});
