import { fold } from "../../core/text/fold.ts";
import { looksLikeName } from "./person-names.ts";

/** Whether a text is nothing but the name of the site: as it calls itself, or as its host is called. */
export function isSiteName(text: string, siteName: string | null, url: string | null): boolean {
  const written = squeeze(text);
  const names = [siteName ?? "", ...hostNames(url)].map(squeeze);
  return written !== "" && names.some((name) => name.length > 2 && name === written);
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
 * The person whose site it is ("Anna Berg's blog", "Dr. Anna Berg"), when its host is called like them; else `null`.
 * A name alone is no proof: houses have names of two words, too.
 */
export function siteOwner(siteName: string | null, url: string | null): string | null {
  const written = (siteName ?? "").slice(0, 100).trim();
  const name = (OF_SOMEBODY.exec(written)?.[1] ?? "").replace(ACADEMIC, "");
  const last = squeeze(name.split(" ").at(-1) ?? "");
  const isHosts = last.length >= 4 && hostNames(url).some((host) => squeeze(host).includes(last));
  return name !== written && isHosts && looksLikeName(name) ? name : null;
}

/** Whether somebody is called like the host, with both names: "Anna Berg" at annaberg.example. */
export function isNamesake(name: string | null, url: string | null): boolean {
  if (name === null || !looksLikeName(name)) return false;
  return hostNames(url).some((host) => squeeze(host).startsWith(squeeze(name)));
}
