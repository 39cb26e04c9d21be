import type { Block } from "./blocks.ts";
import type { PageElement } from "./dom.ts";

/*
 * What a paywall offers in place of the rest of an article. Its class says little: publishers give "paywall" to the
 * paragraphs behind it as well. It is told by its place, below the last sentence that is none, and by what it says: what
 * readers are to do (ACTIONS), in a small element that is named for it; elsewhere a sign of a price or of subscriptions too.
 */

/** Longest offers, in words: a box of them, and one block of no box. */
const MAX_WORDS = { box: 120, block: 45 };

const ACTIONS: readonly RegExp[] = [
  /\b(?:log ?in|sign in|anmelden|einloggen|connectez|se connecter|inicia(?:r)? sesión|accedi|inloggen|zaloguj)\b/iu,
  /\b(?:cancel (?:at )?any ?time|kündbar|jederzeit kündigen|sans engagement|résiliable|cancela cuando)\b/iu,
  /\b(?:read on|continue reading|keep reading|weiterlesen|jetzt (?:weiter)?lesen|jetzt mit \S+ lesen|lire la suite|la suite est|de cet article à lire|seguir leyendo|continua a leggere)\b/iu,
  /\b(?:unlimited access|full access|get access|unbegrenzt|zugang zu allen|alle artikel|all (?:our )?articles|accès (?:illimité|à tous)|acceso ilimitado)\b|\+[- ]?artikel/iu,
];

const TERMS: readonly RegExp[] = [
  /\d+[.,]\d{2}\s*(?:€|\$|£|euros?|pro|im|je|a|per|\/)|[€$£]\s?\d|\d+\s*(?:€|euro|pounds|dollars)\b/iu,
  /(?:weeks|months|wochen|monate|mois|meses|mesi) (?:for|für|pour|por|per)\b/iu,
  /subscri(?:be|ber|bers|ption)|abonn|\babos?\b|abonament|suscr[íi]b|suscripci|abbonat|abbonament|assinant|assinatur|prenumer/iu,
];

const NAMED =
  /paywall|regwall|plus-?offer|subscri|abo-?(?:box|offer)|piano-|premium-?(?:box|offer)/i;

/** The blocks of offers: those below the last sentence that is none. */
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
  const isOne = (block: Block): boolean =>
    block.around.slice(0, 4).some(isBox) || (block.words <= MAX_WORDS.block && isOffer(block.text));
  const end = blocks.findLastIndex((block) => isSentence(block) && !isOne(block));
  return new Set(blocks.slice(end + 1).filter(isOne));
}

export type OfferContext = {
  readonly wordsIn: (element: PageElement) => number;
  readonly isSentence: (block: Block) => boolean;
};

const holds = (signs: readonly RegExp[], text: string): boolean =>
  signs.some((sign) => sign.test(text.slice(0, 2_000)));

const isOffer = (text: string): boolean => holds(ACTIONS, text) && holds(TERMS, text);

const saysOffer = (element: PageElement): boolean =>
  NAMED.test(namesOf(element)) && holds(ACTIONS, element.textContent);

const namesOf = (element: PageElement): string =>
  [...element.attributes]
    .flatMap(({ name, value }) => (/^(?:class|id|data-)/.test(name) ? [value.slice(0, 200)] : []))
    .join(" ");
