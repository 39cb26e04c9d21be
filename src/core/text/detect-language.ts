/** BCP 47 primary language of a text, or `null` when it is too short or unclear. */
export type DetectLanguage = (text: string) => string | null;
