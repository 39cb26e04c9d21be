import type { Meaning } from "./concepts.ts";
import { LEXICONS } from "./lexicon/all-languages.ts";
import { es } from "./lexicon/es.ts";
import { fr } from "./lexicon/fr.ts";
import { it } from "./lexicon/it.ts";
import { pt } from "./lexicon/pt.ts";
import { ro } from "./lexicon/ro.ts";
import { meaningsOf } from "./lexicon.ts";

/**
 * Splits a word that no list has into its imperative and its pronoun, folded: French "offrez-nous", Spanish "invítanos",
 * Italian "scrivici", Portuguese "pague-nos", Romanian "scrie-ne". Other words stay as they are.
 */
export function withoutEnclitics(word: string): readonly string[] {
  if (meaningsOf(word) !== null) return [word];
  for (const pronoun of PRONOUNS) {
    if (!word.endsWith(pronoun)) continue;
    const stem = word.slice(0, -pronoun.length);
    if (stem.length >= LEAST_STEM && isImperative(stem)) return [stem, pronoun];
  }
  return [word];
}

/** The longest first. */
const PRONOUNS =
  "celo nous vous moi toi les los las nos lhe le la lo me mi te ti ci vi ne se va os li en".split(
    " ",
  );
const LEAST_STEM = 3;

function isImperative(stem: string): boolean {
  const entry = meaningsOf(stem);
  if (entry === null) return false;
  return ROMANCE.some((language) =>
    (entry.meanings.get(language) ?? []).some((meaning) => ASKED.has(meaning)),
  );
}

const ROMANCE: readonly number[] = [fr, es, it, pt, ro].map((words) => LEXICONS.indexOf(words));

/** What readers are asked to do. */
const ASKED: ReadonlySet<Meaning> = new Set([
  ...(["share", "follow", "subscribe", "login", "write", "reply", "read", "play", "send"] as const),
  ...(["save", "show", "support", "report", "notify", "gift", "stay", "become"] as const),
]);
