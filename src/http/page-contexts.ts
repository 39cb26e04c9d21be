import type { Request } from "express";
import type { PublishedSite } from "../publish/ports.ts";
import { choosePageLanguage } from "./accept-language.ts";
import type { PageContext } from "./views/context.ts";
import { createDates, type Dates } from "./views/dates.ts";
import type { PageLanguage } from "./views/language.ts";
import { TEXTS } from "./views/texts.ts";

/** Makes the context of a page from the request that asks for it. */
export type ContextOf = (request: Request) => PageContext;

export type ContextOptions = {
  readonly published: Pick<PublishedSite, "site" | "feeds">;
  /** IANA name. */
  readonly timeZone: string;
  readonly styleHref: string;
};

/** Formatters cost a millisecond each to make and nothing to keep. */
export function createContexts({ published, timeZone, styleHref }: ContextOptions): ContextOf {
  const dates: Readonly<Record<PageLanguage, Dates>> = {
    de: createDates("de", timeZone),
    en: createDates("en", timeZone),
  };
  return (request) => {
    const site = published.site();
    const language = choosePageLanguage(request.get("accept-language"), site.language);
    return {
      site,
      feeds: published.feeds(),
      language,
      texts: TEXTS[language],
      dates: dates[language],
      timeZone,
      styleHref,
    };
  };
}
