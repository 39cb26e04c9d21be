import { fold } from "../../text/fold.ts";
import { languagesOf, says } from "./label-evidence.ts";
import { labelWords } from "./label-words.ts";
import { meaningsOf } from "./lexicon.ts";
import { bitsOf, type MeaningBits, meets, NO_MEANING, unionOf } from "./meaning-bits.ts";

/**
 * Whether a line is an article and one noun ("The plan", "II. Die Reaktionen", "The next page") or a noun for all ("Post für
 * alle"): a heading of prose, whatever the noun could ask for. "Les også" and "Läs mer" are not: they say "read", and no noun
 * follows.
 */
export function isNounWithArticle(words: readonly string[]): boolean {
  return goesOn(words) || isLastOne(words) || isOneNoun(words) || isForAll(words);
}

function isOneNoun(words: readonly string[]): boolean {
  const from = words.length > 2 && ORDINAL.test(words[0] ?? "") ? 1 : 0;
  if (!DETERMINERS.has(words[from] ?? "")) return false;
  const isOrdered = says(meaningsOf(words[from + 1] ?? ""), IN_ORDER);
  const last = words.length - 1;
  if (last !== from + 1 && !(isOrdered && last === from + 2)) return false;
  const entry = meaningsOf(words[last] ?? "");
  return !says(entry, last > from + 1 ? NO_NOUN_IN_ORDER : NO_NOUN);
}

/** "Post für alle", "Reply to all", "Danke für nichts": before what they count, the words mean "all posts". */
const isForAll = (words: readonly string[]): boolean =>
  words.length >= 3 &&
  words.length <= 4 &&
  FOR.has(words.at(-2) ?? "") &&
  says(meaningsOf(words.at(-1) ?? ""), ALL_OR_NONE) &&
  says(meaningsOf(words.at(-3) ?? ""), FOR_ALL);

const FOR: ReadonlySet<string> = new Set(
  "für an for to pour à para a per voor aan dla do för till for til pro pre pentru için для за για"
    .split(" ")
    .map(fold),
);
const ALL_OR_NONE = bitsOf(["all", "none"]);
const FOR_ALL = bitsOf(["article", "reply", "thanks"]);

/** "The last post", "La última página": labels name the latest ones, several ("The latest posts"). */
function isLastOne(words: readonly string[]): boolean {
  const [article = "", last = "", noun = ""] = words;
  return (
    words.length === 3 &&
    (SINGULAR.has(article) || isSingular(article, last, noun)) &&
    says(meaningsOf(last), LATEST) &&
    !says(meaningsOf(noun), NO_NOUN_IN_ORDER)
  );
}

/** "The" and "der" and "die" stand before several things, too: "The last posts", "Die letzten Artikel". */
const isSingular = (article: string, adjective: string, noun: string): boolean =>
  (article === "the" && !noun.endsWith("s")) ||
  ((article === "der" || article === "die") && !adjective.endsWith("n"));

/** Articles of one thing, folded. */
const SINGULAR: ReadonlySet<string> = new Set(
  "das ein eine la le l un une el una il lo o a um uma het een den det et en ett η το".split(" "),
);
const LATEST = bitsOf(["latest"]);

/** "Le débat continue": an article, a noun and a verb. In these languages no label ends with its verb. */
const goesOn = (words: readonly string[]): boolean =>
  words.length === 3 &&
  BEFORE_VERB.has(words[0] ?? "") &&
  says(meaningsOf(words[1] ?? ""), NOUN) &&
  says(meaningsOf(words[2] ?? ""), CONTINUE);

const BEFORE_VERB: ReadonlySet<string> = new Set("the le la les l el los las il lo gli".split(" "));
const CONTINUE = bitsOf(["read"]);
const NOUN = bitsOf(["noun"]);
const IN_ORDER = bitsOf(["next", "prev", "first"]);
const NO_NOUN_IN_ORDER = bitsOf(["also", "more", "full", "all"]);
const NO_NOUN = unionOf(NO_NOUN_IN_ORDER, bitsOf(["article", "later"]));
const ORDINAL = /^(?:#|[ivx]+|\p{L})$/u;
/** Articles, folded, without those that are a preposition in another language. */
export const DETERMINERS: ReadonlySet<string> = new Set(
  "the an der die das ein eine le la les l une el los las un unas il lo gli uno una os as um uma het een den det ei az ο η το οι τα".split(
    " ",
  ),
);

/** Whether one language reads all words as nouns and their companions: "First reactions", "Keine Antwort", "Our channel". */
export function readsAsHeading(words: readonly string[]): boolean {
  if (isNoComment(words)) return true;
  const entries = words.length <= MAX_HEADING ? words.map(meaningsOf) : [];
  return languagesOf(entries, 0).some((language) => {
    const tokens = entries.map((entry) => entry?.bits.get(language) ?? NO_MEANING);
    return (
      tokens.every(isNominal) && tokens.some((token) => meets(token, NOUN)) && !isPointed(tokens)
    );
  });
}

/** Whether a line is what people say to the press, unlike the "No comments yet" of a page; "please" may follow. */
export const isNoComment = (words: readonly string[]): boolean =>
  NO_COMMENT.has(words.filter((word) => !POLITE.has(word)).join(" "));

const POLITE: ReadonlySet<string> = new Set(
  `please thanks bitte danke merci aucun svp más por favor gracias grazie prego obrigado obrigada mais alsjeblieft bedankt
  dank proszę dziękuję tack takk tak prosím díky kérem mulțumesc lütfen будь ласка спасибо пожалуйста παρακαλώ`
    .split(/\s+/)
    .flatMap(labelWords),
);

const NO_COMMENT: ReadonlySet<string> = new Set(
  `no comment|kein kommentar|sans commentaire|sans commentaires|sin comentarios|sem comentários|senza commenti|
  geen commentaar|bez komentarza|brak komentarza|bez komentáře|ingen kommentar|fără comentarii|yorum yok|
  без комментариев|без коментарів|ουδέν σχόλιο`
    .split("|")
    .map((each) => labelWords(each).join(" ")),
);

/** Whether a word may stand in such a heading. "Start a discussion" and "Mitglied werden" ask for something. */
const isNominal = (token: MeaningBits, at: number): boolean =>
  meets(token, at === 0 ? NOMINAL_FIRST : NOMINAL) && !meets(token, ASKING);

/** Whether a line speaks of the text in which it stands: "In this article", "Sobre este tema". */
const isPointed = (tokens: readonly MeaningBits[]): boolean =>
  tokens.some((token) => meets(token, THIS)) && tokens.some((token) => meets(token, WITHIN));

const THIS = bitsOf(["this"]);
const WITHIN = bitsOf(["inside", "about", "contents"]);
const ASKING = bitsOf(["write", "become", "you"]);
/** Most words of a crosshead. */
const MAX_HEADING = 8;
const NOMINAL = bitsOf([
  ...(["noun", "glue", "about", "first", "more", "latest", "popular"] as const),
  ...(["none", "full", "all", "also", "closed", "back", "same", "best", "only", "paid"] as const),
]);
const NOMINAL_FIRST = unionOf(NOMINAL, bitsOf(["us"]));
