import { says } from "./label-evidence.ts";
import { labelWords } from "./label-words.ts";
import { meaningsOf } from "./lexicon.ts";
import { bitsOf } from "./meaning-bits.ts";
import { VOCABULARIES } from "./vocabulary.ts";

/**
 * Whether a line that begins or sounds like a label tells of it: it is quoted ("Follow us, the guide called", "Subscribe now,
 * the sign said."), or it is what something was ("Stay informed was all he could say."). Linear.
 */
export const isTold = (text: string, words: readonly string[]): boolean =>
  isSpeech(text) || (text.endsWith(".") && (isReported(text) || isWhatWas(words)));

/** Whether a word that no list of labels' words has follows a short clause and a comma. */
function isSpeech(text: string): boolean {
  const next = AFTER_CLAUSE.exec(text)?.[1];
  return next !== undefined && !labelWords(next).every((word) => meaningsOf(word) !== null);
}

const AFTER_CLAUSE = /^(?:[^\s,.!?:;]+\s){0,4}[^\s,.!?:;]+,["'”“’»«)\]]*\s(\p{Ll}+)/u;

/** Whether the last clause is short and says that somebody said it, or where it stood. */
function isReported(text: string): boolean {
  const clause = text.slice(Math.max(0, ...CLAUSE_MARKS.map((mark) => text.lastIndexOf(mark) + 1)));
  if (clause.length === text.length || clause.length > MAX_CLAUSE) return false;
  return SIGN_READ.test(clause) || labelWords(clause).some((word) => SAYING.has(word));
}

/** "Read" is mostly what readers are asked to do. */
const SIGN_READ = /^\s*(?:the|a|it|he|she)\b.*\bread\b/i;

/** A comma, or a dash between spaces. */
const CLAUSE_MARKS = [", ", ",” ", ',"', "» ", " – ", " — "];
/** In characters: four or five words. */
const MAX_CLAUSE = 40;

const setOf = (words: string): ReadonlySet<string> =>
  new Set(words.split(/\s+/).flatMap((word) => labelWords(word)));

/**
 * What is written somewhere, or somebody says, in the forms in which texts tell it, by language; with the words of the
 * phrases' languages for what people say.
 */
const SAYING: ReadonlySet<string> = new Set([
  ...[...VOCABULARIES.values()].flatMap(({ attributions }) => [...attributions]),
  ...setOf(`
    steht stand standen riefen lautete
    began ended
    disaient écrivait criait cria répétait lisait commençait lança
    decían ponía rezaba contestó escribió
    dicevano scritto recitava leggeva
    diziam escrito lia-se
    stond stonden staat riepen luidde
    głosił głosiła głosiło napisane napisano brzmiało wołała krzyczał
    stod står säger skrev ropade löd frågade sagde siger råbte lød sto sier ropte spurte
    řekl řekla stálo psal psala zněl znělo volal říkal říkala
    mondta írta állt szólt kiáltotta kérdezte
    spunea spus scria zicea zise strigat
    dedi diyordu yazıyordu yazdı söyledi
    сказав сказала писав писала казав казала написано стояло кричав сказал писал говорил говорила гласило кричал
    είπε έλεγε έγραφε φώναξε έλεγαν
  `),
]);

/**
 * Whether the words before a "was" are what it speaks of. A page says it of itself and of its reader ("This email was sent
 * to", "Your comment was posted.", "If you were sent this").
 */
function isWhatWas(words: readonly string[]): boolean {
  const at = words.findIndex((word, index) => index > 0 && WAS.has(word));
  if (at < 0 || words.some((word) => says(meaningsOf(word), THIS))) return false;
  return ![words[0], words[at - 1]].some((word) => says(meaningsOf(word ?? ""), YOU));
}

const WAS = setOf(`
  war waren was were était étaient fut furent era eran fue fueron erano fu furono eram foi foram
  był była było były var byl byla bylo volt voltak fost był був була було были был была было ήταν
`);
const THIS = bitsOf(["this"]);
const YOU = bitsOf(["you"]);
