/** German articles that share no sentence: invented, the same for the same number. */

const NOUNS =
  "Brücke Mühle Schule Feuerwehr Kapelle Hofladen Freibad Museum Kelter Radweg Orgel Imkerei Sägewerk Bücherei Bahnhof Markthalle Talsperre Steinbruch Schäferei Werkstatt Turnhalle Allee Quelle Burgruine".split(
    " ",
  );
const PEOPLE =
  "Planerin Nachbar Förster Lehrerin Kantor Landrätin Müller Schäferin Archivar Wirtin Lokführer Gärtnerin".split(
    " ",
  );
const VERBS =
  "verschiebt prüft verteidigt bemalt vermisst bezahlt erneuert bewundert fürchtet erforscht verkauft beschreibt".split(
    " ",
  );
const REASONS =
  "regnet friert dämmert stürmt taut brennt rauscht dröhnt leuchtet bröckelt duftet wackelt".split(
    " ",
  );

/** Numbers that look random and are not. */
function* dice(seed: number): Generator<number> {
  for (let state = seed * 2_654_435_761 + 1; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state >>> 8;
  }
}

function sentence(rolls: Generator<number>): string {
  const pick = (words: readonly string[]): string =>
    words[(rolls.next().value as number) % words.length] ?? "";
  return `${pick(NOUNS)} und ${pick(NOUNS)} ${pick(VERBS)} die ${pick(PEOPLE)} ${pick(NOUNS)}, weil es hinter ${pick(NOUNS)} und ${pick(NOUNS)} ${pick(REASONS)}, während ${pick(PEOPLE)} und ${pick(PEOPLE)} ${pick(NOUNS)} ${pick(REASONS)}.`;
}

/** Paragraphs of article `seed`, two sentences each: about 45 words. */
export function inventedParagraphs(seed: number, count = 6): string[] {
  const rolls = dice(seed);
  return Array.from({ length: count }, () => `${sentence(rolls)} ${sentence(rolls)}`);
}

export function inventedHeadline(seed: number): string {
  const rolls = dice(seed + 5000);
  const pick = (words: readonly string[]): string =>
    words[(rolls.next().value as number) % words.length] ?? "";
  return `${pick(NOUNS)} ${pick(VERBS)} ${pick(PEOPLE)} und ${pick(NOUNS)}`;
}
