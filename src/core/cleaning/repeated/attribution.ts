import { anyOf, SURE_LABEL } from "../../bylines/author-patterns.ts";

/** In characters; a longer line tells more than who made something. */
const MAX_LENGTH = 160;
const MAX_WORDS = 14;

/**
 * Whether a line may name a person, an agency, or a place and a day. Such a line says whose the text is, so it is never
 * removed for being repeated. The test is lenient: if it takes a label for a name, only a label stays.
 */
export function isAttribution(text: string): boolean {
  if (text.length > MAX_LENGTH || text.split(/\s+/).length > MAX_WORDS) return false;
  const bare = text.replace(/^[\s([*–—-]+/, "");
  return (
    isByline(bare) ||
    CREDIT.test(bare) ||
    NAME.test(bare) ||
    DATELINE.test(bare) ||
    AGENCY.test(text) ||
    INITIALS.test(text)
  );
}

/** "Von Anna Berg", "Ein Gastbeitrag von Anna Berg": a name follows, unlike in "Von hier aus". */
function isByline(text: string): boolean {
  const label = BYLINE.exec(text)?.[0];
  return label !== undefined && /^\p{Lu}/u.test(text.slice(label.length));
}

const BYLINE = new RegExp(
  `^(?:${SURE_LABEL}|(?:${anyOf("text", "pieces")})(?=\\s*:)|(?:${anyOf("others")}) (?:${anyOf("by", "of")})|${anyOf("by", "of", "text")})\\s*:?\\s+`,
  "iu",
);

/** What was made, and by whom: "Text und Foto: Anna Berg", "Quelle: Polizei", "© Anna Berg". */
const CREDIT =
  /^(?:©|\(c\)|mit material (?:von|der)|(?:texte?|fotos?|photos?|bild(?:er)?|images?|grafik|video|quellen?|sources?|fonte|fuente|bron|źródło|redaktion|autor(?:in|en|es|a)?|authors?|auteur|autore|testo|texto|tekst|protokoll|interview|übersetzung|credits?)\b[^:]{0,30}:)/iu;

/** Two or three capitalised words and nothing else. */
const NAME = /^(?:\p{Lu}[\p{L}'’.-]*\s+){1,2}\p{Lu}[\p{L}'’-]+[\])]?$/u;

/** "Ahrenstadt, 12. März 2026", "Montag, 12.3.2026", "Valley Town, March 12, 2026". */
const DATELINE =
  /^\p{Lu}[\p{L} /-]{1,40},\s(?:den\s)?(?:\d{1,2}\.?\s\p{L}+\.?|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}*\.?\s\d{1,2}|\d{1,2}[./]\d{1,2}[./]?)(?:,?\s?\d{2,4})?[.:]?$/u;

/** Agencies, in lower case as German desks write them, or as the agencies themselves do. */
const AGENCY =
  /(?<![\p{L}\d])(?:dpa|afp|apa|sda|epd|kna|sid|ots|rtr|DPA|AFP|APA|SDA|EPD|KNA|SID|AP|PA|UPI|ANSA|EFE|ANP|PAP|TASS|Reuters|REUTERS|Belga|Lusa|Keystone)(?![\p{L}\d])/u;

/** "(ab/red)", "[mk]": the initials with which desks sign. */
const INITIALS = /^\s*[([][\p{L}/.,\s-]{2,24}[\])]\s*$/u;
