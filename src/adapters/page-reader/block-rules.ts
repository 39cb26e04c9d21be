import { isHelpersLine } from "../../core/bylines/helpers-line.ts";
import { opensLetter } from "../../core/bylines/letter-words.ts";
import { type CleanupExceptions, isKept } from "../../core/cleaning/exceptions.ts";
import { isRepeatedTitle } from "../../core/cleaning/rules/repeated-title.ts";
import { fold } from "../../core/text/fold.ts";
import { endsSentence, type Placed } from "./block-context.ts";
import {
  isBreadcrumb,
  isByline,
  isContactLine,
  isCredit,
  isDateLine,
  isSourceLine,
  whatItTells,
} from "./block-words.ts";
import { isInBoxOfText } from "./boxes-of-text.ts";
import { isElement } from "./dom.ts";

import { leadsToPlayer } from "./pictures-and-players.ts";

/** What becomes of a block that is not the article's text. */
export type Verdict = {
  readonly rule: string;
  /** `caption`: stays in the HTML as a caption. */
  readonly fate: "drop" | "caption";
};

export type RuleContext = {
  readonly title: string | null;
  readonly authors: ReadonlySet<string>;
  readonly exceptions: CleanupExceptions;
};

/** The rule that removes date lines. A page's only date may stand in one (complete-metadata.ts). */
export const DATE_LINE = "date-line";
/** The rule that removes what a paywall offers in place of the rest of an article. */
export const PAYWALL_OFFER = "paywall-offer";

type InText = RuleContext & {
  /** All blocks of the extraction, in order. */
  readonly blocks: readonly Placed[];
};

type BlockRule = (block: Placed, context: InText) => Verdict | null;

/** In words; longer blocks are prose, whatever they look like. */
const MAX_WORDS = 45;

/** Why a block is not the article's text, by its form and its place; `null` when it is. */
export function judgeBlock(block: Placed, context: InText): Verdict | null {
  if (block.text === "" || block.around.some(({ tagName }) => tagName === "PRE")) return null;
  for (const rule of RULES) {
    const verdict = rule(block, context);
    // A block that an editor keeps from the first rule that matches it is kept from the vaguer rules, too.
    if (verdict) return isKept(context.exceptions, block.text, verdict.rule) ? null : verdict;
  }
  return null;
}

const drop = (rule: string): Verdict => ({ rule, fate: "drop" });

const isIn = ({ around }: Placed, ...tags: readonly string[]): boolean =>
  around.some(({ tagName }) => tags.includes(tagName));

const hasName = ({ names }: Placed, words: ReadonlySet<string>): boolean =>
  [...words].some((word) => names.has(word));

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const CAPTION_NAMES = words(
  "caption captions credit credits bildunterschrift bildtext bildnachweis legende legend didascalia fotocredit imagecredit photocredit imgcaption figcaption copyright fotograf bildquelle",
);

const caption: BlockRule = (block) => {
  if (isIn(block, "FIGCAPTION", "CAPTION", "TABLE", "BLOCKQUOTE")) return null;
  const isFigureText = isIn(block, "FIGURE") && block.words <= 2 * MAX_WORDS;
  const isNamed = hasName(block, CAPTION_NAMES) && block.words <= 2 * MAX_WORDS;
  return isFigureText || isNamed ? { rule: "caption", fate: "caption" } : null;
};

const credit: BlockRule = (block) => {
  if (!isCredit(block.text, block.words) || block.isHeading || isIn(block, "TABLE")) return null;
  return { rule: "credit", fate: block.isBesideImage ? "caption" : "drop" };
};

const repeatedTitle: BlockRule = (block, { title }) =>
  block.zone === "head" && isRepeatedTitle(block.text, title) ? drop("repeated-title") : null;

/** Outside the sentences: before them, after them or under a standfirst, where lines about the article stand. */
const isOutside = ({ zone, isUnderLead }: Placed): boolean => zone !== "body" || isUnderLead;

/** In the close of a letter, among the paragraphs: a name there is text. */
const isInClose = ({ zone, isClose, isBesideProse, linkedShare }: Placed): boolean =>
  zone === "tail" && isClose && isBesideProse && linkedShare === 0;

const date: BlockRule = (block) => {
  const isNamed = hasName(block, DATE_NAMES);
  if (block.isHeading && !isNamed) return null;
  return (isOutside(block) || isNamed) && isDateLine(block.text) ? drop(DATE_LINE) : null;
};
const DATE_NAMES = words(
  "date datum time timestamp published pubdate dateline updated datepublished meta",
);

const byline: BlockRule = (block, { authors }) => {
  if (block.words > 14 || endsSentence(block.text)) return null;
  const isNamed = hasName(block, AUTHOR_NAMES);
  const isName = authors.has(fold(block.text));
  const isPlaced = isOutside(block) && !isInClose(block) && (isByline(block.text) || isName);
  return isPlaced || (isNamed && !block.isHeading) ? drop("byline") : null;
};
const AUTHOR_NAMES = words("byline author authors autor writer dateline contributor");

/** A line of dates and authors. A heading counts only in an element that is named for authors. */
const about: BlockRule = (block, { authors }) => {
  if (block.words > 16 || !isOutside(block) || isInClose(block)) return null;
  if (isIn(block, "TABLE", "BLOCKQUOTE")) return null;
  const told = whatItTells(block.text, authors);
  if (told === null || (block.isHeading && !hasName(block, AUTHOR_NAMES))) return null;
  return drop(told === "day" ? DATE_LINE : "byline");
};

/** A line above the article: a breadcrumb ("Home > Events > Forum 2019") or a source ("Source: Harbour Wire"). */
const path: BlockRule = (block, { title }) => {
  if (block.zone !== "head" && !block.isUnderLead) return null;
  if (block.isHeading || isIn(block, "TABLE", "BLOCKQUOTE")) return null;
  const leadsHere = title !== null && fold(block.text).endsWith(fold(title));
  const isTrail = leadsHere ? isBreadcrumb(block.text, 2) : isBreadcrumb(block.text, 3);
  if ((block.linkedShare > 0.2 || leadsHere) && isTrail) return drop("breadcrumb");
  return isSourceLine(block.text) ? drop("source-line") : null;
};

/** Names of elements that sites put into and around their articles. */
const FURNITURE = words(
  "recommended recommendation recommendations newsletter newsletters breadcrumb breadcrumbs advert advertisement sponsored outbrain taboola signup subscribe pagination pager authorbox readmore seealso weiterlesen",
);
/** Such names that also mean kinds of text: a box of the article may have them. */
const MISTAKABLE = words(
  "related share sharing shares social comment comments sponsor trending subscription donate print biography bio",
);
/** Such names that parts of articles may have, too: sentences in them stay. */
const DOUBTFUL = words(
  "promo promos promotion teaser teasers ads ad tags tag topics keywords toolbar widget mehr siehe",
);
const furniture: BlockRule = (block, context) => {
  if (block.isOffer && !isIn(block, "TABLE")) return drop(PAYWALL_OFFER);
  if (block.words > MAX_WORDS || isIn(block, "TABLE")) return null;
  const isFurniture =
    hasName(block, FURNITURE) ||
    (!block.isProse && hasName(block, DOUBTFUL)) ||
    (hasName(block, MISTAKABLE) && !isInBoxOfText(block, MISTAKABLE, context));
  return isFurniture ? drop("page-furniture") : null;
};

/** A few words about the author, where articles end. */
const authorNote: BlockRule = (block) =>
  block.isNearEnd &&
  block.words <= 2 * MAX_WORDS &&
  hasName(block, AUTHOR_NAMES) &&
  !block.isHeading
    ? drop("author-note")
    : null;

/** A block that is mostly link: a teaser, unless it is the heading of the text or list below it. */
const linkBlock: BlockRule = (block) => {
  if (block.linkedShare < 0.7 || block.words > 30 || isIn(block, "TABLE", "BLOCKQUOTE"))
    return null;
  if (block.isAnnounced || (block.isHeading && block.nextIsProse)) return null;
  if (block.nodes.some((node) => isElement(node) && leadsToPlayer(node))) return null;
  // A linked sentence with a stop is text; teasers are headlines without one.
  const isSentence = block.tag === "P" && block.words >= 8 && endsSentence(block.text);
  if (isSentence && block.zone !== "head") return null;
  const isAlone = block.linkedShare > 0.95 && block.words >= 3 && !isIn(block, "LI", "DD", "DT");
  return block.zone !== "body" || isAlone ? drop("link-block") : null;
};

/** Kickers, categories and counters before the first sentence. The opening of a letter stays. */
const head: BlockRule = (block) => {
  if (block.zone !== "head" || block.words > 8 || endsSentence(block.text)) return null;
  if (block.text.endsWith(",") || opensLetter(block.text)) return null;
  if (block.isDatum || block.isRunning) return null;
  if (block.isBesideList || block.isListed) return null;
  if (block.isHeading && block.nextIsProse) return null;
  if (isIn(block, "TABLE", "BLOCKQUOTE", "LI", "DL")) return null;
  return block.words > 5 ? null : drop("head-debris");
};

/** In words; a longer line without a full stop is an appeal, a correction or the end of a quotation. */
const MOST_TAIL_WORDS = 6;

/**
 * Labels and headings after the last sentence, with nothing said under them. A stanza and a line about those who helped
 * stay; so do a source line, a line of contact data and the close of a letter among the paragraphs.
 */
const tail: BlockRule = (block) => {
  if (block.zone !== "tail" || isIn(block, "TABLE", "BLOCKQUOTE", "DD", "DT")) return null;
  if (block.isAnnounced || block.isBesideList || block.isListed) return null;
  if (block.isHeading) return block.isAboveSaid ? null : drop("tail-heading");
  if (isIn(block, "LI") && block.linkedShare < 0.5) return null;
  return block.words <= MOST_TAIL_WORDS && !endsArticle(block) ? drop("tail-debris") : null;
};

function endsArticle(block: Placed): boolean {
  const { text, linkedShare, nodes, isBesideProse } = block;
  if (endsSentence(text)) return true;
  if (isBesideProse && isContactLine(text)) return true;
  if (linkedShare > 0) return false;
  return (
    isInClose(block) ||
    isHelpersLine(text) ||
    (isBesideProse && isSourceLine(text)) ||
    isStanza(nodes)
  );
}

/** At least three lines in one paragraph. */
const isStanza = (nodes: Placed["nodes"]): boolean =>
  nodes.filter((node) => isElement(node) && node.tagName === "BR").length >= 2;

const RULES: readonly BlockRule[] = [
  caption,
  credit,
  repeatedTitle,
  date,
  byline,
  about,
  path,
  furniture,
  authorNote,
  linkBlock,
  head,
  tail,
];
