/** BCP 47 as XML, RSS and JSON Feed have it: a language of two or three letters and its subtags. */
const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i;
/** RFC 5646 §4.4.1 asks for at least this many. */
const MAX_LENGTH = 35;

/** The tag, or `null` when it is not valid. */
export const cleanLanguage = (language: string | null): string | null =>
  language !== null && language.length <= MAX_LENGTH && LANGUAGE_TAG.test(language)
    ? language
    : null;
