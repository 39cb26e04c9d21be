import type { Random } from "./generated-texts.ts";

/** A report that is filled in anew for each event. In braces stand what is filled in: words, and numbers as `from-to`. */
export type ReportForm = {
  readonly name: string;
  readonly language: "de" | "en" | "fr";
  /** What it stands under wherever it is printed: it tells of no event. */
  readonly headings: readonly string[];
  /** A headline that tells of the event. */
  readonly headline: string;
  readonly text: string;
};

/** What is filled in; of each list no word stands in another. */
const WORDS: Readonly<Record<string, string>> = {
  Ort: "Velten Halmstadt Orsingen Kaltenmoos Drehfurt Talheim Niederlau Wiesbruck Grünau Rotbach Marbeck Seedorf",
  Name: "Weber Schulz Krause Lindner Hofmann Albers Petri Brandt Winkler Reuter Falk Seidel",
  Tag: "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
  Wetter: "Regen Schneeregen Nebel Sonnenschein Schauer Gewitter Graupel Hagel Dunst",
  Gegend: "Alpenrand Hochland Flachland Rheintal Oberland Bergland Donauraum",
  Ware: "Müsliriegel Kinderwagen Wasserkocher Babybrei Fahrradhelm Kaffeepads Lichterkette",
  Mangel: "Metallsplitter Salmonellen Schimmelpilze Glasstücke Kunststoffteile Weichmacher",
  Laden: "Frischmarkt Landkauf Kaufgut Markthof Preisland Grünkorb",
  town: "Harlow Bexton Millbrook Ashford Kingsley Dunmore Riverton Oakham Fairview Stanwick",
  name: "Carter Doyle Hughes Mercer Palmer Quinn Sutton Walsh Fraser Hobbs Kemp Lawson",
  day: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
  company: "Halmfoods Orsasteel Veldachem Northline Brunel Lindenbank Seagate Talwind Mossbrew",
  place: "warehouse bakery garage restaurant barn workshop cinema library",
  sky: "drizzle fog showers sleet sunshine thunder hail snow",
  area: "highlands valleys lowlands estuary moors midlands islands",
  trait: "patience courage candour caution calm ambition humour trust",
  sign: "Aries Taurus Gemini Virgo Libra Scorpio Capricorn Aquarius",
  ville: "Valmont Sernac Mirval Aubenne Clermeuil Portonne Belrive Lestac",
  jour: "lundi mardi mercredi jeudi vendredi samedi dimanche",
  engin: "camionnette moto berline bicyclette remorque voiture",
};

const form = (
  name: string,
  language: ReportForm["language"],
  [headline, ...headings]: readonly [string, ...string[]],
  text: string,
): ReportForm => ({ name, language, headline, headings, text });

export const REPORT_FORMS: readonly ReportForm[] = [
  form(
    "a weather report",
    "de",
    ["{Wetter} am {Gegend}", "Das Wetter", "So wird das Wetter morgen", "Die Aussichten"],
    "Am {Tag} bringt ein Tief vor allem am {Gegend} {Wetter}. Weiter nördlich bleibt es zunächst trocken, später kommt im {Gegend 2} {Wetter 2} auf. Die Temperaturen erreichen am Nachmittag {5-19} Grad, in den Nächten kühlt es ab. Dazu weht ein mäßiger Wind aus Westen. In den kommenden Tagen ändert sich an der Lage nach Ansicht des Wetterdienstes kaum etwas, erst zum Ende der Woche zieht ein neues Hoch heran.",
  ),
  form(
    "a weather report",
    "en",
    ["{sky} over the {area}", "Weather", "Weather for the weekend", "What tomorrow brings"],
    "A low off the west will bring {sky} to the {area} on {day}, forecasters said. Elsewhere it starts dry, with {sky 2} moving in over the {area 2} by the evening. Highs of around {5-19} degrees are expected, and the wind will be light to moderate. Drivers are asked to take care on higher roads. The outlook for the days after is much the same, with little change before a ridge builds from the south.",
  ),
  form(
    "a police report",
    "fr",
    ["Une {engin} sort de la route à {ville}", "Faits divers", "Les faits divers de la semaine"],
    "Une {engin} est sortie de la route {jour} vers 18 h 30 à la hauteur de {ville}. Selon les gendarmes, la vitesse serait à l'origine de l'accident. Le conducteur, un habitant de {ville 2}, a été transporté à l'hôpital par les pompiers, ses jours ne sont pas en danger. La circulation a été coupée pendant près de {20-90} minutes dans les deux sens. Une enquête est ouverte.",
  ),
  form(
    "a fire report",
    "en",
    ["Fire at {place} in {town}", "Fire brigade", "This week's calls for the fire brigade"],
    "Firefighters were called to a {place} in {town} on {day} night. Flames had spread to the roof when the first of several crews arrived. Nobody was in the building, said station officer {name}. Neighbours were told to keep their windows shut. The damage is put at {20-900},000 pounds, and the road stayed closed until the morning. Anybody who saw something is asked to call the station.",
  ),
  form(
    "a product recall",
    "de",
    ["{Ware}: Rückruf wegen {Mangel}", "Rückruf", "Warnung vor einem Artikel im Handel"],
    "Der Hersteller ruft vorsorglich das Produkt {Ware} zurück. Es könne nicht ausgeschlossen werden, dass einzelne Packungen durch {Mangel} belastet seien, teilte das Unternehmen am {Tag} mit. Verkauft wurde die Ware vor allem bei {Laden}. Kunden können den Artikel auch ohne Kassenbon zurückgeben und erhalten den Kaufpreis erstattet. Von der Verwendung wird dringend abgeraten. Rückfragen beantwortet eine kostenlose Hotline.",
  ),
  form(
    "an obituary",
    "de",
    ["{Name} aus {Ort} gestorben", "Nachruf", "Wir trauern um einen Mitbürger"],
    "{Name} ist tot. Wie die Familie mitteilte, starb {Name} am {Tag} im Alter von {61-97} Jahren im Kreis der Angehörigen. In {Ort} war {Name} allen bekannt. Auch im Verein und in der Nachbarschaft half er, wo es nötig war, und nahm sich für jeden Zeit. Die Trauerfeier findet am {Tag 2} in der Kirche statt, danach ist Gelegenheit zum Gespräch. Anstelle von Blumen bittet die Familie um eine Spende.",
  ),
  form(
    "a stock market report",
    "en",
    ["{company} leads, {company 2} trails", "Markets", "Shares at the close today"],
    "Shares ended little changed on {day} in thin trade. {company} led the gainers after results, followed by {company 2}, while {company 3} and {company 4} were the weakest after brokers cut their ratings. Dealers said many investors stayed away before the holiday. The main index added {2-30} points. Government bonds were steady and the currency hardly moved.",
  ),
  form(
    "a horoscope",
    "en",
    ["{sign}: a day for {trait}", "Horoscope", "Your stars for today"],
    "{sign}: things begin to move at last, and a talk in the afternoon may open a door that was long shut. What you need now is {trait}, for others are watching how you deal with a small setback. Money matters look brighter towards the weekend, though a little {trait 2} will do no harm. Take it easy in the evening and call an old friend.",
  ),
  form(
    "a church notice",
    "de",
    ["Gottesdienst in {Ort}", "Gottesdienste", "Aus den Kirchengemeinden"],
    "Am kommenden Sonntag, 15. März, beginnt um 10 Uhr der Gottesdienst in {Ort}. Die Predigt hält {Name}, an der Orgel ist {Name 2} zu hören. Im Anschluss gibt es Kaffee und Kuchen im Gemeindehaus.",
  ),
];

/** What is filled in, by the words in the braces. */
export type Filling = ReadonlyMap<string, string>;

const FIELD = /\{([^}]+)\}/g;

/** Draws each field; fields of one list differ, and each word from what `other` has. */
export function draw(
  { text, headline }: ReportForm,
  random: Random,
  other: Filling = new Map(),
): Filling {
  const filling = new Map<string, string>();
  for (const [, field = ""] of `${headline} ${text}`.matchAll(FIELD)) {
    if (filling.has(field)) continue;
    const taken = new Set([...filling.values(), ...other.values()]);
    const free = choices(field).filter((each) => !taken.has(each));
    filling.set(field, free[Math.floor(random() * free.length)] ?? "");
  }
  return filling;
}

function choices(field: string): readonly string[] {
  const [from, to] = field.split("-").map(Number);
  if (from !== undefined && to !== undefined) {
    return Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
  }
  return (WORDS[field.split(" ")[0] ?? ""] ?? "").split(" ");
}

/** Fields that words are filled in. */
export const wordFields = (filling: Filling): readonly string[] =>
  [...filling.keys()].filter((field) => !/^\d/.test(field));

export const fill = (pattern: string, filling: Filling): string =>
  pattern.replace(FIELD, (_, field: string) => filling.get(field) ?? "");
