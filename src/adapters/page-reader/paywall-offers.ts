import { classifyLine } from "../../core/cleaning/rules/classify-line.ts";
import { endsWithStop } from "../../core/text/sentence-end.ts";
import type { Block } from "./blocks.ts";
import type { PageElement } from "./dom.ts";
import { isQuoting, speaksToReader } from "./offers-to-readers.ts";

/*
 * Finds what a paywall offers in place of the rest of an article. Its class says little: publishers give "paywall" to the
 * paragraphs behind the wall as well. An offer stands below the last sentence that belongs to no offer, and says what
 * readers should do (ACTIONS). In a small element that is named for offers, that is enough; elsewhere the same block or
 * small element must also name a price or a subscription. An offer speaks to its reader (offers-to-readers.ts), unlike a
 * last paragraph about prices or subscribers. The words are of eighteen languages.
 */

/** Longest offers, in words: `box` is an element named for offers, `plainBox` another element, `block` a single block. */
const MAX_WORDS = { box: 120, plainBox: 60, block: 45 };

/** Requests to log in, which texts other than offers make, too. */
const LOGIN: readonly RegExp[] = [
  /\b(?:log ?in|sign in|anmelden|einloggen|connectez|se connecter|inicia(?:r)? sesión|accedi|inloggen|zaloguj)\b/iu,
  phrases(`logga in|log ind|logg inn|přihlaste se|přihlásit se|jelentkezz be|jelentkezzen be|bejelentkezés|autentifică-te|
    autentificați-vă|conectează-te|conectați-vă|giriş yap|giriş yapın|войти|войдите|увійти|увійдіть|συνδεθείτε|faça login|
    entre na sua conta|iniciar sesión|inicie sesión|effettua il login|identifiez-vous`),
];

/** Conditions, which tickets and passes have, too. */
const CANCEL: readonly RegExp[] = [
  /\b(?:cancel (?:at )?any ?time|kündbar|jederzeit kündigen|sans engagement|résiliable|cancela cuando)\b/iu,
  phrases(`ohne mindestlaufzeit|disdici quando vuoi|opzegbaar|zrezygnujesz w każdej chwili|cancele quando quiser|bindningstid|
    binding|bindingstid|zrušit můžete kdykoli|bármikor lemondható|renunța oricând|istediğiniz zaman iptal|скасувати можна будь-коли|
    отменить можно в любой момент|ακυρώνετε όποτε`),
];
const ACCESS: readonly RegExp[] = [
  /(?<!\p{L})(?:unlimited (?:digital )?access|full access|get access|unbegrenzt(?:e[mnrs]? zugang)?|zugang zu allen|alle artikel|all (?:our )?articles|accès (?:illimité|à tous)|acceso ilimitado)(?!\p{L})|\+[- ]?artikel/iu,
  phrases(`zugriff auf alle|en illimité|acceso a todos|accesso illimitato(?: a tutti gli articoli)?|accesso a tutti|acesso ilimitado|
    acesso a todos|onbeperkte? toegang|toegang tot alle|nieograniczony dostęp|dostęp do wszystkich|bez ograniczeń|obegränsad tillgång|
    tillgång till all[at]|ubegrænset adgang|adgang til al(?:t|le)|ubegrenset tilgang|tilgang til al(?:t|le)|neomezený přístup|
    přístup ke všem|korlátlan hozzáférés|korlátlanul|acces nelimitat|acces la toate|sınırsız erişim|необмежений доступ|доступ до всіх|
    неограниченный доступ|доступ ко всем|απεριόριστη πρόσβαση|πρόσβαση σε όλα`),
];
const CONDITIONS = [...CANCEL, ...ACCESS];

/** Invitations to read on. */
const READ_ON: readonly RegExp[] = [
  /\b(?:read on|continue reading|keep reading|weiterlesen|jetzt (?:weiter)?lesen|jetzt mit \S+ lesen|unbegrenzt lesen|lire la suite|la suite est|de cet article à lire|seguir leyendo|continua a leggere)\b/iu,
  phrases(`läs vidare|läsa vidare|fortsätt läsa|fortsätta läsa|læs videre|læse videre|les videre|lese videre|fortsett å lese|
    lees verder|verder lezen|verderlezen|czytaj dalej|czytać dalej|čtěte dál|číst dál|dočíst|pokračovat ve čtení|olvass tovább|
    olvasson tovább|citește mai departe|citiți mai departe|continuă lectura|okumaya devam|читать дальше|читайте дальше|
    продолжить чтение|читати далі|читайте далі|διαβάστε τη συνέχεια|συνεχίστε την ανάγνωση|continue lendo|continuar lendo|
    continuar a ler|continuare a leggere|weiterzulesen|poursuivre la lecture|poursuivre votre lecture`),
];
const ACTIONS = [...LOGIN, ...READ_ON, ...CONDITIONS];

const SUBSCRIPTIONS: readonly RegExp[] = [
  /subscri(?:be|ber|bers|ption)|abonn|(?:\b|digital|online|plus|probe)abos?\b|abonament|suscr[íi]b|suscripci|abbonat|abbonament|assinant|assinatur|prenumer/iu,
  /(?<!\p{L})(?:abone(?!t)|(?:wy)?kup dostęp|předplat|előfizet|подписк|подписчик|передплат|συνδρομ|assine(?!\p{L}))/iu,
];
const TERMS: readonly RegExp[] = [
  ...SUBSCRIPTIONS,
  /\d+[.,]\d{2}\s*(?:€|\$|£|euros?|pro|im|je|a|per|\/)|[€$£]\s?\d|\d+\s*(?:€|euro|pounds|dollars)\b/iu,
  /(?:weeks|months|wochen|monate|mois|meses|mesi) (?:for|für|pour|por|per)\b/iu,
  /(?<![\p{L}\d])\d+(?:[.,]\d{1,2})?\s?(?:kr|kč|zł|ft|lei|leu|tl|ευρώ|[€₺₽₴]|(?:kron|forint|lira|руб|грн|гривн)\p{L}{0,3})(?!\p{L})|[₺₽₴]\s?\d/iu,
];

const NAMED =
  /paywall|regwall|plus-?offer|subscri|suscri|abbonam|assinatura|abonnement|prenumer|abo-?(?:box|offer)|piano-|premium-?(?:box|offer)/i;

/** The blocks of offers below the last sentence that belongs to no offer. */
export function offersIn(
  blocks: readonly Block[],
  { wordsIn, isSentence }: OfferContext,
): ReadonlySet<Block> {
  const known = new Map<PageElement, boolean>();
  const isBox = (element: PageElement): boolean => {
    const judged = known.get(element) ?? (wordsIn(element) <= MAX_WORDS.box && saysOffer(element));
    known.set(element, judged);
    return judged;
  };
  const isPlainBox = (element: PageElement): boolean =>
    wordsIn(element) <= MAX_WORDS.plainBox && isOffer(spacedText(element));
  const isPart = (block: Block): boolean =>
    (holds(ACTIONS, block.text) || (holds(TERMS, block.text) && !isSentence(block))) &&
    block.around.slice(0, 2).some(isPlainBox);
  const isOne = (block: Block): boolean =>
    block.around.slice(0, 4).some(isBox) ||
    (block.words <= MAX_WORDS.block && (isOffer(block.text) || isPart(block))) ||
    (isPriced(block) && isGate(firstSentence(block.text)));
  const isUnderInvitation = (block: Block, at: number): boolean => {
    const above = blocks[at - 1];
    if (above === undefined || !isPriced(block)) return false;
    return isInvitation(above) || isGate(above.text);
  };
  const isAny = (block: Block, at: number): boolean => isOne(block) || isUnderInvitation(block, at);
  const isOffering = withRests(blocks, blocks.map(isAny));
  const end = blocks.findLastIndex((block, at) => isSentence(block) && !isOffering[at]);
  return new Set(blocks.filter((_, at) => at > end && isOffering[at]));
}

/** Adds the lines that only beside an offer are part of one. */
function withRests(blocks: readonly Block[], isOne: readonly boolean[]): readonly boolean[] {
  const found = [...isOne];
  const spread = (at: number, from: number): void => {
    const block = blocks[at];
    if (block && found[from] && !found[at]) found[at] = isRest(block);
  };
  for (let at = 1; at < blocks.length; at++) spread(at, at - 1);
  for (let at = blocks.length - 2; at >= 0; at--) spread(at, at + 1);
  return found;
}

/** Whether a line beside an offer says what the offer costs or is for, or asks its reader to read: "Want to read the rest?" */
function isRest(block: Block): boolean {
  const { text, words } = block;
  if (words > MAX_WORDS.block || isQuoting(text)) return false;
  if (isInvitation(block) || namesOffer(text) || (holds(ACCESS, text) && holds(TERMS, text)))
    return true;
  if (words > MOST_RESTING || endsWithStop(text))
    return text.endsWith("?") && asksToRead(text, words);
  return holds(SUBSCRIPTIONS, text);
}

/** In words. */
const MOST_RESTING = 10;

const asksToRead = (text: string, words: number): boolean =>
  words <= MOST_RESTING && READ.test(text);

const READ =
  /(?<!\p{L})(?:read|lesen|weiterlesen|lire|leer|leggere|lezen|verderlezen|czytać|ler|läsa|læse|lese|číst|olvasn\p{L}{1,3}|citi(?:ți)?|oku\p{L}{0,6}|читати|читать|διαβάσ\p{L}{1,4})(?!\p{L})/iu;

export type OfferContext = {
  readonly wordsIn: (element: PageElement) => number;
  readonly isSentence: (block: Block) => boolean;
};

const holds = (signs: readonly RegExp[], text: string): boolean =>
  signs.some((sign) => sign.test(text.slice(0, 2_000)));

/** Beside a log-in or a condition, only a word for subscriptions counts: a price may be that of anything. */
const namesOffer = (text: string): boolean =>
  (holds(READ_ON, text) && holds(TERMS, text)) ||
  (holds([...LOGIN, ...CONDITIONS], text) && holds(SUBSCRIPTIONS, text));

const isOffer = (text: string): boolean =>
  (namesOffer(text) && (speaksToReader(text) || opensAsOffer(text))) ||
  (holds(ACCESS, text) &&
    (holds(CANCEL, text) || OF_ARTICLES.test(text)) &&
    holds(TERMS, text) &&
    opensAsOffer(text));

const OF_ARTICLES =
  /(?<!\p{L})(?:articles?|artikel[ns]?|artículos|articoli|artigos|artykułów|artiklar|artikler|článkům|cikk\p{L}{1,4}|articolele|haberlere|статей|статтям?|материалам|άρθρα)(?!\p{L})/iu;

/** Whether a text begins with what it offers, and its price or nothing follows: "Unlimited access from $2 a week." */
function opensAsOffer(text: string): boolean {
  return [...READ_ON, ...ACCESS].some((sign) => {
    const found = sign.exec(text.slice(0, MAX_OPENING));
    if (!found) return false;
    const [before, after] = [text.slice(0, found.index), text.slice(found.index + found[0].length)];
    return BEFORE_OPENING.test(before) && AFTER_OPENING.test(after);
  });
}

/** In characters. */
const MAX_OPENING = 80;
const BEFORE_OPENING = /^\s*(?:(?:jetzt|now|get|enjoy|profitez d[e’']) ?|mit \p{L}+ \S*abo )?$/iu;
const AFTER_OPENING =
  /^\s*(?:[.,!:;–—-]|\d|$|(?:for|from|für|ab|mit|to|with|dès|pour|à|por|desde|per|da|a partire|voor|vanaf|met|för|från|fra|med|za|od)(?!\p{L}))/iu;

/** "Read on" and nothing else: what stands under it is part of the offer if it says what a month costs. */
const isInvitation = ({ text, words }: Block): boolean => words <= 4 && holds(READ_ON, text);

/** "This article is for subscribers only": what articles never say. */
const isGate = (text: string): boolean =>
  text.length <= MOST_OF_GATE &&
  GATES.has(classifyLine({ text, linkedShare: 0, urls: [] })?.rule ?? "");

/** In characters. */
const MOST_OF_GATE = 120;
const GATES: ReadonlySet<string> = new Set(["paywall-prompt", "login-prompt"]);

const firstSentence = (text: string): string => /^.*?[.!?](?=\s|$)/u.exec(text)?.[0] ?? text;

const PERIOD =
  /(?<!\p{L})(?:monat|woche|jahr|month|week|year|mois|semaine|mes|semana|mese|settimana|mês|maand|week|miesi[ąę]c|månad|måned|uge|uke|vecka|měsí[cč]|rok|havi|hónap|hét|lun|săptămân|ay|hafta|місяц|тижд|месяц|недел|μήν|εβδομάδ)\p{L}{0,4}(?!\p{L})/iu;

const isPriced = ({ text, words }: Block): boolean =>
  words <= MAX_WORDS.block && holds(TERMS, text) && PERIOD.test(text) && !isQuoting(text);

function saysOffer(element: PageElement): boolean {
  if (!NAMED.test(namesOf(element))) return false;
  const text = spacedText(element);
  return holds(ACTIONS, text) && speaksToReader(text);
}

/** An element's text with a blank for each tag: "Read on" above "4 weeks for 1 €" are two lines. */
const spacedText = (element: PageElement): string =>
  element.innerHTML.slice(0, 8_000).replace(/<[^<>]*>/g, " ");

const namesOf = (element: PageElement): string =>
  [...element.attributes]
    .flatMap(({ name, value }) => (/^(?:class|id|data-)/.test(name) ? [value.slice(0, 200)] : []))
    .join(" ");

/** Any of these phrases, as whole words of any script. */
function phrases(list: string): RegExp {
  const any = list.split("|").map((phrase) => phrase.replace(/\s+/g, " ").trim());
  return new RegExp(`(?<!\\p{L})(?:${any.join("|")})(?!\\p{L})`, "iu");
}
