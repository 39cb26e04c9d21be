import type { Rule } from "../rule.ts";
import { paywallPrompt, scriptNotice } from "./access.ts";
import { followUs } from "./follow-us.ts";
import { newsletter } from "./newsletter.ts";
import { appPromotion, commentPrompt, copyrightLine, readingTime } from "./notices.ts";
import { advertLabel, readMore, toolLabel } from "./page-parts.ts";
import { promotion } from "./promotion.ts";
import { readAlso } from "./read-also.ts";
import { selfPromotion } from "./self-promotion.ts";
import { copyrightNotice, mistakePrompt, pageNotice } from "./standing-lines.ts";
import { syndication } from "./syndication.ts";

/** All classes of phrases; the first that matches gives the rule. Labels that are made of few words: label-kinds.ts. */
export const RULES: readonly Rule[] = [
  newsletter,
  followUs,
  appPromotion,
  paywallPrompt,
  syndication,
  readMore,
  readAlso,
  advertLabel,
  mistakePrompt,
  pageNotice,
  copyrightNotice,
  selfPromotion,
  commentPrompt,
  readingTime,
  copyrightLine,
  scriptNotice,
  toolLabel,
  promotion,
];
