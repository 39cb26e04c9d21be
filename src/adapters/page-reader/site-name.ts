import { looksLikeName } from "../../core/bylines/person-names.ts";
import { fold } from "../../core/text/fold.ts";

/** Whether a text is only the name of the site: as the site writes or shortens it, or as in its host name. */
export function isSiteName(text: string, siteName: string | null, url: string | null): boolean {
  const written = squeeze(text);
  const names = [siteName ?? "", ...hostNames(url)].map(squeeze);
  if (written !== "" && names.some((name) => name.length > 2 && name === written)) return true;
  return siteName !== null && isShortForm(text, siteName);
}

/** Whether a text shortens a name to its initials, or some of its words to capitals: "HVT", "HV Tagblatt". */
function isShortForm(text: string, name: string): boolean {
  const [short, long] = [text, name].map((part) => part.slice(0, 200).trim().split(/\s+/));
  if (short === undefined || long === undefined || long.length < 2) return false;
  const initials = long.map((word) => word.slice(0, 1)).join("");
  if (short.length === 1) return text.length > 1 && text === initials && /^\p{Lu}+$/u.test(text);
  const isWord = (word: string, index: number): boolean =>
    squeeze(word) === squeeze(long[index] ?? "");
  return (
    short.length === long.length &&
    short.some((word, index) => word.length >= LEAST_WORD && isWord(word, index)) &&
    short.every((word, index) => isWord(word, index) || abbreviates(word, long[index] ?? ""))
  );
}

/** In letters; shorter words of two names may be equal by chance. */
const LEAST_WORD = 4;

/** Whether a word has these two or three capitals in this order, the first at its beginning. */
function abbreviates(capitals: string, word: string): boolean {
  if (!/^\p{Lu}{2,3}$/u.test(capitals)) return false;
  const letters = [...fold(capitals)];
  const places = letters.reduce<number>(
    (at, letter) => (at < 0 ? at : fold(word).indexOf(letter, at) + 1 || -1),
    0,
  );
  return places > 0 && fold(word).startsWith(letters[0] ?? "");
}

/** Letters and digits only: "L-Mag" is "lmag". */
const squeeze = (text: string): string =>
  fold(text.slice(0, 200)).replace(/[^\p{L}\p{M}\p{N}]+/gu, "");

function hostNames(url: string | null): string[] {
  const host = (url && URL.parse(url)?.hostname.replace(/^www\./, "")) || "";
  const labels = host.split(".");
  return [host, ...labels.slice(0, -1), labels.slice(-2).join(".")];
}

const OF_SOMEBODY =
  /^(?:(?:der |das |the )?(?:blog|weblog|homepage|website|seite) (?:von|of|de|di|van)\s+)?(.+?)(?:['’]s? (?:blog|weblog|homepage|web ?site|page|notebook))?$/iu;
const ACADEMIC = /^(?:(?:prof|dr|dipl)\b[.-]?[\p{L}.-]*\s+)+/iu;

/**
 * The person whose site it is ("Anna Berg's blog", "Dr. Anna Berg"), if the host name holds their last name; else `null`.
 * A name alone is no proof: houses have names of two words, too.
 */
export function siteOwner(siteName: string | null, url: string | null): string | null {
  const written = (siteName ?? "").slice(0, 100).trim();
  const name = (OF_SOMEBODY.exec(written)?.[1] ?? "").replace(ACADEMIC, "");
  const last = squeeze(name.split(" ").at(-1) ?? "");
  const isHosts = last.length >= 4 && hostNames(url).some((host) => squeeze(host).includes(last));
  return name !== written && isHosts && looksLikeName(name) ? name : null;
}

/** Whether the host name begins with a person's full name: "Anna Berg" at annaberg.example. */
export function isNamesake(name: string | null, url: string | null): boolean {
  if (name === null || !looksLikeName(name)) return false;
  return hostNames(url).some((host) => squeeze(host).startsWith(squeeze(name)));
}
