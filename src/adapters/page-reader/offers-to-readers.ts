import { labelWords } from "../../core/cleaning/rules/label-words.ts";
import { VOCABULARIES } from "../../core/cleaning/rules/vocabulary.ts";

/*
 * An offer speaks to its reader: it says "you" or "we", or one of its sentences begins with what to do. Articles tell of
 * subscribers, prices and accounts in the third person, and quote people.
 */

/** Whether a text speaks to its reader, and nobody is quoted in it. Words of eighteen languages. */
export function speaksToReader(text: string): boolean {
  const looked = text.slice(0, MAX_LENGTH);
  if (isQuoting(looked)) return false;
  const words = labelWords(looked);
  return (
    GERMAN_YOU.test(looked) || words.some((word) => ADDRESSING.has(word)) || asksAtStart(looked)
  );
}

/** Whether somebody is quoted in a text. */
export const isQuoting = (text: string): boolean =>
  labelWords(text.slice(0, MAX_LENGTH)).some((word) => QUOTING.has(word));

const MAX_LENGTH = 2_000;

const asksAtStart = (text: string): boolean =>
  text.split(BETWEEN).some((sentence) => ASKING.has(labelWords(sentence)[0] ?? ""));

/** Sentences and their parts; two blanks stand where a tag was. */
const BETWEEN = /[.!?…:;,–—]\s+|\s{2,}/u;

const QUOTING: ReadonlySet<string> = new Set(
  [...VOCABULARIES.values()].flatMap(({ attributions }) => [...attributions]),
);

/** By its capital, within a sentence: "sie" and "ihr" are also she and her. */
const GERMAN_YOU = /[\p{L}\d,]\s(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?)(?!\p{L})/u;

/** Pronouns; none that is, without its accents, another word in one of the eighteen languages ("ön", "du", "vår"). */
const ADDRESSING: ReadonlySet<string> = new Set(
  labelWords(
    `you your yours we our us please dein deine deinen wir unser unsere unseren unserem uns bitte vous votre notre nous
    nuestro nuestra nuestros nuestras tuo tua nostro nostra nostri nostre você nosso nossa nossos nossas jij jouw uw onze wij
    twój twoje nasz nasza nasze naszych oss dig deg vores váš vaše vám náš naše önnek dumneavoastră noastre nostru
    siz sizin bizim olun вы вас вам ваш ваша наш ви σας μας`,
  ),
);

/** What sentences of offers begin with: what is to be done, "now", "do you want"; no word that other languages begin sentences with ("les", "entre", "hier"). */
const ASKING: ReadonlySet<string> = new Set(
  labelWords(
    `subscribe log sign read unlock get continue weiterlesen möchten wollen abonnezvous connectezvous
    identifiezvous suscríbete suscríbase inicia inicie accede lee ahora abbonati accedi registrati ora assine subscreva aceda
    acesse agora neem abonneer word lees nu kup wykup zaloguj zaprenumeruj czytaj teraz köp logga läs prenumerera teckna
    vill vil kjøp logg abonner tegn få køb log læs bliv předplaťte přihlaste čtěte nyní fizessen fizess jelentkezzen
    jelentkezz olvasson olvass abonațivă abonează autentificațivă citește citiți acum şimdi hemen оформите войдите
    читайте подпишитесь сейчас оформіть увійдіть передплатіть зараз συνδεθείτε διαβάστε εγγραφείτε γίνετε τώρα`,
  ),
);
