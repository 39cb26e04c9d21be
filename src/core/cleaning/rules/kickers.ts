import { says } from "./label-evidence.ts";
import { SEPARATOR } from "./label-scanner.ts";
import { labelWords } from "./label-words.ts";
import { meaningsOf } from "./lexicon.ts";
import { bitsOf } from "./meaning-bits.ts";

/** Most words of a kicker. */
const MAX_WORDS = 4;

/**
 * Whether a line only says that its news is urgent or goes on: "Breaking news", "Eilmeldungen", "Última hora", "Son dakika". It
 * stands above a headline and is none; as a line of the text it may stay.
 */
export function isKicker(line: string): boolean {
  const words = labelWords(line).filter((word) => word !== SEPARATOR);
  if (words.length === 0 || words.length > MAX_WORDS) return false;
  return (
    (words.some((word) => URGENT.has(word)) && words.every(isUrgentOrNews)) ||
    LAST_MOMENT.has(words.join(" "))
  );
}

const listOf = (words: string): ReadonlySet<string> =>
  new Set(words.split("|").map((each) => labelWords(each).join(" ")));

/** What editors call news that just came in, and reports that go on all day, as single words of 18 languages. */
const URGENT = listOf(
  `breaking|eilmeldung|eilmeldungen|eil|liveticker|newsticker|ticker|liveblog|urgent|flash|urgente|ultimora|spoed|pilne|
  akut|aktuálně|mimořádně|rendkívüli|sürgős|терміново|термінова|срочно|срочная|молния|έκτακτο|έκτακτη|έκτακτα`,
);
/** The last or a developing one of these is the news of now. */
const LAST_MOMENT = listOf(
  `developing story|developing|just in|live updates|last minute|dernière minute|dernière heure|última hora|último minuto|
  de última hora|ultim'ora|ultima ora|ultimissime|última atualização|em atualização|em desenvolvimento|net binnen|
  laatste minuut|z ostatniej chwili|just nu|lige nu|akkurat nå|právě teď|v poslední chvíli|most érkezett|ultimă oră|
  ultima oră|son dakika|щойно|только что|τελευταία ώρα|en desarrollo|in aggiornamento|en direct|live`,
);

const isUrgentOrNews = (word: string): boolean => URGENT.has(word) || says(meaningsOf(word), NEWS);

const NEWS = bitsOf(["article", "latest"]);
