import type { LanguageWords } from "../concepts.ts";
import { cs } from "./cs.ts";
import { da } from "./da.ts";
import { de } from "./de.ts";
import { el } from "./el.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { hu } from "./hu.ts";
import { it } from "./it.ts";
import { nl } from "./nl.ts";
import { no } from "./no.ts";
import { pl } from "./pl.ts";
import { pt } from "./pt.ts";
import { ro } from "./ro.ts";
import { ru } from "./ru.ts";
import { sv } from "./sv.ts";
import { tr } from "./tr.ts";
import { uk } from "./uk.ts";

/** At most 31: a set of languages is the bits of one number. */
export const LEXICONS: readonly LanguageWords[] = [
  ...[de, en, fr, es, it, pt, nl, pl],
  ...[sv, da, no, cs, hu, ro, tr, uk, ru, el],
];

/** Words of buttons that stand untranslated in pages of every language. */
export const INTERNATIONAL: LanguageWords = {
  share: "share tweet pin",
  like: "like",
  article: "post blog online web website",
  newsletter: "newsletter",
  email: "email mail sms",
  link: "link permalink url",
  channel: "podcast app feed rss",
  tag: "tag tags",
  cookie: "cookie cookies",
  social: "social media",
  print: "pdf",
};
