import type { FeedDefinition, SiteDefinition } from "../../core/settings/definitions.ts";
import type { PageLanguage } from "../words/language.ts";
import type { Texts } from "../words/texts.ts";
import type { Dates } from "./dates.ts";

/** What every page is made with, beside its own model. */
export type PageContext = {
  readonly site: SiteDefinition;
  readonly feeds: readonly FeedDefinition[];
  /** Language of our own words; foreign text carries its own `lang`. */
  readonly language: PageLanguage;
  readonly texts: Texts;
  readonly dates: Dates;
  readonly timeZone: string;
  /** Path of the stylesheet, with the hash of its content. */
  readonly styleHref: string;
  /** Our path for the picture of a sample; `null` for any other address. */
  readonly samplePicture: (address: string) => string | null;
};
