import { AGENCY, isAgency } from "../../core/bylines/agencies.ts";
import { AUTHOR_LEXICON } from "../../core/bylines/author-lexicon.ts";
import {
  allEntries,
  alternatives,
  anyOf,
  ROLE,
  WORD_END,
} from "../../core/bylines/author-patterns.ts";
import {
  isReversed,
  isShortName,
  isSomebody,
  looksLikeHouse,
  looksLikeName,
} from "../../core/bylines/person-names.ts";
import { softened, withoutBy } from "./byline-words.ts";

/** No article has more authors. */
const MAX_NAMES = 30;
/** In letters; shorter roles occur within names. */
const LEAST_GLUED = 5;

/** "Anna BergStaff Writer": the role is glued to the name, because their elements stood side by side. */
const GLUED_ROLE = new RegExp(
  `(?<=\\p{Ll})(?=(?:${[
    ...allEntries("roles"),
    ...allEntries("ranks"),
    "Published",
    "Updated",
    "Posted",
    "Follow",
  ]
    .filter((word) => word.length >= LEAST_GLUED)
    .map(capitalised)
    .join("|")}))`,
  "gu",
);
/** "Anna Berg11/03/2026", "Anna BergNov. 3, 2026" */
const GLUED_DAY =
  /(?<=\p{Ll})(?=\d{1,4}[./-]\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d)/gu;
const ROLE_BEHIND_COMMA = new RegExp(`\\s*[,/–—-]\\s*${ROLE}.*$`, "iu");
const ROLE_BEHIND_SPACE = new RegExp(`\\s+${ROLE}.*$`, "iu");
/** A part of a line that is only a role, with its house or field: "AP National Security Writer". */
const ROLE_ALONE = new RegExp(`^${ROLE}$`, "iu");
/** "Our correspondent Anna Berg". */
const OUR_ROLE = new RegExp(`^(?:${anyOf("our")})\\s+(?:\\p{L}+\\s+)?${ROLE}\\s+(?=\\p{L})`, "iu");
const ROLE_AFTER_NAME = new RegExp(`^(?:\\S+\\s+){0,4}${ROLE}`, "iu");

/** Agencies behind a name: "Anna Berg, dpa", "Anna Berg (AFP)", "Anna Berg mit Material der dpa". */
const TRAILING_AGENCY = new RegExp(
  `(?:\\s*[,/|(–—-]+|\\s+(?:${anyOf("and", "with")})(?=\\s))\\s*(?:mit (?:material|informationen) (?:von|der) |with |die |der |the )?(?:${AGENCY})\\)?\\s*$`,
  "iu",
);

/** "Monday, May 3", "Freitag 3.": a day of the week before its date. */
const WEEKDAY = `(?:${alternatives(weekdays())}),? (?=\\d|(?:${anyOf("on", "behind")}) |\\p{L}{3,12}\\.? \\d)`;
const MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-zäé]*\\.? \\d";

/** The end of a line, from a date, time, section, place, house or system text on. */
const REST = new RegExp(
  `(?:^|[\\s,;|•·–—-])(?:\\d|@|${WEEKDAY}|${MONTH}|(?:${anyOf("behind")}) (?!conversation)(?=[\\d\\p{L}])|(?:${anyOf("on")}) (?=\\d|\\p{L}+ \\d)|(?:${anyOf("system")})${WORD_END}|(?:${anyOf("others")})(?::| (?:${anyOf("by", "of")})) |additional reporting ).*$`,
  "isu",
);

/**
 * The names in a line that says who wrote, without its other parts (by, role, agency, date, read time): "Anna Meier, Jan
 * Kraus und Eva Ott" are three, "Meier, Anna" is one. An agency that stands alone counts as the author. Empty when nothing
 * that is left looks like a name.
 */
export function namesInLine(line: string): string[] {
  const text = softened(line)
    .replace(ADDRESS, " ")
    .replace(OTHERS_IN_BRACKETS, "")
    .replace(TEXT_IN_BRACKETS, "")
    .replace(PLACE_BETWEEN, "")
    .replace(GLUED_ROLE, " | ")
    .replace(GLUED_DAY, " | ")
    .replace(/^@(?=\w)/, "")
    .trim();
  const bare = withoutBy(text).trim().replace(OUR_ROLE, "");
  if (STAFF.test(bare)) return [bare];
  if (isAgency(bare)) return bare.split(/\s*[/,+&]\s*/).filter(isSomebody);
  const parts = partsOf(bare.replace(REST, "").trim())
    .map(withoutTitles)
    .filter(isShortName)
    .filter(isSomebody);
  return [...new Set(parts)].slice(0, MAX_NAMES);
}

/** "(ines@harbour.example)" */
const ADDRESS = /\(?[^\s()<>,;]{1,64}@[\w-]{1,100}\.[\w.-]{2,100}\)?/gu;
/** "und Bo Li (Fotos)": the maker of the pictures, with the conjunction before the name. */
const OTHERS_IN_BRACKETS = new RegExp(
  `(?:^|\\s*(?:[,;/&+]|\\s(?:${anyOf("and")})\\s))[^,;/&+()]{1,60}\\((?:${anyOf("others")})\\)`,
  "giu",
);
/** "Ines Holm (Text)" */
const TEXT_IN_BRACKETS = new RegExp(`\\s*\\((?:${anyOf("text", "pieces")})\\)`, "giu");
/** "Ines Holm in London and Bo Li in Paris" */
const PLACE_BETWEEN = new RegExp(
  `\\s(?:${anyOf("behind")}) \\p{Lu}[\\p{L}-]+(?=,? (?:${anyOf("and")}) \\p{Lu}[\\p{L}.'’-]* \\p{Lu})`,
  "gu",
);

/** A desk or a staff that signs in place of a person. */
const STAFF = new RegExp(`^(?:(?:${anyOf("our")}) )?(?:${anyOf("desk")})$`, "iu");

const BETWEEN = new RegExp(
  `\\s*[;,|/、]\\s*(?:(?:${anyOf("and")})\\s+)?|\\s+(?:${anyOf("and", "with")}|&|\\+)\\s+`,
  "iu",
);

/** Several names if all parts read as people, or the rest as their places; else the first part as the only name. */
function partsOf(text: string): string[] {
  const reversed = text.split(/\s*;\s*/);
  if (reversed.length > 1 && reversed.every(isReversedName)) return reversed;
  const first = text.split(/\s+[|•·]\s+|\s+[–—-]\s+/)[0] ?? text;
  const all = text.replace(TRAILING_AGENCY, "");
  const pieces = all.split(/\s+[|•·–—]\s+/).flatMap((piece) => piece.split(BETWEEN));
  const parts = pieces
    .map((part) => part.trim())
    .filter((part, index) => part !== "" && !(index > 0 ? ROLE_AFTER_NAME : ROLE_ALONE).test(part))
    .filter((part, index) => index === 0 || !looksLikeHouse(part));
  const people = parts.filter((part) => /\s|^[\p{Lo}]+$/u.test(part) && looksLikeName(part));
  if (people.length > 1 && (people.length === parts.length || isWithPlaces(parts, text)))
    return people;
  const lead = first.replace(TRAILING_AGENCY, "").trim();
  if (lead.includes(",") && !isReversedName(lead)) return [lead.split(",")[0] ?? lead];
  const [person = ""] = lead.split("/");
  return [looksLikeName(person) ? person : lead];
}

/** "Ines Holm, Kiel, und Bo Li, Rom" */
const isWithPlaces = (parts: readonly string[], text: string): boolean =>
  AND_BETWEEN.test(text) &&
  parts.every((part) => looksLikeName(part) || /^\p{Lu}[\p{L}-]+$/u.test(part));

const AND_BETWEEN = new RegExp(`, (?:${anyOf("and")}) `, "iu");

const isReversedName = (text: string): boolean => isReversed(text) && !ROLE_AFTER_COMMA.test(text);

const ROLE_AFTER_COMMA = new RegExp(`, ${ROLE}`, "iu");

function withoutTitles(text: string): string {
  const bare = trimmed(text.replace(/[()<>"„“”[\]]/g, " ").replace(ROLE_BEHIND_COMMA, ""));
  const person = trimmed(bare.replace(ROLE_BEHIND_SPACE, ""));
  // "HNN Staff" stays whole; "Anna Berg Reporter" is Anna Berg.
  return looksLikeName(person) ? person : bare;
}

/** The stop behind a name, unlike that of "Jr.". */
const SENTENCE_END = /(?<=\p{Ll}{3})\.$/u;

const trimmed = (text: string): string =>
  text
    .replace(TRAILING_AGENCY, "")
    .replace(/\s+/g, " ")
    .replace(/^[\s:;,.|/／•·–—-]+|[\s:;,|/／•·–—-]+$/g, "")
    .replace(SENTENCE_END, "");

/** The distinct names; if some are people's or agencies', only those: the rest are places and sections. */
export function mostNamed(names: readonly string[]): string[] {
  const distinct = [...new Set(names)];
  const certain = distinct.filter((name) => looksLikeName(name) || isAgency(name));
  return certain.length > 0 ? certain : distinct;
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** Names of the days of the week in the languages of the lexicon, in full. */
function weekdays(): string[] {
  return Object.keys(AUTHOR_LEXICON).flatMap((language) => {
    const format = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
    return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(2024, 0, 1 + day)));
  });
}
