import { fold } from "../../core/text/fold.ts";

/** More names than this belong to no article. */
const MAX_NAMES = 30;
/** A name is short: what is longer is a sentence about somebody. */
const MAX_NAME = { length: 60, words: 6 };

/**
 * Words before a name that say it wrote: in the languages of the rules and those beside them. After
 * `:` or a space.
 */
const BY =
  "by|von|vom|par|por|di|da|de|door|av|af|autor(?:in|en|es|a|zy|i|ka|[/:*_]-?in(?:nen)?)?|authors?|auteurs?|autore|autori|(?:re)?written by|text(?:e|o)?|words|story|reporting|redaktion|geschrieben von|verfasst von|erstellt von|ein(?:e)? (?:beitrag|artikel|kommentar|gastbeitrag|kolumne|reportage|analyse|interview) von|gastbeitrag von|opublikowane przez|napisane przez|tekst|posted by|published by|story by|recipe by|photos? and story by|story and photos? by|words by|text by|text von|reporting by|submitted by|created by|contributed by|publié par|écrit par|propos recueillis par|escrito por|publicado por|redactado por|scritto da|pubblicato da|a cura di|geschreven door|geplaatst door|skrevet av|skrevet af|skriven av|írta|szerző|yazan|автор|авторы|текст|συντάκτης";

const BY_START = new RegExp(`^(?:[-–—•|/]\\s*)?(?:(?:${BY})(?:\\s*:\\s*|\\s+)){1,2}`, "iu");
/** In the middle of a line that began with a date: "06.11.2023 13:30 von Olga". */
const BY_INSIDE =
  /(?:^|[\s|·•–—-])(?:(?:by|von|par|por|door|av|af|di|przez)\s+|(?:autor(?:in)?|author|redaktion|text|автор)\s*:\s*)(?=[\p{Lu}\p{Lo}])/iu;
/** A year or a time of day, in not many more words. */
const DATED = /^(?=.*(?:(?:19|20)\d{2}|\d{1,2}[:.]\d{2}))(?:\S+\s*){1,9}$/su;
/** Labels that leave no doubt, before names of accounts too. */
const SURE_BY =
  /(?:verfasst|geschrieben|erstellt|eingestellt|veröffentlicht|posted|written|published|submitted|ein(?:e)? (?:artikel|beitrag|kommentar|gastbeitrag)|an? (?:article|essay|story)|publié|écrit|escrito|publicado|scritto|pubblicato|geschreven|geplaatst|napisane|opublikowane)[\s:]+(?:von|vom|by|par|por|da|door|przez)\s*:?\s+$/iu;

/** Whether a line begins by saying who wrote it: a word for it, then a capital letter. */
export function startsWithBy(text: string): boolean {
  const label = BY_START.exec(text)?.[0];
  if (label === undefined) return false;
  return /^[\p{Lu}\p{Lo}@]/u.test(text.slice(label.length)) || SURE_BY.test(label);
}

/** Whether a line says by more than a preposition that a name follows: "Verfasst von anna". */
export const isSureBy = (text: string): boolean => SURE_BY.test(BY_START.exec(text)?.[0] ?? "");

/** What follows "by", at the beginning or behind a date; `null` when nothing says so. */
export function afterBy(line: string): string | null {
  const text = softened(line);
  const start = startsWithBy(text) ? BY_START.exec(text)?.[0] : undefined;
  if (start !== undefined) return text.slice(start.length);
  const inside = BY_INSIDE.exec(text);
  if (!inside || !DATED.test(text.slice(0, inside.index))) return null;
  return text.slice(inside.index + inside[0].length);
}

/** Without soft hyphens and marks of direction. */
const softened = (line: string): string => line.slice(0, 300).replace(/[\u00ad\u200b-\u200f]/g, "");

/** What people are at a paper: behind a name it is no part of it. */
const ROLE =
  "(?:(?:staff|senior|associate|contributing|assistant|deputy|chief|managing|executive|political|national|guest|special|freelance|sports?|news|business|features?|foreign|online|digital|multimedia|investigative|data|science|health|technology|education|editorial|political|film|music|food|travel) )*(?:writers?|reporters?|editors?|correspondents?|columnists?|contributors?|journalists?|producers?|photographers?|analysts?|bureau chief|staff|intern|blogger|anchor|director|manager|president|ceo|founder|professor|redakteur(?:in)?|redaktor(?:in)?|reporter(?:in)?|korrespondent(?:in)?|journalist(?:in)?|autor(?:in)?|volontär(?:in)?|ressortleiter(?:in)?|chefredakteur(?:in)?|chefredaktor(?:in)?|kolumnist(?:in)?|gastautor(?:in)?|projektleiter(?:in)?|pressesprecher(?:in)?|geschäftsführer(?:in)?|journaliste|rédact(?:eur|rice)|correspondante?|envoyée? spéciale?|redactor(?:a)?|periodista|corresponsal|enviad[oa] especial|giornalista|inviat[oa]|redattore|redattrice|repórter|jornalista|redacteur|verslaggever|correspondent|dziennikarz|dziennikarka|redaktor(?:ka)?)";

/** "Anna BergStaff Writer": elements that stood side by side. */
const GLUED_ROLE =
  /(?<=\p{Ll})(?=(?:Staff|Senior|Associate|Contributing|Guest|Chief|Reporter|Writer|Editor|Correspondent|Columnist|Journalist|Redakteur|Reporterin|Korrespondent|Autor|Published|Updated|Posted|Follow))/gu;
const TRAILING_ROLE = new RegExp(`(?:\\s*[,/–—-]\\s*|\\s+)(?:${ROLE})\\b.*$`, "iu");
const ROLE_ALONE = new RegExp(`^(?:${ROLE})$`, "iu");

/** Agencies and what stands for them behind a name: "Anna Berg, dpa", "Anna Berg (AFP)". */
const AGENCY =
  "dpa(?:[-/]\\w+)?|afp|apa|reuters|ap|associated press|the associated press|epd|kna|sid|efe|ansa|lusa|belga|anp|pap|tt|ntb|ritzau|upi|bloomberg|sda|keystone-sda|agencies|agency|agenturen|press association|pa media|cnn|bbc news|afp/relaxnews";
const TRAILING_AGENCY = new RegExp(
  `\\s*[,/|(–—-]+\\s*(?:mit material von |with )?(?:${AGENCY})\\)?\\s*$`,
  "iu",
);

/** Where a date, a time or what a system says about the line begins. */
const REST =
  /(?:^|[\s,|•·–—-])(?:\d|(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?,? |(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag),? |(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-zäé]*\.? \d|(?:published|updated|posted|publicado|publié|veröffentlicht|aktualisiert|erstellt|stand|am um|on|am|le|el|il|op|dnia) (?=[\d\p{L}])|(?:published|updated|posted|follow|read|share|comments?|kommentare|min\. read|print|email|@)\b|(?:fotos?|photos?|bild(?:er)?|illustration(?:en|s)?|images?|quelle|source|fuente|fonte|bron|źródło|datum|date)(?::| (?:by|von|par|por)) ).*$/isu;

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
  const bare = text.replace(BY_START, "");
  const parts = partsOf(cutRest(bare)).map(withoutTitles).filter(isShort).filter(isSomebody);
  return [...new Set(parts)].slice(0, MAX_NAMES);
}

function cutRest(text: string): string {
  const cut = text.replace(REST, "").trim();
  return cut === "" ? "" : cut;
}

const BETWEEN =
  /\s*[;,|/]\s*|\s+(?:und|and|et|y|e|en|i|och|og|ja|&|\+|im gespräch mit|in conversation with|mit|with)\s+/iu;

/** Several names, when each has a space or all have none; else the first part is the name. */
function partsOf(text: string): string[] {
  const first = text.split(/\s+[|•·]\s+|\s+[–—-]\s+/)[0] ?? text;
  const all = text.replace(TRAILING_AGENCY, "");
  const pieces = all.split(/\s+[|•·–—]\s+/).flatMap((piece) => piece.split(BETWEEN));
  const parts = pieces
    .map((part) => part.trim())
    .filter((part) => part !== "" && !ROLE_ALONE.test(part));
  const isList =
    parts.length > 1 && parts.every((part) => /\s|^[\p{Lo}]+$/u.test(part) && looksLikeName(part));
  if (isList) return parts;
  const lead = first.replace(TRAILING_AGENCY, "").trim();
  return [lead.includes(",") && !isReversed(lead) ? (lead.split(",")[0] ?? lead) : lead];
}

/** "Meier, Anna". */
const isReversed = (text: string): boolean =>
  /^\p{Lu}[\p{L}'’-]+, \p{Lu}[\p{L}.'’ -]+$/u.test(text) &&
  !new RegExp(`, (?:${ROLE})`, "iu").test(text);

const withoutTitles = (text: string): string =>
  text
    .replace(/[()<>"„“”[\]]/g, " ")
    .replace(TRAILING_ROLE, "")
    .replace(TRAILING_AGENCY, "")
    .replace(/\s+/g, " ")
    .replace(/^[\s:,.|/•·–—-]+|[\s:,|/•·–—-]+$/g, "");

const isShort = (name: string): boolean =>
  name.length <= MAX_NAME.length && name.split(" ").length <= MAX_NAME.words && /\p{L}/u.test(name);

const PARTICLES = new Set(
  "von vom van der den de del della di da do dos das du la le el al bin ben ibn zu zum zur ter ten af av y e i st. and".split(
    " ",
  ),
);

/** Two words or more, each with a capital letter, but for particles; or letters of a script without capitals. */
export function looksLikeName(name: string): boolean {
  if (/\d|[:!?@#…%&=_]|\.\w{2,}/u.test(name)) return false;
  if (/^[\p{Lo}·・\s]{2,12}$/u.test(name)) return true;
  const words = (isReversed(name) ? name.replace(",", "") : name).split(/\s+/);
  if (words.length < 2 || words.length > MAX_NAME.words) return false;
  const isCapital = (word: string): boolean =>
    /^[("'’]?(?:[dlO]['’])?\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(word);
  if (!isCapital(words.at(-1) ?? "") || HOUSE_WORD.test(name)) return false;
  if (words.some((word) => NO_NAME.has(word.toLowerCase()))) return false;
  return words.every((word) => isCapital(word) || PARTICLES.has(word.toLowerCase()));
}

/** Words of labels and headings that are written with capitals. */
const NO_NAME = new Set(
  "zur zum die das the alle alles mehr more all view about über article articles artikel beitrag beiträge posts post kommentar kommentare comments read lesen says said leave reply full story profile profil website homepage tous toutes voir ver todos todas lire leer contact kontakt home follow share subscribe und oder cc paid content sponsored advertisement anzeige werbung accept".split(
    " ",
  ),
);

/** Words in what houses and desks are called, not people. */
const HOUSE_WORD =
  /(?:^|[\s.-])(?:redaktion|redacción|redazione|redactie|rédaction|redakcja|redação|toimitus|team|staff|desk|newsroom|editors?|editorial|news|newswire|press|presse|pressestelle|verlag|media|medien|magazin|magazine|zeitung|gazette|journal|times|post|tribune|herald|gmbh|ag|e\.? ?v\.?|inc\.?|ltd\.?|llc|foundation|stiftung|institut|institute|universität|university|verein|verband|bund|ministerium|agency|agencia|agentur|service|online|blog|jobs|web|group|company|association|society|club|office)(?:$|[\s,.-])/iu;

/** Whether it is what an organisation is called, rather than a person. */
export const looksLikeHouse = (name: string): boolean =>
  HOUSE_WORD.test(name) ||
  /\.(?:com|de|org|net|at|ch|fr|es|it|pl|nl|co|info|eu|uk|br|pt)\b/i.test(name);

/** What systems write when nobody signed. */
const NOBODY = new Set([
  "no author",
  "by admin",
  ..."admin administrator webmaster redaktion editor staff user root unknown author autor autorin authors anonymous anonym guest gast none null undefined wordpress wordpressadmin superadmin follow posted by von und name agencies share redakcja redazione redaccion redactie redaction am on datum date quelle source autoreninfo".split(
    " ",
  ),
]);

const isSomebody = (name: string): boolean => !NOBODY.has(fold(name));
