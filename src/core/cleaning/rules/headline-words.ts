import { labelOf } from "./classify-label.ts";
import { DETERMINERS, isNoComment } from "./heading-words.ts";
import { languagesOf, says } from "./label-evidence.ts";
import { NUMBER, SEPARATOR } from "./label-scanner.ts";
import { labelWords } from "./label-words.ts";
import { meaningsOf } from "./lexicon.ts";
import { bitsOf, isWithin, type MeaningBits, meets, NO_MEANING } from "./meaning-bits.ts";

/**
 * Whether a line in the words of a label is worded as a headline, so that it is one where it stands right above a text: what
 * people say to the press ("No comment, please"), what is without something ("Seguir sin red"), a way back to what has a name
 * ("De volta ao começo"), what comes next ("La suite au prochain numéro", "Next up: the moon"), or several words that are so
 * little evidence of a label that it goes only at an edge ("More, please"). Wording that systems use word for word is none.
 */
export function isWordedAsHeadline(line: string): boolean {
  const words = labelWords(line);
  const key = words.join(" ");
  if (NOT_AT_END.test(line) || WORD_FOR_WORD.has(key)) return false;
  if (isNoComment(words) || isWithout(words) || PLEASE.test(line)) return true;
  const label = words.length > 1 ? labelOf(words, line) : null;
  if (label === null) return false;
  if (label.place === "edge") return isLittle(words, label.isWhole);
  return readingsOf(words).some((tokens) => isWayBack(tokens) || isNextOne(words, tokens));
}

/** "Loading …": a question is a prompt, and a button that waits or a text that was cut has dots. */
const NOT_AT_END = /(?:\?|…|\.\.\.)$/;

const setOf = (phrases: string): ReadonlySet<string> =>
  new Set(phrases.split("|").map((phrase) => labelWords(phrase).join(" ")));

/** How WordPress, Docusaurus, Ghost and their like put it, in the translations that they ship. */
const WORD_FOR_WORD = setOf(
  `keine kommentare|no comments|pas de commentaire|pas de commentaires|aucun commentaire|no hay comentarios|ningún comentario|
  nessun commento|nenhum comentário|sem comentários ainda|geen reacties|geen opmerkingen|brak komentarzy|inga kommentarer|
  ingen kommentarer|žádné komentáře|nincs hozzászólás|nincsenek hozzászólások|niciun comentariu|nu există comentarii|yorum yapılmamış|
  yorum yok|коментарів немає|немає коментарів|комментариев нет|нет комментариев|κανένα σχόλιο|δεν υπάρχουν σχόλια|
  no replies|no responses|keine antworten|sin respuestas|sem respostas|aucune réponse|geen antwoorden|žádné odpovědi|
  немає відповідей|нет ответов|zurück zum anfang|regreso al inicio|volver al inicio|torna all'inizio|
  voltar ao início|terug naar begin|powrót na początek|wróć na początek|tillbaka till början|tilbage til start|
  tilbake til start|zpět na začátek|vissza az elejére|înapoi la început|başa dön|повернутися на початок|в начало|
  επιστροφή στην αρχή`,
);

/** Somebody asks for it: "Sign here, please". */
const PLEASE =
  /, (?:please|bitte|svp|s'il vous plaît|por favor|per favore|prego|graag|alsjeblieft|proszę|tack|tak|takk|prosím|kérem|vă rog|lütfen|будь ласка|пожалуйста|παρακαλώ)[!.]?$/iu;

/** Whether something is without something else that no page offers, unlike "Continue without accepting". */
const isWithout = (words: readonly string[]): boolean =>
  words.some((word) => WITHOUT.has(word)) &&
  !words.some((word) => says(meaningsOf(word), OFFERED_WITHOUT));

const WITHOUT = setOf("ohne|without|sans|sin|senza|sem|zonder|bez|utan|uden|uten|fără|без|χωρίς");
const OFFERED_WITHOUT = bitsOf([
  ...(["accept", "cookie", "advert", "login", "subscribe", "member", "comment"] as const),
]);

/** Whether a label that goes only at an edge is no reference: "Next: the moon" is a headline, "Related: the moon" is none. */
function isLittle(words: readonly string[], isWhole: boolean): boolean {
  if (words.includes(NUMBER) || words.some((word) => says(meaningsOf(word), OF_WIDGETS)))
    return false;
  const at = words.indexOf(SEPARATOR);
  if (at > 0) return readingsOf(words.slice(0, at)).some(([first]) => first && meets(first, NEXT));
  return isWhole || !words.some((word) => says(meaningsOf(word), POINTING));
}

/** Switches and subscriptions, which no headline is about in so few words: "Dark mode". */
const OF_WIDGETS = bitsOf(["mode", "view", "unsubscribe"]);
const NEXT = bitsOf(["next", "prev"]);
const POINTING = bitsOf(["also", "related", "us", "you", "this", "here", "newsletter"]);

/** The meanings of the words in each language that knows them all. */
function readingsOf(words: readonly string[]): readonly (readonly MeaningBits[])[] {
  const entries = words.map(meaningsOf);
  return languagesOf(entries, 0).map((language) =>
    entries.map((entry) => entry?.bits.get(language) ?? NO_MEANING),
  );
}

/** Whether a line leads back to what is no part of a page: "Back to the start", "Retour en haut de l'affiche". */
function isWayBack(tokens: readonly MeaningBits[]): boolean {
  const content = tokens.filter((token) => !isWithin(token, FUNCTION));
  if (!content.some((token) => meets(token, BACK)) || !content.some((token) => meets(token, TOP)))
    return false;
  return (
    content.some((token) => meets(token, TOP) && meets(token, NOUN) && !meets(token, ARTICLE)) ||
    content.some((token) => !meets(token, OF_PAGE))
  );
}

const BACK = bitsOf(["back"]);
const TOP = bitsOf(["top"]);
const NOUN = bitsOf(["noun"]);
const ARTICLE = bitsOf(["article"]);
const OF_PAGE = bitsOf(["back", "top", "article", "contents", "menu", "link"]);
const FUNCTION = bitsOf(["glue", "is", "than", "by", "about", "inside", "none", "this", "here"]);

/** "La suite au prochain numéro": an article, and a preposition before what comes next. */
const isNextOne = (words: readonly string[], tokens: readonly MeaningBits[]): boolean =>
  DETERMINERS.has(words[0] ?? "") &&
  tokens.some((token) => meets(token, NEXT)) &&
  tokens.slice(2, -1).some((token) => isWithin(token, FUNCTION));
