import { type Attachments, haveOtherFiles, haveOtherPictures } from "./attachments.ts";
import type { Title } from "./title.ts";
import { areOtherTitles, haveOtherValues, SAME_WORDING } from "./title-values.ts";
import { likenessOf } from "./titles.ts";

/** What can show that two articles are two stories before their texts are compared. */
export type ToldStory = {
  readonly sourceId: string;
  readonly title: Title;
  /** `null` for none, and for a home page, which says nothing. */
  readonly address: string | null;
  readonly attachments: Attachments;
  readonly textHash: string;
  readonly tokenCount: number;
  readonly comparedAt: number;
};

/** What the two have to do with each other beside their texts. */
export type Relationship = {
  /** The source dropped the one and publishes the other: a corrected re-issue, unless something speaks against it. */
  readonly isReplaced: boolean;
};

export const STRANGERS: Relationship = { isReplaced: false };

export type OtherStory = "files" | "title" | "repeated";

const HOUR_MS = 3_600_000;
/** Under this many tokens a text is mostly its form, and the title tells what it is about. */
const SHORT_TOKENS = 120;
/** Show notes of a network may be alike; a longer text is the story itself, whoever reads it aloud. */
const NOTES_TOKENS = 200;
/** A picture over so few words is the story: across houses, and within one. */
const CAPTION_TOKENS = { acrossSources: 40, ownSource: 60 };
/** Two houses give one recording or picture one title. */
const SAME_TITLE = 0.8;
/** The issues of a daily are at least so far apart. */
const DAILY_MS = 18 * HOUR_MS;
/** An unchanged text under another title is a re-issue if the titles are similar, or if it is so long and republished so soon. */
const REISSUE = { tokens: 100, titleSimilarity: 0.5, apartMs: 12 * HOUR_MS };

/**
 * Why two articles are two stories, whatever their texts say; `null` when nothing speaks against one. Symmetric.
 *
 * - *files*: other recordings, films or documents; other pictures over a few words. Two houses may keep one recording
 *   at two addresses: between houses the same title outweighs it.
 * - *title*: another number or date in the titles of short texts; within one source, of any text that was not replaced.
 * - *repeated*: within one source an equal text under another guid, address and title: the source prints it under all its
 *   articles. Also a few equal words under one title, offered beside each other and published a day apart.
 */
export function otherStory(
  a: ToldStory,
  b: ToldStory,
  relationship: Relationship,
): OtherStory | null {
  if (haveOtherSubstance(a, b)) return "files";
  if (haveOtherIssue(a, b) && titleCounts(a, b, relationship)) return "title";
  return isRepeated(a, b, relationship) ? "repeated" : null;
}

export const isOwnSource = (
  a: Pick<ToldStory, "sourceId">,
  b: Pick<ToldStory, "sourceId">,
): boolean => a.sourceId === b.sourceId;

const isEqualText = (a: ToldStory, b: ToldStory): boolean => a.textHash === b.textHash;

const longest = (a: ToldStory, b: ToldStory): number => Math.max(a.tokenCount, b.tokenCount);

function haveOtherSubstance(a: ToldStory, b: ToldStory): boolean {
  const files = haveOtherFiles(a.attachments, b.attachments);
  const pictures = haveOtherPictures(a.attachments, b.attachments);
  if (isOwnSource(a, b)) {
    const isCaption = isEqualText(a, b) || longest(a, b) < CAPTION_TOKENS.ownSource;
    return files || (pictures && isCaption && !isOneAddress(a, b));
  }
  const isSubstance =
    (files && longest(a, b) < NOTES_TOKENS) ||
    (pictures && longest(a, b) < CAPTION_TOKENS.acrossSources);
  return isSubstance && (haveOtherIssue(a, b) || !haveOneTitle(a, b));
}

const haveOtherIssue = (a: ToldStory, b: ToldStory): boolean =>
  haveOtherValues(a.title, b.title, isOwnSource(a, b) ? undefined : SAME_WORDING);

const haveOneTitle = (a: ToldStory, b: ToldStory): boolean =>
  likenessOf(a.title, b.title) >= SAME_TITLE;

function titleCounts(a: ToldStory, b: ToldStory, { isReplaced }: Relationship): boolean {
  if (longest(a, b) < SHORT_TOKENS) return true;
  return isOwnSource(a, b) && (isEqualText(a, b) || !isReplaced);
}

const isOneAddress = (a: ToldStory, b: ToldStory): boolean =>
  a.address !== null && a.address === b.address;

function isRepeated(a: ToldStory, b: ToldStory, { isReplaced }: Relationship): boolean {
  if (!isOwnSource(a, b) || !isEqualText(a, b)) return false;
  if (!isRetitled(a, b)) return !isReplaced && isDaily(a, b);
  return !(isReplaced && isLikeReissue(a, b));
}

/** Whether a few equal words have another address each day: the notice stays, its subject is a new one. */
const isDaily = (a: ToldStory, b: ToldStory): boolean =>
  !isOneAddress(a, b) &&
  a.tokenCount < SHORT_TOKENS &&
  Math.abs(a.comparedAt - b.comparedAt) >= DAILY_MS;

/** Whether address and title differ. The guids do anyway: these are two articles of one source. */
export const isRetitled = (a: ToldStory, b: ToldStory): boolean =>
  !isOneAddress(a, b) && areOtherTitles(a.title, b.title);

function isLikeReissue(a: ToldStory, b: ToldStory): boolean {
  const apartMs = Math.abs(a.comparedAt - b.comparedAt);
  if (apartMs === 0 || likenessOf(a.title, b.title) >= REISSUE.titleSimilarity) return true;
  return apartMs <= REISSUE.apartMs && a.tokenCount >= REISSUE.tokens;
}
