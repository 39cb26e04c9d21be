import { FEWEST_COMPARED } from "./compare-texts.ts";
import { type Resemblance, showOtherThings, showSameThing } from "./resemblance.ts";

/**
 * Whether an item with an article's key is that article. Publishers rewrite headlines and texts, but an item with neither
 * the title nor the text is another article under a weak name. So is an item with another date or address that shows
 * another recording or picture.
 */
export function isStillArticle(likeness: Resemblance): boolean {
  if (isNextIssue(likeness)) return false;
  if (likeness.hasSameText) return hasSomeName(likeness);
  switch (likeness.texts()) {
    case "same":
    case "near":
    case "edited":
      return true;
    case "form":
      // Other figures are the next issue when there is no title, another date, and no common address; else a correction.
      return (
        likeness.titles !== "unknown" || likeness.dates === "unknown" || isNamedOrDated(likeness)
      );
    case "none":
      return isStillWithoutText(likeness);
    case "other":
      return isStillWithOtherText(likeness);
  }
}

/**
 * Whether the item is the next episode of a show, or the next day's comic, under the name and the blurb of the one before.
 * A replaced picture alone does not say so: it may come with a correction of a few words.
 */
function isNextIssue(likeness: Resemblance): boolean {
  const { titles, files, hasSameText, words } = likeness;
  if (!isMoved(likeness) || !showOtherThings(likeness)) return false;
  return files === "other" || hasSameText || words === 0 || titles === "other";
}

/** Whether address or date changed. Without a date and a title, and at no common address, only the recording can tell. */
function isMoved({ dates, addresses, titles }: Resemblance): boolean {
  if (addresses === "other") return true;
  return dates === "unknown" ? titles === "unknown" && addresses !== "same" : dates !== "same";
}

/** Equal texts need more: one picture under two headlines may be the house's logo, one text at two addresses a blurb. */
function hasSomeName(likeness: Resemblance): boolean {
  const { titles, dates, addresses, files, pictures, words } = likeness;
  const isOtherTitle = titles === "other" || titles === "numbered";
  if (!isOtherTitle && pictures !== "other") return true;
  if (addresses === "other") return dates === "same";
  return words > 0 || files === "same" || isNamedOrDated(likeness);
}

const isNamedOrDated = ({ dates, addresses }: Resemblance): boolean =>
  dates === "same" || addresses === "same";

/** One of them has no text. A new headline needs the same address and date, or the same recording or picture and one of these. */
function isStillWithoutText(likeness: Resemblance): boolean {
  const { titles, dates, addresses } = likeness;
  if (titles === "same") return addresses !== "other" || dates === "same";
  if (titles === "numbered") return isNamedOrDated(likeness);
  if (titles === "similar") return dates === "same" || !showOtherThings(likeness);
  if (titles === "other") {
    const isOfOneMoment = addresses === "same" && dates === "same";
    return isOfOneMoment || (showSameThing(likeness) && isNamedOrDated(likeness));
  }
  return (dates === "same" || dates === "unknown") && !showOtherThings(likeness);
}

function isStillWithOtherText(likeness: Resemblance): boolean {
  const { titles, dates, addresses, words } = likeness;
  if (titles === "same") return addresses !== "other";
  if (titles === "similar" || titles === "numbered") return addresses === "same";
  // A line or two with the same date.
  const isShort = words < FEWEST_COMPARED;
  return titles === "unknown" && dates === "same" && isShort && !showOtherThings(likeness);
}
