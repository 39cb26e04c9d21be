import { allEntries, anyOf } from "../../bylines/author-patterns.ts";
import { fold } from "../../text/fold.ts";
import { isKicker } from "./kickers.ts";
import { meaningsOf } from "./lexicon.ts";

/** In characters; a longer line is text. */
const MAX_LENGTH = 120;

/**
 * Whether a line belongs to the page around an article, so that it is no headline, whatever its words: a breadcrumb trail,
 * a picture credit, the name of a gallery, a kicker of urgent news, a widget for the size of letters, a counter.
 * Linear.
 */
export const isPageChrome = (line: string): boolean =>
  line.length <= MAX_LENGTH &&
  (isTrail(line) ||
    isPictureCredit(line) ||
    isArchivePicture(line) ||
    isGallery(line) ||
    isKicker(line) ||
    LETTER_SIZES.test(line) ||
    COUNTER.test(line));

/** "Hits: 1243", "Vues : 1 243". */
const COUNTER = /^\p{L}+(?: \p{L}+)?\s?: ?\d[\d.,\s]*$/u;

/** "Text size: A A A", "A+ A-", "Font size - +". */
const LETTER_SIZES =
  /^(?:\p{L}+\s){0,3}(?:\p{L}+\s?:?\s?)?(?:(?:[AАΑ][+-]?|[+-]{1,2}A)(?:[\s/|]*(?:[AАΑ][+-]?|[+-]{1,2}A))+|[+-]\s*[+-])$/u;

/** A breadcrumb trail from a home page or of at least three steps: "Home > News > Harbour", "You are here: Home » Local". */
function isTrail(line: string): boolean {
  const steps = line.split(STEP);
  if (steps.length < 2 || steps.some((step) => step.trim() === "" || step.length > MAX_STEP))
    return false;
  const isHome = HOME.test(fold(steps[0] ?? "")) || isHomeWord(steps[0] ?? "");
  return isHome || (steps.length >= LEAST_STEPS && line.split(ARROW).length === steps.length);
}

const STEP = /\s+[>»›→/|]\s+|\s*[»›]\s*/u;
const ARROW = /\s+[>»›→]\s+|\s*[»›]\s*/u;
const MAX_STEP = 40;
const LEAST_STEPS = 3;
/** Home pages by names of two words, folded. */
const HOME =
  /(?:^|:\s*)(?:strona glowna|pagina principal|page d'accueil|ana sayfa|prima pagina|home ?page)$/;

function isHomeWord(step: string): boolean {
  const word = fold(step).split(/:\s*/).at(-1)?.trim() ?? "";
  return [...(meaningsOf(word)?.meanings.values() ?? [])].some((each) => each.includes("top"));
}

/** "Photo: J. Brink", "Symbolfoto: Jan Kraus/Hafenblatt", "Photograph by Anna Berg", "Fot. J. Brink". */
function isPictureCredit(line: string): boolean {
  const colon = COLON.exec(line);
  const [, label = "", names = ""] = colon ?? SIGN.exec(line) ?? [];
  if (!NAMES.test(names)) return false;
  const words = fold(label).split(/[ .'’]+/);
  // "Source: Police" is a credit, "Source by Night" is none.
  return words.some((word) => PICTURE.test(word) || (colon !== null && CREDITED.has(word)));
}

/** A label of a few words, and a colon or a sign before the names. */
const COLON = /^(\p{L}+\.?(?:[ '’]\p{L}+){0,3})\s?[:：©]\s?(\S.*)$/u;
/** A label that ends with the dot of a short word, or before a preposition. */
const SIGN = new RegExp(
  `^(\\p{L}+(?: \\p{L}+){0,2}?)(?:(?<=^\\p{L}{2,4})\\.\\s| (?:${anyOf("by", "of")}) )(\\S.*)$`,
  "u",
);

/** Words for pictures, within longer words, too: "Symbolfoto", "Arkivbild". */
const PICTURE =
  /(?:photo|foto|фото|φωτο|^fot$|grafik|graphic|illustra|ilustra|^zdjeci|^pictures?$|^(?:archiv|arkiv|symbol)bild$)/u;
const CREDITED: ReadonlySet<string> = new Set([...allEntries("others")].map(fold));

/** "File photo", "Archivfoto", "Photo d'archives", "Zdjęcie ilustracyjne". */
function isArchivePicture(line: string): boolean {
  const words = fold(line).split(/[ .'’]+/);
  return (
    words.length <= MAX_GALLERY &&
    words.some((word) => PICTURE.test(word)) &&
    words.some((word) => ARCHIVE.test(word)) &&
    words.every((word) => PICTURE.test(word) || ARCHIVE.test(word) || word.length < 3)
  );
}

/** Words for pictures that are not of the event. */
const ARCHIVE = /^(?:file|stock|arch[ií](?:v|w|ef)|arkiv|symbol|il+ustra|архив|архів)/u;

/** "Photo gallery", "Galería de fotos", "Bildergalerie". */
function isGallery(line: string): boolean {
  const words = fold(line).split(" ");
  if (words.length > MAX_GALLERY || !words.some((word) => GALLERY.test(word))) return false;
  return words.every((word) => GALLERY.test(word) || PICTURE.test(word) || word.length < 3);
}

const MAX_GALLERY = 3;
const GALLERY =
  /^(?:photo|foto|bilder|bild)?(?:galler(?:y|i|iet|ia)|galer(?:ie|ia|ij|i|ia)|strecke)$/u;

/** Names of people and agencies: words with capitals, and short words that join them; or an agency's sign ("dpa"). */
const NAMES =
  /^(?:\p{Ll}{2,4}$|(?:\(c\)|©)?\s*\p{Lu}[\p{L}.'’-]*(?:(?:\s*[/,&|+]\s*|\s)(?:\p{Lu}[\p{L}.'’-]*|\p{Ll}{1,3}))*$)/u;
