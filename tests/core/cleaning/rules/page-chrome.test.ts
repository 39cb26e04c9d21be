import { describe, expect, it } from "vitest";
import { isPageChrome } from "../../../../src/core/cleaning/rules/page-chrome.ts";

describe("a line above a text", () => {
  it.each([
    "Home > News > Harbour",
    "Startseite » Kultur » Bücher",
    "You are here: Home > Local",
    "Accueil / Actualités",
    "Strona główna > Wiadomości > Port",
    "Ana sayfa > Haberler > Liman",
    "Главная > Новости > Порт",
  ])("is a breadcrumb trail: %s", (line) => expect(isPageChrome(line)).toBe(true));

  it.each([
    "Photo: J. Brink",
    "Symbolfoto: Jan Kraus/Hafenblatt",
    "Photograph by Anna Berg",
    "Fot. J. Brink",
    "Crédit photo : Anna Berg",
    "Zdjęcie: Jan Kowal",
    "Фото: Я. Бринк",
    "Φωτογραφία: Γ. Μπρινκ",
    "Foto: dpa",
    "Grafik: Jana Brandt",
    "Foto de archivo: Ana Ruiz",
    "Photo d’archives : Anne Roy",
    "Arkivbild: Jan Berg",
    "Picture: Tom Reed / Agency",
    "Fot. archiwum: J. Brink",
    "File photo",
    "Archivfoto",
    "Zdjęcie ilustracyjne",
  ])("is the credit of a picture: %s", (line) => expect(isPageChrome(line)).toBe(true));

  it.each(["Photo gallery", "Galería de fotos", "Bildergalerie"])(
    "is the name of a gallery: %s",
    (line) => expect(isPageChrome(line)).toBe(true),
  );

  it.each(["Hits: 1243", "Affichages : 1 243", "Times read: 1.243"])("is a counter: %s", (line) =>
    expect(isPageChrome(line)).toBe(true),
  );

  it.each(["A+ A-", "A A A", "Text size: A A A", "Font size - +", "Taille du texte : A A A"])(
    "is a widget for the size of letters: %s",
    (line) => expect(isPageChrome(line)).toBe(true),
  );

  it.each([
    "Breaking news",
    "BREAKING: News",
    "Developing story",
    "Eilmeldungen",
    "Liveticker",
    "Dernière minute",
    "Última hora",
    "Ultim'ora",
    "Z ostatniej chwili",
    "Just nu",
    "Ultimă oră",
    "Son dakika",
    "Терміново",
    "Срочная новость",
    "Έκτακτη είδηση",
  ])("is a kicker of urgent news: %s", (line) => expect(isPageChrome(line)).toBe(true));

  it.each([
    "Breaking bread",
    "Breaking the news",
    "Developing nations",
    "Flash flood",
    "Eil und Weile",
    "Urgent besoin de sang",
    "La última hora del barco",
    "Son dakika golü",
    "Срочно нужна кровь",
    "Photo: the year in pictures",
    "Bilder einer Ausstellung",
    "Fotos. Ein Leben",
    "Data by Night",
    "Photo gallery reopens",
    "Photo finish",
    "The photo archive",
    "Symbol of hope",
    "Vorbild: Anna Berg",
    "Snow / Rain",
    "Plan A",
    "Oslo – Bergen – Tromsø",
    "Home and away",
    "Wages > prices",
    "Apollo 13",
    "Route: 66 miles of dust",
  ])("is a headline: %s", (line) => expect(isPageChrome(line)).toBe(false));
});
