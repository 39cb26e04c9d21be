import {
  type Attachments,
  haveOtherFiles,
  haveOtherPictures,
} from "../../similarity/attachments.ts";
import { titleSimilarity } from "../../similarity/titles.ts";
import { isNumber, tokenHash } from "../../similarity/token-hash.ts";
import { tokens } from "../../text/tokens.ts";
import { CAPTION_TOKENS } from "./caption.ts";
import { compareTexts, type TextLikeness } from "./compare-texts.ts";
import { foldName } from "./fold-name.ts";
import type { Likeness } from "./likeness.ts";

/** How two items or articles are alike; `unknown` where one of them lacks the property. */
export type Resemblance = {
  /** `numbered`: similar but for their numbers, as those of a series are. */
  readonly titles: "same" | "similar" | "numbered" | "other" | "unknown";
  /** `close`: within three days. `unknown` also where only the day is said, under other titles. */
  readonly dates: "same" | "close" | "far" | "unknown";
  readonly addresses: "same" | "other" | "unknown";
  /** Recordings and documents; what only one of them has says nothing. */
  readonly files: "same" | "other" | "unknown";
  readonly pictures: "same" | "other" | "unknown";
  /** Equal texts; without words, the same recording or picture. */
  readonly hasSameText: boolean;
  /** Number of words of the shorter text. */
  readonly words: number;
  /** Worked out when asked for: it costs more than all the rest. */
  readonly texts: () => TextLikeness;
};

/** Titles from this similarity on (`titleSimilarity`, 0 to 1) are similar. */
const SIMILAR_TITLES = 0.5;

export function resemblanceOf(a: Likeness, b: Likeness): Resemblance {
  const files = compareFiles(a.attachments, b.attachments);
  const pictures = comparePictures(a.attachments, b.attachments);
  const titles = compareTitles(a.title, b.title);
  let texts: TextLikeness | undefined;
  return {
    titles,
    dates: compareDates(a.saidAt, b.saidAt, titles),
    addresses: compare(a.address && foldName(a.address), b.address && foldName(b.address)),
    files,
    pictures,
    hasSameText: haveSameText(a, b) || (areWordless(a, b) && showSameThing({ files, pictures })),
    words: Math.min(a.words, b.words),
    texts() {
      texts ??= compareTexts(a, b);
      return texts;
    },
  };
}

function compare<T>(a: T | null, b: T | null): "same" | "other" | "unknown" {
  if (a === null || b === null) return "unknown";
  return a === b ? "same" : "other";
}

function compareFiles(a: Attachments, b: Attachments): Resemblance["files"] {
  if (a.files.length === 0 || b.files.length === 0) return "unknown";
  return haveOtherFiles(a, b) ? "other" : "same";
}

function comparePictures(a: Attachments, b: Attachments): Resemblance["pictures"] {
  if (a.picture === null || b.picture === null) return "unknown";
  return haveOtherPictures(a, b) ? "other" : "same";
}

const CLOSE_MS = 72 * 3_600_000;

/** Equal dates without a time of day count as the same only under the same or similar titles. */
function compareDates(
  a: number | null,
  b: number | null,
  titles: Resemblance["titles"],
): Resemblance["dates"] {
  if (a === null || b === null) return "unknown";
  if (a !== b) return Math.abs(a - b) <= CLOSE_MS ? "close" : "far";
  return !isDayAlone(a) || titles === "same" || titles === "similar" ? "same" : "unknown";
}

/** A date without a time of day is midnight, in UTC or in the middle of Europe. */
function isDayAlone(at: number): boolean {
  const hours = (at / 3_600_000) % 24;
  return hours === 0 || hours === 22 || hours === 23;
}

const haveSameText = (a: Likeness, b: Likeness): boolean =>
  a.receivedHash === b.receivedHash || (a.words > 0 && b.words > 0 && a.textHash === b.textHash);

const areWordless = (a: Likeness, b: Likeness): boolean => a.words === 0 && b.words === 0;

function compareTitles(a: string | null, b: string | null): Resemblance["titles"] {
  if (a === null || b === null) return "unknown";
  if (foldTitle(a) === foldTitle(b)) return "same";
  if (titleSimilarity(a, b) < SIMILAR_TITLES) return "other";
  return numbersIn(a) === numbersIn(b) ? "similar" : "numbered";
}

export const foldTitle = (title: string): string => tokens(title).join(" ");

const numbersIn = (title: string): string =>
  tokens(title)
    .filter((token) => isNumber(tokenHash(token)))
    .join(" ");

/** Whether they show different recordings or files, or different pictures over a few words: two stories. */
export const showOtherThings = ({
  files,
  pictures,
  words,
}: Pick<Resemblance, "files" | "pictures" | "words">): boolean =>
  files === "other" || (pictures === "other" && words < CAPTION_TOKENS);

/** Whether they show the same recording or file or, where one of them has none, the same picture. */
export const showSameThing = ({ files, pictures }: Pick<Resemblance, "files" | "pictures">) =>
  files === "same" || (files === "unknown" && pictures === "same");
