import { describe, expect, it } from "vitest";
import { isDoubtfulHead } from "../../../../src/core/cleaning/rules/doubtful-head.ts";

const TEXTS = {
  de: "Die Stadt hat den Winterdienst neu geordnet. Die Räumfahrzeuge fahren nun auch am Ufer, und die Mitglieder des Rates stimmten zu.",
  en: "The town has put its snow ploughs in new order. The drivers now clear the quays as well, Ines Holm said on Tuesday.",
  fr: "La ville a réorganisé le déneigement. Les chasse-neige passent maintenant sur les quais, a dit la maire mardi.",
  es: "La ciudad ha ordenado de nuevo este servicio de nieve. Los quitanieves pasan ahora por los muelles, dijo la alcaldesa.",
  pl: "Miasto na nowo uporządkowało odśnieżanie. Pługi jeżdżą teraz także nad nabrzeżem, powiedziała burmistrzyni we wtorek.",
  cs: "Město nově uspořádalo zimní údržbu. Pluhy teď jezdí i po nábřeží, řekla v úterý starostka.",
  hu: "A város újraszervezte a téli útkarbantartást. A hókotrók most a rakpartot is tisztítják, mondta a polgármester.",
  ru: "Город заново организовал уборку снега. Машины теперь чистят и набережную, сказала мэр во вторник.",
} as const;

type Language = keyof typeof TEXTS;
const isDoubtful = (language: Language, line: string): boolean =>
  isDoubtfulHead(line, lengthy(TEXTS[language]));

/** Of a length in which a text comes back to its subject. */
const lengthy = (text: string): string => Array.from({ length: 4 }, () => text).join("\n\n");

describe("the first line of a text", () => {
  it.each<[Language, string]>([
    ["de", "Leserdiskussion"],
    ["de", "Verwandte Materialien"],
    ["de", "Mehr von Ines Holm"],
    ["de", "Kommentarbereich"],
    ["en", "Subscriber discussion"],
    ["en", "Related materials"],
    ["en", "More by Ines Holm"],
    ["en", "Newsletter signup form"],
    ["fr", "Discussion entre lecteurs"],
    ["es", "Modificar este artículo"],
    ["es", "Modificar este post"],
    ["pl", "Powiązane materiały"],
    ["cs", "Související zdroje"],
    ["hu", "Kapcsolódó anyagok"],
    ["ru", "Похожие материалы"],
  ])("is a label that nobody has listed (%s): %s", (language, line) => {
    expect(isDoubtful(language, line)).toBe(true);
  });

  it.each<[Language, string]>([
    ["en", "Follow the money"],
    ["en", "Letters home"],
    ["en", "Old friends, new members"],
    ["en", "Comments from the jury"],
    ["en", "Print is not dead"],
    ["en", "The next page"],
    ["en", "Advertising works"],
    ["en", "Sharing the load"],
    ["es", "Noticias de ninguna parte"],
    ["es", "Nuevos socios"],
    ["de", "Folge dem Geld"],
    ["de", "Weitere Angebote"],
    ["fr", "Lire entre les lignes"],
    ["fr", "Lettre ouverte"],
    ["es", "Publicidad engañosa"],
    ["pl", "List otwarty"],
    ["cs", "Otevřený dopis"],
    ["hu", "Vissza az iskolába"],
    ["ru", "Открытое письмо"],
    ["de", "Winterdienst"],
    ["de", "Neue Räumfahrzeuge"],
    ["de", "Die Mitglieder stimmen zu"],
    ["de", "Folgen für den Winterdienst"],
    ["de", "Am Ufer"],
    ["de", "Sturmflut"],
    ["de", "Mehr vom Ufer"],
    ["en", "New snow ploughs"],
    ["en", "Clear quays"],
    ["en", "Shares tumble after frost"],
    ["de", "Werbung ärgert Anrainer"],
    ["en", "Related plough matters"],
    ["en", "Winter"],
    ["en", "Subscribe to our newsletter, the mayor said, and then the lights went out again."],
    ["fr", "Déneigement"],
    ["fr", "Les chasse-neige suivent les quais"],
    ["es", "Quitanieves"],
    ["pl", "Odśnieżanie"],
    ["pl", "Pługi nad nabrzeżem"],
    ["cs", "Zimní údržba"],
    ["hu", "Hókotrók"],
    ["ru", "Уборка снега"],
    ["ru", "Связанные набережной"],
  ])("is a headline (%s): %s", (language, line) => {
    expect(isDoubtful(language, line)).toBe(false);
  });

  it.each([
    ["The next letter", "It came beside a broken feed."],
    [
      "A note",
      "It says that the bridge is closed until the summer, and where the buses go until then.",
    ],
  ])("is the title of a text that is too short to come back to anything: %s", (line, text) => {
    expect(isDoubtfulHead(line, text)).toBe(false);
  });

  it("is no label when it is longer than one; no end of its words is looked up", () => {
    const word = "newsletter".repeat(100_000);
    const start = process.cpuUsage();
    expect(isDoubtfulHead(word, TEXTS.en)).toBe(false);
    expect(process.cpuUsage(start).user).toBeLessThan(1_000_000);
  });

  it("is the title of a verse or a list, which has no sentences", () => {
    expect(isDoubtfulHead("Related materials", "Oak\nAsh\nBeech")).toBe(false);
  });

  it.each(["- Oak\n- Ash", "1. Oak\n2. Ash", "• Oak"])("is what a list is called: %j", (list) => {
    const text = `\n${list}\n\n${TEXTS.en}`;
    expect(isDoubtfulHead("Related materials", text)).toBe(false);
  });
});
