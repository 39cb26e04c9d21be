/** The languages that our own words are written in. */
export const PAGE_LANGUAGES = ["de", "en"] as const;
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

/**
 * The `lang` attribute for foreign text on a page; `null` when the page's own is right, or when the
 * tag is no language that a browser knows: a wrong `lang` is worse for a screen reader than none.
 */
export function langAttribute(tag: string | null, page: PageLanguage): string | null {
  if (tag === null || primaryOf(tag) === page) return null;
  return languageName(tag, page) === null ? null : tag;
}

/** What the language is called in the language of the page; `null` for an unknown or broken tag. */
export function languageName(tag: string, page: PageLanguage): string | null {
  try {
    return NAMES[page].of(primaryOf(tag)) ?? null;
  } catch {
    return null; // a RangeError says that the tag is not well-formed, which is all we ask
  }
}

const primaryOf = (tag: string): string => tag.toLowerCase().split("-", 1)[0] ?? "";

const namesIn = (page: PageLanguage): Intl.DisplayNames =>
  new Intl.DisplayNames(page, { type: "language", fallback: "none" });

const NAMES: Readonly<Record<PageLanguage, Intl.DisplayNames>> = {
  de: namesIn("de"),
  en: namesIn("en"),
};
