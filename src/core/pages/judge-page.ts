import { titleSimilarity } from "../similarity/titles.ts";
import { fold } from "../text/fold.ts";
import { tokens } from "../text/tokens.ts";
import { canonicalUrl, isHomePage } from "../urls/canonical-url.ts";
import type { Page } from "./page.ts";

/*
 * Judges whether a page that was fetched for an item is its article, and worth having. A wrong page does harm (the text of
 * a login form under a headline); an item that stays a summary does hardly any. So a page is refused
 *   - if the address of an article leads to a home page;
 *   - if its title, unlike the item's, is that of an error, a check for robots, a login or a consent;
 *   - if its title is not like the item's, and less than half of the item's text stands in it;
 *   - if it shows the item's text outside of the text that was read: of two articles, the wrong one was read;
 *   - if its text is short, speaks of consent or subscriptions, and shares no run of three words with the item: a wall
 *     under the title of the article;
 *   - if it has hardly more text than the item: the item is all there is, or the rest is behind a wall.
 */

/** What is known of an item before its page is read. */
export type JudgedItem = {
  readonly link: string | null;
  /** The item's own title, or `null`. */
  readonly title: string | null;
  /** Its content or summary, cleaned. */
  readonly text: string;
};

export type JudgedPage = Pick<
  Page,
  "url" | "title" | "description" | "text" | "shownText" | "terms" | "removed"
>;

/** Why a page is not used, as a sentence without its full stop; `null` if it is used. */
export function judgePage(item: JudgedItem, page: JudgedPage): string | null {
  if (leadsHome(item, page)) return "its address leads to a home page";
  const isTitled = item.title !== null && page.title !== null && areAlike(item.title, page.title);
  if (!isTitled && isBarrier(page.title))
    return `its page is no article: "${page.title?.slice(0, 80)}"`;
  const words = { item: tokens(item.text), page: tokens(page.text) };
  if (!isTitled && !isSaidIn(page, words)) return "its page is about something else";
  if (standsElsewhere(page, words)) return "another text of its page was read, not the item's";
  if (isWall(words)) return "its page asks for consent or a subscription";
  if (words.page.length >= leastWords(words.item.length)) return null;
  return page.terms.isFree === false ? "its page shows no more without a subscription" : NO_MORE;
}

export const NO_MORE = "its page has no more text than the item";

function leadsHome({ link }: JudgedItem, { url }: JudgedPage): boolean {
  const [from, to] = [canonicalUrl(link ?? ""), canonicalUrl(url ?? "")];
  return from !== null && to !== null && !isHomePage(from) && isHomePage(to);
}

/** Titles of pages that stand before articles or in their place; titles of stories that begin so are longer. */
const BARRIERS =
  /^(?:(?:error|fehler|erreur)? ?(?:403|404|410|429|500|502|503)\b|page not found|not found|seite (?:wurde )?nicht gefunden|page (?:introuvable|non trouvée)|página no encontrada|pagina niet gevonden|pagina non trovata|página não encontrada|nie znaleziono strony|access denied|forbidden|zugriff verweigert|just a moment|attention required|one moment, please|are you a (?:robot|human)|security check|verify you are human|checking your browser|before you continue|bevor sie fortfahren|your privacy|privacy settings|cookie|consent|datenschutz-?einstellungen|einwilligung|log ?in|sign in|sign up|anmelden|anmeldung|einloggen|connexion|se connecter|iniciar sesión|acceso|accedi|inloggen|zaloguj|subscribe to)(?![\p{L}\p{N}])/iu;
const MOST_BARRIER_WORDS = 6;

function isBarrier(title: string | null): boolean {
  const line = title?.trim() ?? "";
  return line.split(/\s+/).length <= MOST_BARRIER_WORDS && BARRIERS.test(line);
}

type PageWords = { readonly item: readonly string[]; readonly page: readonly string[] };

/** Least similarity of the titles of one article: "Bridge closed" and "Bridge closed for a third winter". */
const ALIKE = 0.6;
/** Share of the shorter title's words that stand in the longer one; counts only from `leastWords` words on. */
const CONTAINED = { share: 0.8, leastWords: 3 };
/** Share of the item's runs of three words that stand in the page; another article on the subject has a tenth. */
const SHARED_RUNS = { share: 0.5, least: 6 };

/** Whether at least half of the item's runs stand in the page or its description. */
function isSaidIn({ description }: JudgedPage, words: PageWords): boolean {
  const said = new Set([...runsOf(tokens(description ?? "")), ...runsOf(words.page)]);
  const runs = runsOf(words.item);
  const shared = runs.filter((run) => said.has(run)).length;
  return runs.length >= SHARED_RUNS.least && shared >= SHARED_RUNS.share * runs.length;
}

/** Shares of the item's runs. Of 525 pages with a description, two that were read rightly show it outside the article. */
const ELSEWHERE = { mostInText: 0.2, leastShown: 0.8 };

function standsElsewhere({ shownText }: JudgedPage, words: PageWords): boolean {
  const runs = runsOf(words.item);
  const shareIn = (others: readonly string[]): number => {
    const said = new Set(runsOf(others));
    return runs.filter((run) => said.has(run)).length / runs.length;
  };
  if (runs.length < SHARED_RUNS.least || shareIn(words.page) >= ELSEWHERE.mostInText) return false;
  return shareIn(tokens(shownText)) >= ELSEWHERE.leastShown;
}

/**
 * What words of walls begin with, folded, in the languages of the lexicon. A story about these subjects is longer, or shares
 * words with its item.
 */
const WALL_STEMS: readonly string[] =
  `cookie tracking consent privacy datenschutz einwillig zustimm akzeptier ablehnen consentiment
  consenso toestemming zgoda akceptuj accept aceptar aceitar accetta refus rechaz rifiuta recus weiger publicit publicidad
  pubblicit advertis advertent werbung reklam subscri abonn abone abonam abonar abonat abonati suscri abbona assin prenumer
  zaprenumer predplat elofizet подпис передплат συνδρομ login registr anmeld einlogg melden account konto compte unlock trial
  membership member weiterlesen weiterzulesen zugang dostep zaloguj czytac`
    .trim()
    .split(/\s+/)
    .map(fold);
/** Shares of the words; more where the item has no text with which the page's could be compared. */
const WALL = { mostWords: 300, share: 0.04, shareAlone: 0.08 };

function isWall(words: PageWords): boolean {
  if (words.page.length > WALL.mostWords) return false;
  const runs = runsOf(words.item);
  if (wallShare(words.page) < (runs.length > 0 ? WALL.share : WALL.shareAlone)) return false;
  const said = new Set(runsOf(words.page));
  return !runs.some((run) => said.has(run));
}

/** Share of the words that are words of walls, 0 to 1; a single one counts as 0. */
export function wallShare(words: readonly string[]): number {
  const told = words.filter((word) => WALL_STEMS.some((stem) => word.startsWith(stem))).length;
  return told < 2 ? 0 : told / words.length;
}

export function areAlike(one: string, other: string): boolean {
  if (titleSimilarity(one, other) >= ALIKE) return true;
  const [short = [], long = []] = [tokens(one), tokens(other)].sort((a, b) => a.length - b.length);
  const known = new Set(long);
  const shared = short.filter((word) => known.has(word)).length;
  return short.length >= CONTAINED.leastWords && shared >= CONTAINED.share * short.length;
}

/** Every run of three words: texts on one subject share words, but few runs. Reads the first MOST_WORDS words. */
export const runsOf = (words: readonly string[]): string[] =>
  words.slice(0, MOST_WORDS).flatMap((word, index) => {
    const [second, third] = [words[index + 1], words[index + 2]];
    return second === undefined || third === undefined ? [] : [`${word} ${second} ${third}`];
  });

/** The first words of a page are enough to tell it from others. */
const MOST_WORDS = 20_000;

/** A page must have a fifth more words than its item, and a sentence or two more at least. */
const MORE = { factor: 1.2, words: 20 };

const leastWords = (words: number): number => Math.max(MORE.factor * words, words + MORE.words);
