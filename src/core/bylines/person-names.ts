import { fold } from "../text/fold.ts";
import { AGENCY } from "./agencies.ts";
import { allEntries } from "./author-patterns.ts";

/** In characters and words; a longer text is a sentence about somebody. */
const MAX_NAME = { length: 60, words: 6 };

export const isShortName = (name: string): boolean =>
  name.length <= MAX_NAME.length && name.split(" ").length <= MAX_NAME.words && /\p{L}/u.test(name);

const PARTICLES = new Set(
  "von vom van der den de del della di da do dos das du la le el al bin ben ibn zu zum zur ter ten af av y e i st. and".split(
    " ",
  ),
);

/** Two words or more, each with a capital letter unless it is a particle; or letters of a script without capitals. */
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

/** "Meier, Anna". */
export const isReversed = (text: string): boolean =>
  /^\p{Lu}[\p{L}'’-]+, \p{Lu}[\p{L}.'’ -]+$/u.test(text);

/** Words of labels and headings that are written with capitals. */
const NO_NAME = new Set(
  "zur zum die das the alle alles mehr more all view about über article articles artikel beitrag beiträge posts post kommentar kommentare comments read lesen says said leave reply full story profile profil website homepage tous toutes voir ver todos todas lire leer contact kontakt home follow share subscribe und oder cc paid content sponsored advertisement anzeige werbung accept symbolbild symbolfoto archivfoto archivbild monday tuesday wednesday thursday saturday montag dienstag mittwoch donnerstag samstag pixabay unsplash shutterstock insert".split(
    " ",
  ),
);

/** Words in the names of houses and desks, not of people; or an article before a noun, as in "El Diario". */
const HOUSE_WORD =
  /^(?:el|la|le|il|los|las|les) \S+$|(?:^|[\s.-])(?:redaktion|redacción|redazione|redactie|rédaction|redakcja|redação|toimitus|team|staff|desk|newsroom|editors?|editorial|news|newswire|press|presse|pressestelle|verlag|media|medien|magazin|magazine|zeitung|gazette|journal|times|post|tribune|herald|gmbh|ag|kg|sa|spa|plc|e\.? ?v\.?|inc\.?|ltd\.?|llc|foundation|stiftung|institut|institute|universität|university|verein|verband|bund|ministerium|agency|agencia|agentur|service|services|online|blog|jobs|web|group|company|association|society|club|office)(?:$|[\s,.-])/iu;

const AGENCY_FIRST = new RegExp(`^${AGENCY}(?:$|[\\s/,-])`, "u");

/** Whether a name is an organisation's or an agency's rather than a person's. */
export const looksLikeHouse = (name: string): boolean =>
  HOUSE_WORD.test(name) ||
  AGENCY_FIRST.test(name) ||
  /\.(?:com|de|org|net|at|ch|fr|es|it|pl|nl|co|info|eu|uk|br|pt)\b/i.test(name);

/** Words of phrases. Conjunctions of one letter are left out, because they are initials, too. */
const PHRASE_WORDS: ReadonlySet<string> = new Set(
  [...allEntries("phrases"), ...[...allEntries("and")].filter(({ length }) => length > 1)].map(
    fold,
  ),
);
const ARTICLES = new Set(
  "la le les los las el il lo the das die der du zu zum zur al y e i and".split(" "),
);

/**
 * Whether the words after a preposition are a phrase rather than a name: "By Popular Demand", "Von Mensch zu Mensch", "Par
 * la Fenêtre", "By Sunset". A person's name has two words there, an agency's may have one.
 */
export function readsAsPhrase(name: string): boolean {
  if (looksLikeHouse(name)) return false;
  const words = fold(name).split(/\s+/);
  const distinct = new Set(words.filter((word) => word.length > 2));
  const capitals = name.split(/\s+/).filter((word) => /^\P{Ll}/u.test(word));
  return (
    !looksLikeName(name) ||
    (capitals.length < 2 && !/^\p{Lo}/u.test(name)) ||
    distinct.size < words.filter((word) => word.length > 2).length ||
    words.some((word) => PHRASE_WORDS.has(word)) ||
    ARTICLES.has(name.split(/\s+/)[0] ?? "") ||
    / (?:al|zum|zur) /.test(name)
  );
}

/** Names that systems write if nobody signed. */
const NOBODY: ReadonlySet<string> = new Set([
  ...[...allEntries("nobody"), ...allEntries("others")].map(fold),
  ...["agency", "agencies", "agenturen", "agencias", "agenzie", "agences"],
  ...["no author", "publisher", "by admin", "super user", "site admin", "web admin"],
  ..."root none null undefined wordpress wordpressadmin superadmin follow posted by von und name share am on".split(
    " ",
  ),
]);

export const isSomebody = (name: string): boolean => !NOBODY.has(fold(name));
