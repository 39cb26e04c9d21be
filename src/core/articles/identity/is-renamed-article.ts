import { FEWEST_COMPARED } from "./compare-texts.ts";
import { type Resemblance, showOtherThings, showSameThing } from "./resemblance.ts";

/** The names that an item shares with an article of another key. */
export type RenameEvidence =
  /** The guid or the address, in any spelling, and it is not weak. */
  | "name"
  /** A guid, an address or a key, but only weak ones. */
  | "weak-name"
  /** No name in common. */
  | "none";

export type NamedResemblance = Resemblance & {
  /** Compared without regard to spelling (fold-name.ts). */
  readonly guids: "same" | "other" | "unknown";
};

/** Texts of so many words are hardly alike by chance, even without a common name, title or date. */
const TELLING_TOKENS = 40;

/**
 * Whether an item is a stored article whose key is not in the document. In doubt it is not: a story that is told twice is
 * better than one that is lost.
 */
export function isRenamedArticle(likeness: NamedResemblance, evidence: RenameEvidence): boolean {
  if (showOtherThings(likeness) || showOtherPictures(likeness, evidence)) return false;
  if (likeness.hasSameText) return isSameTextRenamed(likeness, evidence);
  if (isThingRenamed(likeness, evidence)) return true;
  // Comparing texts is costly, so it comes last and only where it can decide.
  return isLikely(likeness, evidence) && isOtherTextRenamed(likeness, evidence);
}

/** Whether other pictures speak against it, also over a long text: without a common name, or with a weak one elsewhere. */
const showOtherPictures = (
  { pictures, addresses }: Resemblance,
  evidence: RenameEvidence,
): boolean =>
  pictures === "other" &&
  (evidence === "none" || (evidence === "weak-name" && addresses === "other"));

function isSameTextRenamed(likeness: NamedResemblance, evidence: RenameEvidence): boolean {
  const { titles, dates, addresses } = likeness;
  const isNamed = evidence !== "none";
  switch (titles) {
    case "same":
      // Its date may change with every poll; a notice that is repeated to the letter comes later.
      return isNamed || dates !== "far";
    case "similar":
    case "unknown":
      if (isNamed || dates === "same") return true;
      if (addresses === "other" || dates === "far") return false;
      return dates === "unknown" || isTelling(likeness);
    case "numbered":
      return isNamed && isSettled(dates);
    case "other":
      return isHeadlineReplaced(likeness, evidence);
  }
}

/** Whether a headline was replaced over the same text, which may also be a blurb or the notes of a show. */
function isHeadlineReplaced(likeness: NamedResemblance, evidence: RenameEvidence): boolean {
  const { dates, addresses, words, files, guids } = likeness;
  const isLong = words >= TELLING_TOKENS;
  if (!isTelling(likeness)) return evidence === "name" && guids !== "other" && isSettled(dates);
  if (!isSettled(dates) || !mayBeOne(likeness, evidence)) return false;
  if (dates === "same") return true;
  if (addresses === "other") return false;
  if (guids === "other") return evidence === "name" && (isLong || showSameThing(likeness));
  return evidence !== "none" && (words >= FEWEST_COMPARED || files === "same");
}

const isSettled = (dates: Resemblance["dates"]): boolean => dates === "same" || dates === "unknown";

const isTelling = (likeness: Resemblance): boolean =>
  likeness.words >= FEWEST_COMPARED || showSameThing(likeness);

/** Whether the headline or the notes of the same recording or picture were corrected. */
function isThingRenamed(likeness: NamedResemblance, evidence: RenameEvidence): boolean {
  const { titles, dates, files, texts } = likeness;
  if (!showSameThing(likeness)) return false;
  const isNamed = evidence !== "none";
  if (titles === "other" || titles === "numbered") {
    return isNamed && files === "same" && dates === "same";
  }
  return (isNamed || dates !== "far") && texts() !== "other";
}

/** Whether comparing the texts can decide. */
const isLikely = ({ titles, dates }: Resemblance, evidence: RenameEvidence): boolean =>
  evidence === "name" || dates === "same" || (titles !== "other" && titles !== "numbered");

function isOtherTextRenamed(likeness: NamedResemblance, evidence: RenameEvidence): boolean {
  const { titles, dates } = likeness;
  const isTitledAndDated = titles === "same" && dates === "same";
  switch (likeness.texts()) {
    case "same":
    case "near":
      return isNearTextRenamed(likeness, evidence);
    case "edited":
      if (evidence === "none") return isTitledAndDated;
      return evidence === "name" || dates === "same" || (titles === "same" && dates === "unknown");
    case "form":
      if (titles !== "same") return false;
      return evidence === "name"
        ? isSettled(dates)
        : isTitledAndDated && mayBeOne(likeness, evidence);
    case "none":
      return isHeadlineRenamed(likeness, evidence);
    case "other":
      return evidence === "name" && isTitledAndDated;
  }
}

/** Two different addresses speak against it, unless a name is common. */
const mayBeOne = ({ addresses }: Resemblance, evidence: RenameEvidence): boolean =>
  evidence !== "none" || addresses !== "other";

function isNearTextRenamed(likeness: NamedResemblance, evidence: RenameEvidence): boolean {
  const { titles, dates, words } = likeness;
  if (evidence === "name") return true;
  if (!isSettled(dates) || !mayBeOne(likeness, evidence)) return false;
  switch (titles) {
    case "same":
      return true;
    case "similar":
      return dates === "same" || (evidence !== "none" && words >= TELLING_TOKENS);
    case "unknown":
      return dates === "same" || words >= TELLING_TOKENS;
    case "numbered":
    case "other":
      return dates === "same" && evidence !== "none";
  }
}

/** Decides where at least one of the two has no text. */
function isHeadlineRenamed({ titles, dates }: Resemblance, evidence: RenameEvidence): boolean {
  if (titles === "same") return dates === "same" || (evidence === "name" && dates === "unknown");
  if (titles === "similar" && evidence === "name") return dates !== "far";
  const isNamed = titles === "similar" ? evidence !== "none" : evidence === "name";
  return isNamed && titles !== "numbered" && dates === "same";
}
