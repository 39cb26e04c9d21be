import { softened, withoutBy } from "./byline-words.ts";
import {
  AGENCY,
  isAgency,
  isReversed,
  isShortName,
  isSomebody,
  looksLikeName,
} from "./person-names.ts";

/** More names than this belong to no article. */
const MAX_NAMES = 30;

/** What people are at a paper: behind a name it is no part of it. */
const ROLE =
  "(?:(?:staff|senior|associate|contributing|assistant|deputy|chief|managing|executive|political|national|guest|special|freelance|sports?|news|business|features?|foreign|online|digital|multimedia|investigative|data|science|health|technology|education|editorial|political|film|music|food|travel) )*(?:writers?|reporters?|editors?|correspondents?|columnists?|contributors?|journalists?|producers?|photographers?|analysts?|bureau chief|staff|intern|blogger|anchor|director|manager|president|ceo|founder|professor|redakteur(?:in)?|redaktor(?:in)?|reporter(?:in)?|korrespondent(?:in)?|journalist(?:in)?|autor(?:in)?|volontär(?:in)?|ressortleiter(?:in)?|chefredakteur(?:in)?|chefredaktor(?:in)?|kolumnist(?:in)?|gastautor(?:in)?|projektleiter(?:in)?|pressesprecher(?:in)?|geschäftsführer(?:in)?|journaliste|rédact(?:eur|rice)|correspondante?|envoyée? spéciale?|redactor(?:a)?|periodista|corresponsal|enviad[oa] especial|giornalista|inviat[oa]|redattore|redattrice|repórter|jornalista|redacteur|verslaggever|correspondent|dziennikarz|dziennikarka|redaktor(?:ka)?)";

/** "Anna BergStaff Writer": elements that stood side by side. */
const GLUED_ROLE =
  /(?<=\p{Ll})(?=(?:Staff|Senior|Associate|Contributing|Guest|Chief|Reporter|Writer|Editor|Correspondent|Columnist|Journalist|Redakteur|Reporterin|Korrespondent|Autor|Published|Updated|Posted|Follow))/gu;
const ROLE_BEHIND_COMMA = new RegExp(`\\s*[,/–—-]\\s*(?:${ROLE})\\b.*$`, "iu");
const ROLE_BEHIND_SPACE = new RegExp(`\\s+(?:${ROLE})\\b.*$`, "iu");
/** A role in a part of its own, with what it is of: "AP National Security Writer". */
const ROLE_ALONE = new RegExp(`^(?:${ROLE})$`, "iu");
/** "Our correspondent Anna Berg". */
const OUR_ROLE = new RegExp(
  `^(?:our|unser(?:e[mr]?)?|notre|nuestr[oa]|nostr[oa]|onze)\\s+(?:\\p{L}+\\s+)?(?:${ROLE})\\s+(?=\\p{L})`,
  "iu",
);
const ROLE_AFTER_NAME = new RegExp(`^(?:\\S+\\s+){0,4}(?:${ROLE})(?:\\s|$)`, "iu");

/** Agencies behind a name: "Anna Berg, dpa", "Anna Berg (AFP)". */
const TRAILING_AGENCY = new RegExp(
  `(?:\\s*[,/|(–—-]+|\\s+(?:und|and|et|y|mit|with|avec|con)(?=\\s))\\s*(?:mit (?:material|informationen) (?:von|der) |with |die |der |the )?(?:${AGENCY})\\)?\\s*$`,
  "iu",
);

/** Where a date, a time, a section, a place, a house or what a system says about the line begins. */
const REST =
  /(?:^|[\s,;|•·–—-])(?:\d|(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag),? (?=\d|at |den |um |\p{L}{3,12}\.? \d)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-zäé]*\.? \d|(?:published|updated|posted|publicado|publié|veröffentlicht|aktualisiert|erstellt|stand|am um|on|am|at|in(?! conversation)|under|unter|dnia|for|from|für|aus|pour|para|voor) (?=[\d\p{L}])|(?:le|el|il|op) (?=\d|\p{L}+ \d)|(?:published|updated|posted|publicado|follow|read(?= )|share|comments?|kommentare|min\. read|print|email|@)\b|(?:fotos?|photos?|bild(?:er)?|illustration(?:en|s)?|images?|quelle|source|fuente|fonte|bron|źródło|datum|date|editing|edited|writing|additional reporting|übersetzung|translated|translation)(?::| (?:by|von|par|por)) ).*$/isu;

/**
 * The names in a line that says who wrote: without what else stands in it (by, role, agency, date,
 * read time). "Anna Meier, Jan Kraus und Eva Ott" are three, "Meier, Anna" is one. Empty when what is left
 * looks like nobody's name. An agency alone is who wrote.
 */
export function namesInLine(line: string): string[] {
  const text = softened(line)
    .replace(GLUED_ROLE, " | ")
    .replace(/^@(?=\w)/, "")
    .trim();
  const bare = withoutBy(text).trim().replace(OUR_ROLE, "");
  if (STAFF.test(bare)) return [bare];
  const parts = partsOf(bare.replace(REST, "").trim())
    .map(withoutTitles)
    .filter(isShortName)
    .filter(isSomebody);
  return [...new Set(parts)].slice(0, MAX_NAMES);
}

/** Who signs where nobody does by name. */
const STAFF = /^(?:our )?(?:staff|agency|wire) (?:writers?|reporters?|reports?|correspondents?)$/i;

const BETWEEN =
  /\s*[;,|/、]\s*(?:(?:und|and|et|y|e|en)\s+)?|\s+(?:und|and|et|y|e|en|i|och|og|ja|&|\+|im gespräch mit|in conversation with|mit|with)\s+/iu;

/** Several names, when each has a space or all have none; else the first part is the name. */
function partsOf(text: string): string[] {
  const reversed = text.split(/\s*;\s*/);
  if (reversed.length > 1 && reversed.every(isReversedName)) return reversed;
  const first = text.split(/\s+[|•·]\s+|\s+[–—-]\s+/)[0] ?? text;
  const all = text.replace(TRAILING_AGENCY, "");
  const pieces = all.split(/\s+[|•·–—]\s+/).flatMap((piece) => piece.split(BETWEEN));
  const parts = pieces
    .map((part) => part.trim())
    .filter((part, index) => part !== "" && !(index > 0 ? ROLE_AFTER_NAME : ROLE_ALONE).test(part));
  const isList =
    parts.length > 1 && parts.every((part) => /\s|^[\p{Lo}]+$/u.test(part) && looksLikeName(part));
  if (isList) return parts;
  const lead = first.replace(TRAILING_AGENCY, "").trim();
  if (lead.includes(",") && !isReversedName(lead)) return [lead.split(",")[0] ?? lead];
  const [person = ""] = lead.split("/");
  return [looksLikeName(person) ? person : lead];
}

const isReversedName = (text: string): boolean =>
  isReversed(text) && !new RegExp(`, (?:${ROLE})`, "iu").test(text);

function withoutTitles(text: string): string {
  const bare = trimmed(text.replace(/[()<>"„“”[\]]/g, " ").replace(ROLE_BEHIND_COMMA, ""));
  const person = trimmed(bare.replace(ROLE_BEHIND_SPACE, ""));
  // "HNN Staff" is who wrote; "Anna Berg Reporter" is Anna Berg.
  return looksLikeName(person) ? person : bare;
}

const trimmed = (text: string): string =>
  text
    .replace(TRAILING_AGENCY, "")
    .replace(/\s+/g, " ")
    .replace(/^[\s:;,.|/／•·–—-]+|[\s:;,|/／•·–—-]+$/g, "");

/** Of several readings' names those of people and agencies, where there are any: the rest are places and sections. */
export function mostNamed(names: readonly string[]): string[] {
  const distinct = [...new Set(names)];
  const certain = distinct.filter((name) => looksLikeName(name) || isAgency(name));
  return certain.length > 0 ? certain : distinct;
}
