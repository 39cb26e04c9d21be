import type { PageLanguage } from "../words/language.ts";
import { ADMIN_ENGLISH } from "./admin-english.ts";
import { ADMIN_GERMAN } from "./admin-german.ts";
import type { AdminTexts } from "./admin-texts.ts";

export const ADMIN_TEXTS: Readonly<Record<PageLanguage, AdminTexts>> = {
  de: ADMIN_GERMAN,
  en: ADMIN_ENGLISH,
};
