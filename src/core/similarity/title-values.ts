import { onceEach } from "../once-each.ts";
import { NUMBER_WORDS } from "./number-words.ts";
import type { Title } from "./title.ts";

/** Names of months in the languages that we clean, as tokens (text/tokens.ts), with usual abbreviations. */
const MONTHS = [
  "january januar janner janvier enero gennaio januari janeiro stycznia jan",
  "february februar feber fevrier febrero febbraio februari fevereiro lutego feb",
  "march marz mars marzo maart marco marca mar",
  "april avril abril aprile kwietnia apr",
  "may mai mayo maggio mei maio maja",
  "june juni juin junio giugno junho czerwca jun",
  "july juli juillet julio luglio julho lipca jul",
  "august aout agosto augustus sierpnia aug",
  "september septembre septiembre settembre setembro wrzesnia sep sept",
  "october oktober octobre octubre ottobre outubro pazdziernika oct okt",
  "november novembre noviembre novembro listopada nov",
  "december dezember decembre diciembre dicembre dezembro grudnia dec dez",
];

const WEEKDAYS = [
  "monday montag lundi lunes lunedi maandag segunda poniedzialek",
  "tuesday dienstag mardi martes martedi dinsdag terca wtorek",
  "wednesday mittwoch mercredi miercoles mercoledi woensdag quarta sroda",
  "thursday donnerstag jeudi jueves giovedi donderdag quinta czwartek",
  "friday freitag vendredi viernes venerdi vrijdag sexta piatek",
  "saturday samstag sonnabend samedi sabado sabato zaterdag sobota",
  "sunday sonntag dimanche domingo domenica zondag niedziela",
];

const ORDINALS = [
  "one eins first erster erste erstes",
  "second zweiter zweite zweites ii",
  "third dritter dritte drittes iii",
  "fourth vierter vierte viertes iv",
];

const valued = (
  lists: readonly string[],
  value: (index: number) => string,
): (readonly [string, string])[] =>
  lists.flatMap((list, index) => list.split(" ").map((word) => [word, value(index)] as const));

/** Words that stand for a number or a part of a date. */
const VALUES: ReadonlyMap<string, string> = new Map([
  ...NUMBER_WORDS,
  ...valued(MONTHS, (index) => String(index + 1)),
  ...valued(WEEKDAYS, (index) => `day ${index + 1}`),
  ...valued(ORDINALS, (index) => String(index + 1)),
]);

const NUMBER = /^\p{N}/u;
/** A series of one source: its titles may have words of their own. */
const SAME_SERIES = 0.5;
/** Two houses that word their titles freely may mention different numbers of one text; with one wording they mean two issues. */
export const SAME_WORDING = 0.9;

/**
 * Whether two titles are one title with other numbers or dates in it: "Episode 12" and "Episode 13". Each has a value that
 * the other lacks; two spellings of one date are no change. The remaining words must agree (a Dice coefficient).
 */
export function haveOtherValues(a: Title, b: Title, agreement = SAME_SERIES): boolean {
  const [left, right] = [partsOf(a), partsOf(b)];
  if (!lacks(left.values, right.values) || !lacks(right.values, left.values)) return false;
  const shared = [...left.words].filter((word) => right.words.has(word)).length;
  const all = left.words.size + right.words.size;
  return all === 0 || (2 * shared) / all >= agreement;
}

type TitleParts = { readonly words: ReadonlySet<string>; readonly values: readonly string[] };

const partsOf: (title: Title) => TitleParts = onceEach(({ tokens: all }) => {
  const isValue = (token: string): boolean => NUMBER.test(token) || VALUES.has(token);
  return {
    words: new Set(all.filter((token) => !isValue(token))),
    values: all.filter(isValue).flatMap(valuesOf),
  };
});

/** "01.03.2026" is 1, 3 and 2026, as "1 March 2026" is. */
function valuesOf(token: string): readonly string[] {
  const value = VALUES.get(token) ?? token;
  if (!NUMBER.test(value)) return [value];
  return value.split(/[.,:]/).map((part) => part.replace(/^0+(?=.)/, ""));
}

/** Whether `values` has one more often than `others`. */
function lacks(others: readonly string[], values: readonly string[]): boolean {
  const count = (list: readonly string[], value: string): number =>
    list.filter((each) => each === value).length;
  return values.some((value) => count(values, value) > count(others, value));
}

/** Whether each title has a word that the other lacks. A title that only says more is no other title. */
export function areOtherTitles(a: Title, b: Title): boolean {
  return haveOtherValues(a, b) || (lacks(a.tokens, b.tokens) && lacks(b.tokens, a.tokens));
}
