import { readsAsPhrase } from "../../core/bylines/person-names.ts";
import { fold } from "../../core/text/fold.ts";
import { monthOf } from "../feed-reader/date-words.ts";
import { isByAlone, startsWithBy } from "./byline-words.ts";
import { namesInLine } from "./names-in-line.ts";

/** A line that begins with a word for the author and a name: "By Anna", not "By and large" or "Von Kiel nach Bremen". */
export const isByline = (text: string): boolean =>
  startsWithBy(text) && !namesInLine(text).some(readsAsTitle);

/** Several words after a preposition that are a phrase, not a name. */
const readsAsTitle = (name: string): boolean => name.includes(" ") && readsAsPhrase(name);

/** Labels that begin a picture credit. */
const CREDIT =
  /^[([]?\s*(?:(?:titel|symbol|archiv|artikel|vorschau|aufmacher)?(?:fotos?|bild(?:er|quellen?|nachweise?|rechte|material)?)|photos?|photographs?|images?|pictures?|featured image|video|illustrations?|grafik|graphic|credits?|photo credits?|crédits?|imagen|imágenes|foto de|immagin[ei]|imagem|afbeelding|beeld|zdjęci[ea]|fot\.?)\s*(?:\([^)]{0,30}\))?\s*(?:[:|/©]|\bby\b|\bvon\b|\bvia\b|\bcredit\b|\bcourtesy\b|\bpar\b)/iu;

const AGENCY =
  /(?:getty images|reuters\/|ap photo|picture[- ]alliance|imago images|shutterstock|istock(?:photo)?|afp via|\bepa\/|\/dpa\b|\/afp\b|\/ap\b|unsplash|pixabay|wikimedia commons|creative commons)/i;

/** "Copyright Anna Berg", but not "Copyright law will change". */
const COPYRIGHT = /^[([]?\s*(?:©|\([cC]\)|(?:[cC]opyright|COPYRIGHT)\s*(?:[©(:\d]|by\b|\p{Lu}))/u;

/** A line that names who made a picture. */
export function isCredit(text: string, words: number): boolean {
  if (words > 30) return false;
  if (words <= 20 && (CREDIT.test(text) || COPYRIGHT.test(text))) return true;
  return words <= 14 && AGENCY.test(text) && !/[.!?]["”]?$/.test(text);
}

const DATE_LABELS = new Set(
  fold(
    "published updated posted last modified on at am um uhr vom von den der stand aktualisiert veröffentlicht erstellt geändert zuletzt date datum pm est edt et pt pst pdt cst cdt gmt utc cet cest mez mesz bst ist jst publié mis à jour le la il el de del do em às publicado actualizado atualizado pubblicato aggiornato alle ore geplaatst bijgewerkt op om opublikowano aktualizacja dnia godz h min read lesezeit minuten minutes ago hours hour vor stunden hace hora horas hs hrs des artikels th st nd rd monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica",
  ).split(" "),
);

/** A line of only a date or a time, with the labels that systems write around it. */
export function isDateLine(text: string): boolean {
  if (text.length > 120 || !/\d/.test(text)) return false;
  const words = fold(text).match(/\p{L}+/gu) ?? [];
  if (words.length === 0) return /\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|^\d{1,2}[:.]\d{2}$/.test(text);
  return words.every((word) => DATE_LABELS.has(word) || monthOf(word) !== null);
}

const FILED =
  /^(?:filed under|posted in|abgelegt unter|veröffentlicht in|kategorien?|category|categories|categoría|catégorie)\b/iu;
const BETWEEN = /\s+[|/–—-]\s+|\s*[|·•]\s*/u;

/**
 * `day` or `names` for a line of only facts about the article: its authors' names (`authors` are folded), their initials,
 * a day, the reading time, a section ("04.02.2022 | 13:10 | Anna Berg", "4 May 2022 · Filed under Port"). `null` for other
 * text, and for a line with neither a day nor a name.
 */
export function whatItTells(text: string, authors: ReadonlySet<string>): "day" | "names" | null {
  if (text.length > 160) return null;
  const parts = text.split(BETWEEN).filter((part) => part !== "");
  const told = parts.map((part) => tellsOf(part, authors));
  if (told.includes(null)) return null;
  return told.includes("day") ? "day" : told.includes("names") ? "names" : null;
}

type ToldByWords = "day" | "names" | "section" | null;

function tellsOf(part: string, authors: ReadonlySet<string>): ToldByWords {
  const folded = fold(part);
  const rest = [...authors].reduce((left, name) => left.replace(name, " "), folded);
  const bare = rest.replace(/^[\s,:.(]+|[\s,:.)]+$/g, "");
  const hasName = rest !== folded;
  if (isDateLine(bare)) return "day";
  if (hasName && (bare === "" || isByAlone(bare))) return "names";
  return FILED.test(part) || INITIALS.test(part) ? "section" : null;
}

const INITIALS = /^\p{Ll}{2,4}$/u;

/** Three or more short parts with arrows, slashes or bars between them. */
export function isBreadcrumb(text: string, least: number): boolean {
  const parts = text.split(/\s*[>＞»›→/|]\s*/).filter((part) => part !== "");
  return parts.length >= least && text.length <= 200 && parts.every((part) => part.length <= 60);
}

/** "/ Source: Harbour Wire": one name behind a label. */
export const isSourceLine = (text: string): boolean =>
  text.length <= 60 &&
  /^[/(–—-]?\s*(?:sources?|quellen?|fuentes?|font[ei]s?|bron(?:nen)?|źródł[oa]|kilder?|käll(?:a|or)|zdroje?|forrás(?:ok)?|surs[ae]|kaynak(?:lar)?|джерел[оа]|источники?|πηγ(?:ή|ές))\s*:\s*\p{Lu}/iu.test(
    text,
  );

/** A label and a telephone number, an address for mail or a site: "Tickets: 0361 5566", "Info: www.theatre.example". */
export const isContactLine = (text: string): boolean =>
  text.length <= 100 && CONTACT.test(text) && !DAY.test(text);

const CONTACT =
  /^\p{L}[\p{L}\s/&-]{1,30}[.:]?\s(?:tel(?:efon)?[.:]?\s)?(?:(?:\+\s?\d|\(?0\d|\d{3}[ -]\d{3})[\d\s()/–-]{4,}$|\d{3}-\d{4}$|[\w.+-]{1,60}@[\w-]+\.[\w.-]+$|www\.[\w.-]+$)/iu;
const DAY = /\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}/;
