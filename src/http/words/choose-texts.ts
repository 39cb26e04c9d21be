import { ENGLISH } from "./english.ts";
import { GERMAN } from "./german.ts";
import type { PageLanguage } from "./language.ts";
import type { Texts } from "./texts.ts";

export const TEXTS: Readonly<Record<PageLanguage, Texts>> = { de: GERMAN, en: ENGLISH };
