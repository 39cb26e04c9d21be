import { FEWEST_COMPARED } from "./compare-texts.ts";
import { type Resemblance, showOtherThings, showSameThing } from "./resemblance.ts";

/**
 * Whether an item under an article's very key is that article: publishers rewrite headlines and texts, but what
 * has neither the title nor the text of an article is another one under a name that is everybody's. So is what has
 * another date or address and shows other things.
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
      // Other figures under another date are the next issue; of a file without either they are a correction.
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
 * The next episode of a show, or the comic of the next day, under the name and the blurb of the one before. A picture
 * may be replaced when a few words are corrected.
 */
function isNextIssue(likeness: Resemblance): boolean {
  const { titles, files, hasSameText, words } = likeness;
  if (!isMoved(likeness) || !showOtherThings(likeness)) return false;
  return files === "other" || hasSameText || words === 0 || titles === "other";
}

/** Of what has no date and no title of its own, another recording is all that tells it from the next issue. */
function isMoved({ dates, addresses, titles }: Resemblance): boolean {
  if (addresses === "other") return true;
  return dates === "unknown" ? titles === "unknown" && addresses !== "same" : dates !== "same";
}

/** One picture under two headlines may be the sign of the house, and one text at two addresses a blurb. */
function hasSomeName(likeness: Resemblance): boolean {
  const { titles, dates, addresses, files, pictures, words } = likeness;
  const isOtherTitle = titles === "other" || titles === "numbered";
  if (!isOtherTitle && pictures !== "other") return true;
  if (addresses === "other") return dates === "same";
  return words > 0 || files === "same" || isNamedOrDated(likeness);
}

const isNamedOrDated = ({ dates, addresses }: Resemblance): boolean =>
  dates === "same" || addresses === "same";

/** One of them is a headline, a picture or a recording: another headline is that of one address and one moment. */
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
  // A line or two, of one moment.
  const isShort = words < FEWEST_COMPARED;
  return titles === "unknown" && dates === "same" && isShort && !showOtherThings(likeness);
}
