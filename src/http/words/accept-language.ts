import { PAGE_LANGUAGES, type PageLanguage } from "./language.ts";

/**
 * The language of our own words on a page: the visitor's first choice that we speak, else the
 * site's, else English. Weights as in RFC 9110 §12.4.2; equal ones count in the order written.
 */
export function choosePageLanguage(header: string | undefined, siteLanguage: string): PageLanguage {
  const wanted = (header ?? "")
    .split(",", MOST_LANGUAGES)
    .map(parseRange)
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { tag } of wanted) {
    const spoken = spokenLanguage(tag);
    if (spoken !== null) return spoken;
    if (tag === "*") break;
  }
  return spokenLanguage(siteLanguage) ?? "en";
}

/** Browsers send up to ten; the rest of a longer list would not change the answer. */
const MOST_LANGUAGES = 30;

function parseRange(range: string): { readonly tag: string; readonly weight: number } {
  const [tag = "", ...parameters] = range.split(";").map((part) => part.trim());
  const q = parameters.find((parameter) => parameter.startsWith("q="));
  const weight = q === undefined ? 1 : Number(q.slice(2));
  return { tag, weight: Number.isNaN(weight) ? 0 : weight };
}

function spokenLanguage(tag: string): PageLanguage | null {
  const [primary = ""] = tag.toLowerCase().split("-", 1);
  return PAGE_LANGUAGES.find((language) => language === primary) ?? null;
}
