import { type Attachments, haveOtherFiles, haveOtherPictures } from "../similarity/attachments.ts";
import { judge } from "../similarity/judge.ts";
import { measure } from "../similarity/measure.ts";
import { titleSimilarity } from "../similarity/titles.ts";
import { isNumber, tokenHash } from "../similarity/token-hash.ts";
import { tokens } from "../similarity/tokens.ts";
import { CAPTION_TOKENS } from "./caption.ts";
import { foldName } from "./fold-name.ts";

/** An item or a stored article, as far as it is compared with others of its source. */
export type Likeness = {
  /** `null` when it was worked out from the text, or from nothing. */
  readonly title: string | null;
  /** The words of the item as it was received. */
  readonly wording: Uint32Array;
  readonly textHash: string;
  /** Of what was received: title, text and picture. */
  readonly receivedHash: string;
  /** As the publisher said it; `null` when we worked it out. */
  readonly saidAt: number | null;
  /** The canonical URL; `null` for none and for a home page. */
  readonly address: string | null;
  readonly attachments: Attachments;
};

/** How two of them are alike; nothing is known of what one of them lacks. */
export type Resemblance = {
  /** `numbered`: similar but for their numbers, as those of a series are. */
  readonly titles: "same" | "similar" | "numbered" | "other" | "unknown";
  /** `close`: within three days. */
  readonly dates: "same" | "close" | "far" | "unknown";
  readonly addresses: "same" | "other" | "unknown";
  /** Recordings and documents; what only one of them has says nothing. */
  readonly files: "same" | "other" | "unknown";
  readonly pictures: "same" | "other";
  readonly hasSameText: boolean;
  /** Of the shorter text. */
  readonly words: number;
  /**
   * `edited`: one is mostly in the other. `form`: so it is, and what differs says that they are two texts of one
   * template. Worked out when asked for: it costs more than all the rest.
   */
  readonly texts: () => "same" | "edited" | "form" | "other";
};

/** From this part of their words on, titles are similar. */
const SIMILAR_TITLES = 0.5;
/** From this part of the shorter text on, it is an edited form of the longer. */
const EDITED = 0.5;
/** Shorter texts are compared by equality alone. */
const MIN_TOKENS = 8;

export function resemblanceOf(a: Likeness, b: Likeness): Resemblance {
  const dates = compareDates(a.saidAt, b.saidAt);
  let texts: ReturnType<Resemblance["texts"]> | undefined;
  return {
    titles: compareTitles(a.title, b.title),
    dates,
    addresses: compare(a.address && foldName(a.address), b.address && foldName(b.address)),
    files: compareFiles(a.attachments, b.attachments),
    pictures: haveOtherPictures(a.attachments, b.attachments) ? "other" : "same",
    hasSameText: haveSameText(a, b),
    words: Math.min(a.wording.length, b.wording.length),
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

const CLOSE_MS = 72 * 3_600_000;

function compareDates(a: number | null, b: number | null): Resemblance["dates"] {
  if (a === null || b === null) return "unknown";
  if (a === b) return "same";
  return Math.abs(a - b) <= CLOSE_MS ? "close" : "far";
}

/** Of texts without words, what was received must be equal. */
const haveSameText = (a: Likeness, b: Likeness): boolean =>
  a.receivedHash === b.receivedHash || (a.wording.length > 0 && a.textHash === b.textHash);

function compareTitles(a: string | null, b: string | null): Resemblance["titles"] {
  if (a === null || b === null) return "unknown";
  if (tokens(a).join(" ") === tokens(b).join(" ")) return "same";
  if (titleSimilarity(a, b) < SIMILAR_TITLES) return "other";
  return numbersIn(a) === numbersIn(b) ? "similar" : "numbered";
}

const numbersIn = (title: string): string =>
  tokens(title)
    .filter((token) => isNumber(tokenHash(token)))
    .join(" ");

function compareTexts(a: Likeness, b: Likeness): ReturnType<Resemblance["texts"]> {
  if (haveSameText(a, b)) return "same";
  const [short, long] = a.wording.length <= b.wording.length ? [a, b] : [b, a];
  if (short.wording.length < MIN_TOKENS) return areEqual(short.wording, long.wording);
  if (measure(short.wording, long.wording).coverage < EDITED) return "other";
  return isForm(short, long) ? "form" : "edited";
}

const areEqual = (a: Uint32Array, b: Uint32Array): "same" | "other" =>
  a.length > 0 && a.length === b.length && a.every((token, index) => token === b[index])
    ? "same"
    : "other";

/** What the rules of clustering.ts say against one text, whatever the dates and addresses. */
function isForm(a: Likeness, b: Likeness): boolean {
  const [one, other] = [a, b].map(({ title, wording }) => ({
    ...{ title: title ?? "", tokens: wording },
    ...{ address: null, comparedAt: 0 },
  }));
  const judgement = one && other && judge(one, other);
  return (
    judgement?.verdict === "different" && ["numbers", "form", "subject"].includes(judgement.rule)
  );
}

/**
 * Whether an item under an article's very key is that article: publishers rewrite headlines and texts, but what
 * neither has the title nor the text of an article is another one under a name that is everybody's. So is what has
 * another date, or undated another address, and shows other things.
 */
export function isStillArticle(likeness: Resemblance): boolean {
  const { titles, dates, addresses, texts } = likeness;
  if (isNextIssue(likeness)) return false;
  if (texts() !== "other") return true;
  if (titles === "same") return addresses !== "other" || dates === "same";
  if (titles === "similar" || titles === "numbered") return addresses === "same";
  // Nothing but a picture or a recording.
  const isOneDate = dates === "same" || dates === "unknown";
  return titles === "unknown" && isOneDate && !showOtherThings(likeness);
}

/**
 * The next episode of a show, or the comic of the next day, under the name and the blurb of the one before. A picture
 * may be replaced when a few words are corrected.
 */
function isNextIssue(likeness: Resemblance): boolean {
  const { titles, dates, addresses, files, hasSameText, words } = likeness;
  const isMoved = dates === "unknown" ? addresses === "other" : dates !== "same";
  if (!isMoved || !showOtherThings(likeness)) return false;
  return files === "other" || hasSameText || words === 0 || titles === "other";
}

/** Other recordings, files or sole pictures are other stories. */
export const showOtherThings = ({ files, pictures, words }: Resemblance): boolean =>
  files === "other" || (pictures === "other" && words < CAPTION_TOKENS);

/** What speaks for an item being an article that carries another key. */
export type Evidence =
  /** One address, or a guid in another spelling, and neither is everybody's. */
  | "name"
  /** One guid or address that other items have, too. */
  | "weak-name"
  /** No name in common. */
  | "none";

/**
 * Whether an item is an article that no item of its document is by key. In doubt it is not: a story that is told
 * twice is better than one that is lost.
 */
export function isRenamedArticle(likeness: Resemblance, evidence: Evidence): boolean {
  const { titles, dates, pictures, hasSameText } = likeness;
  if (showOtherThings(likeness) || (evidence === "none" && pictures === "other")) return false;
  if (hasSameText) return isSameTextRenamed(likeness, evidence);
  // Texts are not compared in vain.
  const isLikely = titles === "same" || titles === "similar" || dates === "same";
  return isLikely && isOtherTextRenamed(likeness, evidence);
}

function isOtherTextRenamed(likeness: Resemblance, evidence: Evidence): boolean {
  const { titles, dates, files, texts } = likeness;
  const isTitledAndDated = titles === "same" && dates === "same";
  // One recording of one day, whose headline was corrected.
  if (evidence !== "none" && files === "same" && dates === "same") return true;
  if (texts() !== "edited") return evidence === "name" && isTitledAndDated;
  if (evidence === "name") return true;
  if (evidence === "none") return isTitledAndDated;
  return dates === "same" || (titles === "same" && dates === "unknown");
}

function isSameTextRenamed({ titles, dates }: Resemblance, evidence: Evidence): boolean {
  const isOther = titles === "other" || titles === "numbered";
  if (evidence !== "none") return !isOther || dates === "same" || dates === "unknown";
  if (dates === "same") return !isOther;
  // What is dated anew with every poll; notices that are repeated to the letter come later.
  return titles === "same" && dates !== "far";
}
