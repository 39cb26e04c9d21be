import type { Request } from "express";
import type { PublishedSite } from "../../publish/pages/ports.ts";
import { choosePageLanguage } from "../words/accept-language.ts";
import { TEXTS } from "../words/choose-texts.ts";
import type { PageLanguage } from "../words/language.ts";
import type { PageContext } from "./context.ts";
import { createDates, type Dates } from "./dates.ts";

/** Makes the context of a page from the request that asks for it. */
export type ContextOf = (request: Request) => PageContext;

export type ContextOptions = {
  readonly published: Pick<PublishedSite, "site" | "feeds">;
  /** IANA name; used where the site names none. */
  readonly timeZone: string;
  readonly styleHref: () => string;
  readonly samplePicture: PageContext["samplePicture"];
};

/** Keeps its formatters: each costs a millisecond to make and nothing to keep. */
export function createContexts(options: ContextOptions): ContextOf {
  const { published, styleHref, samplePicture } = options;
  let known = datesIn(options.timeZone);
  return (request) => {
    const site = published.site();
    const timeZone = site.timeZone ?? options.timeZone;
    if (known.timeZone !== timeZone) known = datesIn(timeZone);
    const language = choosePageLanguage(request.get("accept-language"), site.language);
    return {
      site,
      feeds: published.feeds(),
      language,
      texts: TEXTS[language],
      dates: known[language],
      timeZone,
      styleHref: styleHref(),
      samplePicture,
    };
  };
}

const datesIn = (
  timeZone: string,
): Readonly<Record<PageLanguage, Dates>> & { readonly timeZone: string } => ({
  timeZone,
  de: createDates("de", timeZone),
  en: createDates("en", timeZone),
});
